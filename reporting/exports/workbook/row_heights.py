"""How high rows have to be: spreadsheet programs differ in whether they find out by themselves."""

from collections.abc import Iterator
from math import ceil

from reporting.glyphs import measure_text

LEADING = 1.7
"""Line height by font size: what Yu Gothic takes, the highest of the fonts in question."""
HIGHEST = 409.0
"""Points a row can be high."""
_PADDING = 3.0
_MM_PER_CHARACTER, _MM_PADDING = 1.852, 1.3
_FULL = 0.97
"""How much of a line is filled before words wrap."""


class RowHeights:
    """The heights of a sheet's rows, from the texts put into its columns."""

    def __init__(self, widths: tuple[float, ...]) -> None:
        self._widths = widths
        self._heights: dict[int, float] = {}

    def add(
        self, row: int, column: int, text: str, points: float, wrapped: bool, bold: bool, span: int = 1
    ) -> None:
        """Make room for a text of this size; `span`: columns its cell is merged over."""
        lines = 1
        if wrapped and column < len(self._widths):
            width = sum(self._widths[column : column + span])
            room = (width * _MM_PER_CHARACTER - _MM_PADDING) * _FULL
            parts = text.split("\n")
            lines = sum(max(1, ceil(measure_text(part, points, bold) / room)) for part in parts)
        height = min(HIGHEST, lines * points * LEADING + _PADDING)
        self._heights[row] = max(self._heights.get(row, 0.0), height)

    def items(self) -> Iterator[tuple[int, float]]:
        """Each row with its height in points."""
        yield from sorted(self._heights.items())
