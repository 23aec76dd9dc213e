"""Where a visitor is: the module that names query parameters and session_state keys, with `seat_session`.

Answers live in the store. What is kept here may be lost at any time without losing an answer.
"""

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from datetime import datetime
from typing import Any

import streamlit as st

from assessments.models import Language
from ui.language import COOKIE, PARAMETER, choose_language

TOKEN = "t"  # noqa: S105 - a parameter's name
"""Query parameter with the token of a draft."""
SECTION = "s"
"""Query parameter with the capability one is answering, or `review`."""
HOST = "h"
"""Query parameter with the token of a workshop's facilitator."""
CODE = "c"
"""Query parameter with what one joins a workshop by: its join code, or the join key of the QR code."""
_KNOWN = "known"
"""session_state: what the store held when this session last looked, by question."""
_DRAWN = "drawn"
"""session_state: the language in which each widget with labels was last drawn."""
_PARKED = "parked"
"""session_state: notes of an answer that was changed to another kind, by question and kind."""
_NOTICE = "notice"
"""session_state: why the last thing asked for could not be done, to be shown once."""
_SAVED_AT = "saved_at"
"""session_state: when this session last put an answer into the store."""


_LANGUAGE: ContextVar[Language | None] = ContextVar("language", default=None)
"""The language of the run under way: a page asks for it hundreds of times."""


def settle_language() -> None:
    """Find out which language this visitor reads; call at the start of every run."""
    _LANGUAGE.set(choose_language(st.query_params.to_dict(), read_cookies()))


def get_language() -> Language:
    """The language this visitor reads."""
    return _LANGUAGE.get() or choose_language(st.query_params.to_dict(), read_cookies())


def read_cookies() -> Mapping[str, str]:
    """The cookies the browser sent when this session began."""
    return st.context.cookies.to_dict()


def set_language(language: Language) -> None:
    """Show the same place in another language from now on."""
    st.query_params[PARAMETER] = language
    _LANGUAGE.set(language)


def prefer_language(language: Language) -> bool:
    """Show a language to a visitor who has never asked for one; returns whether that changes anything."""
    asked = PARAMETER in st.query_params or COOKIE in read_cookies()
    if asked or language == get_language():
        return False
    set_language(language)
    return True


def get_token() -> str | None:
    """The token of the draft in the address, None when there is none."""
    return st.query_params.get(TOKEN) or None


def get_section() -> str | None:
    """The section in the address, None when there is none."""
    return st.query_params.get(SECTION) or None


def set_section(section: str) -> None:
    """Make a section the place one is at."""
    st.query_params[SECTION] = section


def make_address(token: str | None, section: str | None = None) -> dict[str, str]:
    """The query parameters of a place, in the visitor's language."""
    address = {TOKEN: token, SECTION: section, PARAMETER: get_language()}
    return {name: value for name, value in address.items() if value}


def get_host() -> str | None:
    """The facilitator's token in the address, None when there is none. Whether it is one is unknown."""
    return st.query_params.get(HOST) or None


def make_host_address(token: str, section: str | None = None) -> dict[str, str]:
    """The query parameters of a place on the facilitator's screen, in the visitor's language."""
    address = {HOST: token, SECTION: section, PARAMETER: get_language()}
    return {name: value for name, value in address.items() if value}


def level_key(question_id: str) -> str:
    """Key of the widget with a question's levels; the style sheet matches its beginning."""
    return f"lv-{question_id}"


def note_key(question_id: str, kind: str) -> str:
    """Key of the widget with what is added to an answer, one per kind of answer."""
    return f"note-{kind}-{question_id}"


def forget_known() -> None:
    """Forget what the store held, as when another draft is opened."""
    st.session_state.pop(_KNOWN, None)
    st.session_state.pop(_PARKED, None)
    st.session_state.pop(_SAVED_AT, None)


def adopt_stored(key: str, stored: Any) -> bool:
    """Make a widget follow the store when its value was changed elsewhere since this session looked.

    Returns whether the widget's value was set, in which case it must not be given a default as well.
    Call before the widget; what the visitor has chosen in the meantime is left alone.
    """
    known: dict[str, Any] = st.session_state.setdefault(_KNOWN, {})
    before = known.get(key, stored)
    known[key] = stored
    if before == stored or st.session_state.get(key, stored) != before:
        return False
    st.session_state[key] = stored
    return True


def carry_choice(key: str) -> bool:
    """Take a choice along into another language.

    The browser holds a choice as its label, so after a switch it would show none. Call before the widget;
    returns whether its value was set, in which case it must not be given a default as well.
    """
    drawn: dict[str, Language] = st.session_state.setdefault(_DRAWN, {})
    language = get_language()
    before = drawn.get(key, language)
    drawn[key] = language
    if before == language or key not in st.session_state:
        return False
    st.session_state[key] = st.session_state[key]
    return True


def note_saved(key: str, value: Any) -> None:
    """Remember that this session itself has just put a value into the store."""
    st.session_state.setdefault(_KNOWN, {})[key] = value


def show_stored(key: str, stored: Any) -> None:
    """Make a widget show what the store holds, whatever it shows now: for choices that act at once."""
    st.session_state[key] = stored


def read_widget(key: str) -> Any:
    """What a widget shows, None when it is not on the screen."""
    return st.session_state.get(key)


def set_notice(text: str) -> None:
    """Remember why something could not be done, for the run that follows."""
    st.session_state[_NOTICE] = text


def take_notice() -> str:
    """What was remembered that way, and forget it; empty when there is nothing."""
    return str(st.session_state.pop(_NOTICE, ""))


def has_unsaved(keys: Iterable[str]) -> bool:
    """Whether one of these widgets holds what the store, as this session knows it, does not.

    So it is when a choice reached the server without a run that could save it.
    """
    known, held = st.session_state.get(_KNOWN, {}), st.session_state
    return any(key in known and key in held and _strip(held[key]) != _strip(known[key]) for key in keys)


def _strip(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def note_saved_at(moment: datetime) -> None:
    """Remember when this session last put an answer into the store."""
    st.session_state[_SAVED_AT] = moment


def get_saved_at() -> datetime | None:
    """When this session last put an answer into the store; None when it has not yet."""
    moment: datetime | None = st.session_state.get(_SAVED_AT)
    return moment


def park_note(key: str, text: str) -> None:
    """Keep a note whose field leaves the screen because another kind of answer was chosen."""
    st.session_state.setdefault(_PARKED, {})[key] = text


def get_parked_note(key: str) -> str:
    """The note kept for a field, empty when there is none."""
    return str(st.session_state.get(_PARKED, {}).get(key, ""))
