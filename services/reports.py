"""What a person takes home from a diagnosis."""

import json
from datetime import date

from assessments.models import Language
from reporting.json_export import to_json
from reporting.pdf import RenderTimedOut, RenderTooLarge, render_pdf
from scoring.findings import Diagnosis
from services.errors import ReportTimedOut, ReportTooLarge


def render_report(diagnosis: Diagnosis, language: Language) -> bytes:
    """The report as a PDF, dated today, made in a process of its own.

    Raises ReportTimedOut and ReportTooLarge; any other failure is a bug and comes as RenderFailed.
    """
    try:
        return render_pdf(diagnosis, language, date.today())
    except RenderTimedOut as error:
        raise ReportTimedOut from error
    except RenderTooLarge as error:
        raise ReportTooLarge from error


def export_json(diagnosis: Diagnosis) -> str:
    """The diagnosis as JSON, for other programs to read."""
    return json.dumps(to_json(diagnosis), ensure_ascii=False, indent=2) + "\n"
