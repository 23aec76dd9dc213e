"""Return on marketing investment in both readings (A.romi), and by campaign before and after (B.w1)."""

from typing import Any

from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import FLOOR_BAND
from reporting.kit.sheets.benchmarks import tell_benchmark
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.formulas import divide, locate
from reporting.kit.sheets.kpi_sheet.figures import Figures

WIDTHS = (30, 15, 15, 11, 15, 15, 11, 12, 14, 26)
TOP = 4
TABLE_TOP = 13
COUNT = 12
"""Measures there is room for."""
LARGEST = 1e15


def write_returns(book: KitBook, figures: Figures) -> None:
    """The whole of marketing, then each measure."""
    sheet = book.add_sheet("returns", WIDTHS, pages=1)
    book.put_title(sheet, "returns")
    _write_whole(book, sheet, figures)
    _write_table(book, sheet)


def _write_whole(book: KitBook, sheet: Worksheet, figures: Figures) -> None:
    last = len(WIDTHS) - 1
    for row, key in enumerate(("investment", "attributed_revenue"), start=TOP):
        book.put(sheet, row, 0, book.words.say(f"inputs.{key}.name"), **book.line())
        value = getattr(figures.targets, key)
        book.put_entry(sheet, row, 1, value, num_format=book.shape("yen"), shrink=True)
        book.put_wide(
            sheet, row, (2, last), book.words.say(f"inputs.{key}.note"), **book.line(font_size=9, indent=1)
        )
        book.check_number(sheet, (row, 1, row, 1), "amount", 1e-6, LARGEST)
    invested, earned = locate(TOP, 1), locate(TOP + 1, 1)
    returns = figures.plan.returns
    romi, per_yen = (None, None) if returns is None else (returns.romi / 100, returns.per_yen)
    readings = (
        ("romi", _subtract_and_divide(earned, invested), romi, "whole_rate"),
        ("per_yen", divide(earned, invested), per_yen, "per_yen"),
    )
    for row, (key, formula, value, shape) in enumerate(readings, start=TOP + 3):
        book.put(sheet, row, 0, book.words.say(f"returns.{key}.name"), **book.line(bold=True))
        look = {"bold": True, "font_size": 14, "bg_color": FLOOR_BAND, "text_wrap": False}
        book.put_live(sheet, row, 1, formula, value, num_format=book.shape(shape), shrink=True, **look)
        book.make_room(sheet, row, 1, "0", font_size=14)
        note = book.words.say(f"returns.{key}.note")
        if key == "per_yen":
            note += tell_benchmark(book, "A.g8")
        book.put_wide(sheet, row, (2, last), note, **book.line(font_size=9, indent=1))


def _subtract_and_divide(earned: str, invested: str) -> str:
    return f'IF(AND(COUNT({earned},{invested})=2,N({invested})>0),({earned}-{invested})/{invested},"")'


def _write_table(book: KitBook, sheet: Worksheet) -> None:
    """What each measure was expected to earn and what it earned, with what is decided on it."""
    book.put_section(sheet, TABLE_TOP - 3, book.words.say("sections.by_work"))
    book.put_note(sheet, TABLE_TOP - 2, (0, len(WIDTHS) - 1), book.words.say("notes.by_work"))
    book.put_heads(sheet, TABLE_TOP - 1, ("campaign",))
    numbers = ("plan_cost", "plan_revenue", "plan_romi", "cost", "earned", "romi", "romi_gap")
    book.put_heads(sheet, TABLE_TOP - 1, numbers, 1, align="right")
    book.put_heads(sheet, TABLE_TOP - 1, ("decision", "reason"), 8, indent=1)
    for row in range(TABLE_TOP, TABLE_TOP + COUNT):
        _write_campaign(book, sheet, row)
    _write_sums(book, sheet, TABLE_TOP + COUNT)
    last = TABLE_TOP + COUNT - 1
    book.offer(sheet, (TABLE_TOP, 8, last, 8), book.words.say_each("decisions"))
    for column in (1, 2, 4, 5):
        book.check_number(sheet, (TABLE_TOP, column, last, column), "count", 0, LARGEST)


def _write_campaign(book: KitBook, sheet: Worksheet, row: int) -> None:
    for column in (0, 8, 9):
        book.put_entry(sheet, row, column, indent=1 if column else 0)
    for column in (1, 2, 4, 5):
        book.put_entry(sheet, row, column, num_format=book.shape("yen"), shrink=True, text_wrap=False)
    _write_ratios(book, sheet, row, {})


def _write_ratios(book: KitBook, sheet: Worksheet, row: int, look: dict[str, Any]) -> None:
    """Return as planned, as it came, and the difference in points."""
    plan_cost, plan, expected, cost, earned, came = (locate(row, column) for column in range(1, 7))
    rate = {"num_format": book.shape("whole_rate"), "align": "right", **look}
    change = {**rate, "num_format": book.shape("points")}
    book.put_live(sheet, row, 3, _subtract_and_divide(plan, plan_cost), None, **rate)
    book.put_live(sheet, row, 6, _subtract_and_divide(earned, cost), None, **rate)
    book.put_live(sheet, row, 7, f'IF(COUNT({expected},{came})=2,({came}-{expected})*100,"")', None, **change)


def _write_sums(book: KitBook, sheet: Worksheet, row: int) -> None:
    strong: dict[str, Any] = {"bold": True, "top": 1}
    book.put(sheet, row, 0, book.words.say("returns.sum"), **book.line(**strong))
    for column in (1, 2, 4, 5):
        area = xl_range(TABLE_TOP, column, row - 1, column)
        look = {
            "num_format": book.shape("yen"),
            "shrink": True,
            "text_wrap": False,
            "align": "right",
            **strong,
        }
        book.put_live(sheet, row, column, f'IF(COUNT({area})=0,"",SUM({area}))', None, **look)
    _write_ratios(book, sheet, row, strong)
    for column in (8, 9):
        book.put(sheet, row, column, "", **book.line(**strong))
