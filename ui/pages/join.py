"""Joining a workshop by its code or the QR code's key; who has joined before is led back."""

import streamlit as st

from services.errors import DatabaseProblem, UserError
from services.workshop import Invitation, find_workshop
from ui import seat_session, session
from ui.components import frame
from ui.components.room.joining import ask_code, ask_seat
from ui.components.room.returning import fits, offer_return
from ui.navigation import go_to_room
from ui.resources import get_store
from ui.seats import Seat, find_last_seat, name_visitor


def show() -> None:
    """Draw the code's field, the invitation, or the way back."""
    code = seat_session.get_code()
    taken = seat_session.get_joined(code) if code else None
    if taken:
        go_to_room(taken)
    found = _invite(code) if code else None
    problem = found if isinstance(found, UserError) else None
    if isinstance(found, Invitation) and session.prefer_language(found.language):
        st.rerun()
    step = "seat" if isinstance(found, Invitation) else "code"
    with frame.sheet("join", frame.PHONE_WIDTH, step):
        with frame.masthead():
            pass
        if code and isinstance(found, Invitation):
            _welcome(code, found)
        else:
            _ask_code(problem)


def _invite(code: str) -> Invitation | UserError:
    """What a code leads to, asked once for each code sent: every wrong one counts."""
    kept = seat_session.get_invitation(code)
    if isinstance(kept, Invitation | UserError):
        return kept
    found: Invitation | UserError
    try:
        found = find_workshop(get_store(), code, name_visitor())
    except DatabaseProblem:
        raise
    except UserError as error:
        found = error
    seat_session.note_invitation(code, found)
    return found


def _welcome(code: str, invitation: Invitation) -> None:
    seat = _find_own_seat()
    if seat is None or not fits(seat, invitation):
        ask_seat(code, invitation)
    elif offer_return(seat):
        seat_session.note_other_person()
        st.rerun()


def _find_own_seat() -> Seat | None:
    """The seat this browser took last, unless somebody else is to join now."""
    return None if seat_session.is_other_person() else find_last_seat()


def _ask_code(problem: UserError | None) -> None:
    sent = ask_code(problem, _find_own_seat())
    if sent:
        seat_session.forget_invitation()
        seat_session.set_code(sent)
        st.rerun()


show()
