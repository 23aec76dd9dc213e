"""What moved since the round before, directly behind the verdict."""

from dataclasses import dataclass

from reporting.charts.changes import LABEL_OFFSET, draw_changes, draw_key
from reporting.charts.geometry import column, keep_apart, rung_height
from reporting.charts.svg import Picture
from reporting.enclosures import Earlier
from reporting.glyphs import measure_text
from reporting.narrative import Story, tell_comparison
from reporting.narrative.comparison import split_change
from reporting.narrative.voice import write_mean
from reporting.pages.moves import MoveGroup, build_sides
from reporting.pages.wording import Head, Line, Wording, set_lines
from scoring.comparison import Change, compare
from scoring.findings import Diagnosis, Measure

TITLE_SIZES = (10.5, 9.5, 9.0, 8.5, 8.0, 7.5)
LABEL_HEIGHT = 4.4
"""Height of a figure beside its mark, in mm."""


@dataclass(frozen=True)
class MarkLabel:
    """A figure beside a mark: its place on the page in mm."""

    top: float
    mean: str
    is_now: bool


@dataclass(frozen=True)
class ChangeColumn:
    """One measure on its ladder."""

    left: float
    width: float
    name: str
    title: Line
    """The same, set over the ladder."""
    before: str
    now: str
    stage: str
    labels: tuple[MarkLabel, ...]
    change: str
    note: str
    """Whether the change is certain; empty where nothing moved."""


@dataclass(frozen=True)
class ComparisonPage:
    """Everything on the page."""

    head: Head
    story: Story
    ladders: Picture
    key: Picture
    columns: tuple[ChangeColumn, ...]
    sides: tuple[tuple[MoveGroup, ...], ...]
    """The groups in each of the two columns."""
    no_moves: str
    """Said where no question moved, else empty."""
    patterns: tuple[str, ...]
    line: str
    """What moved, in one sentence for the first page."""
    label_offset: float = LABEL_OFFSET


def build_comparison_page(
    diagnosis: Diagnosis, earlier: Earlier | None, wording: Wording
) -> ComparisonPage | None:
    """The page; None where there is no earlier round."""
    if earlier is None:
        return None
    comparison = compare(earlier.diagnosis, diagnosis)
    story = tell_comparison(comparison, earlier.made_on, wording.language, False)
    titles = {item.id: wording.voice.read(item.title) for item in diagnosis.questionnaire.dimensions}
    named = [(wording.say("comparison.overall"), comparison.overall)]
    named += [(titles[name], change) for name, change in comparison.dimensions.items()]
    sides = build_sides(diagnosis, comparison, wording)
    return ComparisonPage(
        head=wording.head("comparison", story.story),
        story=story.story,
        ladders=draw_changes([change for _, change in named], _describe(named, wording)),
        key=draw_key(wording.say("comparison.key_alt")),
        columns=tuple(
            _build_column(place, len(named), title, change, wording)
            for place, (title, change) in enumerate(named)
        ),
        sides=sides,
        no_moves="" if any(sides) else wording.say("comparison.no_moves"),
        patterns=story.patterns,
        line=story.line,
    )


def _build_column(place: int, count: int, title: str, change: Change, wording: Wording) -> ChangeColumn:
    left, width = column(place, count)
    points, note = split_change(change, wording.language)
    return ChangeColumn(
        left=left,
        width=width,
        name=title,
        title=_set_title(title, width),
        before=_write_mean(change.before),
        now=_write_mean(change.after),
        stage=wording.say(
            "comparison.stages", before=_write_stage(change.before), after=_write_stage(change.after)
        ),
        labels=_build_labels(change),
        change=points,
        note=note,
    )


def _set_title(title: str, width: float) -> Line:
    """A measure's name in two lines at most, at a size at which no word is cut."""
    sizes = tuple(
        size for size in TITLE_SIZES if max(measure_text(word, size, True) for word in title.split()) <= width
    )
    return set_lines((title,), width, sizes or TITLE_SIZES[-1:], 0.48, 2)


def _write_stage(measure: Measure) -> str:
    return "–" if measure.stage is None else str(measure.stage)


def _build_labels(change: Change) -> tuple[MarkLabel, ...]:
    """The figures of both rounds, from the top down, moved apart where they would touch."""
    known = [
        (rung_height(measure.mean), write_mean(measure.mean), is_now)
        for measure, is_now in ((change.before, False), (change.after, True))
        if measure.mean is not None
    ]
    known.sort(key=lambda item: (item[0], not item[2]))
    tops = keep_apart([height for height, _, _ in known], [LABEL_HEIGHT] * len(known), 0)
    return tuple(
        MarkLabel(top - LABEL_HEIGHT / 2, mean, is_now)
        for top, (_, mean, is_now) in zip(tops, known, strict=True)
    )


def _describe(named: list[tuple[str, Change]], wording: Wording) -> str:
    parts = [
        wording.say(
            "comparison.alt_one",
            title=title,
            before=_write_mean(change.before),
            after=_write_mean(change.after),
        )
        for title, change in named
    ]
    return wording.say("comparison.alt", changes=wording.say("cover.comma").join(parts))


def _write_mean(measure: Measure) -> str:
    return "–" if measure.mean is None else write_mean(measure.mean)
