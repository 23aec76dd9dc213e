"""How the marks of people who chose the same level stand together."""

from dataclasses import dataclass
from math import ceil

_STEP = 1.12
"""From mark to mark, in widths of a mark."""


@dataclass(frozen=True)
class Stack:
    """How the marks at one level stand together; lengths in rem."""

    diameter: float
    width: float
    height: float

    @property
    def columns(self) -> int:
        """Marks that fit side by side."""
        return max(1, int(self.width / (self.diameter * _STEP)))

    @property
    def rows(self) -> int:
        """Marks that fit one above the other."""
        return max(1, int(self.height * 0.92 / (self.diameter * _STEP)))

    def holds(self, number: int) -> bool:
        """Whether so many marks find room."""
        return number <= self.columns * self.rows

    def place(self, number: int) -> list[tuple[float, float]]:
        """Offsets from the level's place: one row up to three marks, then as few rows as hold them."""
        rows = max(min(2, self.rows) if number > 3 else 1, ceil(number / self.columns))
        per_row = ceil(number / rows)
        step = self.diameter * _STEP
        places = []
        for index in range(number):
            row, column = divmod(index, per_row)
            here = min(per_row, number - row * per_row)
            places.append(((column - (here - 1) / 2) * step, (row - (rows - 1) / 2) * step))
        return places
