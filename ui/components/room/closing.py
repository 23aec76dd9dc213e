"""After the workshop: thanks, and the result where the facilitator has opened it."""

import streamlit as st

from ui import session
from ui.components import frame
from ui.components.markup import put_html
from ui.components.room.frame import LADDER, put_head, room
from ui.components.room.own_result import show_result
from ui.components.room.words import say, say_html
from ui.seats import Seat
from ui.words import set_phrases

RESULT = "result"
"""The section with the result."""


def say_goodbye(seat: Seat) -> None:
    """Draw the thanks, or the result when the address asks for it and it is open."""
    is_shared = seat.participation.share_result
    if is_shared and session.get_section() == RESULT:
        show_result(seat)
        return
    with room(seat, "closed"):
        put_head(seat)
        text = "shared" if is_shared else "private"
        put_html(
            f"<h1>{set_phrases(say('closed.title'))}</h1><p role='status'>{say_html(f'closed.{text}')}</p>"
            f"{LADDER}",
            "calm",
        )
    if is_shared:
        with frame.bottom_bar(frame.PHONE_WIDTH):
            put_html("")
            if st.button(say("closed.see"), key="see-result", type="primary"):
                session.set_section(RESULT)
                st.rerun()
