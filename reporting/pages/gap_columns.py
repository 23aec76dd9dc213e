"""What stands around each upright ladder of the gap page: titles, agreement, names beside the marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from reporting.charts.dumbbells import LABEL_OFFSET, PITCH, Medians, column_left, group_levels
from reporting.charts.geometry import rung_height
from reporting.narrative import GapStory
from reporting.narrative.groups import GroupNames
from reporting.narrative.voice import write_level
from reporting.pages.wording import Wording
from reporting.typesetting import break_lines, shorten_text

LABEL_SIZE, LABEL_LEADING = 7.5, 3.7
"""Names beside the marks: size in points, line height in mm."""
LABEL_WIDTH = PITCH - LABEL_OFFSET - 1.0
TITLE_SIZE = 8.0
TITLE_WIDTH = PITCH - 2.0


@dataclass(frozen=True)
class MarkLabel:
    """The names of the groups at one level: place of the first line on the page, in mm."""

    top: float
    names: tuple[str, ...]


@dataclass(frozen=True)
class GapColumn:
    """One question on the chart."""

    left: float
    difference: str
    title: tuple[str, ...]
    agreement: tuple[str, ...]
    """How far all agree and how often chance would reach it; nothing below six respondents."""
    labels: tuple[MarkLabel, ...]


def build_columns(charted: Sequence[GapStory], names: GroupNames, wording: Wording) -> tuple[GapColumn, ...]:
    """The words around each ladder."""
    return tuple(_build_column(place, item, names) for place, item in enumerate(charted))


def _build_column(place: int, item: GapStory, names: GroupNames) -> GapColumn:
    medians: Medians = {group: view.median for group, view in item.gap.by_group.items()}
    title = f"{place + 1} {item.title}"
    return GapColumn(
        left=column_left(place),
        difference=write_level(item.gap.difference),
        title=break_lines(title, TITLE_WIDTH, TITLE_SIZE, True, True),
        agreement=tuple(
            part
            for text in (item.agreement, item.chance)
            for part in break_lines(text, TITLE_WIDTH, LABEL_SIZE)
        ),
        labels=place_labels(medians, item.gap.question_id, names),
    )


def place_labels(medians: Medians, question_id: str, names: GroupNames) -> tuple[MarkLabel, ...]:
    """Names beside their marks, those of equal groups below each other, none over another."""
    placed: list[MarkLabel] = []
    floor = 0.0
    for level, groups in group_levels(medians).items():
        texts = tuple(
            shorten_text(names.name(group, question_id, short=True), LABEL_WIDTH, LABEL_SIZE)
            for group in groups
        )
        top = max(rung_height(level) - LABEL_LEADING * len(texts) / 2, floor)
        placed.append(MarkLabel(top, texts))
        floor = top + LABEL_LEADING * len(texts)
    return tuple(placed)
