"""A workbook of the kit: the reports' workbook with the kit's words, cells to fill in and live figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assessments.models import Group, KitDocumentId
from reporting.charts.svg import HAIRLINE, INK, INK_SECOND
from reporting.exports.archive import choose_time
from reporting.exports.words import ExportWording, clean_line
from reporting.exports.workbook.book import Book
from reporting.kit.case import KitCase
from reporting.kit.words import Words
from reporting.narrative.groups import GroupNames

ENTRY = "#FFF6D1"
"""The colour of cells to fill in; nothing else has it."""
Value = str | float | date | None


@dataclass(frozen=True)
class SheetWording(ExportWording):
    """The report's words, with one document's own in place of the exports'."""

    words: Words

    def tell(self, key: str, **params: object) -> str:
        """A text of the document."""
        return self.words.say(key, **params)


class KitBook(Book):
    """One Excel document of the kit, open for writing."""

    def __init__(self, case: KitCase, document: KitDocumentId) -> None:
        self.case, self.document = case, document
        self.words = Words(document, case.language)
        self.common = Words("sheets", case.language)
        self._spans: dict[tuple[str, int, int], int] = {}
        super().__init__(case.diagnosis, SheetWording(case.language, self.words), case.made_on, case.brand)
        self.workbook.set_properties(
            {
                "title": f"{self.title} – {self.company[:200]}",
                "author": self.firm or "Henkaku",
                "created": choose_time(case.made_on),
            }
        )

    @property
    def title(self) -> str:
        """What the document is called."""
        return Words("documents", self.case.language).say(f"{self.document}.title")

    def shape(self, key: str) -> str:
        """A number format of the language: yen, count, rate, month …"""
        return self.common.say(f"formats.{key}")

    def style(self, **properties: Any) -> Format:
        """A format over the usual ones; cells are centred in their row, as in a form."""
        return super().style(**{"valign": "vcenter", **properties})

    def group(self, group: Group) -> str:
        """A department, by its own name where the room gave it one."""
        labels = self.case.enclosures.room.labels
        return clean_line(GroupNames(self.wording.voice, self.diagnosis.questionnaire, labels).name(group))

    def owner(self, owner: str) -> str:
        """Who answers for something: a department, or both."""
        if owner == "both":
            return self.common.say("both")
        return self.group("sales" if owner == "sales" else "marketing")

    def put_wide(
        self, sheet: Worksheet, row: int, columns: tuple[int, int], text: str, **properties: Any
    ) -> None:
        """A text over the columns from the first to the last, wrapped."""
        first, last = columns
        look = {"text_wrap": True, **properties}
        if last > first:
            sheet.merge_range(row, first, row, last, "", self.style(**look))
        self._spans[sheet.name, row, first] = last - first + 1
        self.put(sheet, row, first, text, **look)

    def put_wide_head(self, sheet: Worksheet, row: int, columns: tuple[int, int], text: str) -> None:
        """The head of a column that is several cells wide."""
        look = {"bold": True, "font_size": 9, "font_color": INK_SECOND, "bottom": 1, "bottom_color": INK}
        self.put_wide(sheet, row, columns, text, indent=1, **look)

    def make_room(self, sheet: Worksheet, row: int, column: int, text: str, **properties: Any) -> None:
        """Make a row high enough for a text, over all columns its cell takes."""
        wrapped, bold = bool(properties.get("text_wrap")), bool(properties.get("bold"))
        span = self._spans.get((sheet.name, row, column), 1)
        points = properties.get("font_size", 10)
        self._heights[sheet.name].add(row, column, text, points, wrapped, bold, span)

    def entry(self, **properties: Any) -> dict[str, Any]:
        """Properties of a cell to fill in."""
        sides = {"left": 1, "right": 1, "bottom": 1}
        colours = {f"{side}_color": HAIRLINE for side in sides}
        return {"bg_color": ENTRY, "text_wrap": True, **sides, **colours, **properties}

    def put_entry(self, sheet: Worksheet, row: int, column: int, value: Value = None, **look: Any) -> None:
        """A cell to fill in, with what is known already; None leaves it empty."""
        properties = self.entry(**look)
        if value is None:
            sheet.write_blank(row, column, None, self.style(**properties))
            self.make_room(sheet, row, column, "")
        elif isinstance(value, str):
            self.put(sheet, row, column, value, **properties)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, choose_time(value), self.style(**properties))
        else:
            sheet.write_number(row, column, value, self.style(**properties))

    def put_live(
        self, sheet: Worksheet, row: int, column: int, formula: str, value: float | str | None, **look: Any
    ) -> None:
        """A formula with the value it has now (None: an empty text), for programs that do not calculate."""
        shown = "" if value is None else value
        sheet.write_formula(row, column, f"={formula}", self.style(**self.line(**look)), shown)

    def offer(
        self, sheet: Worksheet, area: tuple[int, int, int, int], choices: Sequence[str] | str, hint: str = ""
    ) -> None:
        """Let cells be chosen from a list: texts without commas, or the formula of a range with them."""
        source: object = choices if isinstance(choices, str) else list(choices)
        rule = {"validate": "list", "source": source, "error_message": self.common.say("checks.list")}
        sheet.data_validation(*area, {**rule, "input_message": hint} if hint else rule)

    def check_number(
        self, sheet: Worksheet, area: tuple[int, int, int, int], kind: str, low: float, high: float
    ) -> None:
        """Let cells hold only numbers within bounds; `kind` chooses the message."""
        rule = {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}
        sheet.data_validation(*area, {**rule, "error_message": self.common.say(f"checks.{kind}")})

    def put_section(self, sheet: Worksheet, row: int, text: str) -> None:
        """The heading of a part of a sheet."""
        self.put(sheet, row, 0, text, bold=True, font_size=12, font_color=self.accent)

    def put_note(self, sheet: Worksheet, row: int, columns: tuple[int, int], text: str) -> None:
        """A remark under a heading."""
        self.put_wide(sheet, row, columns, text, font_color=INK_SECOND, font_size=9)
