"""One question: six worded levels on the ladder, two ways to pass, and what to add to the answer."""

from html import escape
from typing import Literal

import streamlit as st

from assessments.answers import NOTE_LENGTH, Answer
from assessments.models import LEVELS, Question
from services.errors import UserError
from ui import answer_session, session
from ui.answer_book import AnswerBook
from ui.components.markup import put_html
from ui.words import keep_plain, read, read_html, say, say_html, set_phrases

Choice = int | Literal["unknown", "not_applicable"]
CHOICES: tuple[Choice, ...] = (*range(LEVELS), "unknown", "not_applicable")
_SIGNS: dict[Choice, str] = {"unknown": "?", "not_applicable": "–"}


def ask_question(book: AnswerBook, question: Question) -> None:
    """Draw a question and keep its answer whenever it differs from what the store holds."""
    with st.container(key=f"q-{question.id}", gap=None):
        _put_heading(book, question)
        stored = book.answer_to(question)
        choice = ask_level(
            book, question, answer_session.level_key(question.id), stored.level if stored else None
        )
        if choice is None:
            return
        note = _ask_note(book, question, choice, stored)
        _keep_answer(book, question, choice, note)
        _offer_clearing(book, question)


def _put_heading(book: AnswerBook, question: Question) -> None:
    number = book.questionnaire.number(question.id)
    place = f"{read(book.questionnaire.dimension_of(question.id).title)} / " + read(
        book.questionnaire.capability_of(question.id).title
    )
    put_html(
        f'<div class="no">{say_html("question.number", n=number)}　<span>{escape(place)}</span></div>'
        f"<h2>{set_phrases(read(question.text))}</h2><p class='mut sm'>{read_html(question.help)}</p>",
        "qh",
    )


def ask_level(
    book: AnswerBook,
    question: Question,
    key: str,
    value: Choice | None,
    choices: tuple[Choice, ...] = CHOICES,
) -> Choice | None:
    """The question's levels as cards; `value` is what the store holds, None for nothing.

    `choices`: the six levels, then the ways to pass that are open.
    """
    is_set = session.adopt_stored(key, value) | session.carry_choice(key)
    return st.radio(
        read(question.text),
        choices,
        index=None if is_set or value is None else choices.index(value),
        format_func=_write_labels(book).__getitem__,
        captions=[
            *(keep_plain(read(level)) for level in question.levels),
            *(say(f"question.{choice}_hint") for choice in choices[LEVELS:]),
        ],
        key=key,
        # For the way to take it back, which the question answered before loses; never for saving.
        on_change=answer_session.note_last,
        args=(question,),
        label_visibility="collapsed",
        width="stretch",
    )


def _write_labels(book: AnswerBook) -> dict[Choice, str]:
    names = enumerate(book.questionnaire.levels)
    labels: dict[Choice, str] = {
        number: f"**{number}** {keep_plain(read(level.name))}" for number, level in names
    }
    return labels | {choice: f"**{sign}** {say(f'question.{choice}')}" for choice, sign in _SIGNS.items()}


def _ask_note(book: AnswerBook, question: Question, choice: Choice, stored: Answer | None) -> str | None:
    """What is added to the answer: evidence, who would know, or why it does not apply."""
    kind = _kind_of(choice)
    key = answer_session.note_key(question.id, kind)
    value = _stored_note(stored, kind) or answer_session.get_parked_note(key)
    adopted = session.adopt_stored(key, value)
    text = st.text_input(
        book.name_note(kind),
        value="" if adopted else value,
        key=key,
        max_chars=NOTE_LENGTH,
        placeholder=say(f"question.{kind}_example"),
        live="1s",
        autocomplete="off",
    )
    note = (text or "").strip() or None
    answer_session.park_note(key, note or "")
    return note


def _kind_of(choice: Choice) -> str:
    return "evidence" if isinstance(choice, int) else choice


def _stored_note(stored: Answer | None, kind: str) -> str:
    if stored is None or _kind_of(stored.level) != kind:
        return ""
    return (stored.reason if kind == "not_applicable" else stored.note) or ""


def _keep_answer(book: AnswerBook, question: Question, choice: Choice, note: str | None) -> None:
    needs_reason = choice == "not_applicable"
    if needs_reason and note is None:
        put_html(f"<p>{say_html('question.needs_reason')}</p>", "hint sm", role="status")
        return
    answer = Answer(
        question=question.id,
        level=choice,
        reason=note if needs_reason else None,
        note=None if needs_reason else note,
    )
    if answer == book.answer_to(question):
        return
    try:
        book.save(answer)
    except UserError as error:
        put_html(f"<p>{escape(error.explain(session.get_language()))}</p>", "hint bad sm", role="alert")
    else:
        answer_session.note_last(question)
        session.note_saved(answer_session.level_key(question.id), choice)
        session.note_saved(answer_session.note_key(question.id, _kind_of(choice)), note or "")


def _offer_clearing(book: AnswerBook, question: Question) -> None:
    """Take back what was tapped by mistake: offered where this session has answered last.

    A button for every question would make a third of what a page full of answers has to draw.
    """
    if not answer_session.was_last(question) or book.answer_to(question) is None:
        return
    if st.button(say("question.clear"), key=f"clear-{question.id}", type="tertiary"):
        book.clear(question)
        st.rerun()
