"""The diagnosis as one web page that holds everything it needs and asks nothing of the network."""

import base64
import hashlib
from datetime import date
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from assessments.models import Language
from reporting.brand_raster import write_uri
from reporting.enclosures import NOTHING, Enclosures
from reporting.exports.web.page import build_page
from reporting.exports.words import ExportWording, clean_plain
from scoring.findings import Diagnosis

_FOLDER = Path(__file__).parent


def render_web_page(
    diagnosis: Diagnosis, language: Language, made_on: date, enclosures: Enclosures = NOTHING
) -> str:
    """The diagnosis as a self-contained page for screens of any width and for print.

    The page's policy allows no script and no address but `data:`; the same input gives the same text.
    """
    wording = ExportWording(language)
    brand = enclosures.brand
    style = _read_style() + _dye(brand.accent)
    page = build_page(diagnosis, wording, made_on, enclosures)
    template = _environment().get_template("page.html.j2")
    return template.render(
        page=page,
        brand=brand,
        logo=write_uri(brand.logo) if brand.logo else "",
        style=Markup(style),  # noqa: S704 - our own file, without markup
        policy=_allow_only(style),
        t=partial(ExportWording.say, wording),
        x=partial(ExportWording.tell, wording),
    )


@cache
def _read_style() -> str:
    return (_FOLDER / "page.css").read_text(encoding="utf-8")


def _dye(accent: str | None) -> str:
    """The firm's colour where the page has none of its own; colours that mean something stay."""
    if accent is None:
        return ""
    return (
        f"body {{ border-top: .5rem solid {accent} }}\n"
        f"section > .label, .hero > div > .label, .decisions b {{ color: {accent} }}\n"
    )


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
