"""What makes a phone follow the room while nobody touches it."""

from collections.abc import Iterable

import streamlit as st

from services.errors import UserError
from services.workshop import WorkshopLinkNotFound, read_revision
from ui import answer_session
from ui.components.markup import put_html
from ui.components.pulse import Pulse
from ui.components.room.words import say_html
from ui.components.workshop.timer import draw_countdown
from ui.resources import get_store
from ui.seats import Seat

SECONDS = 5
"""From beat to beat: one statement each time."""


def put_heartbeat(seat: Seat, watched: Iterable[str] = ()) -> None:
    """Follow the workshop's phase, question, ballot and clock; draws the clock, if one runs. One on a page.

    `watched`: keys of the widgets whose values have to be in the store. One that is not, because the
    connection was lost or the database was busy when it was chosen, is saved by the next full run.
    """
    _beat(Pulse(SECONDS), seat, tuple(watched))


@st.fragment(run_every=SECONDS)
def _beat(pulse: Pulse, seat: Seat, watched: tuple[str, ...]) -> None:
    # As part of the page's own run there is nothing new to find, and a rerun would never end.
    if not pulse.is_new and (pulse.is_early or _has_moved(seat, watched)):
        st.rerun()
    pulse.is_new = False
    timer = seat.participation.timer
    if timer is not None:
        # Drawn anew with every beat: a phone that slept has the right time again when it wakes.
        put_html(f"<p class='sm mut'>{say_html('clock.left')}</p>{draw_countdown(timer)}", "clk clock")


def _has_moved(seat: Seat, watched: tuple[str, ...]) -> bool:
    try:
        revision = read_revision(get_store(), seat.token)
    except WorkshopLinkNotFound:
        return True
    except UserError:
        return False  # out of reach for a moment: the next beat asks again
    return revision != seat.participation.revision or answer_session.has_unsaved(watched)
