"""The sheet of points: the threshold, and what every choice is worth; all of it can be changed."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import HAIRLINE, VERMILION
from reporting.kit.sheets.blocks import tell_status
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.lead_definition.scheme import (
    CATEGORY,
    CHECK,
    CHOICE,
    FULL,
    ITEM,
    LIMIT,
    POINTS,
    SLOTS,
    THRESHOLD,
    THRESHOLD_ROW,
    TOP,
    Category,
    Item,
    Scheme,
    locate_full,
    locate_limit,
    locate_threshold,
)

WIDTHS = (20, 32, 44, 9, 13, 13, 42)
TOP_LINE: dict[str, Any] = {"top": 1, "top_color": HAIRLINE}


def write_points(book: KitBook, scheme: Scheme) -> None:
    """Threshold and table, with checks that follow every change."""
    sheet = book.add_sheet("points", WIDTHS, pages=1)
    book.put_title(sheet, "points")
    book.put_note(sheet, 2, (0, CHECK), tell_status(book, "lead_scoring"))
    _write_threshold(book, sheet, scheme)
    book.put_section(sheet, TOP - 3, book.words.say("sections.points"))
    book.put_note(sheet, TOP - 2, (0, CHECK), book.words.say("notes.points"))
    book.put_heads(sheet, TOP - 1, ("category", "item", "choice"))
    book.put_heads(sheet, TOP - 1, ("points", "full", "limit"), POINTS, align="right")
    book.put_heads(sheet, TOP - 1, ("check",), CHECK, indent=1)
    for category in scheme.categories:
        for item in category.items:
            _write_item(book, sheet, category, item)
        _write_limit(book, sheet, category)
    book.check_number(sheet, (TOP, POINTS, scheme.last_row, POINTS), "points", 0, 100)
    _name_cells(book, scheme)
    warning = book.workbook.add_format({"font_color": VERMILION, "bold": True})
    for area in ((TOP, CHECK, scheme.last_row, CHECK), (THRESHOLD_ROW, POINTS, THRESHOLD_ROW, POINTS)):
        rule = {"type": "text", "criteria": "begins with", "value": "△", "format": warning}
        sheet.conditional_format(*area, rule)


def _name_cells(book: KitBook, scheme: Scheme) -> None:
    """Names for what other sheets refer to: conditional formats know other sheets by name only."""
    names = {THRESHOLD: locate_threshold()}
    for item in scheme.items:
        names |= {item.choices_name: item.choice_cells, item.points_name: item.point_cells}
    for name, area in names.items():
        book.workbook.define_name(name, f"={book.refer('points', area)}")


def _write_threshold(book: KitBook, sheet: Worksheet, scheme: Scheme) -> None:
    row = THRESHOLD_ROW
    book.put_wide(sheet, row, (0, 1), book.words.say("threshold_name"), bold=True, font_size=12)
    book.put_entry(sheet, row, CHOICE, scheme.threshold, bold=True, font_size=14, align="left")
    book.check_number(sheet, (row, CHOICE, row, CHOICE), "points", 0, 100)
    limits = ",".join(locate_limit(category) for category in scheme.categories)
    good, bad = book.words.say("checks.two_needed"), book.words.say("checks.one_enough")
    highest = max(category.limit for category in scheme.categories)
    shown = good if scheme.threshold > highest else bad
    sheet.merge_range(row, POINTS, row, CHECK, "", book.style(**book.line(indent=1)))
    formula = f'IF(ISNUMBER({locate_threshold()}),IF({locate_threshold()}>MAX({limits}),"{good}","{bad}"),"")'
    book.put_live(sheet, row, POINTS, formula, shown, indent=1)


def _write_item(book: KitBook, sheet: Worksheet, category: Category, item: Item) -> None:
    for slot in range(SLOTS):
        row = item.row + slot
        choice = item.choices[slot] if slot < len(item.choices) else None
        title = category.title if row == category.row else ""
        book.put(sheet, row, CATEGORY, title, bold=True, **(TOP_LINE if row == category.row else {}))
        book.put(sheet, row, ITEM, item.title if slot == 0 else "", **(TOP_LINE if slot == 0 else {}))
        book.put_entry(sheet, row, CHOICE, None if choice is None else choice.text)
        book.put_entry(sheet, row, POINTS, None if choice is None else choice.points, align="right")
    look = {"align": "right", **TOP_LINE, "bottom": 0}
    book.put_live(sheet, item.row, FULL, f"MAX({item.point_cells})", item.full, **look)


def _write_limit(book: KitBook, sheet: Worksheet, category: Category) -> None:
    """A category's limit, and whether the items add up to it."""
    row, limit = category.row, locate_limit(category)
    book.put_entry(sheet, row, LIMIT, category.limit, align="right", bold=True)
    total = "+".join(locate_full(item) for item in category.items)
    words = [book.words.say(f"checks.{key}") for key in ("even", "over", "under")]
    even, over, under = words
    formula = f'IF({total}={limit},"{even}",IF({total}>{limit},"{over}","{under}"))'
    full = sum(item.full for item in category.items)
    shown = even if full == category.limit else over if full > category.limit else under
    book.put_live(sheet, row, CHECK, formula, shown, indent=1, bottom=0, **TOP_LINE)
