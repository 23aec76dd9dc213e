"""Groups on the same ladder: upright on the horizon of the report, and lying beside a line of text."""

from collections.abc import Mapping, Sequence

from assessments.models import Group
from reporting.charts.geometry import MAIN, MAIN_WIDTH, rung_height
from reporting.charts.ladder import LADDER_WIDTH, rails
from reporting.charts.marks import MARK, mark
from reporting.charts.svg import INK, RUNG, Picture, bands, draw, draw_zone, line, lines

Medians = Mapping[Group, float]
"""The median level of each group, 0–5."""
COLUMNS = 6
PITCH = MAIN_WIDTH / COLUMNS
LABEL_OFFSET = LADDER_WIDTH + 1.5
"""From the left rail to the words beside a mark, in mm."""
STRIP_WIDTH, STRIP_HEIGHT = 46.0, 5.4
_STRIP_PITCH, _STRIP_START, _STRIP_BREAK = 7.6, 4.0, 1.1
_SMALL = 2.5
"""Size of a mark on a lying ladder, in mm."""


def column_left(place: int) -> float:
    """The left rail of the ladder at a place from 0, in mm on the page."""
    return MAIN + place * PITCH


def group_levels(medians: Medians) -> dict[float, list[Group]]:
    """The groups by level, the highest level first."""
    levels: dict[float, list[Group]] = {}
    for group, level in medians.items():
        levels.setdefault(level, []).append(group)
    return dict(sorted(levels.items(), reverse=True))


def draw_dumbbells(gaps: Sequence[Medians], alt: str) -> Picture:
    """A ladder for each question, its groups joined from the lowest to the highest; equals side by side."""
    body = bands()
    for place, medians in enumerate(gaps):
        centre = column_left(place) + LADDER_WIDTH / 2
        low, high = rung_height(min(medians.values())), rung_height(max(medians.values()))
        body += rails(centre) + (line(centre, low, centre, high, INK, 0.9) if low != high else "")
        for level, groups in group_levels(medians).items():
            body += _side_by_side(groups, centre, rung_height(level), MARK)
    return draw_zone(body, alt)


def _side_by_side(groups: list[Group], x: float, y: float, size: float) -> str:
    first = x - (len(groups) - 1) * size * 0.575
    return "".join(mark(group, first + place * size * 1.15, y, size) for place, group in enumerate(groups))


def strip_place(level: float) -> float:
    """Where a level lies on the lying ladder, in mm."""
    return _STRIP_START + level * _STRIP_PITCH


def draw_strip(medians: Medians, alt: str) -> Picture:
    """The groups on a lying ladder, broken between paper and floor."""
    middle = STRIP_HEIGHT / 2
    reach = _STRIP_BREAK
    halves = [(strip_place(a) - reach, middle, strip_place(b) + reach, middle) for a, b in ((0, 2), (3, 5))]
    rungs = [(strip_place(rung), middle - 0.9, strip_place(rung), middle + 0.9) for rung in range(6)]
    body = lines(halves + rungs, RUNG, 0.25)
    if medians:
        low, high = strip_place(min(medians.values())), strip_place(max(medians.values()))
        body += line(low, middle, high, middle, INK, 0.7) if low != high else ""
    for level, groups in group_levels(medians).items():
        body += _side_by_side(groups, strip_place(level), middle, _SMALL)
    return draw(body, STRIP_WIDTH, STRIP_HEIGHT, alt)
