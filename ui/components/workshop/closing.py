"""After the end: the verdict, what was agreed, and what one takes along."""

from functools import partial
from html import escape

import streamlit as st

from reporting.narrative import tell_verdict
from scoring.findings import Diagnosis
from services.takeaway import Link
from services.workshop import (
    close_workshop,
    minutes_for_facilitator,
    result_for_facilitator,
)
from ui.components.downloads import offer_report
from ui.components.ladder import draw_bar
from ui.components.markup import put_html
from ui.components.notice import perform, put_notice
from ui.components.stage import describe_stage
from ui.components.workshop import projector
from ui.components.workshop.agreement import name_level
from ui.components.workshop.facilitator_link import offer_facilitator_link
from ui.components.workshop.minutes import draw_minutes
from ui.components.workshop.watch import watch
from ui.components.workshop.words import say
from ui.hosting import Hosted
from ui.navigation import go_to_host
from ui.resources import get_store
from ui.session import get_language, read_widget, show_stored
from ui.words import set_phrases

RESULT = "result"
"""The section of the address that shows the whole result."""


def put_closing(hosted: Hosted) -> None:
    """The whole screen of a closed workshop."""
    diagnosis = result_for_facilitator(get_store(), hosted.token)
    with projector.slide("closed"):
        with projector.head(say("closed.head"), hosted.workshop.plan.profile.name):
            offer_facilitator_link(hosted.token)
        put_notice()
        left, right = st.columns([20, 38], gap="large")
        with left:
            _put_verdict(hosted, diagnosis)
        with right:
            _put_minutes(hosted)
            watch(hosted.token, hosted.workshop.revision, lambda workshop: None)
    with projector.bar():
        _offer_sharing(hosted)
        with st.container(key="bar-right", horizontal=True, width="content"):
            offer_report(Link("facilitator", hosted.token), "secondary")
            if st.button(say("closed.to_result"), key="next", type="primary"):
                go_to_host(hosted.token, RESULT)


def _put_verdict(hosted: Hosted, diagnosis: Diagnosis) -> None:
    verdict = tell_verdict(diagnosis, get_language(), polite=True)
    lines = "<br>".join(set_phrases(line) for line in verdict.headline)
    people = escape(say("closed.based_on", people=hosted.workshop.people))
    stage = _draw_stage(diagnosis)
    put_html(f"<p class='q'>{people}</p><h1>{lines}</h1>{stage}<p>{escape(verdict.deck)}</p>", "over")


def _draw_stage(diagnosis: Diagnosis) -> str:
    """The stage in words and on the ladder; without one only the range stands on it."""
    stage = diagnosis.overall.stage
    words = describe_stage(diagnosis.questionnaire, diagnosis.overall)
    title = (
        say("closed.no_stage")
        if stage is None
        else say("closed.stage", stage=stage, name=name_level(diagnosis.questionnaire, stage))
    )
    bar = draw_bar(stage, diagnosis.overall.stage_interval, words)
    return f"<div class='stg'><p>{escape(title)}</p>{bar}</div>"


def _put_minutes(hosted: Hosted) -> None:
    items = minutes_for_facilitator(get_store(), hosted.token)
    drawn = draw_minutes(items, hosted.workshop.plan.groups, hosted.questionnaire)
    put_html(f"<h2>{set_phrases(say('minutes.title'))}</h2>{drawn}", "min half", tag="section")


def _offer_sharing(hosted: Hosted) -> None:
    """Whether participants' links lead to the result; may be changed at any time."""
    show_stored("share-result", hosted.workshop.share_result)
    st.checkbox(say("closed.share"), key="share-result", on_change=_share, args=(hosted.token,))


def _share(token: str) -> None:
    share = bool(read_widget("share-result"))
    perform(partial(close_workshop, get_store(), token, share))
