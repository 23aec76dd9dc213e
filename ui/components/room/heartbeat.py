"""What makes a phone follow the room while nobody touches it."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from services.errors import UserError
from services.workshop import WorkshopLinkNotFound, read_revision
from ui import session
from ui.components.markup import put_html
from ui.components.room.words import say_html
from ui.components.workshop.timer import draw_countdown
from ui.resources import get_store
from ui.seats import Seat

SECONDS = 5
"""From beat to beat: one statement each time."""


@dataclass
class _Pulse:
    """What the page drew last, and whether the heart has beaten since."""

    seat: Seat
    watched: tuple[str, ...]
    is_new: bool = True


def put_heartbeat(seat: Seat, watched: Iterable[str] = ()) -> None:
    """Follow the workshop's phase, question, ballot and clock; draws the clock, if one runs. One on a page.

    `watched`: keys of the widgets whose values have to be in the store. One that is not, because the
    connection was lost or the database was busy when it was chosen, is saved by the next full run.
    """
    _beat(_Pulse(seat, tuple(watched)))


@st.fragment(run_every=SECONDS)
def _beat(pulse: _Pulse) -> None:
    # As part of the page's own run there is nothing new to find, and a rerun would never end.
    if not pulse.is_new and _has_moved(pulse):
        st.rerun()
    pulse.is_new = False
    timer = pulse.seat.participation.timer
    if timer is not None:
        # Drawn anew with every beat: a phone that slept has the right time again when it wakes.
        put_html(f"<p class='sm mut'>{say_html('clock.left')}</p>{draw_countdown(timer)}", "clk clock")


def _has_moved(pulse: _Pulse) -> bool:
    try:
        revision = read_revision(get_store(), pulse.seat.token)
    except WorkshopLinkNotFound:
        return True
    except UserError:
        return False  # out of reach for a moment: the next beat asks again
    return revision != pulse.seat.participation.revision or session.has_unsaved(pulse.watched)
