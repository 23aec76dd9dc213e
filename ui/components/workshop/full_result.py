"""The whole result of a workshop, as the result page shows it, with the minutes and the downloads."""

import streamlit as st

from reporting.narrative import tell_verdict
from scoring.findings import Diagnosis
from services.takeaway import Link, open_report
from services.workshop import (
    MinutesItem,
    WorkshopGaps,
    gaps_for_facilitator,
    minutes_for_facilitator,
)
from ui.cases import Case
from ui.components import frame
from ui.components.capabilities import put_capabilities
from ui.components.decisions import put_decisions
from ui.components.downloads import offer_report, put_downloads
from ui.components.organisation import put_organisation, put_roles
from ui.components.pattern_list import put_patterns
from ui.components.perception_gaps import put_perception_gaps
from ui.components.plan.next_steps import put_next_steps
from ui.components.plan.tabs import put_tabs
from ui.components.reasons import put_next_stage, put_reasons
from ui.components.section import put_section
from ui.components.sides import put_sides
from ui.components.survey import put_survey
from ui.components.verdict import put_missing, put_verdict
from ui.components.workshop.group_marks import Labels
from ui.components.workshop.minutes import draw_minutes
from ui.components.workshop.words import say
from ui.hosting import Hosted
from ui.navigation import go_to_host
from ui.resources import get_store
from ui.session import get_language


def put_full_result(hosted: Hosted) -> None:
    """The result over agreed levels, else the median of group medians; a preview until closing."""
    store, workshop = get_store(), hosted.workshop
    link = Link("facilitator", hosted.token)
    case = Case(link, *open_report(store, link))
    state = say("closed.final" if workshop.phase == "closed" else "closed.preview")
    with frame.sheet("result", frame.RESULT_WIDTH):
        with frame.masthead(workshop.plan.profile.name, state):
            pass
        put_tabs(link, "result")
        gaps, groups = gaps_for_facilitator(store, hosted.token, get_language()), workshop.plan.groups
        put_findings(case.diagnosis, gaps, groups)
        put_minutes_section(minutes_for_facilitator(store, hosted.token), groups, case.diagnosis)
        if case.diagnosis.overall.score is not None:
            put_next_steps(case)
        put_downloads(link)
    with frame.bottom_bar(frame.RESULT_WIDTH):
        if st.button(say("closed.back"), key="back"):
            go_to_host(hosted.token)
        offer_report(link)


def put_findings(diagnosis: Diagnosis, gaps: WorkshopGaps, labels: Labels) -> None:
    """The verdict first, then everything it rests on."""
    verdict = tell_verdict(diagnosis, get_language(), polite=True)
    put_verdict(diagnosis, verdict)
    if diagnosis.overall.stage is None:
        put_missing(diagnosis)
    put_reasons(verdict)
    if verdict.counts.unknown == verdict.counts.total:
        return
    put_next_stage(diagnosis)
    put_capabilities(diagnosis)
    put_sides(diagnosis)
    put_patterns(diagnosis)
    put_perception_gaps(diagnosis.questionnaire, gaps, labels)
    put_organisation(diagnosis)
    put_roles(diagnosis)
    put_survey(diagnosis)
    put_decisions(verdict)


def put_minutes_section(items: tuple[MinutesItem, ...], labels: Labels, diagnosis: Diagnosis) -> None:
    """The minutes as a section of the result; nothing where nothing is on record."""
    if items:
        drawn = draw_minutes(items, labels, diagnosis.questionnaire)
        put_section(say("minutes.title"), (say("minutes.section"),), "", drawn)
