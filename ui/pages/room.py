"""A participant's phone: it answers, talks, votes and says goodbye as the workshop goes on."""

from html import escape

import streamlit as st

from services.workshop import WorkshopLinkNotFound
from ui import seat_session, session
from ui.components import frame
from ui.components.markup import put_html
from ui.components.room.answering import answer_blind
from ui.components.room.closing import say_goodbye
from ui.components.room.talking import talk
from ui.components.room.words import say
from ui.navigation import go_to_join
from ui.seats import take_seat
from ui.words import set_phrases


def show() -> None:
    """Draw what the workshop's phase asks for, at the seat the address names."""
    token = seat_session.get_seat()
    if token is None:
        go_to_join()
    try:
        seat = take_seat(token)
    except WorkshopLinkNotFound as error:
        _explain_lost(error)
        return
    if session.prefer_language(seat.participation.plan.language):
        st.rerun()
    if seat.participation.phase == "answering":
        answer_blind(seat)
    elif seat.participation.phase == "discussing":
        talk(seat)
    else:
        say_goodbye(seat)


def _explain_lost(error: WorkshopLinkNotFound) -> None:
    with frame.sheet("room", frame.PHONE_WIDTH, "lost"):
        with frame.masthead():
            pass
        text = escape(error.explain(session.get_language()))
        put_html(f"<h1>{set_phrases(say('seat.lost'))}</h1><p>{text}</p>", "calm", role="alert")
    with frame.bottom_bar(frame.PHONE_WIDTH):
        put_html("")
        if st.button(say("seat.join"), key="to-join", type="primary"):
            go_to_join()


show()
