"""The answering pages: one capability at a time, then the review. Every answer is kept when it is given."""

import streamlit as st

from assessments.models import Question
from services.takeaway import Link
from ui import session
from ui.answer_session import list_widgets
from ui.components import frame, resume
from ui.components.markup import put_html
from ui.components.overview import put_overview
from ui.components.plan.newer_round import put_closed_round
from ui.components.progress import put_count, put_progress
from ui.components.question import ask_question
from ui.components.turning import put_turn, put_way_out
from ui.drafts import Opened, open_draft
from ui.navigation import go_to
from ui.sections import REVIEW, find_section
from ui.words import say, say_html, tell_time


def show() -> None:
    """Draw the section the address names, or the first one with an open question."""
    opened = open_draft()
    if opened is None:
        go_to("start", None)
    if opened.draft.is_followed:
        _put_closed(opened)
        return
    section = find_section(opened.questionnaire, opened.pages, session.get_section(), opened.open)
    session.set_section(section)
    with frame.sheet("answer", frame.ANSWER_WIDTH, section):
        # Drawn first and filled last, so that they show what this very run has saved.
        top = st.container(key="top", gap=None)
        shown = opened.pages.get(section, ())
        if section == REVIEW:
            put_overview(opened)
        for question in shown:
            ask_question(opened, question)
    with top:
        _put_top(opened, shown)
    _put_bar(opened, section, list_widgets(shown))


def _put_closed(opened: Opened) -> None:
    """A round that another follows: its answers stay as they are."""
    with frame.sheet("answer", frame.ANSWER_WIDTH, "closed"):
        with frame.masthead(opened.draft.profile.name):
            pass
        put_closed_round(Link("draft", opened.token))


def _put_top(opened: Opened, shown: tuple[Question, ...]) -> None:
    saved = opened.saved_at
    state = say("answer.saved", time=tell_time(saved)) if saved else ""
    with frame.masthead(opened.draft.profile.name, state):
        resume.show_link(opened.token)
    put_progress(opened, shown)
    if opened.is_recheck and shown == next(iter(opened.pages.values()), ()):
        put_html(f"<p class='sm mut'>{say_html('answer.recheck', n=len(opened.asked))}</p>", "blind")


def _put_bar(opened: Opened, section: str, watched: list[str]) -> None:
    """Before the first section lies the profile, or the history in a re-check; behind the last the result."""
    sections = (*opened.pages, REVIEW)
    position = sections.index(section)
    with frame.bottom_bar(frame.ANSWER_WIDTH):
        if position:
            put_turn(say("answer.back"), "back", sections[position - 1], watched)
        elif put_way_out(say("answer.back"), "back"):
            go_to("history" if opened.is_recheck else "start", opened.token)
        put_count(opened, REVIEW, watched)
        if section != REVIEW:
            put_turn(say("answer.next"), "next", sections[position + 1], watched, "primary")
        elif put_way_out(say("answer.to_result"), "next", "primary"):
            go_to("result", opened.token)


show()
