"""Companies with a plan under way, for the tests of the pages after the verdict."""

from datetime import date

from assessments.answers import Answer
from assessments.board import Board
from scoring.roadmap import plan_roadmap
from services.content import load_content
from services.follow_up import move_step, start_board, start_recheck
from services.self_service import diagnose_draft, resume_assessment, save_answer
from storage.store import Store

STARTS_ON = date(2026, 11, 20)


def put_on_board(store: Store, token: str, done: int = 0) -> Board:
    """The roadmap's steps on the board, the first ones done."""
    diagnosis = diagnose_draft(load_content(), resume_assessment(store, token))
    board = start_board(store, token, plan_roadmap(diagnosis), STARTS_ON, "ja")
    for item in board.items[:done]:
        move_step(store, token, item.id, "done")
    return board


def check_again(store: Store, token: str, level: int) -> str:
    """A re-check in which all that is asked has this level; returns its token."""
    following = start_recheck(store, token)
    for question in resume_assessment(store, following).asked or ():
        save_answer(store, following, Answer(question=question, level=level))
    return following
