"""Every question as a square on its rung: what is on paper, what is on the floor."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from reporting.charts.geometry import column, rung_height
from reporting.charts.ladder import LADDER_WIDTH, bar, rails, tone
from reporting.charts.svg import OCHRE, Picture, bands, draw, draw_zone, frame, hatched_box, rect
from scoring.findings import Measure

SQUARE, PITCH = 3.55, 4.1
START = LADDER_WIDTH + 3.0
"""Where the squares begin, from the left edge of their column."""
PER_ROW = 13


@dataclass(frozen=True)
class SideLevels:
    """One side: its measure, and how many questions stand on each rung from 0 to 5."""

    measure: Measure
    counts: tuple[int, ...]


def square(x: float, y: float, level: int | None, size: float = SQUARE) -> str:
    """One question: hatched unknown, outline below paper, ochre on paper, indigo on the floor."""
    if level is None:
        return hatched_box(x, y, size, size)
    if level < 2:
        return frame(x, y, size, size, OCHRE, 0.4 * size / SQUARE)
    return rect(x, y, size, size, tone(level))


def place_squares(level: int, count: int) -> list[tuple[float, float]]:
    """Offsets of the squares of one rung: in rows that grow away from the gap, and stay in the zone."""
    direction = -1 if level in (3, 4) else 1
    top = rung_height(level) - SQUARE / 2
    return [(place % PER_ROW * PITCH, top + direction * (place // PER_ROW) * PITCH) for place in range(count)]


def count_offset(count: int) -> float:
    """Where the number beside a rung's first row stands, from the first square."""
    return min(count, PER_ROW) * PITCH + 0.8


def rows_of(count: int) -> int:
    """How many rows so many squares take."""
    return ceil(count / PER_ROW)


def draw_squares(sides: Sequence[SideLevels], alt: str) -> Picture:
    """A ladder for each side with its questions as squares beside the rungs."""
    body = bands()
    for index, side in enumerate(sides):
        left, _ = column(index, len(sides))
        centre = left + LADDER_WIDTH / 2
        body += rails(centre) + bar(centre, side.measure)
        for level, count in enumerate(side.counts):
            for x, y in place_squares(level, count):
                body += square(left + START + x, y, level)
    return draw_zone(body, alt)


def draw_sample(level: int | None, alt: str) -> Picture:
    """A single square for a key."""
    return draw(square(0, 0, level), SQUARE, SQUARE, alt)
