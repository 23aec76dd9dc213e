"""Page 2: four dimensions and their capabilities, and what holds back the next stage."""

from dataclasses import dataclass, replace

from assessments.models import Language
from reporting.charts.geometry import MAIN_WIDTH, column
from reporting.charts.ladder import draw_bars, draw_key
from reporting.charts.svg import Picture
from reporting.glyphs import measure_text
from reporting.narrative import (
    tell_capabilities,
    tell_coverage,
    tell_next_stage,
)
from reporting.pages.capability_columns import (
    LABEL_SIZE,
    DimensionColumn,
    build_column,
    describe_labels,
    spread_labels,
)
from reporting.pages.wording import Answer, Head, Wording
from reporting.typesetting import break_lines
from scoring.findings import Diagnosis

BLOCKERS = 3
PAGE_HEIGHT = 247.0
"""Room on the page, in mm."""


@dataclass(frozen=True)
class CapabilityPage:
    """Everything on the second page."""

    head: Head
    ladders: Picture
    columns: tuple[DimensionColumn, ...]
    label_lines: int
    """Lines of the longest label under a ladder."""
    has_interval: bool
    mean_key: Picture
    unknown_key: Picture
    blockers_label: str
    blockers: tuple[Answer, ...]
    more_blockers: str
    condition: str
    coverage: str
    is_dense: bool
    """Whether the lower part has to be set smaller to stay on the page."""


def build_capability_page(diagnosis: Diagnosis, wording: Wording) -> CapabilityPage:
    """The second page."""
    dimensions = diagnosis.questionnaire.dimensions
    columns = spread_labels(
        tuple(
            build_column(diagnosis, dimension, place, wording) for place, dimension in enumerate(dimensions)
        )
    )
    labels = [label for item in columns for label in item.capabilities]
    groups = [
        [diagnosis.capabilities[item.id] for item in dimension.capabilities] for dimension in dimensions
    ]
    blockers_label, blockers, more = _list_blockers(diagnosis, wording)
    sheet = CapabilityPage(
        head=wording.head(
            "capabilities", tell_capabilities(diagnosis, wording.language, False), n=len(labels)
        ),
        ladders=draw_bars(groups, describe_labels(labels, wording)),
        columns=columns,
        label_lines=max(len(label.lines) for label in labels),
        has_interval=not diagnosis.overall.is_certain,
        mean_key=draw_key("mean", wording.say("capabilities.mean_key")),
        unknown_key=draw_key("unknown", wording.say("capabilities.unknown_key")),
        blockers_label=blockers_label,
        blockers=blockers,
        more_blockers=more,
        condition=tell_next_stage(diagnosis, wording.language, False),
        coverage=tell_coverage(diagnosis, wording.language, False),
        is_dense=False,
    )
    return replace(sheet, is_dense=_estimate_height(sheet, wording.language) > PAGE_HEIGHT)


def _estimate_height(sheet: CapabilityPage, language: Language) -> float:
    """Height of the whole page at its usual size, in mm from the top margin."""
    heading, text, small = {"ja": (10.5, 5.1, 4.3), "en": (9.5, 4.7, 3.9)}[language]
    stories = (
        heading * 0.57 * len(break_lines(item.story.headline, item.width, heading, True, True))
        + text * len(break_lines(item.story.text, item.width, 8.5))
        for item in sheet.columns
    )
    third = column(0, 3)[1] - 7.5
    answers = (
        4.9 * _count_name_lines(item, third) + small * len(break_lines(item.wording, third, LABEL_SIZE))
        for item in sheet.blockers
    )
    notes = (sheet.more_blockers + sheet.condition, sheet.coverage)
    lines = sum(len(break_lines(note, MAIN_WIDTH, 8.5)) for note in notes)
    top = 162 + 4 * (sheet.label_lines - 2)
    return top + 4 + max(stories) + 8.4 + max(answers, default=0.0) + 2 + text * lines


def _count_name_lines(answer: Answer, width: float) -> int:
    """Lines a question's title takes with its level behind it."""
    lines = break_lines(answer.title, width, 9, True, True)
    last = measure_text(lines[-1] + " ", 9, True) + measure_text(answer.level, LABEL_SIZE)
    return len(lines) + (last > width)


def _list_blockers(diagnosis: Diagnosis, wording: Wording) -> tuple[str, tuple[Answer, ...], str]:
    following = diagnosis.next_stage
    if following is None:
        return wording.say("capabilities.no_next"), (), ""
    listed = following.key_blockers or following.below
    key = "blockers" if following.key_blockers else "nearest"
    more = len(listed) - BLOCKERS
    return (
        wording.say(f"capabilities.{key}", stage=following.stage),
        tuple(wording.answer(diagnosis, item) for item in listed[:BLOCKERS]),
        wording.say("capabilities.more", n=more) if more > 0 else "",
    )
