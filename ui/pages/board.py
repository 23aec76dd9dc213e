"""The board: the roadmap's steps as they are carried out, one of them in full when it is opened."""

from datetime import date

import streamlit as st

from assessments.board import Board
from services.follow_up import read_board
from ui import session
from ui.cases import Case, open_case
from ui.components import frame
from ui.components.markup import put_html
from ui.components.notice import put_notice
from ui.components.plan.board_cards import put_board, put_dropped
from ui.components.plan.board_files import put_files
from ui.components.plan.board_step import put_step
from ui.components.plan.recheck import offer_recheck
from ui.components.plan.tabs import put_tabs
from ui.components.plan.words import say, say_html
from ui.navigation import go_to, go_to_link
from ui.resources import get_store
from ui.words import set_phrases


def show() -> None:
    """Draw the board of the case the address names, or the step the address opens."""
    case = open_case()
    if case is None:
        go_to("start", None)
    board = read_board(get_store(), case.link.token)
    step = board.by_id.get(session.get_section() or "")
    with frame.sheet("board-sheet", frame.BOARD_WIDTH, step.id if step else ""):
        with frame.masthead(case.diagnosis.profile.name):
            pass
        put_tabs(case.link, "board")
        put_notice()
        if step:
            put_step(case, board, step)
        else:
            _put_all(case, board)
    _put_bar(case, is_step=step is not None)


def _put_all(case: Case, board: Board) -> None:
    done, all_ = len(board.in_status("done")), len(board.items) - len(board.in_status("dropped"))
    share = "none" if done == 0 else "all" if done == all_ else "some"
    title = say(f"board.counted.{share}", done=done, all=all_) if board.items else say("board.empty")
    text = say("board.text_over" if board.items else "board.empty_text")
    put_html(f"<h1>{set_phrases(title)}</h1><p class='lead'>{set_phrases(text)}</p>", "planhead")
    if board.items:
        put_board(case, board, date.today())
    with st.container(key="board-more", gap="small"):
        put_dropped(case, board, date.today())
        put_files(case, board, date.today())
    if board.items:
        offer_recheck(case)


def _put_bar(case: Case, *, is_step: bool) -> None:
    with frame.bottom_bar(frame.BOARD_WIDTH):
        if is_step:
            if st.button(say("board.back"), key="back"):
                session.set_section("")
                st.rerun()
            put_html(f"<p class='sm mut'>{say_html('board.kept')}</p>", "held")
            return
        if st.button(say("to_plan"), key="back"):
            go_to_link("plan", case.link)


show()
