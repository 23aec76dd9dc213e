"""Companies for tests: answered in a few words, on the content that ships."""

from datetime import date
from typing import Any

from assessments.answers import Answer, Profile
from assessments.models import Edition
from scoring.roadmap import Roadmap, plan_roadmap
from services.content import load_content
from services.follow_up import move_step, start_board, start_recheck
from services.self_service import diagnose_draft, resume_assessment, save_answer, start_assessment
from services.workshop import close_workshop, end_answering
from storage.store import Store
from tests.services.workshop.rooms import Room, open_room

PROFILE = Profile(name="変革工業株式会社", employees=320)
QUESTIONS = load_content().questions


def answer_alone(store: Store, level: Any = 1, edition: Edition = "full", **others: Any) -> str:
    """The token of an assessment with this level everywhere but where told otherwise; None: no answer."""
    token = start_assessment(store, PROFILE, edition, "ja")
    for question in load_content().asked_in(edition):
        given = others.get(question.id, level)
        if given is not None:
            save_answer(store, token, make_answer(question.id, given))
    return token


def make_answer(question: str, level: Any) -> Answer:
    reason = "外部に委託していない" if level == "not_applicable" else None
    return Answer(question=question, level=level, reason=reason)


def plan_steps(store: Store, token: str) -> Roadmap:
    return plan_roadmap(diagnose_draft(load_content(), resume_assessment(store, token)))


def begin_steps(store: Store, token: str, count: int = 2) -> set[str]:
    """Put the first steps under way; returns what they lift."""
    board = start_board(store, token, plan_steps(store, token), date(2026, 11, 20), "ja")
    for item, status in zip(board.items[:count], ("doing", "done"), strict=False):
        move_step(store, token, item.id, status)  # type: ignore[arg-type]
    actions = (load_content().action(str(item.action_id)) for item in board.items[:count])
    return {lift.question for action in actions for lift in action.lifts}


def finish_recheck(store: Store, token: str, level: int) -> str:
    """Begin a re-check and answer all it asks with this level; returns its token."""
    following = start_recheck(store, token)
    for question in resume_assessment(store, following).asked or ():
        save_answer(store, following, Answer(question=question, level=level))
    return following


def close_room(store: Store, levels: dict[Any, list[Any]], **changes: Any) -> Room:
    """A workshop that answered one question, and is over."""
    room = open_room(store, levels, **changes)
    end_answering(store, room.token)
    close_workshop(store, room.token, share_result=False)
    return room
