"""How much time the team has: asked once, kept for the company."""

import streamlit as st

from assessments.answer_files import HOURS_IN_A_WEEK, MOST_PEOPLE
from scoring.roadmap import Capacity
from services.errors import UserError
from services.follow_up import keep_capacity
from ui.cases import Case
from ui.components.markup import put_html
from ui.components.plan.words import say, say_html
from ui.resources import get_store
from ui.session import get_language


def ask_capacity(case: Case) -> Capacity:
    """Two numbers beside each other; returns what the roadmap is to be planned with from now on."""
    known = case.enclosures.capacity
    with st.container(key="capacity", horizontal=True, vertical_alignment="bottom", gap="small"):
        people = st.number_input(
            say("capacity.people"),
            min_value=1,
            max_value=MOST_PEOPLE,
            value=known.people,
            step=1,
            key="cap-people",
        )
        hours = st.number_input(
            say("capacity.hours"),
            min_value=0.5,
            max_value=float(HOURS_IN_A_WEEK),
            value=float(known.hours_a_week),
            step=0.5,
            format="%g",
            key="cap-hours",
        )
        put_html(f"<p class='sm mut'>{say_html('capacity.why')}</p>")
    given = Capacity(people=int(people), hours_a_week=float(hours))
    if given == known:
        return known
    try:
        keep_capacity(get_store(), case.link.token, given)
    except UserError as error:
        put_html(f"<p>{error.explain(get_language())}</p>", "hint bad sm", role="alert")
        return known
    return given
