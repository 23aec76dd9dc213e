"""The funnel seen from both ends: what the target needs on the left, what the spend brings on the right."""

from collections.abc import Sequence
from itertools import pairwise

from reporting.charts.geometry import MAIN_WIDTH
from reporting.charts.svg import HAIRLINE, INK, INK_SECOND, Picture, draw, frame, hatched_box, line, rect

BAR, STEP = 8.0, 8.4
"""Height of a rung's bar, and of the space to the next one, in mm."""
CENTRE = 48.0
"""Width of the column with the rungs' names."""
NUMBER = 19.0
"""Width of the figures at the outer edges."""
REACH = (MAIN_WIDTH - CENTRE) / 2 - NUMBER
"""Length of the longest bar."""
_LEAST, _OPEN = 0.7, 12.0
"""Length of the shortest bar, and of one whose figure is not known."""

Count = int | None


def rung_top(place: int) -> float:
    """The top of a rung's bar, in mm from the top of the picture."""
    return place * (BAR + STEP)


def funnel_height(rungs: int) -> float:
    """Height of a funnel of so many rungs, in mm."""
    return rung_top(rungs - 1) + BAR


def draw_funnel(needed: Sequence[Count], coming: Sequence[Count], alt: str) -> Picture:
    """Two mirrored funnels from leads down to orders: outlined what is needed, solid what comes."""
    most = max((count for count in (*needed, *coming) if count), default=1)
    inner = (MAIN_WIDTH - CENTRE) / 2
    left = [_length(count, most) for count in needed]
    right = [_length(count, most) for count in coming]
    body = _flanks(left, inner, -1) + _flanks(right, MAIN_WIDTH - inner, 1)
    for place, (count, length) in enumerate(zip(needed, left, strict=True)):
        top, x = rung_top(place), inner - length
        body += hatched_box(x, top, length, BAR) if count is None else frame(x, top, length, BAR, INK, 0.5)
    for place, (count, length) in enumerate(zip(coming, right, strict=True)):
        top, x = rung_top(place), MAIN_WIDTH - inner
        body += hatched_box(x, top, length, BAR) if count is None else rect(x, top, length, BAR, INK_SECOND)
    return draw(body, MAIN_WIDTH, funnel_height(len(needed)), alt)


def _length(count: Count, most: int) -> float:
    return _OPEN if count is None else max(count / most * REACH, _LEAST)


def _flanks(lengths: Sequence[float], x: float, way: int) -> str:
    """The slanting side of a funnel, from the end of one bar to the end of the next."""
    return "".join(
        line(x + way * above, rung_top(place) + BAR, x + way * below, rung_top(place + 1), HAIRLINE, 0.25)
        for place, (above, below) in enumerate(pairwise(lengths))
    )


def draw_gain(gain: float, most: float, alt: str, width: float) -> Picture:
    """How much one point more on a rate brings, against the rate where it brings most."""
    body = line(0, 1.5, width, 1.5, HAIRLINE, 0.3)
    if gain > 0 and most > 0:
        body += line(0, 1.5, max(width * gain / most, _LEAST), 1.5, INK, 1.8)
    return draw(body, width, 3.0, alt)
