"""The workbook being written: its sheets, formats and texts that cannot turn into formulas."""

from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reporting.brand import PLAIN, Brand
from reporting.charts.svg import HAIRLINE, INK, INK_SECOND
from reporting.exports.archive import choose_time, fix_times
from reporting.exports.words import ExportWording, clean_line, clean_plain
from reporting.exports.workbook.row_heights import RowHeights
from scoring.findings import Diagnosis

FONT = "Yu Gothic"
CELL_LIMIT = 32_767
"""Characters a cell can hold."""
NAME_LIMIT = 80
"""Characters of the company's name that fit into a page's header."""
_FORMULA_LIKE = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "|", "%")
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass
class Book:
    """A workbook about one diagnosis, open for writing."""

    diagnosis: Diagnosis
    wording: ExportWording
    made_on: date
    brand: Brand = PLAIN
    _target: BytesIO = field(default_factory=BytesIO)
    _formats: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)
    _heights: dict[str, RowHeights] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # the library changes the dictionary it is given, so that a shared one would make files differ
        normal = {"font_name": FONT, "font_size": 10, "font_scheme": ""}
        self.workbook = Workbook(self._target, {**_OPTIONS, "default_format_properties": normal})
        name = self.diagnosis.profile.name.strip() or self.wording.say("no_company")
        self.company = cut_text(" ".join(clean_plain(name).split()))
        self.firm = clean_line(self.brand.firm)
        self.accent = self.brand.accent or INK
        self.workbook.set_properties(
            {
                "title": self.wording.say("document_title", company=self.company[:200]),
                "author": self.firm or "Henkaku",
                "created": choose_time(self.made_on),
            }
        )
        self.workbook.set_calc_mode("auto")

    def style(self, **properties: Any) -> Format:
        """A format with these properties over the usual ones; equal ones are shared."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            usual = {
                "font_name": FONT,
                "font_scheme": "",
                "font_size": 10,
                "font_color": INK,
                "valign": "top",
            }
            self._formats[key] = self.workbook.add_format({**usual, **properties})
        return self._formats[key]

    def add_sheet(
        self, key: str, widths: tuple[float, ...], *, landscape: bool = True, pages: int = 0
    ) -> Worksheet:
        """A sheet named by the catalogue, with its columns' widths in characters; printed over so many
        pages, 0 as many as it takes."""
        sheet: Worksheet = self.workbook.add_worksheet(self.sheet_name(key))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        self._heights[sheet.name] = RowHeights(widths)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, pages)
        sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
        name = self.company[:NAME_LIMIT].replace("&", "&&")
        sheet.set_header(f"&L&9 {name}&R&9 &A")
        foot = " ".join((self.brand_line, "Henkaku")).strip().replace("&", "&&")
        sheet.set_footer(f"&L&9 {foot}&R&9 &P / &N")
        return sheet

    @property
    def brand_line(self) -> str:
        """Who hands the workbook over and who may read it; empty without a brand."""
        parts = (self.firm, clean_line(self.brand.confidentiality))
        return self.wording.say("fact_space").join(part for part in parts if part)

    def sheet_name(self, key: str) -> str:
        """The name of a sheet."""
        return self.wording.tell(f"sheets.{key}")

    def refer(self, key: str, cells: str) -> str:
        """Cells of another sheet, as formulas name them."""
        return f"'{self.sheet_name(key)}'!{cells}"

    def put(self, sheet: Worksheet, row: int, column: int, text: str, **properties: Any) -> None:
        """A text in a cell; whatever it begins with, it stays a text when it is edited."""
        cell = cut_text(clean_plain(text))
        if cell.startswith(_FORMULA_LIKE):
            properties["quote_prefix"] = True
        sheet.write_string(row, column, cell, self.style(**properties))
        self.make_room(sheet, row, column, cell, **properties)

    def make_room(self, sheet: Worksheet, row: int, column: int, text: str, **properties: Any) -> None:
        """Make a row high enough for a text; a program need not do it by itself."""
        wrapped, bold = bool(properties.get("text_wrap")), bool(properties.get("bold"))
        self._heights[sheet.name].add(row, column, text, properties.get("font_size", 10), wrapped, bold)

    def put_title(self, sheet: Worksheet, key: str, **params: object) -> int:
        """The sheet's title and what to know about it; the first free row below."""
        title = self.wording.tell(f"titles.{key}", **params)
        self.put(sheet, 0, 0, title, bold=True, font_size=16, font_color=self.accent)
        for row, line in enumerate(self.wording.tell(f"about.{key}", **params).split("|"), start=1):
            self.put(sheet, row, 0, line, font_color=INK_SECOND)
        return row + 2

    def put_heads(
        self, sheet: Worksheet, row: int, keys: tuple[str, ...], column: int = 0, **look: Any
    ) -> None:
        """The heads of columns, by their keys in the catalogue."""
        for place, key in enumerate(keys, start=column):
            self.put_head(sheet, row, place, self.wording.tell(f"columns.{key}"), **look)

    def put_head(self, sheet: Worksheet, row: int, column: int, text: str, **look: Any) -> None:
        """The head of a column."""
        usual = {"bold": True, "font_size": 9, "font_color": INK_SECOND, "bottom": 1, "bottom_color": INK}
        self.put(sheet, row, column, text, **{**usual, "text_wrap": True, **look})

    def line(self, **properties: Any) -> dict[str, Any]:
        """Properties of a cell in a table: wrapped, with a hairline under it."""
        return {"text_wrap": True, "bottom": 1, "bottom_color": HAIRLINE, **properties}

    def close(self) -> bytes:
        """The finished file."""
        for sheet in self.workbook.worksheets():
            for row, height in self._heights[sheet.name].items():
                sheet.set_row(row, height)
        self.workbook.close()
        return fix_times(self._target.getvalue(), self.made_on)


def cut_text(text: str) -> str:
    """The text as far as a cell can hold it; Excel counts UTF-16 units."""
    units = text.encode("utf-16-le")
    if len(units) <= CELL_LIMIT * 2:
        return text
    return units[: (CELL_LIMIT - 1) * 2].decode("utf-16-le", errors="ignore") + "…"
