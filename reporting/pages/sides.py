"""Page 3: strategy design against implementation, and what it takes to cross the gap."""

from dataclasses import dataclass

from assessments.models import SIDES, Side
from reporting.charts.geometry import column, rung_height
from reporting.charts.squares import START, SideLevels, count_offset, draw_sample, draw_squares
from reporting.charts.svg import Picture
from reporting.narrative import tell_sides
from reporting.narrative.sides import count_side
from reporting.narrative.voice import write_mean
from reporting.pages.steps import ROOM, StepTable, build_step_tables
from reporting.pages.wording import Head, Wording
from scoring.findings import Diagnosis, Measure, Standing

NOTE_ROOM = 16.0
"""For the sentence about what has no room in the tables, in mm."""
NAMED = 8
"""Questions it names at most."""


@dataclass(frozen=True)
class RungCount:
    """A number beside a rung's squares: its place on the page in mm."""

    left: float
    top: float
    count: int


@dataclass(frozen=True)
class SideColumn:
    """One side of the chart."""

    left: float
    title: str
    mean: str
    total: str
    rungs: tuple[RungCount, ...]
    unknown: str


@dataclass(frozen=True)
class SidePage:
    """Everything on the third page."""

    head: Head
    squares: Picture
    unknown_key: Picture
    columns: tuple[SideColumn, ...]
    tables: tuple[StepTable, ...]
    more_steps: str
    """Those stuck on paper that the tables do not show; empty when none."""


def build_side_page(diagnosis: Diagnosis, wording: Wording) -> SidePage:
    """The third page."""
    levels = {side: _count_levels(diagnosis, side) for side in SIDES}
    measures = {"design": diagnosis.sides.design, "implementation": diagnosis.sides.implementation}
    tables, more = _build_tables(diagnosis, wording)
    sides = [SideLevels(measures[side], levels[side]) for side in SIDES]
    return SidePage(
        head=wording.head("sides", tell_sides(diagnosis, wording.language, False)),
        squares=draw_squares(sides, _describe(diagnosis, levels, wording)),
        unknown_key=draw_sample(None, wording.say("sides.unknown_key")),
        columns=tuple(
            _build_column(diagnosis, side, place, measures[side], levels[side], wording)
            for place, side in enumerate(SIDES)
        ),
        tables=tables,
        more_steps=more,
    )


def _build_tables(diagnosis: Diagnosis, wording: Wording) -> tuple[tuple[StepTable, ...], str]:
    """The tables under the chart, and what is stuck on paper beyond them in one sentence."""
    tables = build_step_tables(diagnosis, wording)
    if len(_find_rest(diagnosis, tables)) == 0:
        return tables, ""
    tables = build_step_tables(diagnosis, wording, ROOM - NOTE_ROOM)
    rest = _find_rest(diagnosis, tables)
    names = [wording.voice.quote(wording.voice.read(item.question.title)) for item in rest[:NAMED]]
    key = "sides.more_steps" if len(rest) <= NAMED else "sides.more_steps_than_named"
    return tables, wording.say(key, n=len(rest), names=wording.voice.join(names))


def _find_rest(diagnosis: Diagnosis, tables: tuple[StepTable, ...]) -> tuple[Standing, ...]:
    shown = sum(len(table.steps) for table in tables if table.kind == "across")
    return diagnosis.stuck_on_paper[shown:]


def _count_levels(diagnosis: Diagnosis, side: Side) -> tuple[int, ...]:
    known = [item for item in diagnosis.standings if item.question.side == side and item.level is not None]
    return tuple(sum(int(item.level or 0) == level for item in known) for level in range(6))


def _build_column(
    diagnosis: Diagnosis, side: Side, place: int, measure: Measure, levels: tuple[int, ...], wording: Wording
) -> SideColumn:
    left, _ = column(place, len(SIDES))
    counts = count_side(diagnosis, side)
    return SideColumn(
        left=left,
        title=wording.voice.word(f"sides.{side}"),
        mean="–" if measure.mean is None else write_mean(measure.mean),
        total=wording.voice.questions(counts.total),
        rungs=tuple(
            RungCount(left + START + count_offset(count), rung_height(level), count)
            for level, count in enumerate(levels)
            if count
        ),
        unknown=wording.say("sides.unknown", n=counts.unknown) if counts.unknown else "",
    )


def _describe(diagnosis: Diagnosis, levels: dict[Side, tuple[int, ...]], wording: Wording) -> str:
    parts = []
    for side in SIDES:
        counts = [
            wording.say("sides.alt_rung", level=level, n=count)
            for level, count in reversed(list(enumerate(levels[side])))
            if count
        ]
        unknown = count_side(diagnosis, side).unknown
        if unknown:
            counts.append(wording.say("sides.unknown", n=unknown))
        named = wording.say("cover.comma").join(counts)
        parts.append(wording.say("sides.alt_side", side=wording.voice.word(f"sides.{side}"), counts=named))
    return wording.say("sides.alt", sides=wording.voice.word("sentence_space").join(parts))
