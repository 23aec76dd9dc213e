"""What keeps the facilitator's screen up to date while nobody touches it."""

from collections.abc import Callable
from html import escape

import streamlit as st

from services.errors import UserError
from services.workshop import Workshop, WorkshopLinkNotFound, view_as_facilitator
from ui.components.markup import put_html
from ui.components.pulse import Pulse
from ui.resources import get_store
from ui.session import get_language

Draw = Callable[[Workshop], None]
SECONDS = 2
"""From look to look: two statements each time."""


def watch(token: str, revision: int, draw: Draw) -> None:
    """Look at the workshop again and again and draw what changes by itself.

    The whole page is drawn anew once anything on it has changed since `revision`, on whatever screen.
    One on a page; a database that is out of reach for a moment only shows a line.
    """
    _look(Pulse(SECONDS), token, revision, draw)


@st.fragment(run_every=SECONDS)
def _look(pulse: Pulse, token: str, revision: int, draw: Draw) -> None:
    if not pulse.is_new and pulse.is_early:
        st.rerun()
    pulse.is_new = False
    try:
        workshop = view_as_facilitator(get_store(), token)
    except WorkshopLinkNotFound:
        st.rerun()
    except UserError as error:
        put_html(f"<p>{escape(error.explain(get_language()))}</p>", "notice", role="alert")
        return
    if workshop.revision != revision:
        st.rerun()
    draw(workshop)
