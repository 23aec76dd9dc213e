"""The few shapes every picture is made of."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass

from reporting.charts.geometry import GAP_BOTTOM, GAP_TOP, PAGE_WIDTH, ZONE_BOTTOM, ZONE_TOP

INK, INK_SECOND, INK_THIRD = "#101820", "#46515C", "#5F6A75"
OCHRE, INDIGO, INDIGO_DEEP, VERMILION = "#B7791F", "#27548A", "#173A66", "#B83A24"
PAPER_BAND, FLOOR_BAND = "#FAF4E8", "#EEF3F8"
HAIRLINE, RUNG, HATCH, WHITE = "#C9CED3", "#838D96", "#7C858E", "#FFFFFF"

Segment = tuple[float, float, float, float]
"""A straight line: x and y of its start, x and y of its end."""


@dataclass(frozen=True)
class Picture:
    """A picture with its size in mm and what it says in words."""

    svg: str
    width: float
    height: float
    alt: str

    @property
    def uri(self) -> str:
        """The picture as a data: URI."""
        return "data:image/svg+xml;base64," + base64.b64encode(self.svg.encode()).decode("ascii")


def draw(body: str, width: float, height: float, alt: str, top: float = 0.0) -> Picture:
    """A picture of this size; `top` is the page height its upper edge lies at."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {top:g} {width:.3f} {height:.3f}" '
        f'width="{width:.3f}mm" height="{height:.3f}mm">{body}</svg>'
    )
    return Picture(svg, width, height, alt)


def draw_zone(body: str, alt: str) -> Picture:
    """A picture over the whole zone of the page."""
    return draw(body, PAGE_WIDTH, ZONE_BOTTOM - ZONE_TOP, alt, ZONE_TOP)


def line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float) -> str:
    """A straight line."""
    return lines([(x1, y1, x2, y2)], colour, width)


def lines(segments: Iterable[Segment], colour: str, width: float) -> str:
    """Straight lines of one colour and width as one shape: a renderer works by the shape."""
    path = "".join("M{} {}L{} {}".format(*map(_write_number, segment)) for segment in segments)
    return f'<path d="{path}" stroke="{colour}" stroke-width="{width}"/>' if path else ""


def _write_number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def rect(x: float, y: float, width: float, height: float, fill: str) -> str:
    """A filled rectangle."""
    return f'<rect x="{x:.3f}" y="{y:.3f}" width="{width:.3f}" height="{height:.3f}" fill="{fill}"/>'


def frame(x: float, y: float, width: float, height: float, colour: str, stroke: float) -> str:
    """A rectangle drawn as an outline that stays within its bounds, white inside."""
    inset = stroke / 2
    return (
        f'<rect x="{x + inset:.3f}" y="{y + inset:.3f}" width="{width - stroke:.3f}" '
        f'height="{height - stroke:.3f}" fill="{WHITE}" stroke="{colour}" stroke-width="{stroke}"/>'
    )


def circle(x: float, y: float, radius: float, fill: str, stroke: str = "none", width: float = 0.0) -> str:
    """A circle."""
    return (
        f'<circle cx="{x:.3f}" cy="{y:.3f}" r="{radius}" fill="{fill}" '
        f'stroke="{stroke}" stroke-width="{width}"/>'
    )


def hatch(x: float, y: float, width: float, height: float, step: float = 0.9, stroke: float = 0.22) -> str:
    """A rectangle filled with 45° lines: what is not known."""
    segments = []
    offset = step / 2 - height
    while offset < width:
        start, end = max(offset, 0.0), min(offset + height, width)
        if end > start:
            bottom = y + height + offset
            segments.append((x + start, bottom - start, x + end, bottom - end))
        offset += step
    return lines(segments, HATCH, stroke)


def hatched_box(x: float, y: float, width: float, height: float) -> str:
    """A hatched rectangle with its outline."""
    return frame(x, y, width, height, HATCH, 0.22) + hatch(x, y, width, height)


def bands() -> str:
    """The two pale bands that bleed off the page: floor above, paper below."""
    upper = rect(0, ZONE_TOP, PAGE_WIDTH, GAP_TOP - ZONE_TOP, FLOOR_BAND)
    return upper + rect(0, GAP_BOTTOM, PAGE_WIDTH, ZONE_BOTTOM - GAP_BOTTOM, PAPER_BAND)
