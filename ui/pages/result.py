"""The result page: the verdict first, then everything it rests on, then what one takes along."""

import streamlit as st

from reporting.narrative import tell_verdict
from scoring.findings import Diagnosis
from services.takeaway import Link
from ui.cases import Case, open_case
from ui.components import frame, resume
from ui.components.capabilities import put_capabilities
from ui.components.decisions import put_decisions
from ui.components.downloads import offer_report, put_downloads
from ui.components.organisation import put_organisation, put_roles
from ui.components.pattern_list import put_patterns
from ui.components.plan.next_steps import put_next_steps, put_since
from ui.components.plan.recheck import put_unfinished
from ui.components.plan.tabs import put_tabs
from ui.components.reasons import put_next_stage, put_reasons
from ui.components.sides import put_sides
from ui.components.survey import put_survey
from ui.components.verdict import put_missing, put_verdict
from ui.drafts import Opened, open_draft
from ui.navigation import go_to
from ui.sections import REVIEW, find_first_open
from ui.session import get_language
from ui.words import say, tell_time


def show() -> None:
    """Draw the diagnosis of the draft the address names."""
    opened, case = open_draft(), open_case()
    if opened is None or case is None:
        go_to("start", None)
    with frame.sheet("result", frame.RESULT_WIDTH):
        saved = opened.draft.saved_at
        with frame.masthead(
            opened.draft.profile.name, say("result.as_of", time=tell_time(saved)) if saved else ""
        ):
            resume.show_link(opened.token)
            if st.button(say("start.workshop"), key="to-workshop", type="tertiary"):
                go_to("workshop", opened.token)
        put_tabs(case.link, "result")
        if opened.is_recheck and opened.open and not opened.draft.is_followed:
            put_unfinished(case.link, len(opened.open))
        _put_findings(opened, case)
        put_downloads(case.link)
    _put_bar(opened, case.link)


def _put_findings(opened: Opened, case: Case) -> None:
    diagnosis = case.diagnosis
    verdict = tell_verdict(diagnosis, get_language(), polite=True)
    put_verdict(diagnosis, verdict)
    if diagnosis.overall.stage is None:
        put_missing(diagnosis)
        can_answer = opened.open and not opened.draft.is_followed
        if can_answer and st.button(say("result.answer_more"), key="answer-more", type="primary"):
            go_to("answer", opened.token, find_first_open(opened.questionnaire, opened.open))
    if not opened.open:
        put_since(case)
    put_reasons(verdict)
    if verdict.counts.unknown < verdict.counts.total:
        _put_evidence(diagnosis)
        put_decisions(verdict)
        put_next_steps(case)


def _put_evidence(diagnosis: Diagnosis) -> None:
    """Everything that rests on answers."""
    put_next_stage(diagnosis)
    put_capabilities(diagnosis)
    put_sides(diagnosis)
    put_patterns(diagnosis)
    put_organisation(diagnosis)
    put_roles(diagnosis)
    put_survey(diagnosis)


def _put_bar(opened: Opened, link: Link) -> None:
    with frame.bottom_bar(frame.RESULT_WIDTH):
        if st.button(say("result.back"), key="back"):
            go_to("answer", opened.token, REVIEW)
        offer_report(link)


show()
