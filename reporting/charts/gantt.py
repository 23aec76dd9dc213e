"""The roadmap as bars over time, row by row, so that it can flow over pages; and what it lifts by when."""

from reporting.charts.squares import square
from reporting.charts.svg import HAIRLINE, INDIGO, RUNG, Picture, draw, lines, rect
from reporting.glyphs import measure_text
from scoring.milestones import DAYS, Milestone
from scoring.roadmap import DAYS_A_WEEK, Step

TIMELINE = 97.5
"""Width of 180 days, in mm."""
ROW_HEIGHT = 8.5
LABEL_SIZE = 7.5
LABEL_GAP = 1.6
"""Between a bar and the words beside it, in mm."""
STACK_WIDTH = 12.6
_BAR, _SQUARE, _PITCH, _PER_ROW = 3.4, 1.7, 2.1, 6
_GAP = 2.6
"""Height of a bar; size, pitch and number of the squares in a row; and the break between paper and floor."""


def day_place(day: float) -> float:
    """Where a day stands on the timeline, in mm from its start."""
    return day / DAYS[-1] * TIMELINE


def week_place(week: int) -> float:
    """Where a week begins, in mm; the last one ends at the right edge at the latest."""
    return min(day_place(week * DAYS_A_WEEK), TIMELINE)


def draw_row(step: Step, alt: str) -> Picture:
    """One step's bar between the marks of the horizons."""
    body = lines([(day_place(day), 0, day_place(day), ROW_HEIGHT) for day in DAYS], HAIRLINE, 0.25)
    start, end = week_place(step.start_week), week_place(step.end_week)
    body += rect(start, (ROW_HEIGHT - _BAR) / 2, end - start, _BAR, INDIGO)
    return draw(body, TIMELINE, ROW_HEIGHT, alt)


def place_label(step: Step, label: str) -> float:
    """Where the words beside a bar begin, in mm: after it, or before it where no room is left."""
    width = measure_text(label, LABEL_SIZE)
    after = week_place(step.end_week) + LABEL_GAP
    return after if after + width <= TIMELINE else week_place(step.start_week) - LABEL_GAP - width


def draw_stack(milestone: Milestone, alt: str, most_on_floor: int, height: float) -> Picture:
    """Every question as a small square: on the floor above the break, up to paper below it."""
    floor_rows = -(-most_on_floor // _PER_ROW)
    break_top = floor_rows * _PITCH
    above = [level for level in range(3, 6) for _ in range(milestone.counts[level])]
    below: list[int | None] = [level for level in (2, 1, 0) for _ in range(milestone.counts[level])]
    below += [None] * milestone.unknown
    body = lines([(0, break_top + _GAP / 2, STACK_WIDTH, break_top + _GAP / 2)], RUNG, 0.2)
    for place, level in enumerate(above):
        row, column = divmod(place, _PER_ROW)
        body += square(column * _PITCH, break_top - (row + 1) * _PITCH + 0.4, level, _SQUARE)
    for place, unsettled in enumerate(below):
        row, column = divmod(place, _PER_ROW)
        body += square(column * _PITCH, break_top + _GAP + row * _PITCH, unsettled, _SQUARE)
    return draw(body, STACK_WIDTH, height, alt)


def stack_height(milestones: tuple[Milestone, ...]) -> float:
    """Height in mm that holds every stack: the highest floor above, the deepest paper below."""
    floor = max(-(-item.on_floor // _PER_ROW) for item in milestones)
    paper = max(-(-(sum(item.counts[:3]) + item.unknown) // _PER_ROW) for item in milestones)
    return (floor + paper) * _PITCH + _GAP
