"""The page grid and the ladder's place on it, in mm from the top left of an A4 page."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

PAGE_WIDTH = 210.0
LEFT, RIGHT = 18.0, 191.5
SCALE_COLUMN, GUTTER = 18.0, 5.0
MAIN = LEFT + SCALE_COLUMN + GUTTER
"""Where titles, texts and charts begin."""
MAIN_WIDTH = RIGHT - MAIN
ZONE_TOP, ZONE_BOTTOM = 79.8, 167.7
"""The part of the page with the two bands, the same on every page that has a scale."""
RUNG_PITCH, RUNG_ZERO = 13.5, 157.5
OVERHANG = 3.0
"""How far the rails run past the last rung before a break."""


def rung_height(level: float) -> float:
    """The height of a level (0–5) on the page."""
    return RUNG_ZERO - RUNG_PITCH * level


GAP_TOP, GAP_BOTTOM = rung_height(3) + OVERHANG, rung_height(2) - OVERHANG
"""The gap between paper and floor: white paper between the bands."""


def column(index: int, count: int = 4) -> tuple[float, float]:
    """Left edge and width of one of so many equal columns of the main part."""
    width = (MAIN_WIDTH - (count - 1) * GUTTER) / count
    return MAIN + index * (width + GUTTER), width


def keep_apart(centres: Sequence[float], widths: Sequence[float], gap: float) -> list[float]:
    """Centres moved as little as possible (least squares) so that texts this wide keep a gap between them.

    What has to be moved together is moved together: isotonic regression by pooling adjacent violators.
    """
    steps = [(a + b) / 2 + gap for a, b in pairwise(widths)]
    offsets = list(accumulate(steps, initial=0.0))
    pools: list[list[float]] = []
    for centre, offset in zip(centres, offsets, strict=False):
        pools.append([centre - offset])
        while len(pools) > 1 and _mean(pools[-2]) > _mean(pools[-1]):
            last = pools.pop()
            pools[-1].extend(last)
    moved = [_mean(pool) for pool in pools for _ in pool]
    return [place + offset for place, offset in zip(moved, offsets, strict=False)]


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
