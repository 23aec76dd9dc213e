"""What can be wrong in a board's file, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessments.models import Language
from i18n.text import translate
from reporting.exports.board.columns import Column, name_column


@dataclass(frozen=True)
class CellProblem:
    """One thing that is wrong in a file, and how to mend it."""

    reason: str
    """The text's key under `follow_up.problems` in the catalogue."""
    row: int | None = None
    """As a spreadsheet counts, from 1; None when the file as a whole is meant."""
    column: Column | None = None
    """None when the row as a whole is meant."""
    found: str = ""
    """What stands there."""

    def explain(self, language: Language) -> str:
        """The place, what is wrong, and the mend, in one line."""
        text = translate(f"follow_up.problems.{self.reason}", language, found=_shorten(self.found))
        if self.row is None:
            return text
        column = name_column(self.column, language) if self.column else ""
        place = "cell" if column else "row"
        return translate(f"follow_up.places.{place}", language, row=self.row, column=column, text=text)


class UnreadableBoard(Exception):
    """The file cannot be read as a board; `problems` says everything that is wrong with it."""

    def __init__(self, problems: Iterable[CellProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.reason for problem in self.problems))


def _shorten(text: str, length: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"
