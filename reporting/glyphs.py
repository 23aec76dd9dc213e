"""The two fonts the report may use: which characters they hold and how wide each one is."""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from fontTools.ttLib import TTFont
from markupsafe import Markup

FONT_PATHS = (
    Path(str(files("noto_cjk_sans_jp_regular") / "NotoSansCJKjp-Regular.otf")),
    Path(str(files("noto_cjk_sans_jp_bold") / "NotoSansCJKjp-Bold.otf")),
)
"""Noto Sans CJK JP, regular and bold (OFL), from the packages that carry them."""
FAMILY = "Noto Sans CJK JP"
MM_PER_POINT = 25.4 / 72
SUBSTITUTE = "〓"
"""What is printed for a character the fonts lack: visible, and known to Japanese printers for this."""
_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_FULL_REPERTOIRE = 12
"""The format of the table that maps every character of Unicode to its glyph (OpenType, cmap)."""
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@cache
def _widths(bold: bool) -> dict[int, float]:
    """Advance width of each character in em.

    Read from the tables themselves: fontTools would give each of 65,000 glyphs a name first, which takes
    ten times as long and fifty megabytes.
    """
    font = TTFont(str(FONT_PATHS[bold]), lazy=True)
    count = font["hhea"].numberOfHMetrics
    advances = np.frombuffer(font.reader["hmtx"], ">u2", count * 2)[::2] / font["head"].unitsPerEm
    ems = {width: width for width in np.unique(advances).tolist()}
    return {
        code: ems[float(advances[min(glyph + code - first, count - 1)])]
        for first, last, glyph in _read_ranges(font.reader["cmap"])
        for code in range(first, last + 1)
    }


def _read_ranges(cmap: bytes) -> list[tuple[int, int, int]]:
    """First and last character, and glyph of the first, of each range of a font's format 12 table."""
    for place in range(4, 4 + 8 * int.from_bytes(cmap[2:4]), 8):
        start = int.from_bytes(cmap[place + 4 : place + 8])
        if int.from_bytes(cmap[start : start + 2]) == _FULL_REPERTOIRE:
            length = int.from_bytes(cmap[start + 12 : start + 16])
            numbers = np.frombuffer(cmap, ">u4", length * 3, start + 16)
            return [(first, last, glyph) for first, last, glyph in numbers.reshape(-1, 3).tolist()]
    raise ValueError("a font without a table of the full repertoire")


def load_widths() -> None:
    """Read both fonts ahead of the first text."""
    _widths(False)
    _widths(True)


@cache
def _replace_character(character: str) -> str:
    if character in "\n\t ":
        return " " if character == "\t" else character
    category = unicodedata.category(character)
    if category in _INVISIBLE or 0xFE00 <= ord(character) <= 0xFE0F or ord(character) >= 0xE0100:
        return ""
    if category == "Zs" and ord(character) not in _widths(False):
        return " "
    return character if ord(character) in _widths(False) else SUBSTITUTE


def clean_text(text: str) -> str:
    """The text as it can be printed.

    Control and other invisible characters are left out, characters the fonts lack become `〓`; half-width
    kana, emoji and foreign scripts are handled by the same rule. Line breaks stay.
    """
    plain = _BREAKS.sub("\n", unicodedata.normalize("NFC", str(text)))
    if plain.isascii() and plain.isprintable():
        return plain
    return "".join(map(_replace_character, plain))


def clean_markup(value: object) -> object:
    """Clean whatever a template prints; markup stays markup."""
    if isinstance(value, Markup):
        return value.__class__(clean_text(value))
    return clean_text(value) if isinstance(value, str) else value


def measure_text(text: str, points: float, bold: bool = False) -> float:
    """Width in mm of a text set in one line, without proportional alternates."""
    widths = _widths(bold)
    return sum(widths.get(ord(character), 1.0) for character in text) * points * MM_PER_POINT
