"""From the bytes of a CSV file or a workbook to rows of text, whatever may be in them."""

import csv
from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO, StringIO
from itertools import islice
from typing import Any, Literal
from zipfile import BadZipFile, ZipFile

from reporting.exports.board.columns import COLUMNS, read_inert

Reason = Literal["not_utf8", "not_csv", "not_xlsx", "too_many_rows"]
_UNPACKED_BYTES = 30_000_000
_PARTS = 200
_ROWS_READ = 5_000
"""Empty ones included."""
_SEPARATORS = (",", ";", "\t")
_COLUMNS_READ = 4 * len(COLUMNS)
Formula = tuple[int, int, str]
"""Its row from 1, its place in the row from 0, and its text."""


class UnreadableFile(Exception):
    """The file as a whole cannot be read; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def read_csv_cells(data: bytes) -> list[list[str]]:
    """The rows of a CSV file, the apostrophes taken off that keep texts from being formulas.

    Raises UnreadableFile when it is not UTF-8 (or UTF-16 as Excel's "Unicode text"), or not CSV. Other
    encodings are not guessed at: a wrong guess would change texts silently.
    """
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile("not_utf8") from error
    first = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise UnreadableFile("not_csv") from error
    return [[read_inert(cell) for cell in row] for row in rows]


def read_xlsx_cells(data: bytes) -> tuple[list[list[str]], list[Formula]]:
    """The rows of a workbook's first sheet, and the formulas in them.

    Raises UnreadableFile when it is no workbook, or one that unpacks to more than a board can be.
    """
    from openpyxl import load_workbook

    try:
        _refuse_bombs(data)
        workbook = load_workbook(BytesIO(data), read_only=True, keep_links=False)
        sheet = workbook.worksheets[0]
        sheet.reset_dimensions()
        found = list(islice(sheet.iter_rows(max_col=_COLUMNS_READ), _ROWS_READ + 1))
    except Exception as error:  # a broken workbook fails in as many ways as there are
        raise UnreadableFile("not_xlsx") from error
    if len(found) > _ROWS_READ:
        raise UnreadableFile("too_many_rows")
    formulas = [
        (number, place, str(cell.value))
        for number, row in enumerate(found, start=1)
        for place, cell in enumerate(row)
        if getattr(cell, "data_type", None) == "f"
    ]
    return [_read_row(row) for row in found], formulas


def _refuse_bombs(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED_BYTES:
            raise BadZipFile("too large")
        for part in parts:
            if b"<!DOCTYPE" in archive.read(part).replace(b"\0", b""):
                raise BadZipFile("a document type, which may define entities without end")


def _read_row(row: Iterable[Any]) -> list[str]:
    return [_read_value(cell.value) for cell in row]


def _read_value(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
