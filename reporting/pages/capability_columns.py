"""The four columns of the second page: a dimension's heading and the labels under its ladders."""

import re
from dataclasses import dataclass, replace

from assessments.models import Dimension
from reporting.charts.geometry import GUTTER, column, keep_apart
from reporting.glyphs import measure_text
from reporting.narrative import DimensionStory, tell_dimension
from reporting.narrative.voice import write_mean
from reporting.pages.wording import Wording
from reporting.typesetting import break_lines, choose_size
from scoring.findings import Diagnosis, Measure

LABEL_SIZE = 7.5
"""Size of the labels under the ladders, in points."""
CLEARANCE = 1.6
"""Space between titles under neighbouring ladders, in mm: more than between words of one title."""
HEADING_SIZES = (11.0, 10.0, 9.0)
_WORDS = re.compile(r"[A-Za-z-]+")


@dataclass(frozen=True)
class Score:
    """A title with its mean and interval."""

    title: str
    mean: str
    interval: str


@dataclass(frozen=True)
class CapabilityLabel:
    """What stands under one ladder."""

    left: float
    """Of a box centred under the ladder, in mm."""
    width: float
    shift: float
    """By how much the title moves aside to keep clear of its neighbours, in mm; right is positive."""
    lines: tuple[str, ...]
    score: Score


@dataclass(frozen=True)
class DimensionColumn:
    """One of the four columns."""

    left: float
    width: float
    title: tuple[str, ...]
    title_size: float
    score: Score
    story: DimensionStory
    capabilities: tuple[CapabilityLabel, ...]


def _score(title: str, measure: Measure, wording: Wording) -> Score:
    mean = "–" if measure.mean is None else write_mean(measure.mean)
    return Score(title, mean, wording.interval(measure))


def build_column(diagnosis: Diagnosis, dimension: Dimension, place: int, wording: Wording) -> DimensionColumn:
    """The column of a dimension, at its place from 0."""
    left, width = column(place, len(diagnosis.questionnaire.dimensions))
    share = width / len(dimension.capabilities)
    labels = tuple(
        _build_label(
            left + share * index,
            share,
            _score(wording.voice.read(item.title), diagnosis.capabilities[item.id], wording),
        )
        for index, item in enumerate(dimension.capabilities)
    )
    size, title = choose_size((wording.voice.read(dimension.title),), width - 10, HEADING_SIZES, 1)
    if len(title) > 1:
        size, title = choose_size((wording.voice.read(dimension.title),), width, HEADING_SIZES[-1:], 2)
    return DimensionColumn(
        left=left,
        width=width,
        title=title,
        title_size=size,
        score=_score(wording.voice.read(dimension.title), diagnosis.dimensions[dimension.id], wording),
        story=tell_dimension(diagnosis, dimension.id, wording.language, False),
        capabilities=labels,
    )


def _build_label(left: float, share: float, score: Score) -> CapabilityLabel:
    """A label centred under its ladder, wider than its share where a word is too long for it."""
    is_long = any(measure_text(word, LABEL_SIZE) > share + 0.8 for word in _WORDS.findall(score.title))
    width = share + GUTTER / 2
    lines = break_lines(score.title, width if is_long else share + 0.8, LABEL_SIZE, False, True)
    return CapabilityLabel(left + share / 2 - width / 2, width, 0.0, lines, score)


def spread_labels(columns: tuple[DimensionColumn, ...]) -> tuple[DimensionColumn, ...]:
    """The columns with titles moved aside where the words of neighbours would nearly touch."""
    labels = [label for column in columns for label in column.capabilities]
    centres = [label.left + label.width / 2 for label in labels]
    widths = [max(measure_text(text, LABEL_SIZE) for text in label.lines) for label in labels]
    moved = iter(keep_apart(centres, widths, CLEARANCE))
    return tuple(
        replace(
            column,
            capabilities=tuple(
                replace(label, shift=next(moved) - label.left - label.width / 2)
                for label in column.capabilities
            ),
        )
        for column in columns
    )


def describe_labels(labels: list[CapabilityLabel], wording: Wording) -> str:
    """The scores of all ladders in words."""
    parts = [
        wording.say(
            "capabilities.alt_interval" if label.score.interval else "capabilities.alt_score",
            title=label.score.title,
            mean=label.score.mean,
            interval=label.score.interval,
        )
        for label in labels
    ]
    return wording.say("capabilities.alt", scores=wording.say("cover.comma").join(parts))
