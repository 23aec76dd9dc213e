"""Where a participant of a workshop is, and what this session has done to join.

As in `session`, what is kept here may be lost at any time without losing an answer or a seat.
"""

import streamlit as st

from ui.language import PARAMETER
from ui.session import CODE, SECTION, get_language, read_cookies, recall

SEAT = "p"
"""Query parameter with the token of a participant's seat in a workshop."""
NEW = "n"
"""Query parameter that says that somebody else joins on this device than the one who did before."""
SEAT_COOKIE = "henkaku_seat"
"""The cookie with the token of the seat this browser took last; `henkaku.js` keeps it."""
_INVITED = "invited"
"""The join code asked for last, with what it led to."""
_JOINED = "joined"
"""Tokens of the seats taken in this session, by join code."""


def get_seat() -> str | None:
    """The token of the seat in the address, None when there is none."""
    return st.query_params.get(SEAT) or None


def get_last_seat() -> str | None:
    """The token of the seat this browser took last, None when there is none. Whether it is one is unknown."""
    return read_cookies().get(SEAT_COOKIE) or None


def get_code() -> str | None:
    """The join code or join key in the address, None when there is none."""
    return st.query_params.get(CODE) or None


def set_code(code: str) -> None:
    """Put a join code into the address."""
    st.query_params[CODE] = code


def note_invitation(code: str, found: object) -> None:
    """Remember what a join code led to, so that a rerun does not ask again."""
    recall()[_INVITED] = code, found


def get_invitation(code: str) -> object:
    """What a join code led to when this session asked; None when it has not."""
    asked, found = recall().get(_INVITED, (None, None))
    return found if asked == code else None


def forget_invitation() -> None:
    """Ask again, as when the same code is sent once more."""
    recall().pop(_INVITED, None)


def note_joined(code: str, token: str) -> None:
    """Remember the seat that was just taken."""
    recall().setdefault(_JOINED, {})[code] = token


def get_joined(code: str) -> str | None:
    """The token of the seat taken in this session by a code; None when there is none."""
    token: str | None = recall().get(_JOINED, {}).get(code)
    return token


def note_other_person() -> None:
    """Whoever joins next on this device is somebody else."""
    recall().pop(_JOINED, None)
    st.query_params[NEW] = "1"


def is_other_person() -> bool:
    """Whether somebody else joins on this device than the one who did before."""
    return NEW in st.query_params


def make_seat_address(token: str | None, section: str | None = None) -> dict[str, str]:
    """The query parameters of a place in a workshop's room, in the visitor's language."""
    address = {SEAT: token, SECTION: section, PARAMETER: get_language()}
    return {name: value for name, value in address.items() if value}
