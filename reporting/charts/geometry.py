"""The page grid and the ladder's place on it, in mm from the top left of an A4 page."""

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
