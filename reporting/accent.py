"""A firm's accent colour: readable on white, and kept apart from the colours that mean something.

Contrast as WCAG 2.2 defines it; a colour that is too pale is darkened in OKLCH, where its hue stays the
same to the eye (B. Ottosson, 2020).
"""

import math
import re
from dataclasses import dataclass
from typing import Literal

from assessments.models import Language
from i18n.text import translate
from reporting.charts.svg import INDIGO, INDIGO_DEEP, OCHRE, VERMILION

LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: for text on its ground. White text on the colour has the same ratio."""
NEAR = 0.08
"""Distance in OKLab under which two colours are taken for one another."""
_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_STEPS = 30
"""Halvings of the interval in which a lightness or a chroma is sought: far finer than eight bits."""

Meaning = Literal["paper", "floor", "risk"]
_MEANINGS: dict[Meaning, tuple[str, ...]] = {
    "paper": (OCHRE, "#8A5A12"),
    "floor": (INDIGO, INDIGO_DEEP),
    "risk": (VERMILION,),
}
"""As marks and, where it differs, as text."""
_Triple = tuple[float, float, float]


class NoColour(ValueError):
    """The text is no colour written as `#rrggbb`."""


@dataclass(frozen=True)
class Accent:
    """A colour with enough contrast, and what was asked for."""

    colour: str
    """`#rrggbb`, at least 4.5:1 on white."""
    asked: str
    near: Meaning | None
    """The colour of meaning that it could be taken for."""

    @property
    def is_adjusted(self) -> bool:
        """Whether it had to be darkened."""
        return self.colour != self.asked


def settle_accent(text: str) -> Accent:
    """The colour as it can be used; raises NoColour."""
    asked = read_colour(text)
    colour = asked if measure_contrast(asked) >= LEAST_CONTRAST else _darken(asked)
    distances = {
        meaning: min(_distance(colour, other) for other in others) for meaning, others in _MEANINGS.items()
    }
    nearest = min(distances, key=lambda meaning: distances[meaning])
    return Accent(colour, asked, nearest if distances[nearest] < NEAR else None)


def describe_accent(accent: Accent, language: Language) -> tuple[str, ...]:
    """What to know about the colour: that it was darkened, that it resembles one that means something."""
    notes = []
    if accent.is_adjusted:
        notes.append(translate("brand.accent.adjusted", language, asked=accent.asked, colour=accent.colour))
    if accent.near:
        notes.append(translate(f"brand.accent.near_{accent.near}", language))
    return tuple(notes)


def read_colour(text: str) -> str:
    """A colour as `#rrggbb` in small letters; raises NoColour."""
    found = _HEX.fullmatch(text.strip())
    if found is None:
        raise NoColour(text[:40])
    digits = found.group(1).lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def measure_contrast(colour: str) -> float:
    """Contrast with white, from 1 to 21."""
    red, green, blue = _linear(colour)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _darken(colour: str) -> str:
    """The lightest colour of the same hue that has enough contrast."""
    lightness, chroma, hue = _to_oklch(colour)
    low, high = 0.0, lightness
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if measure_contrast(_to_hex(middle, chroma, hue)) >= LEAST_CONTRAST:
            low = middle
        else:
            high = middle
    return _to_hex(low, chroma, hue)


def _linear(colour: str) -> _Triple:
    """Linear red, green and blue, 0 to 1."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def _to_oklab(colour: str) -> _Triple:
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _to_oklch(colour: str) -> _Triple:
    lightness, a, b = _to_oklab(colour)
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _to_hex(lightness: float, chroma: float, hue: float) -> str:
    """The colour on eight bits; chroma is reduced as far as the screen's colours require."""
    low, high = 0.0, chroma
    if not _is_shown(_to_linear(lightness, chroma, hue)):
        for _ in range(_STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if _is_shown(_to_linear(lightness, middle, hue)) else (low, middle)
        chroma = low
    parts = (min(max(part, 0.0), 1.0) for part in _to_linear(lightness, chroma, hue))
    encoded = (12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in parts)
    return "#" + "".join(f"{round(part * 255):02x}" for part in encoded)


def _to_linear(lightness: float, chroma: float, hue: float) -> _Triple:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _is_shown(parts: _Triple) -> bool:
    return all(-1e-6 <= part <= 1 + 1e-6 for part in parts)


def _distance(first: str, second: str) -> float:
    return math.dist(_to_oklab(first), _to_oklab(second))
