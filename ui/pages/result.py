"""The result page: the verdict first, then everything it rests on, then what one takes along."""

import streamlit as st

from reporting.narrative import tell_verdict
from scoring.findings import Diagnosis
from services.self_service import diagnose_draft
from services.takeaway import Link
from ui.components import frame, resume
from ui.components.capabilities import put_capabilities
from ui.components.decisions import put_decisions
from ui.components.downloads import offer_report, put_downloads
from ui.components.organisation import put_organisation, put_roles
from ui.components.pattern_list import put_patterns
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
    opened = open_draft()
    if opened is None:
        go_to("start", None)
    diagnosis = diagnose_draft(opened.questionnaire, opened.draft)
    with frame.sheet("result", frame.RESULT_WIDTH):
        saved = opened.draft.saved_at
        with frame.masthead(
            opened.draft.profile.name, say("result.as_of", time=tell_time(saved)) if saved else ""
        ):
            resume.show_link(opened.token)
            if st.button(say("start.workshop"), key="to-workshop", type="tertiary"):
                go_to("workshop", opened.token)
        _put_findings(opened, diagnosis)
        put_downloads(Link("draft", opened.token))
    _put_bar(opened)


def _put_findings(opened: Opened, diagnosis: Diagnosis) -> None:
    verdict = tell_verdict(diagnosis, get_language(), polite=True)
    put_verdict(diagnosis, verdict)
    if diagnosis.overall.stage is None:
        put_missing(diagnosis)
        if opened.open and st.button(say("result.answer_more"), key="answer-more", type="primary"):
            go_to("answer", opened.token, find_first_open(opened.questionnaire, opened.open))
    put_reasons(verdict)
    if verdict.counts.unknown < verdict.counts.total:
        _put_evidence(diagnosis)
        put_decisions(verdict)


def _put_evidence(diagnosis: Diagnosis) -> None:
    """Everything that rests on answers."""
    put_next_stage(diagnosis)
    put_capabilities(diagnosis)
    put_sides(diagnosis)
    put_patterns(diagnosis)
    put_organisation(diagnosis)
    put_roles(diagnosis)
    put_survey(diagnosis)


def _put_bar(opened: Opened) -> None:
    with frame.bottom_bar(frame.RESULT_WIDTH):
        if st.button(say("result.back"), key="back"):
            go_to("answer", opened.token, REVIEW)
        offer_report(Link("draft", opened.token))


show()
