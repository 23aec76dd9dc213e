"""How texts are set on slides, and how much room they take there."""

import re
from dataclasses import dataclass, replace

from reporting.charts.svg import INK, INK_SECOND
from reporting.glyphs import MM_PER_POINT, measure_text
from reporting.typesetting import break_lines

ROOM = 0.97
"""Share of a box's width that is filled: other programs' fonts may run a little wider."""
_LONGEST_LINE = 300
"""Characters that no line of a slide exceeds."""
_SCRIPT_CHANGE = re.compile(
    r"(?<=[A-Za-z0-9])(?=[\u3040-\u30ff\u3400-\u9fff])|(?<=[\u3040-\u30ff\u3400-\u9fff])(?=[A-Za-z0-9])"
)


@dataclass(frozen=True)
class Type:
    """How a text is set: size and leading in points, weight and colour."""

    size: float
    leading: float
    bold: bool = False
    colour: str = INK
    align: str = "left"

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """The text in lines that fit into a box so wide, whichever program sets them."""
        room = width * ROOM
        for share in (1.0, 0.96, 0.92, 0.88):
            lines = break_lines(text, room * share, self.size, self.bold, self.bold)
            if all(self.width(line) <= room for line in lines):
                break
        return lines

    def width(self, line: str) -> float:
        """Width in mm of a line, with the quarter of a character that some programs put between scripts."""
        extra = len(_SCRIPT_CHANGE.findall(line)) * self.size * MM_PER_POINT / 4
        return float(measure_text(line, self.size, self.bold) + extra)

    def height(self, text: str, width: float) -> float:
        """Height in mm that the text takes in a box so wide."""
        return len(self.lines(text, width)) * self.leading * MM_PER_POINT

    def shorten(self, text: str, width: float) -> str:
        """A name in one line, cut with an ellipsis where it is wider than `width` mm."""
        if self.width(text) <= width:
            return text
        while text and self.width(text + "…") > width:
            text = text[:-1]
        return text.rstrip() + "…"

    def clip(self, text: str, width: float, most: int) -> str:
        """A text of at most so many lines, cut with an ellipsis where it would take more."""
        start = text[: most * _LONGEST_LINE]
        lines = self.lines(start, width)
        if len(lines) <= most and start == text:
            return text
        kept = start[: sum(map(len, lines[:most]))]
        while kept and len(self.lines(kept + "…", width)) > most:
            kept = kept[:-1]
        return kept.rstrip() + "…"

    def in_colour(self, colour: str) -> "Type":
        """The same in another colour."""
        return replace(self, colour=colour)


BODY, SMALL, TINY = Type(12, 18.5), Type(10.5, 16), Type(9, 13.5, colour=INK_SECOND)
STRONG, HEADING = Type(12, 17, bold=True), Type(14, 19.5, bold=True)
DECK, LABEL = Type(13, 20.5), Type(9.5, 12.5, bold=True)
