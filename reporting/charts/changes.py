"""Two rounds on the same ladder: where each measure stood, where it stands, and how sure either is."""

from collections.abc import Sequence

from reporting.charts.geometry import column, rung_height
from reporting.charts.ladder import LADDER_WIDTH, rails, tone
from reporting.charts.svg import INK, RUNG, WHITE, Picture, bands, circle, draw, draw_zone, hatched_box, line
from scoring.comparison import Change
from scoring.findings import Measure

LABEL_OFFSET = LADDER_WIDTH + 3.2
"""From the left rail to the words beside a mark, in mm."""
DOT = 1.75
"""Radius of a mark, in mm."""
_BAR, _OFFSET, _HEAD = 1.3, 2.6, 1.5


def draw_changes(changes: Sequence[Change], alt: str) -> Picture:
    """A ladder for each measure: a ring where it stood, a dot where it stands, their intervals hatched."""
    body = bands()
    for place, change in enumerate(changes):
        centre = column(place, len(changes))[0] + LADDER_WIDTH / 2
        body += rails(centre)
        body += _interval(centre - _OFFSET, change.before) + _interval(centre + _OFFSET, change.after)
        body += _marks(centre, change)
    return draw_zone(body, alt)


def _interval(x: float, measure: Measure) -> str:
    low, high = measure.mean_interval
    if high - low <= 0.02:
        return ""
    return hatched_box(x - _BAR / 2, rung_height(high), _BAR, rung_height(low) - rung_height(high))


def _marks(centre: float, change: Change) -> str:
    before, after = change.before.mean, change.after.mean
    body = ""
    if before is not None and after is not None and abs(after - before) * 13.5 > 2 * DOT:
        body += _arrow(centre, rung_height(before), rung_height(after))
    if before is not None:
        body += circle(centre, rung_height(before), DOT, WHITE, RUNG, 0.6)
    if after is not None:
        body += circle(centre, rung_height(after), DOT, tone(after))
    return body


def _arrow(x: float, start: float, end: float) -> str:
    """From the edge of the ring to the edge of the dot, with a head where there is room for one."""
    way = 1 if end > start else -1
    first, last = start + way * DOT, end - way * DOT
    body = line(x, first, x, last, INK, 0.7)
    if abs(last - first) > _HEAD + 0.5:
        body += line(x - 1.1, last - way * _HEAD, x, last, INK, 0.5)
        body += line(x + 1.1, last - way * _HEAD, x, last, INK, 0.5)
    return body


def draw_key(alt: str) -> Picture:
    """A ring and a dot, for the key."""
    body = circle(2, 2, 1.5, WHITE, RUNG, 0.6) + line(3.5, 2, 7, 2, INK, 0.6) + circle(8.5, 2, 1.5, INK)
    return draw(body, 10.5, 4, alt)
