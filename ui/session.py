"""Where a visitor is: the module that names query parameters and session_state keys, with `seat_session`
and `answer_session`.

Answers live in the store. What is kept here may be lost at any time without losing an answer.
"""

from collections.abc import Mapping
from contextvars import ContextVar
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
_MEMORY = "memory"
"""session_state: all that a session remembers besides its widgets, by the names below. One entry, because
Streamlit goes through all of them for every widget."""
KNOWN = "known"
"""What the store held when this session last looked, by widget."""
DRAWN = "drawn"
"""The language in which each widget with labels was last drawn."""
PARKED = "parked"
"""Notes of an answer that was changed to another kind, by widget."""
NOTICE = "notice"
"""Why the last thing asked for could not be done, to be shown once."""
SAVED_AT = "saved_at"
"""When this session last put an answer into the store."""


_LANGUAGE: ContextVar[Language | None] = ContextVar("language", default=None)
"""The language of the run under way: a page asks for it hundreds of times."""
_RECALLED: ContextVar[dict[str, Any] | None] = ContextVar("recalled", default=None)
"""What this session remembers, as long as its thread lives; Streamlit never runs two sessions in one."""


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
    if get_section() != section:
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


def recall() -> dict[str, Any]:
    """What this session remembers, by name."""
    memory = _RECALLED.get()
    if memory is None:
        memory = st.session_state.setdefault(_MEMORY, {})
        _RECALLED.set(memory)
    return memory


def forget_known() -> None:
    """Forget what the store held, as when another draft is opened."""
    for name in (KNOWN, PARKED, SAVED_AT):
        recall().pop(name, None)


def adopt_stored(key: str, stored: Any) -> bool:
    """Make a widget follow the store when its value was changed elsewhere since this session looked.

    Returns whether the widget's value was set, in which case it must not be given a default as well.
    Call before the widget; what the visitor has chosen in the meantime is left alone.
    """
    known: dict[str, Any] = recall().setdefault(KNOWN, {})
    before = known.get(key, stored)
    known[key] = stored
    if before == stored or st.session_state.get(key, stored) != before:
        return False
    st.session_state[key] = stored
    return True


def fill_in(key: str, stored: Any) -> None:
    """Have a widget show what the store holds when it is first drawn, and follow the store from then on.

    Given that way, and not as a default, a field can be emptied: Streamlit puts a default back.
    """
    if not adopt_stored(key, stored) and key not in st.session_state:
        st.session_state[key] = stored


def carry_choice(key: str) -> bool:
    """Take a choice along into another language.

    The browser holds a choice as its label, so after a switch it would show none. Call before the widget;
    returns whether its value was set, in which case it must not be given a default as well.
    """
    drawn: dict[str, Language] = recall().setdefault(DRAWN, {})
    language = get_language()
    before = drawn.get(key, language)
    drawn[key] = language
    if before == language or key not in st.session_state:
        return False
    st.session_state[key] = st.session_state[key]
    return True


def note_saved(key: str, value: Any) -> None:
    """Remember that this session itself has just put a value into the store."""
    recall().setdefault(KNOWN, {})[key] = value


def show_stored(key: str, stored: Any) -> None:
    """Make a widget show what the store holds, whatever it shows now: for choices that act at once."""
    st.session_state[key] = stored


def read_widget(key: str) -> Any:
    """What a widget shows, None when it is not on the screen."""
    return st.session_state.get(key)


def set_notice(text: str) -> None:
    """Remember why something could not be done, for the run that follows."""
    recall()[NOTICE] = text


def take_notice() -> str:
    """What was remembered that way, and forget it; empty when there is nothing."""
    return str(recall().pop(NOTICE, ""))
