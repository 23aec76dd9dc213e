"""Working documents to take home from a diagnosis."""

from collections.abc import Sequence
from datetime import date

from assessments.models import KitDocumentId, Language
from reporting.enclosures import NOTHING, Enclosures
from reporting.kit import KIT_IDS, render_document, render_zip
from reporting.kit.case import KitCase
from reporting.pdf import make_bounded
from scoring.findings import Diagnosis
from services.errors import InvalidChoice
from services.input_checks import check_language
from services.reports import explain_render_problems


def make_kit(
    diagnosis: Diagnosis,
    language: Language,
    enclosures: Enclosures = NOTHING,
    ids: Sequence[KitDocumentId] | None = None,
) -> bytes:
    """The kit, or some of its documents, in one ZIP, dated today, made in a process of its own.

    A workshop's kit needs its room (`services.workshop.room_for_facilitator`) enclosed, as its report does.
    Raises InvalidChoice for what does not exist, ReportTimedOut and ReportTooLarge.
    """
    for document_id in ids or ():
        _check_document(document_id)
    case = _open_case(diagnosis, language, enclosures)
    with explain_render_problems():
        return make_bounded(render_zip, (case, ids))


def make_document(
    document_id: KitDocumentId, diagnosis: Diagnosis, language: Language, enclosures: Enclosures = NOTHING
) -> bytes:
    """One document of the kit as a whole file; as `make_kit`."""
    _check_document(document_id)
    case = _open_case(diagnosis, language, enclosures)
    with explain_render_problems():
        return make_bounded(render_document, (document_id, case))


def _open_case(diagnosis: Diagnosis, language: Language, enclosures: Enclosures) -> KitCase:
    return KitCase(diagnosis, check_language(language), date.today(), enclosures)


def _check_document(document_id: KitDocumentId) -> None:
    if document_id not in KIT_IDS:
        raise InvalidChoice("document")
