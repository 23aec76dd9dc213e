"""The ladder with a gap as native shapes: large on the first slide, a horizon on those with a scale."""

from dataclasses import dataclass
from typing import Any

from reporting.charts.svg import (
    FLOOR_BAND,
    INDIGO,
    OCHRE,
    PAPER_BAND,
    RUNG,
    WHITE,
)
from reporting.exports.slides.canvas import Canvas
from reporting.exports.slides.lettering import Type
from scoring.findings import Measure

_RAIL, _RUNG = 1.5, 3.0
AXIS = Type(9, 12, align="right")


@dataclass(frozen=True)
class Scale:
    """Levels 0 to 5 on a slide: where rung 0 lies, and how far apart the rungs are, in mm."""

    zero: float
    pitch: float

    def height(self, level: float) -> float:
        """The height of a level on the slide."""
        return self.zero - self.pitch * level

    @property
    def gap(self) -> tuple[float, float]:
        """Upper and lower edge of the gap between paper and floor."""
        return self.height(2.78), self.height(2.22)


def draw_bands(canvas: Canvas, scale: Scale, left: float, width: float, top: float, bottom: float) -> None:
    """Two pale bands, floor above and paper below, with the gap left white."""
    upper, lower = scale.gap
    canvas.box(left, top, width, upper - top, FLOOR_BAND)
    canvas.box(left, lower, width, bottom - lower, PAPER_BAND)


def draw_axis(canvas: Canvas, scale: Scale, left: float, width: float) -> None:
    """Numbers and names of the levels, right-aligned before the scale."""
    voice = canvas.wording.voice
    for number, level in enumerate(canvas.deck.diagnosis.questionnaire.levels):
        text = f"{voice.read(level.name)}  {number}"
        canvas.text(left, scale.height(number) - 2.1, width, text, AXIS)


def draw_ladder(canvas: Canvas, scale: Scale, measure: Measure, left: float, width: float, alt: str) -> None:
    """The company's ladder: solid up to its stage, an outline above, the interval hatched behind it."""
    group = canvas.group(alt)
    low, high = measure.mean_interval
    if high - low > 0.02:
        canvas.hatch(left, scale.height(high), width, scale.height(low) - scale.height(high), group)
    upper, lower = scale.gap
    stage = -1 if measure.stage is None else measure.stage
    halves = ((0, 2, scale.height(0) + 3, lower, OCHRE), (3, 5, upper, scale.height(5) - 3, INDIGO))
    for first, last, bottom, top, colour in halves:
        reached = min(stage, last)
        split = top if reached == last else scale.height(reached) - _RUNG / 2
        for x in (left - _RAIL / 2, left + width - _RAIL / 2):
            if reached >= first:
                canvas.box(x, split, _RAIL, bottom - split, colour, holder=group)
            if reached < last:
                end = split if reached >= first else bottom
                canvas.box(x, top, _RAIL, end - top, WHITE, edge=_edge(measure, colour), holder=group)
        for rung in range(first, last + 1):
            _draw_rung(canvas, scale, rung, rung <= stage, colour, measure, (left, width), group)


def _draw_rung(
    canvas: Canvas,
    scale: Scale,
    rung: int,
    is_reached: bool,
    colour: str,
    measure: Measure,
    place: tuple[float, float],
    group: Any,
) -> None:
    left, width = place
    top = scale.height(rung) - _RUNG / 2
    edge = None if is_reached else _edge(measure, colour)
    canvas.box(left, top, width, _RUNG, colour if is_reached else WHITE, edge=edge, holder=group)


def _edge(measure: Measure, colour: str) -> str:
    return RUNG if measure.stage is None else colour


def draw_mark(canvas: Canvas, left: float, top: float, level: float | None, alt: str) -> None:
    """The ladder as a small sign beside an answer; hatched when the level is not known."""
    height, width = 8.8, 4.0
    group = canvas.group(alt)
    if level is None:
        canvas.hatch(left, top, width, height, group)
        return
    colour = OCHRE if level < 3 else INDIGO
    for rung in range(6):
        y = top + height - 0.4 - rung * 1.32 - (1.4 if rung > 2 else 0)
        reached = rung <= level
        canvas.line(left, y, left + width, y, colour if reached else RUNG, 1.8 if reached else 0.5, group)
