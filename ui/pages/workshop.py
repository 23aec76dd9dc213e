"""Opening a workshop: the company, what is asked of whom, and for how long."""

import streamlit as st

from assessments.answers import Profile
from services.workshop import open_workshop
from ui.components import frame
from ui.components.markup import put_html
from ui.components.profile_form import ask_profile
from ui.components.workshop.plan_form import ask_choices, make_plan
from ui.components.workshop.words import say, say_html
from ui.navigation import go_to, go_to_host
from ui.resources import get_questionnaire, get_store
from ui.words import set_phrases


def show() -> None:
    """Draw the form; opening leads to the facilitator's screen."""
    questionnaire = get_questionnaire()
    with frame.sheet("workshop", frame.START_WIDTH):
        with frame.masthead(say("open.head")):
            pass
        title, lead = set_phrases(say("open.title")), set_phrases(say("open.lead"))
        put_html(f"<h1>{title}</h1><p class='lead ph'>{lead}</p>", "oph1")
        left, right = st.columns([1, 1], gap="large")
        with left, st.container(key="open-plan", gap="small"):
            choices = ask_choices(questionnaire)
        with right, st.container(key="form", gap=24):
            company, why = set_phrases(say("open.company")), say_html("open.company_why")
            put_html(f"<h2>{company}</h2><p class='sm mut'>{why}</p>", "fh")
            profile = ask_profile(questionnaire.organisation, Profile())
    with frame.bottom_bar(frame.START_WIDTH):
        if st.button(say("open.back"), key="back"):
            go_to("start", None)
        if choices.missing:
            put_html(f"<p class='sm'>{say_html(choices.missing)}</p>", role="status", width="content")
        if st.button(say("open.go"), key="next", type="primary", disabled=choices.missing is not None):
            go_to_host(open_workshop(get_store(), make_plan(choices, profile)).facilitator_token)


show()
