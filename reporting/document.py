"""The report as one HTML document: everything it needs is inside it."""

from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assessments.models import Language
from reporting.charts import geometry
from reporting.enclosures import NOTHING, Enclosures
from reporting.glyphs import clean_markup
from reporting.pages.report import build_report
from reporting.pages.wording import Wording
from reporting.typesetting import join_lines, set_text
from scoring.findings import Diagnosis

TEMPLATES = Path(__file__).parent.parent / "report_templates"


@cache
def _environment() -> Environment:
    """Everything printed is escaped and holds only characters the fonts have."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=clean_markup,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["fit"] = set_text
    environment.filters["as_lines"] = join_lines
    environment.globals["page"] = geometry
    return environment


def load_templates() -> None:
    """Compile the templates ahead of the first report."""
    _environment().get_template("report.html.j2")


def render_html(
    diagnosis: Diagnosis, language: Language, made_on: date, enclosures: Enclosures = NOTHING
) -> str:
    """The report as HTML with its style, pictures as data: URIs; nothing is fetched from anywhere."""
    wording = Wording(language)
    translate: Callable[..., str] = partial(Wording.say, wording)
    template = _environment().get_template("report.html.j2")
    report = build_report(diagnosis, wording, made_on, enclosures)
    return template.render(report=report, t=translate)
