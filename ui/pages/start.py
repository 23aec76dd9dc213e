"""The start page: what the assessment is about on the left, the company's profile on the right."""

from typing import Literal

import streamlit as st

from assessments.answers import Profile
from assessments.models import Edition
from services.self_service import start_assessment, update_profile
from ui.brand_session import carry_brand
from ui.components import frame, promise, resume
from ui.components.brand.link import offer_brand
from ui.components.markup import put_html
from ui.components.profile_form import ask_profile
from ui.drafts import Opened, open_draft
from ui.navigation import go_to
from ui.resources import get_questionnaire, get_store
from ui.sections import estimate_minutes
from ui.session import get_language
from ui.words import say, set_phrases

EDITIONS: tuple[Edition, ...] = ("quick", "full")
"""In the order of their buttons: the full one stands at the right."""
_BUTTONS: dict[Edition, Literal["primary", "secondary"]] = {"quick": "secondary", "full": "primary"}


def show() -> None:
    """Draw the page; with a draft in the address it edits that draft's profile."""
    opened = open_draft()
    questionnaire = get_questionnaire()
    with frame.sheet("start", frame.START_WIDTH):
        with frame.masthead():
            if opened is None:
                resume.offer_resume()
                offer_brand()
                if st.button(say("start.workshop"), key="to-workshop", type="tertiary"):
                    go_to("workshop", None)
        left, right = st.columns([11, 12], gap="large")
        with left:
            promise.put_promise(questionnaire)
        with right, st.container(key="form", gap=24):
            kind = "new" if opened is None else "again"
            put_html(
                f"<h2>{set_phrases(say(f'start.form_{kind}'))}</h2>"
                f"<p class='sm mut'>{set_phrases(say('start.form_why'))}</p>",
                "fh",
            )
            known = opened.draft.profile if opened else Profile()
            profile = ask_profile(questionnaire.organisation, known)
            if opened is None:
                _offer_editions(profile)
            else:
                _keep_profile(opened, profile)
        put_html(
            "".join(
                f"<p class='sm mut'>{set_phrases(say(f'start.{name}'))}</p>" for name in ("saving", "privacy")
            ),
            "after",
        )


def _offer_editions(profile: Profile) -> None:
    """Two ways to begin; neither is chosen for the visitor."""
    with frame.bottom_bar(frame.START_WIDTH):
        for edition in EDITIONS:
            count = len(get_questionnaire().asked_in(edition))
            label = say(f"start.go_{edition}", n=count, minutes=estimate_minutes(count))
            if st.button(label, key=f"go-{edition}", type=_BUTTONS[edition], wrap=True):
                token = start_assessment(get_store(), profile, edition, get_language())
                carry_brand(token)
                go_to("answer", token)


def _keep_profile(opened: Opened, profile: Profile) -> None:
    if profile != opened.draft.profile:
        update_profile(get_store(), opened.token, profile)
    with frame.bottom_bar(frame.START_WIDTH):
        put_html("")
        if st.button(say("start.go_on"), key="go-on", type="primary"):
            go_to("answer", opened.token)


show()
