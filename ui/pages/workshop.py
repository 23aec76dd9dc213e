"""Opening a workshop: the company, what is asked of whom, and for how long."""

from typing import NoReturn

import streamlit as st

from assessments.answers import Profile
from services.follow_up import StoredCompany, open_company
from services.workshop import open_workshop
from ui.brand_session import carry_brand
from ui.components import frame
from ui.components.brand.link import offer_brand
from ui.components.markup import put_html
from ui.components.profile_form import ask_profile
from ui.components.workshop.plan_form import ask_choices, make_plan
from ui.components.workshop.words import say, say_html
from ui.navigation import go_to, go_to_host
from ui.resources import get_questionnaire, get_store
from ui.session import get_token
from ui.words import set_phrases


def show() -> None:
    """Draw the form; opening leads to the facilitator's screen.

    With a link in the address the workshop is a new round of the company behind it.
    """
    questionnaire, token = get_questionnaire(), get_token()
    company = open_company(get_store(), token) if token else None
    with frame.sheet("workshop", frame.START_WIDTH):
        with frame.masthead(say("open.head")):
            offer_brand()
        title, lead = set_phrases(say("open.title")), set_phrases(say("open.lead"))
        put_html(f"<h1>{title}</h1><p class='lead ph'>{lead}</p>", "oph1")
        left, right = st.columns([1, 1], gap="large")
        with left, st.container(key="open-plan", gap="small"):
            choices = ask_choices(questionnaire)
        with right, st.container(key="form", gap=24):
            why = "open.company_why" if company is None else "open.company_again"
            title = set_phrases(say("open.company"))
            put_html(f"<h2>{title}</h2><p class='sm mut'>{set_phrases(say(why))}</p>", "fh")
            profile = ask_profile(questionnaire.organisation, company.profile if company else Profile())
    with frame.bottom_bar(frame.START_WIDTH):
        if st.button(say("open.back"), key="back"):
            _go_back(token, company)
        if choices.missing:
            put_html(f"<p class='sm'>{say_html(choices.missing)}</p>", role="status", width="content")
        if st.button(say("open.go"), key="next", type="primary", disabled=choices.missing is not None):
            opened = open_workshop(get_store(), make_plan(choices, profile), company=company)
            carry_brand(opened.facilitator_token)
            go_to_host(opened.facilitator_token)


def _go_back(token: str | None, company: StoredCompany | None) -> NoReturn:
    if token and company and company.is_facilitated:
        go_to_host(token)
    go_to("result" if company else "start", token)


show()
