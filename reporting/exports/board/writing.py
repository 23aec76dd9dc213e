"""A board as a CSV file or a workbook, ready to be filled in and read again."""

import csv
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from xlsxwriter import Workbook

from assessments.board import BOARD_STATUSES, Board
from assessments.models import Language, Questionnaire
from i18n.text import translate
from reporting.charts.svg import HAIRLINE, INK, INK_SECOND
from reporting.exports.archive import choose_time, fix_times
from reporting.exports.board.columns import (
    COLUMNS,
    Column,
    is_formula_like,
    make_inert,
    name_column,
    name_status,
    write_cells,
)
from reporting.exports.workbook.book import FONT
from reporting.exports.workbook.row_heights import RowHeights

_POINTS = 10
_WIDTHS = (44.0, 10.0, 24.0, 12.0, 52.0, 36.0, 10.0)
_LOG_WIDTHS = (12.0, 44.0, 12.0, 70.0)
_FOR_PROGRAMS: tuple[Column, ...] = ("id", "revision")
"""What only the way back needs; it stands last and is not printed."""
_SPARE_ROWS = 200
"""Rows below the steps in which a status can be chosen from the list."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_board_csv(board: Board, questionnaire: Questionnaire, language: Language) -> bytes:
    """The board as CSV: UTF-8 with a byte order mark, which Excel needs to read it as such.

    Texts that a spreadsheet would take for a formula have an apostrophe in front, which is taken off
    again on reading.
    """
    target = StringIO(newline="")
    lines = csv.writer(target)
    lines.writerow([name_column(column, language) for column in COLUMNS])
    for item in board.items:
        cells = write_cells(item, questionnaire, language)
        lines.writerow([make_inert(cells[column]) for column in COLUMNS])
    return target.getvalue().encode("utf-8-sig")


def write_board_xlsx(board: Board, questionnaire: Questionnaire, language: Language, made_on: date) -> bytes:
    """The board as a workbook with the log on a second sheet; the same input gives the same bytes."""
    target = BytesIO()
    workbook = Workbook(target, _OPTIONS)
    workbook.set_properties({"author": "Henkaku", "created": choose_time(made_on)})
    _write_steps(workbook, board, questionnaire, language)
    _write_log(workbook, board, questionnaire, language)
    workbook.close()
    return fix_times(target.getvalue(), made_on)


def _write_steps(workbook: Workbook, board: Board, questionnaire: Questionnaire, language: Language) -> None:
    sheet = _Sheet(workbook, translate("follow_up.sheets.board", language), _WIDTHS)
    for number, column in enumerate(COLUMNS):
        quiet = {"font_color": INK_SECOND} if column in _FOR_PROGRAMS else {}
        sheet.put_head(number, name_column(column, language), **quiet)
        for row, item in enumerate(board.items, start=1):
            if column == "due" and item.due is not None:
                sheet.put_day(row, number, item.due)
            else:
                sheet.put(row, number, write_cells(item, questionnaire, language)[column], **quiet)
    last, place = len(board.items) + _SPARE_ROWS, COLUMNS.index("status")
    names = [name_status(status, language) for status in BOARD_STATUSES]
    sheet.sheet.data_validation(1, place, last, place, {"validate": "list", "source": names})
    sheet.sheet.print_area(0, 0, max(1, len(board.items)), len(COLUMNS) - len(_FOR_PROGRAMS) - 1)
    sheet.close()


def _write_log(workbook: Workbook, board: Board, questionnaire: Questionnaire, language: Language) -> None:
    sheet = _Sheet(workbook, translate("follow_up.sheets.log", language), _LOG_WIDTHS)
    names = {item.id: item.name(questionnaire, language) for item in board.items}
    for number, key in enumerate(("noted_on", "title", "kind", "text")):
        sheet.put_head(number, translate(f"follow_up.board.{key}", language))
    for row, entry in enumerate(board.log, start=1):
        kind = translate(f"follow_up.kinds.{entry.kind}", language)
        sheet.put_day(row, 0, entry.created_at.date())
        for number, text in enumerate((names.get(entry.item_id, ""), kind, entry.text), start=1):
            sheet.put(row, number, text)
    sheet.close()


class _Sheet:
    """A table with heads in its first row, being written."""

    def __init__(self, workbook: Workbook, name: str, widths: tuple[float, ...]) -> None:
        self._workbook, self._heights = workbook, RowHeights(widths)
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self.sheet = workbook.add_worksheet(name)
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
        self.sheet.hide_gridlines(2)
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_paper(9)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)
        self.sheet.set_footer("&L&9 Henkaku&R&9 &P / &N")

    def put_head(self, column: int, text: str, **look: Any) -> None:
        """The head of a column."""
        self.put(0, column, text, **{"bold": True, "bottom_color": INK, **look})

    def put(self, row: int, column: int, text: str, **look: Any) -> None:
        """A text in a cell; whatever it begins with, it stays a text when it is edited."""
        if is_formula_like(text):
            look["quote_prefix"] = True
        self.sheet.write_string(row, column, text, self._style(**look))
        self._heights.add(row, column, text, _POINTS, True, bool(look.get("bold")))

    def put_day(self, row: int, column: int, day: date) -> None:
        """A day in a cell, with which a spreadsheet can reckon."""
        look = self._style(num_format="yyyy-mm-dd", align="left")
        self.sheet.write_datetime(row, column, choose_time(day), look)

    def close(self) -> None:
        """Give the rows their heights."""
        for row, height in self._heights.items():
            self.sheet.set_row(row, height)

    def _style(self, **look: Any) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            usual = {"font_name": FONT, "font_size": _POINTS, "font_color": INK, "valign": "top"}
            line = {"text_wrap": True, "bottom": 1, "bottom_color": HAIRLINE}
            self._formats[key] = self._workbook.add_format({**usual, **line, **look})
        return self._formats[key]
