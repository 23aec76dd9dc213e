"""The result of the workshop as its participants may see it: what the result page shows, and the minutes."""

import streamlit as st

from reporting.narrative import tell_verdict
from scoring.findings import Diagnosis
from services.workshop import (
    WorkshopGaps,
    gaps_for_participant,
    minutes_for_participant,
    result_for_participant,
)
from ui import session
from ui.components import frame
from ui.components.capabilities import put_capabilities
from ui.components.decisions import put_decisions
from ui.components.organisation import put_organisation
from ui.components.pattern_list import put_patterns
from ui.components.perception_gaps import put_perception_gaps
from ui.components.reasons import put_next_stage, put_reasons
from ui.components.room.frame import put_head
from ui.components.room.minutes import put_minutes
from ui.components.room.words import say
from ui.components.sides import put_sides
from ui.components.verdict import put_missing, put_verdict
from ui.components.workshop.group_marks import Labels
from ui.resources import get_store
from ui.seats import Seat


def show_result(seat: Seat) -> None:
    """Draw the result and the minutes. Raises ResultNotShared."""
    diagnosis = result_for_participant(get_store(), seat.token)
    gaps = gaps_for_participant(get_store(), seat.token, session.get_language())
    items = minutes_for_participant(get_store(), seat.token)
    with frame.sheet("result", frame.RESULT_WIDTH, "room"):
        put_head(seat, say("result.as_of"))
        _put_findings(diagnosis, gaps, seat.participation.plan.groups)
        put_minutes(seat, diagnosis, items)
    with frame.bottom_bar(frame.RESULT_WIDTH):
        if st.button(say("closed.back"), key="back"):
            session.set_section("closed")
            st.rerun()


def _put_findings(diagnosis: Diagnosis, gaps: WorkshopGaps, labels: Labels) -> None:
    verdict = tell_verdict(diagnosis, session.get_language(), polite=True)
    put_verdict(diagnosis, verdict)
    if diagnosis.overall.stage is None:
        put_missing(diagnosis)
    put_reasons(verdict)
    if verdict.counts.unknown < verdict.counts.total:
        put_next_stage(diagnosis)
        put_capabilities(diagnosis)
        put_sides(diagnosis, with_chart=False)
        put_patterns(diagnosis)
        put_perception_gaps(diagnosis.questionnaire, gaps, labels)
        put_organisation(diagnosis)
        put_decisions(verdict)
