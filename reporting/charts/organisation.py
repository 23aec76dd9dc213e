"""Organisation models as places and people, how often each came first, and what would flip it."""

from assessments.answers import CurrentModel
from reporting.charts.svg import (
    HAIRLINE,
    INK,
    INK_SECOND,
    INK_THIRD,
    RUNG,
    WHITE,
    Picture,
    circle,
    draw,
    line,
    lines,
)

MODEL_WIDTH, MODEL_HEIGHT = 46.83, 24.0
NOTCHES = (0.6, 0.8)
"""Acceptability from which a recommendation is leaning, and robust."""
_HEAD_OFFICE, _UNIT = 22.0, 8.4
_HEAD_HEIGHT, _UNIT_HEIGHT = 7.5, 22.0
_UNITS = 4


def draw_model(model: CurrentModel, alt: str, is_strong: bool = True) -> Picture:
    """One model: bars are head office and units, dots are marketers, rings people shared with a unit."""
    colour = INK if is_strong else INK_THIRD
    centre = MODEL_WIDTH / 2
    gap = (MODEL_WIDTH - _UNITS * _UNIT) / (_UNITS - 1)
    units = [place * (_UNIT + gap) for place in range(_UNITS)]
    body = ""
    if model in ("centralized", "hybrid"):
        end = _UNIT_HEIGHT - (5.2 if model == "hybrid" else 0.6)
        body += lines([(x + _UNIT / 2, end, centre, _HEAD_HEIGHT + 0.6) for x in units], HAIRLINE, 0.3)
        for place in (-1, 0, 1):
            body += circle(centre + place * 4.6, _HEAD_HEIGHT - 2.25, 1.55, colour)
    left = centre - _HEAD_OFFICE / 2
    body += line(left, _HEAD_HEIGHT, left + _HEAD_OFFICE, _HEAD_HEIGHT, colour, 1.1)
    body += lines([(x, _UNIT_HEIGHT, x + _UNIT, _UNIT_HEIGHT) for x in units], colour, 1.1)
    for x in units:
        if model == "hybrid":
            body += circle(x + _UNIT / 2, _UNIT_HEIGHT - 2.25, 1.35, WHITE, colour, 0.45)
        if model == "distributed":
            body += circle(x + _UNIT / 2, _UNIT_HEIGHT - 2.25, 1.55, colour)
    return draw(body, MODEL_WIDTH, MODEL_HEIGHT, alt)


def draw_share(share: float, alt: str, is_strong: bool, width: float = MODEL_WIDTH) -> Picture:
    """How often a model came first (0–1), with notches where it would be leaning and robust."""
    body = line(0, 1.5, width, 1.5, HAIRLINE, 0.3)
    if share > 0:
        body += line(0, 1.5, width * share, 1.5, INK if is_strong else INK_THIRD, 2.0)
    body += lines([(width * notch, 3.2, width * notch, 4.6) for notch in NOTCHES], INK_SECOND, 0.25)
    return draw(body, width, 5.0, alt)


def draw_slider(now: float, flip: float, alt: str, width: float) -> Picture:
    """An input from its lowest to its highest value (0–1): the dot is today, the thick stretch is where
    another model leads."""
    start, end = (0.0, flip) if flip < now else (flip, 1.0)
    body = line(0, 3, width, 3, RUNG, 0.3) + line(start * width, 3, end * width, 3, RUNG, 1.6)
    body += line(flip * width, 0.6, flip * width, 5.4, INK, 0.4)
    return draw(body + circle(min(max(now * width, 1.6), width - 1.6), 3, 1.6, INK), width, 6.0, alt)


def draw_fit(fit: float, alt: str, is_strong: bool, width: float = 22.0) -> Picture:
    """How well a model suits the company on one criterion (0–1)."""
    body = line(0, 1.5, width, 1.5, HAIRLINE, 0.3)
    if fit > 0:
        body += line(0, 1.5, width * fit, 1.5, INK if is_strong else RUNG, 1.4)
    return draw(body, width, 3.0, alt)
