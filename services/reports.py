"""What a person takes home from a diagnosis."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from assessments.models import Language
from reporting.enclosures import NOTHING, Enclosures
from reporting.exports.kinds import Form, SlideShape
from reporting.pdf import RenderTimedOut, RenderTooLarge, render_form
from scoring.findings import Diagnosis
from services.errors import ReportTimedOut, ReportTooLarge


def render_report(
    diagnosis: Diagnosis,
    language: Language,
    form: Form = "pdf",
    enclosures: Enclosures = NOTHING,
    shape: SlideShape = "wide",
) -> bytes:
    """The report in one of its forms, dated today, made in a process of its own; `shape` is for slides.

    A workshop's report always needs its room (`services.workshop.room_for_facilitator`) enclosed: without
    it every group is shown.

    Raises ReportTimedOut and ReportTooLarge; any other failure is a bug and comes as RenderFailed.
    """
    with explain_render_problems():
        return render_form(form, diagnosis, language, date.today(), shape, enclosures)


@contextmanager
def explain_render_problems() -> Iterator[None]:
    """Turn RenderTimedOut into ReportTimedOut, and RenderTooLarge into ReportTooLarge."""
    try:
        yield
    except RenderTimedOut as error:
        raise ReportTimedOut from error
    except RenderTooLarge as error:
        raise ReportTooLarge from error
