"""The board's cards: what each step is, who sees to it, by when, and one button to move it on."""

from datetime import date
from functools import partial
from html import escape

import streamlit as st

from assessments.board import Board, BoardItem, BoardStatus
from assessments.models import Questionnaire
from i18n.text import translate
from services.follow_up import move_step
from ui import session
from ui.cases import Case
from ui.components.markup import put_html
from ui.components.notice import perform
from ui.components.plan.words import say, say_html
from ui.resources import get_store
from ui.session import get_language
from ui.words import set_phrases, write_day

COLUMNS: tuple[BoardStatus, ...] = ("open", "doing", "done")
_NEXT: dict[BoardStatus, BoardStatus] = {
    "open": "doing",
    "doing": "done",
    "done": "doing",
    "dropped": "open",
}
"""Where a card's own button moves it."""


def name_status(status: BoardStatus) -> str:
    """What a column of the board is called."""
    return translate(f"follow_up.statuses.{status}", get_language())


def put_board(case: Case, board: Board, today: date) -> None:
    """Three columns side by side; one below the other on a phone."""
    questionnaire = case.diagnosis.questionnaire
    with st.container(key="board"):
        for column, status in zip(st.columns(len(COLUMNS), gap="medium"), COLUMNS, strict=True):
            items = board.in_status(status)
            with column:
                put_html(f"<h2>{escape(name_status(status))}</h2><span>{len(items)}</span>", "hz")
                for item in items:
                    _put_card(case, item, board, questionnaire, today)


def put_dropped(case: Case, board: Board, today: date) -> None:
    """The steps that were put aside, folded away; nothing when there are none."""
    dropped = board.in_status("dropped")
    if dropped:
        with st.expander(say("board.dropped", n=len(dropped)), key="dropped"):
            for item in dropped:
                _put_card(case, item, board, case.diagnosis.questionnaire, today)


def _put_card(case: Case, item: BoardItem, board: Board, questionnaire: Questionnaire, today: date) -> None:
    notes = len(board.log_of(item.id))
    facts = [item.owner] if item.owner else [say("board.no_owner")]
    if notes:
        facts.append(say("board.notes", n=notes))
    with st.container(key=f"step-{item.id}", gap="small"):
        put_html(
            f"<h3>{set_phrases(item.name(questionnaire, get_language()))}</h3>"
            f'<p class="sm mut">{escape("　".join(facts))}</p>{_tell_due(item, today)}',
            "stp",
        )
        with st.container(horizontal=True, gap="small"):
            if st.button(say("board.open"), key=f"open-{item.id}"):
                session.set_section(item.id)
                st.rerun()
            to = _NEXT[item.status]
            if st.button(say(f"board.move.{item.status}"), key=f"move-{item.id}", type="tertiary"):
                perform(partial(move_step, get_store(), case.link.token, item.id, to))
                st.rerun()


def _tell_due(item: BoardItem, today: date) -> str:
    if item.due is None:
        return ""
    is_late = item.is_pending and item.due < today
    text = say_html("board.late" if is_late else "board.due", date=write_day(item.due))
    return f'<p class="sm{" bad" if is_late else ""}">{text}</p>'
