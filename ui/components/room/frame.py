"""What every screen at a seat stands in."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import escape
from urllib.parse import urlencode

import streamlit as st

from ui import seat_session
from ui.components import frame
from ui.components.markup import put_html
from ui.components.room.heartbeat import put_heartbeat
from ui.components.room.words import say, say_html
from ui.components.workshop.group_marks import name_group
from ui.language import PARAMETER
from ui.links import make_seat_link
from ui.seats import Seat
from ui.session import get_language
from ui.words import say_html as say_ui_html

LADDER = '<div class="ld" aria-hidden="true"><i class="a"></i><i class="b"></i></div>'
"""The ladder with nothing on it."""


@contextmanager
def room(seat: Seat, place: str, width: int = frame.PHONE_WIDTH) -> Iterator[None]:
    """The sheet of a screen at a seat; `place` names what it shows."""
    with frame.sheet("room", width, place):
        yield
        _put_own_link(seat)


def put_head(seat: Seat, state: str = "", watched: Iterable[str] = ()) -> None:
    """Whose seat it is, the clock, and what keeps the screen up to date."""
    participation = seat.participation
    group = name_group(participation.group, participation.plan.groups)
    with frame.masthead(say("seat.joined", group=group), state):
        pass
    put_heartbeat(seat, watched)


def _put_own_link(seat: Seat) -> None:
    """The seat's own link, and a way for somebody else to join on the same device.

    One piece of HTML: this stands on a page that a whole room reloads with every answer. The browser
    remembers the seat by it, so that scanning the code again leads back here.
    """
    language = get_language()
    link = escape(make_seat_link(st.context.url or "", seat.token, language))
    other = escape(f"join?{urlencode({seat_session.NEW: 1, PARAMETER: language})}")
    put_html(
        f"<details><summary>{say_html('seat.link')}</summary><p>{say_html('seat.link_text')}</p>"
        f"<p class='link'>{link}</p>"
        f"<p><button type='button' data-copy='{link}' data-done='{say_ui_html('resume.copied')}'>"
        f"{say_ui_html('resume.copy')}</button></p>"
        f"<p><a href='{other}'>{say_html('seat.other')}</a></p></details>",
        "seat take",
        seat=seat.token,
    )
