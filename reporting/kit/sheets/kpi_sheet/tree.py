"""The tree from the KGI down to leads: each figure is the one below it times a rate (A.tree)."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import FLOOR_BAND, HAIRLINE, INK, INK_SECOND
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.formulas import show
from reporting.kit.sheets.kpi_sheet import cells
from reporting.kit.sheets.kpi_sheet.figures import Figures
from reporting.kit.sheets.kpi_sheet.indicators import RESULTS, WORKS
from reporting.kit.sheets.kpi_sheet.rows import MONTH, SHARE, TOTAL, Rows
from scoring.targets import MONTHS, Rung

NODES: tuple[Rung, ...] = ("orders", "opportunities", "sqls", "mqls", "leads")
BOX, ARROW = 21.0, 4.0
WIDTHS = (14.0, BOX, *[ARROW, BOX] * len(NODES))
TOP = 4
"""Row of the names of the boxes; under it: year, month, so far, share, who answers, factor, work."""
SIDES: dict[str, Any] = {
    "left": 1,
    "right": 1,
    "left_color": INK,
    "right_color": INK,
    "bottom": 0,
    "align": "center",
}
"""What frames a box."""


def write_tree(book: KitBook, figures: Figures, rows: Rows) -> None:
    """The tree, its targets from the funnel and the year so far from the one sheet."""
    sheet = book.add_sheet("tree", WIDTHS, pages=1)
    book.put_title(sheet, "tree")
    labels = ("year", "month", "so_far", "share", "answers", "", "factor")
    for row, key in enumerate(labels, start=TOP + 1):
        text = book.words.say(f"tree.{key}") if key else ""
        book.put(sheet, row, 0, text, font_size=9, font_color=INK_SECOND)
    _write_box(book, sheet, 1, "revenue", figures.targets.revenue, rows)
    for place, rung in enumerate(NODES):
        column = 3 + 2 * place
        book.put(sheet, TOP + 1, column - 1, "←", align="center")
        _write_box(book, sheet, column, rung, figures.plan.needed.get(rung), rows)
        _write_factor(book, sheet, column, rung, figures)
    _write_works(book, sheet)


def _write_box(
    book: KitBook, sheet: Worksheet, column: int, key: str, target: float | None, rows: Rows
) -> None:
    """A figure: its name, its numbers, who answers for it."""
    owner = next(item.owner for item in RESULTS if item.key == key)
    look = {**SIDES, "top": 2, "bold": True, "bg_color": FLOOR_BAND, "text_wrap": True}
    book.put(sheet, TOP, column, book.words.say(f"figures.{key}"), **look)
    _write_numbers(book, sheet, column, key, target, rows)
    look = {**SIDES, "bottom": 2, "bottom_color": INK, "font_color": INK_SECOND, "font_size": 9}
    book.put(sheet, TOP + 5, column, book.owner(owner), **look)


def _write_numbers(
    book: KitBook, sheet: Worksheet, column: int, key: str, target: float | None, rows: Rows
) -> None:
    """Target a year and a month, what came so far, and the share of it."""
    is_money = key == "revenue"
    source = (
        cells.find_input(key) if is_money else cells.find_rung(key, cells.NEEDED)  # type: ignore[arg-type]
    )
    month, so_far, share = (book.refer("one_sheet", rows.cell(key, place)) for place in (MONTH, TOTAL, SHARE))
    shape, monthly = "yen" if is_money else "count", None if target is None else target / MONTHS
    lines: tuple[tuple[str, float | None, str], ...] = (
        (book.refer("funnel", source), target, shape),
        (month, monthly, shape if is_money else "exact"),
        (so_far, None, shape),
        (share, None, "whole_rate"),
    )
    for row, (cell, value, form) in enumerate(lines, start=TOP + 1):
        size = {"bold": True, "font_size": 16} if row == TOP + 1 else {}
        look = {
            **SIDES,
            "bottom": 0,
            "shrink": True,
            "text_wrap": False,
            "num_format": book.shape(form),
            **size,
        }
        book.put_live(sheet, row, column, show(cell), value, **look)
    book.make_room(sheet, TOP + 1, column, "0", font_size=20)


def _write_factor(book: KitBook, sheet: Worksheet, column: int, rung: Rung, figures: Figures) -> None:
    """What the figure is multiplied by to give the one before it in the tree."""
    frame = {"align": "center", "top": 4, "bottom": 4, "top_color": HAIRLINE, "bottom_color": HAIRLINE}
    if rung == "orders":
        source, value = cells.find_input("order_value"), figures.targets.order_value
        name, name_cell, shape = book.words.say("inputs.order_value.name"), None, "yen"
    else:
        used = figures.rate_after(rung)
        name = "" if used is None else book.words.say(f"figures.{used}")
        value = None if used is None else figures.rate(used)
        source, shape = cells.find_rung(rung, cells.RATE), "rate"
        name_cell = cells.find_rung(rung, cells.USED)
    small = {**frame, "bottom": 0, "font_size": 9, "font_color": INK_SECOND}
    if name_cell is None:
        book.put(sheet, TOP + 7, column, f"× {name}", **{**small, "text_wrap": True})
    else:
        cell = book.refer("funnel", name_cell)
        shown = f"× {name}" if name else ""
        book.put_live(sheet, TOP + 7, column, f'IF({cell}="","","× "&{cell})', shown, **small)
    look = {**frame, "top": 0, "num_format": book.shape(shape), "shrink": True, "text_wrap": False}
    book.put_live(sheet, TOP + 8, column, show(book.refer("funnel", source)), value, **look)


def _write_works(book: KitBook, sheet: Worksheet) -> None:
    """The measures under the figure they work on."""
    top = TOP + 10
    book.put(sheet, top, 0, book.words.say("tree.works"), font_size=9, font_color=INK_SECOND)
    texts = {key: book.words.say(f"works.{key}") for key in (item.key for item in WORKS)}
    under = {"leads": 11, "mqls": 9, "mql_to_sql": 7}
    for feeds, column in under.items():
        names = [texts[item.key] for item in WORKS if item.feeds == feeds]
        for row, name in enumerate(names, start=top):
            book.put(sheet, row, column, name, text_wrap=True, font_size=9, align="center")
