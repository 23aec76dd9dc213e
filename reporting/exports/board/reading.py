"""Reading a board's file again: rows of text by column, or every reason why that cannot be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reporting.exports.board.cells import UnreadableFile, read_csv_cells, read_xlsx_cells
from reporting.exports.board.columns import COLUMNS, Column, find_column
from reporting.exports.board.problems import CellProblem, UnreadableBoard

MAXIMUM_BYTES = 2_000_000
MAXIMUM_ROWS = 500


@dataclass(frozen=True)
class FileRow:
    """One row of the file."""

    row: int
    """As a spreadsheet counts, from 1, the headings."""
    cells: Mapping[Column, str]
    """The text in every column, without spaces around it."""


def read_board_file(data: bytes) -> tuple[FileRow, ...]:
    """The rows of a CSV file or workbook that hold something; UnreadableBoard says what is wrong.

    Which of the two it is, is told by the bytes and not by a name. Columns may stand in any order and be
    headed in either language; others are left aside.
    """
    if len(data) > MAXIMUM_BYTES:
        raise UnreadableBoard([CellProblem("too_large")])
    try:
        is_workbook = data.startswith(b"PK\x03\x04")
        rows, formulas = read_xlsx_cells(data) if is_workbook else (read_csv_cells(data), [])
    except UnreadableFile as error:
        raise UnreadableBoard([CellProblem(error.reason)]) from error
    places, problems = _find_columns(rows[0] if rows else ())
    columns = {place: column for column, place in places.items()}
    problems += [
        CellProblem("formula", row, columns[place], found)
        for row, place, found in formulas
        if place in columns
    ]
    filled = [row for row in enumerate(rows[1:], start=2) if any(text.strip() for text in row[1])]
    if len(filled) > MAXIMUM_ROWS:
        problems.append(CellProblem("too_many_rows"))
    if problems:
        raise UnreadableBoard(problems)
    return tuple(
        FileRow(number, {column: _pick(texts, place) for column, place in places.items()})
        for number, texts in filled
    )


def _find_columns(headings: Sequence[str]) -> tuple[dict[Column, int], list[CellProblem]]:
    places: dict[Column, int] = {}
    problems: list[CellProblem] = []
    for place, heading in enumerate(headings):
        column = find_column(heading)
        if column in places:
            problems.append(CellProblem("column_twice", 1, column, heading))
        elif column is not None:
            places[column] = place
    problems += [CellProblem("column_missing", 1, column) for column in COLUMNS if column not in places]
    return places, problems


def _pick(texts: Sequence[str], place: int) -> str:
    return texts[place].strip() if place < len(texts) else ""
