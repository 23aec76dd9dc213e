"""What goes to the renderer, and what a person is told when it fails."""

import json
from datetime import date

import pytest

from assessments.answers import AnswerSet, Profile
from assessments.models import Questionnaire
from reporting.enclosures import NOTHING
from reporting.pdf import RenderTimedOut, RenderTooLarge
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis
from services import reports
from services.errors import ReportTimedOut, ReportTooLarge, UserError


@pytest.fixture
def diagnosis(questionnaire: Questionnaire) -> Diagnosis:
    return diagnose(questionnaire, AnswerSet(), Profile(name="変革工業"))


def test_a_report_bears_the_date_of_today(diagnosis: Diagnosis, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def render(*given: object) -> bytes:
        seen.extend(given)
        return b"%PDF-1.7"

    monkeypatch.setattr(reports, "render_form", render)
    assert reports.render_report(diagnosis, "en") == b"%PDF-1.7"
    assert seen == ["pdf", diagnosis, "en", date.today(), "wide", NOTHING]


@pytest.mark.parametrize(
    ("raised", "told"), [(RenderTimedOut, ReportTimedOut), (RenderTooLarge, ReportTooLarge)]
)
def test_a_report_that_grows_too_far_is_explained(
    diagnosis: Diagnosis,
    monkeypatch: pytest.MonkeyPatch,
    raised: type[Exception],
    told: type[UserError],
) -> None:
    def fail(*given: object) -> bytes:
        raise raised

    monkeypatch.setattr(reports, "render_form", fail)
    with pytest.raises(told):
        reports.render_report(diagnosis, "ja")


def test_the_export_is_json_that_keeps_japanese_readable(diagnosis: Diagnosis) -> None:
    exported = reports.render_report(diagnosis, "ja", "json").decode()
    assert json.loads(exported)
    assert "変革工業" in exported
