"""The answering pages: one capability at a time, then the review. Every answer is kept when it is given."""

import streamlit as st

from assessments.models import Question
from ui import session
from ui.components import frame, resume
from ui.components.overview import put_overview
from ui.components.progress import put_count, put_progress
from ui.components.question import ask_question
from ui.drafts import Opened, open_draft
from ui.navigation import go_to
from ui.sections import REVIEW, find_section, list_questions, list_sections
from ui.words import say, tell_time


def show() -> None:
    """Draw the section the address names, or the first one with an open question."""
    opened = open_draft()
    if opened is None:
        go_to("start", None)
    sections = list_sections(opened.questionnaire, opened.draft.edition)
    section = find_section(opened.questionnaire, opened.draft.edition, session.get_section(), opened.open)
    session.set_section(section)
    with frame.sheet("answer", frame.ANSWER_WIDTH, section):
        # Drawn first and filled last, so that they show what this very run has saved.
        top = st.container(key="top", gap=None)
        shown = _find_questions(opened, section)
        if section == REVIEW:
            put_overview(opened)
        for question in shown:
            ask_question(opened, question)
    opened = open_draft() or opened
    with top:
        _put_top(opened, shown)
    _put_bar(opened, sections, section)


def _find_questions(opened: Opened, section: str) -> tuple[Question, ...]:
    """The questions of a section; the review has none."""
    for capability in opened.questionnaire.capabilities:
        if capability.id == section:
            return list_questions(capability, opened.draft.edition)
    return ()


def _put_top(opened: Opened, shown: tuple[Question, ...]) -> None:
    saved = opened.draft.saved_at
    state = say("answer.saved", time=tell_time(saved)) if saved else ""
    with frame.masthead(opened.draft.profile.name, state):
        resume.show_link(opened.token)
    put_progress(opened, shown)


def _put_bar(opened: Opened, sections: tuple[str, ...], section: str) -> None:
    position = sections.index(section)
    with frame.bottom_bar(frame.ANSWER_WIDTH):
        if st.button(say("answer.back"), key="back"):
            _leave(opened, sections, position - 1)
        put_count(opened, REVIEW)
        label = say("answer.to_result") if section == REVIEW else say("answer.next")
        if st.button(label, key="next", type="primary"):
            _leave(opened, sections, position + 1)


def _leave(opened: Opened, sections: tuple[str, ...], position: int) -> None:
    """Go to another section; before the first lies the profile, behind the last the result."""
    if position < 0:
        go_to("start", opened.token)
    if position == len(sections):
        go_to("result", opened.token)
    session.set_section(sections[position])
    st.rerun()


show()
