"""Answering blind: one capability at a time, then the wait for the others."""

import streamlit as st

from ui import answer_session, session
from ui.components import frame
from ui.components.markup import put_html
from ui.components.overview import put_capability
from ui.components.progress import put_count, put_progress
from ui.components.question import ask_question
from ui.components.room.frame import put_head, room
from ui.components.room.words import say, say_html
from ui.components.turning import put_turn
from ui.seats import Seat
from ui.words import say as say_ui
from ui.words import set_phrases, tell_time

DONE = "done"
"""The section after the last question."""


def answer_blind(seat: Seat) -> None:
    """Draw the section the address names, or the first one with an open question."""
    section = _find_section(seat, session.get_section())
    session.set_section(section)
    with room(seat, section, frame.ANSWER_WIDTH):
        # Drawn first and filled last, so that it shows what this very run has saved.
        top = st.container(key="top", gap=None)
        for question in seat.sections.get(section, ()):
            ask_question(seat, question)
        if section == DONE:
            _put_wait(seat)
    watched = answer_session.list_widgets(seat.sections.get(section, ()))
    with top:
        _put_top(seat, section, watched)
    _put_bar(seat, section, watched)


def _find_section(seat: Seat, asked: str | None) -> str:
    if asked == DONE:
        return DONE
    return (asked and seat.find_section(asked)) or _find_first_open(seat)


def _find_first_open(seat: Seat) -> str:
    """The section of the first question without an answer, DONE when there is none."""
    missing = seat.open
    found = seat.find_section(seat.questionnaire.capability_of(missing[0].id).id) if missing else None
    return found or DONE


def _put_top(seat: Seat, section: str, watched: list[str]) -> None:
    saved = answer_session.get_saved_at()
    state = say_ui("answer.saved", time=tell_time(saved)) if saved else ""
    put_head(seat, state, watched)
    put_progress(seat, seat.sections.get(section, ()))
    if section == next(iter(seat.sections), None):
        put_html(f"<p class='sm mut'>{say_html('answer.blind')}</p>", "blind")


def _put_wait(seat: Seat) -> None:
    """All questions at a glance, while the others are still answering."""
    state = "open" if seat.open else "done"
    put_html(
        f"<h1>{set_phrases(say(f'answer.{state}', n=len(seat.open)))}</h1>"
        f"<p role='status'>{say_html(f'answer.{state}_text')}</p>",
        "calm",
    )
    put_html(f"<h2>{say_html('answer.review')}</h2>", "ovd")
    for capability in seat.questionnaire.capabilities:
        asked = tuple(question for question in seat.asked if question in capability.questions)
        if asked:
            put_capability(seat, capability, asked)


def _put_bar(seat: Seat, section: str, watched: list[str]) -> None:
    sections = (*seat.sections, DONE)
    position = sections.index(section)
    with frame.bottom_bar(frame.ANSWER_WIDTH):
        if position == 0:
            put_html("", width="content")
        else:
            put_turn(say_ui("answer.back"), "back", sections[position - 1], watched)
        if section != DONE:
            put_count(seat, DONE, watched)
            label = say("answer.to_done") if position == len(sections) - 2 else say_ui("answer.next")
            put_turn(label, "next", sections[position + 1], watched, "primary")
        elif seat.open:
            put_turn(say("answer.to_open"), "to-open", _find_first_open(seat), (), "primary", wrap=True)
        else:
            put_html(f"<p class='sm mut'>{say_html('answer.waiting')}</p>", "held")
