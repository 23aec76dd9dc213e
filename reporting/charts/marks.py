"""The marks of the groups: shape and hue together, so that nothing rests on colour alone."""

from assessments.models import Group
from reporting.charts.svg import Picture, draw

GROUP_COLOURS: dict[Group, str] = {
    "marketing": "#0B7268",
    "sales": "#6A2C8A",
    "management": "#23282C",
    "business_unit": "#C45C98",
    "other": "#6B6455",
}
MARK = 3.2
"""Size of a mark on a ladder, in mm."""


def mark(group: Group, x: float, y: float, size: float = MARK) -> str:
    """The mark of a group with its centre here: ● marketing ▲ sales ■ management ◆ units ✚ other."""
    fill, half = GROUP_COLOURS[group], size / 2
    if group == "marketing":
        return f'<circle cx="{x:.3f}" cy="{y:.3f}" r="{half:.3f}" fill="{fill}"/>'
    if group == "sales":
        points = [(0, -1.1), (1.1, 0.85), (-1.1, 0.85)]
    elif group == "management":
        points = [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
    elif group == "business_unit":
        points = [(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)]
    else:
        arm, reach = 0.38, 1.1
        corner = [(arm, -reach), (arm, -arm), (reach, -arm)]
        points = [turned for quarter in range(4) for turned in (_turn(point, quarter) for point in corner)]
    placed = " ".join(f"{x + half * across:.3f},{y + half * down:.3f}" for across, down in points)
    return f'<polygon points="{placed}" fill="{fill}"/>'


def _turn(point: tuple[float, float], quarters: int) -> tuple[float, float]:
    """A point turned about the origin by so many right angles."""
    for _ in range(quarters):
        point = (-point[1], point[0])
    return point


def draw_mark(group: Group, alt: str) -> Picture:
    """A group's mark alone, for beside its name."""
    return draw(mark(group, MARK * 0.6, MARK * 0.6), MARK * 1.2, MARK * 1.2, alt)
