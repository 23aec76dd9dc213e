"""What this session remembers of the answers on a page: which widgets they have, what waits to be saved.

As in `session`, what is kept here may be lost at any time without losing an answer.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import streamlit as st

from assessments.models import Question
from ui.session import KNOWN, PARKED, SAVED_AT, recall

_LAST = "last"
"""The question this session answered last."""
_TURNED = "turned"
"""The key of the button that has turned the page before the run that its press caused."""
KINDS = ("evidence", "unknown", "not_applicable")
"""What may be added to an answer, by kind of answer."""


def level_key(question_id: str) -> str:
    """Key of the widget with a question's levels; the style sheet matches its beginning."""
    return f"lv-{question_id}"


def note_key(question_id: str, kind: str) -> str:
    """Key of the widget with what is added to an answer, one per kind of answer."""
    return f"note-{kind}-{question_id}"


def list_widgets(questions: Iterable[Question]) -> list[str]:
    """The keys of all widgets that answers to these questions are given with."""
    keys = []
    for question in questions:
        keys.append(level_key(question.id))
        keys += [note_key(question.id, kind) for kind in KINDS]
    return keys


def has_unsaved(keys: Iterable[str]) -> bool:
    """Whether one of these widgets holds what the store, as this session knows it, does not.

    So it is when a choice reached the server without a run that could save it.
    """
    known, held = recall().get(KNOWN, {}), st.session_state
    return any(key in known and key in held and _strip(held[key]) != _strip(known[key]) for key in keys)


def _strip(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def note_saved_at(moment: datetime) -> None:
    """Remember when this session last put an answer into the store."""
    recall()[SAVED_AT] = moment


def get_saved_at() -> datetime | None:
    """When this session last put an answer into the store; None when it has not yet."""
    moment: datetime | None = recall().get(SAVED_AT)
    return moment


def note_last(question: Question) -> None:
    """Remember which question was answered last."""
    recall()[_LAST] = question.id


def was_last(question: Question) -> bool:
    """Whether this is the question answered last."""
    return recall().get(_LAST) == question.id


def park_note(key: str, text: str) -> None:
    """Keep a note whose field leaves the screen because another kind of answer was chosen."""
    recall().setdefault(PARKED, {})[key] = text


def get_parked_note(key: str) -> str:
    """The note kept for a field, empty when there is none."""
    return str(recall().get(PARKED, {}).get(key, ""))


def note_turned(key: str | None) -> None:
    """Remember which button has turned the page already; None when the run itself has to do it."""
    recall()[_TURNED] = key


def take_turned() -> str | None:
    """What was remembered that way, and forget it."""
    key: str | None = recall().pop(_TURNED, None)
    return key
