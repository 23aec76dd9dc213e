"""What the room agrees on: the level, and in words fact, judgement, next step, owner and due date.

Texts are on record as soon as a field is left; the level when the button in the bar is pressed.
"""

from datetime import date
from functools import partial
from typing import Any, Literal

import streamlit as st

from assessments.answers import NAME_LENGTH, NOTE_LENGTH
from assessments.models import LEVELS
from services.workshop import Entry, record_entry, redo_entry, undo_entry
from ui.components.markup import put_html
from ui.components.notice import perform
from ui.components.workshop.words import say, say_html
from ui.hosting import Hosted
from ui.resources import get_store
from ui.session import adopt_stored, note_saved

Outcome = int | Literal["disagreed"]
OUTCOMES: tuple[Outcome, ...] = (*range(LEVELS), "disagreed")
TEXTS = ("fact", "judgement", "next_action")


def ask_agreement(hosted: Hosted, question_id: str) -> Outcome | None:
    """Draw the form and keep its texts; returns the outcome chosen, on record or not yet."""
    entry = hosted.workshop.entries.get(question_id) or Entry()
    with st.container(key="agree", gap=None):
        _put_head(hosted, question_id, entry)
        outcome = _ask_outcome(question_id, entry)
        texts = {name: _ask_text(name, question_id, entry) for name in TEXTS}
        texts["owner"] = _ask_text("owner", question_id, entry)
        due = _ask_due(question_id, entry)
    changed = entry.model_copy(update={**texts, "due": due})
    if changed != entry and _record(hosted, question_id, changed):
        for name, value in {**texts, "due": due}.items():
            note_saved(_key(name, question_id), value)
        st.rerun()
    return outcome


def record_outcome(hosted: Hosted, question_id: str, outcome: Outcome) -> bool:
    """Put the outcome on record with the texts that are there; returns whether it was done."""
    entry = hosted.workshop.entries.get(question_id) or Entry()
    level = outcome if isinstance(outcome, int) else None
    status = "agreed" if level is not None else "disagreed"
    done = _record(hosted, question_id, entry.model_copy(update={"status": status, "level": level}))
    if done:
        note_saved(_key("outcome", question_id), outcome)
    return done


def _record(hosted: Hosted, question_id: str, entry: Entry) -> bool:
    return perform(partial(record_entry, get_store(), hosted.token, question_id, entry))


def _put_head(hosted: Hosted, question_id: str, entry: Entry) -> None:
    with st.container(
        key="agree-head", horizontal=True, vertical_alignment="center", wrap=False, gap="small"
    ):
        put_html(f"<h2>{say_html('agree.title')}</h2>", "agh")
        for name, change in (("undo", undo_entry), ("redo", redo_entry)):
            if st.button(say(f"agree.{name}"), key=name, type="tertiary"):
                perform(partial(change, get_store(), hosted.token, question_id))
                st.rerun()
    if entry.status != "open":
        level = "" if entry.level is None else f" {entry.level}"
        put_html(f"<p>{say_html(f'agree.on_record_{entry.status}')}{level}</p>", "onrec", role="status")


def _ask_outcome(question_id: str, entry: Entry) -> Outcome | None:
    stored: Outcome | None = "disagreed" if entry.status == "disagreed" else entry.level
    key = _key("outcome", question_id)
    adopted = adopt_stored(key, stored)
    labels: dict[Outcome, str] = {level: f"**{level}**" for level in range(LEVELS)}
    labels["disagreed"] = say("agree.disagreed")
    return st.radio(
        say("agree.title"),
        OUTCOMES,
        index=None if adopted or stored is None else OUTCOMES.index(stored),
        format_func=labels.__getitem__,
        key=key,
        label_visibility="collapsed",
        width="stretch",
    )


def _ask_text(name: str, question_id: str, entry: Entry) -> str:
    key, stored = _key(name, question_id), getattr(entry, name)
    options: dict[str, Any] = {
        "value": "" if adopt_stored(key, stored) else stored,
        "key": key,
        "placeholder": say(f"agree.{name}_example"),
    }
    if name in TEXTS:
        text = st.text_area(say(f"agree.{name}"), height="content", max_chars=NOTE_LENGTH, **options)
    else:
        text = st.text_input(say(f"agree.{name}"), max_chars=NAME_LENGTH, autocomplete="off", **options)
    return (text or "").strip()


def _ask_due(question_id: str, entry: Entry) -> date | None:
    key = _key("due", question_id)
    adopted = adopt_stored(key, entry.due)
    due: date | None = st.date_input(
        say("agree.due"), value=None if adopted else entry.due, key=key, format="YYYY/MM/DD"
    )
    return due


def _key(name: str, question_id: str) -> str:
    """Key of a field of the form; the style sheet matches its beginning."""
    return f"agree-{name}-{question_id}"
