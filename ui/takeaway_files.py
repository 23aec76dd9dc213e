"""Which files can be taken along, by their address: reports, the kit and its documents, board, calendar."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from assessments.models import KitDocumentId, Language
from i18n.text import translate
from reporting.exports.kinds import FORMS, Form, SlideShape
from reporting.kit import KIT_DOCUMENTS, KitDocument
from services.follow_up import BoardForm, export_board, make_calendar
from services.kit import make_document, make_kit
from services.reports import render_report
from services.takeaway import Link, open_report
from storage.store import Store

SHAPE, WEEKLY, MONTHLY = "shape", "weekly", "monthly"
"""Query parameters: the shape of slides, and the first time of each meeting (ISO 8601)."""
_TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "zip": "application/zip",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}


@dataclass(frozen=True)
class Request:
    """What somebody asks for, already checked."""

    store: Store
    link: Link
    language: Language
    """The language of the file."""
    options: Mapping[str, str]
    """The query parameters."""


@dataclass(frozen=True)
class TakenFile:
    """A file ready to be saved."""

    name: str
    media_type: str
    content: bytes


def find_maker(path: str) -> Callable[[Request], TakenFile] | None:
    """What makes the file at an address below `/takeaway/`; None where there is none."""
    return _MAKERS.get(path)


def name_file(company: str, what: str, ending: str, language: Language | None) -> str:
    """A file name that says whose it is, what and of which day, without what file systems refuse."""
    whose = re.sub(r"[^\w-]+", "-", company).strip("-")[:60]
    kind = re.sub(r"[^\w-]+", "-", what).strip("-")
    parts = ("henkaku", whose, kind, date.today().isoformat(), language or "")
    return "_".join(part for part in parts if part) + f".{ending}"


def _make_report(form: Form, asked: Request) -> TakenFile:
    diagnosis, enclosures = open_report(asked.store, asked.link)
    shape: SlideShape = "a4" if asked.options.get(SHAPE) == "a4" else "wide"
    content = render_report(diagnosis, asked.language, form, enclosures, shape)
    language = None if form == "json" else asked.language
    return TakenFile(name_file(diagnosis.profile.name, "", form, language), _TYPES[form], content)


def _make_kit(asked: Request) -> TakenFile:
    diagnosis, enclosures = open_report(asked.store, asked.link)
    content = make_kit(diagnosis, asked.language, enclosures)
    name = name_file(diagnosis.profile.name, _say("kit", asked.language), "zip", asked.language)
    return TakenFile(name, _TYPES["zip"], content)


def _make_document(document: KitDocument, asked: Request) -> TakenFile:
    diagnosis, enclosures = open_report(asked.store, asked.link)
    content = make_document(document.id, diagnosis, asked.language, enclosures)
    title = document.title(asked.language)
    name = name_file(diagnosis.profile.name, title, document.form, asked.language)
    return TakenFile(name, _TYPES[document.form], content)


def _make_board(form: BoardForm, asked: Request) -> TakenFile:
    content = export_board(asked.store, asked.link.token, form, asked.language, date.today())
    return TakenFile(name_file("", _say("board", asked.language), form, None), _TYPES[form], content)


def _make_calendar(asked: Request) -> TakenFile:
    weekly, monthly = (_read_time(asked.options.get(name)) for name in (WEEKLY, MONTHLY))
    content = make_calendar(asked.store, asked.link.token, asked.language, date.today(), weekly, monthly)
    return TakenFile(name_file("", _say("calendar", asked.language), "ics", None), _TYPES["ics"], content)


def _read_time(text: str | None) -> datetime | None:
    """A time without a zone; None for what is no time."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None) if text else None
    except ValueError:
        return None


def _say(what: str, language: Language) -> str:
    return translate(f"plan.files.{what}", language)


def kit_address(document: KitDocumentId | None) -> str:
    """Where a document of the kit lies, or (None) all of them in one ZIP."""
    return "kit.zip" if document is None else f"kit/{document}"


_MAKERS: dict[str, Callable[[Request], TakenFile]] = {
    **{form: partial(_make_report, form) for form in FORMS},
    kit_address(None): _make_kit,
    **{kit_address(document.id): partial(_make_document, document) for document in KIT_DOCUMENTS},
    "board.csv": partial(_make_board, "csv"),
    "board.xlsx": partial(_make_board, "xlsx"),
    "calendar.ics": _make_calendar,
}
