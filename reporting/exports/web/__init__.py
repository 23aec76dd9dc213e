"""The diagnosis as one web page that holds everything it needs and asks nothing of the network."""

import base64
import hashlib
from datetime import date
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from assessments.models import Language
from reporting.exports.forms import NO_ROOM
from reporting.exports.web.page import build_page
from reporting.exports.words import ExportWording, clean_plain
from scoring.findings import Diagnosis
from scoring.minutes import Room

_FOLDER = Path(__file__).parent


def render_web_page(diagnosis: Diagnosis, language: Language, made_on: date, room: Room = NO_ROOM) -> str:
    """The diagnosis as a self-contained page for screens of any width and for print.

    `room`: a workshop's names for its groups, and whether it was anonymous.
    The page's policy allows no script and no address but `data:`; the same input gives the same text.
    """
    wording = ExportWording(language)
    style = _read_style()
    page = build_page(diagnosis, wording, made_on, room)
    template = _environment().get_template("page.html.j2")
    return template.render(
        page=page,
        style=Markup(style),  # noqa: S704 - our own file, without markup
        policy=_allow_only(style),
        t=partial(ExportWording.say, wording),
        x=partial(ExportWording.tell, wording),
    )


@cache
def _read_style() -> str:
    return (_FOLDER / "page.css").read_text(encoding="utf-8")


def _allow_only(style: str) -> str:
    """The content security policy: pictures inside the page, this very style sheet, nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    return (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


@cache
def _environment() -> Environment:
    """Everything printed is escaped, and free of characters that turn the direction of writing."""
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_clean,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _clean(value: object) -> object:
    return clean_plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
