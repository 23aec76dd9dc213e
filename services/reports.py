"""What a person takes home from a diagnosis."""

from datetime import date

from assessments.models import Language
from reporting.exports.forms import Form, SlideShape, write_form
from reporting.pdf import RenderTimedOut, RenderTooLarge, render_pdf
from scoring.findings import Diagnosis
from scoring.minutes import Room
from services.errors import ReportTimedOut, ReportTooLarge

_NO_ROOM = Room()


def render_report(diagnosis: Diagnosis, language: Language, room: Room = _NO_ROOM) -> bytes:
    """The report as a PDF, dated today, made in a process of its own.

    `room`: what a workshop adds (`services.workshop.room_for_facilitator`). Without it every group is
    shown, so a workshop's report always needs it.

    Raises ReportTimedOut and ReportTooLarge; any other failure is a bug and comes as RenderFailed.
    """
    try:
        return render_pdf(diagnosis, language, date.today(), room=room)
    except RenderTimedOut as error:
        raise ReportTimedOut from error
    except RenderTooLarge as error:
        raise ReportTooLarge from error


def export_json(diagnosis: Diagnosis) -> str:
    """The diagnosis as JSON, for other programs to read."""
    return write_form("json", diagnosis, "ja", date.today()).decode()


def export_report(
    diagnosis: Diagnosis,
    language: Language,
    form: Form,
    shape: SlideShape = "wide",
    room: Room = _NO_ROOM,
) -> bytes:
    """The report in one of its forms as a whole file, dated today; `shape` is for slides, `room` as above.

    Raises ReportTimedOut and ReportTooLarge for a PDF.
    """
    if form == "pdf":
        return render_report(diagnosis, language, room)
    return write_form(form, diagnosis, language, date.today(), shape, room)
