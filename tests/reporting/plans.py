"""Reports with figures, little time, or a round before: built once for several tests."""

from functools import cache

from assessments.models import Language
from reporting.document import render_html
from reporting.enclosures import Enclosures
from reporting.pages.report import Report, build_report
from reporting.pages.wording import Wording
from reporting.press import print_html
from scoring.roadmap import Capacity
from tests.golden.reports import MADE_ON, enclose, read_example


@cache
def read_case(stem: str, capacity: Capacity | None = None) -> Enclosures:
    """What an example encloses, with another team where one is named."""
    found = enclose(stem, read_example(stem)[1])
    return Enclosures(capacity=capacity or found.capacity, targets=found.targets, earlier=found.earlier)


@cache
def build(stem: str, language: Language = "ja", capacity: Capacity | None = None) -> Report:
    return build_report(read_example(stem)[0], Wording(language), MADE_ON, read_case(stem, capacity))


@cache
def print_case(stem: str, language: Language, capacity: Capacity | None = None) -> bytes:
    return print_html(render_html(read_example(stem)[0], language, MADE_ON, read_case(stem, capacity)))
