"""Everything at a glance before the result: each capability with what is open in it, one step away."""

from html import escape

import streamlit as st

from assessments.models import Capability, Edition, Question
from services.self_service import change_edition
from ui import session
from ui.answer_book import AnswerBook
from ui.components.markup import put_html
from ui.drafts import Opened
from ui.navigation import go_to
from ui.resources import get_store
from ui.sections import estimate_minutes, list_questions
from ui.words import read_html, say, say_html, set_phrases


def put_overview(opened: Opened) -> None:
    """What is answered, what is open, and the way to each capability."""
    state = "done" if not opened.open else "open"
    count = len(opened.open)
    put_html(
        f"<h1>{set_phrases(say(f'review.title_{state}', n=count))}</h1>"
        f"<p>{say_html(f'review.text_{state}', n=count)}</p>",
        "ovh",
    )
    for dimension in opened.questionnaire.dimensions:
        found = ((item, list_questions(item, opened.asked)) for item in dimension.capabilities)
        asked = [(capability, questions) for capability, questions in found if questions]
        if asked:
            put_html(f"<h2>{read_html(dimension.title)}</h2>", "ovd")
        for capability, questions in asked:
            put_capability(opened, capability, questions)
    _offer_changes(opened)


def put_capability(book: AnswerBook, capability: Capability, questions: tuple[Question, ...]) -> None:
    """How far one is with a capability, what is open in it, and the way there."""
    missing = [question for question in questions if book.answer_to(question) is None]
    with st.container(key=f"ov-{capability.id}", horizontal=True, vertical_alignment="center", wrap=False):
        put_html(
            f"<h3>{read_html(capability.title)}</h3>"
            f"<p class='sm mut'>{escape(_tell_state(book, questions))}</p>" + _list_missing(book, missing),
            "ov",
        )
        kind = "open" if missing else "look"
        if st.button(say(f"review.{kind}"), key=f"open-{capability.id}", type="tertiary"):
            session.set_section(capability.id)
            st.rerun()


def _tell_state(book: AnswerBook, questions: tuple[Question, ...]) -> str:
    answers = [book.answer_to(question) for question in questions]
    given = [answer for answer in answers if answer is not None]
    unknown = sum(answer.level == "unknown" for answer in given)
    text = say("review.state", answered=len(given), total=len(questions))
    return text + (say("review.unknown", n=unknown) if unknown else "")


def _list_missing(book: AnswerBook, missing: list[Question]) -> str:
    if not missing:
        return ""
    items = (
        f"<li>{say_html('question.number', n=book.questionnaire.number(question.id))} "
        f"{read_html(question.title)}</li>"
        for question in missing
    )
    return f"<ul class='sm'>{''.join(items)}</ul>"


def _offer_changes(opened: Opened) -> None:
    """The other edition, but in a re-check, and the company's profile."""
    with st.container(key="changes", horizontal=True):
        if not opened.is_recheck:
            _offer_edition(opened)
        if st.button(say("review.profile"), key="profile", type="tertiary"):
            go_to("start", opened.token)


def _offer_edition(opened: Opened) -> None:
    other: Edition = "full" if opened.draft.edition == "quick" else "quick"
    questions = opened.questionnaire.asked_in(other)
    more = [question for question in questions if opened.answer_to(question) is None]
    label = say(f"review.to_{other}", n=len(more), minutes=estimate_minutes(len(more)))
    if st.button(label, key="edition", type="tertiary"):
        change_edition(get_store(), opened.token, other)
        st.rerun()
