"""The way back for somebody who has joined from this browser before."""

from html import escape

import streamlit as st

from services.workshop import Invitation
from ui.components import frame
from ui.components.markup import put_html
from ui.components.room.words import say, say_html
from ui.components.workshop.group_marks import name_group, tint
from ui.navigation import go_to_room
from ui.seats import Seat
from ui.words import set_phrases


def fits(seat: Seat, invitation: Invitation) -> bool:
    """Whether a seat can be one in the workshop invited to, as far as both can be told apart."""
    plan = seat.participation.plan
    known = plan.profile.name, plan.groups, plan.anonymous, plan.language, plan.answer_minutes
    return seat.participation.phase == invitation.phase and known == (
        invitation.company,
        invitation.groups,
        invitation.anonymous,
        invitation.language,
        invitation.answer_minutes,
    )


def offer_return(seat: Seat) -> bool:
    """Offer the seat taken before; returns whether somebody else wants to join on this device."""
    plan, group = seat.participation.plan, seat.participation.group
    company = plan.profile.name or say("product")
    answered = len(seat.asked) - len(seat.open)
    put_html(
        f"<h1>{set_phrases(say('again.title'))}</h1>"
        f"<p>{say_html('again.text', company=company, group=name_group(group, plan.groups))}</p>"
        f"<p class='mut'>{escape(say('again.progress', total=len(seat.asked), answered=answered))}</p>",
        f"jh {tint(group)}",
    )
    with frame.bottom_bar(frame.PHONE_WIDTH):
        other = st.button(say("again.other"), key="again-other", type="tertiary", wrap=True)
        if st.button(say("again.go"), key="again-go", type="primary"):
            go_to_room(seat.token)
    return other
