"""The one sheet that marketing and sales look at together: results above, measures below (C.view)."""

from datetime import date
from typing import Any

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import INK
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.formulas import divide, locate, show
from reporting.kit.sheets.head import write_head
from reporting.kit.sheets.kpi_sheet import cells
from reporting.kit.sheets.kpi_sheet.figures import RATES, RUNGS, Figures
from reporting.kit.sheets.kpi_sheet.indicators import RESULTS, SUMS, WORKS, Kind, Result, Work
from reporting.kit.sheets.kpi_sheet.marks import mark_shortfalls
from reporting.kit.sheets.kpi_sheet.rows import (
    FIRST,
    GAP,
    GOAL,
    LAST,
    MARK,
    MONTH,
    NAME,
    OWNER,
    SHARE,
    TOTAL,
    YEAR,
    Rows,
    formulate_month,
    formulate_total,
)
from scoring.targets import MONTHS

WIDTHS = (32, 14.5, 13, 11, *[8.6] * MONTHS, 11.5, 11.5, 11.5, 8, 5)
ROW_SIZE = 13
"""The size of type that the rows of figures leave room for; people write into them."""
LARGEST = 1e15
EXCEL_DAY_ZERO = date(1899, 12, 30)


def write_one_sheet(book: KitBook, figures: Figures) -> Rows:
    """Everything on one page; the rows, for other sheets to refer to."""
    sheet = book.add_sheet("one_sheet", WIDTHS, pages=1)
    rows = Rows(write_head(book, sheet, MARK) + 2)
    _write_heads(book, sheet, rows)
    for result in RESULTS:
        _write_result(book, sheet, rows, result, figures)
    _write_bottleneck(book, sheet, rows)
    for work in WORKS:
        _write_work(book, sheet, rows, work, figures)
    mark_shortfalls(book, sheet, rows)
    sheet.freeze_panes(0, OWNER)
    return rows


def _write_heads(book: KitBook, sheet: Worksheet, rows: Rows) -> None:
    book.put_section(sheet, rows.top - 1, book.words.say("sections.results"))
    book.put_heads(sheet, rows.top, ("result", "owner"))
    book.put_heads(sheet, rows.top, ("target_year", "target_month"), YEAR, align="right")
    book.put_section(sheet, rows.works_top - 1, book.words.say("sections.works"))
    book.put_heads(sheet, rows.works_top, ("work", "owner", "feeds"))
    book.put_heads(sheet, rows.works_top, ("target_month",), MONTH, align="right")
    for row in (rows.top, rows.works_top):
        tail = ("total", "goal", "gap", "share", "mark")
        book.put_heads(sheet, row, tail, TOTAL, align="right")
        _write_months(book, sheet, rows, row)


def _write_months(book: KitBook, sheet: Worksheet, rows: Rows, row: int) -> None:
    """Twelve months from the one entered above the results."""
    start = book.made_on.replace(day=1)
    look = {"bold": True, "font_size": 9, "align": "right", "bottom_color": INK}
    look["num_format"] = book.shape("month")
    for place in range(MONTHS):
        above = xl_rowcol_to_cell(rows.top, FIRST + place)
        before = xl_rowcol_to_cell(rows.top, FIRST + place - 1)
        months = start.month - 1 + place
        shown = start.replace(year=start.year + months // 12, month=months % 12 + 1)
        if row == rows.top and place == 0:
            book.put_entry(sheet, row, FIRST, start, **look)
        else:
            formula = above if row != rows.top else f"EDATE({before},1)"
            serial = (shown - EXCEL_DAY_ZERO).days
            book.put_live(sheet, row, FIRST + place, formula, serial, **look)


def _shape(book: KitBook, kind: Kind) -> dict[str, Any]:
    """Amounts go without their unit, which stands beside the name: twelve months have little room."""
    shape = "rate" if kind == "rate" else "count"
    return {"num_format": book.shape(shape), "align": "right", "text_wrap": False, "shrink": True}


def _write_result(book: KitBook, sheet: Worksheet, rows: Rows, result: Result, figures: Figures) -> None:
    row, look = rows.find(result.key), _shape(book, result.kind)
    book.put(sheet, row, NAME, book.words.say(f"figures.{result.key}"), **book.line(bold=True))
    book.put(sheet, row, OWNER, book.owner(result.owner), **book.line(font_size=9))
    book.make_room(sheet, row, OWNER, "", font_size=ROW_SIZE)
    _write_targets(book, sheet, row, result, figures)
    for column in range(FIRST, LAST + 1):
        formula = formulate_month(rows, result, column)
        if formula is None:
            book.put_entry(sheet, row, column, **look)
        else:
            book.put_live(sheet, row, column, formula, None, **look)
    if result.parts is None and result.key not in SUMS:
        book.check_number(sheet, (row, FIRST, row, LAST), "count", 0, LARGEST)
    _write_tail(book, sheet, rows, result)


def _write_targets(book: KitBook, sheet: Worksheet, row: int, result: Result, figures: Figures) -> None:
    """The year's and the month's target: from the funnel, or to be entered."""
    look, year = _shape(book, result.kind), locate(row, YEAR)
    if result.target is None:
        book.put(sheet, row, YEAR, "", **book.line())
        book.put_entry(sheet, row, MONTH, **look)
        return
    if result.kind == "rate":
        source, value = cells.find_input(result.target), figures.rate(result.target)  # type: ignore[arg-type]
        monthly, shown = f'IF(ISNUMBER({year}),{year},"")', value
    else:
        if result.target in RUNGS:
            source = cells.find_rung(result.target, cells.NEEDED)
            value = figures.plan.needed.get(result.target)
        else:
            source, value = cells.find_input(result.target), figures.targets.revenue
        monthly = f'IF(ISNUMBER({year}),{year}/{MONTHS},"")'
        shown = None if value is None else value / MONTHS
    book.put_live(sheet, row, YEAR, show(book.refer("funnel", source)), value, **look)
    fine = {**look, "num_format": book.shape("exact")} if result.kind == "count" else look
    book.put_live(sheet, row, MONTH, monthly, shown, **fine)


def _write_tail(book: KitBook, sheet: Worksheet, rows: Rows, item: Result | Work) -> None:
    """Year so far, what was to be reached by now, the difference, the share and a mark."""
    row, look, months = rows.find(item.key), _shape(book, item.kind), rows.months(item.key)
    is_level = item.kind == "rate" or (isinstance(item, Result) and item.parts is not None)
    target, total, goal, gap = (locate(row, column) for column in (MONTH, TOTAL, GOAL, GAP))
    if isinstance(item, Result):
        so_far = formulate_total(rows, item)
    else:
        so_far = f'IF(COUNT({months})=0,"",{"AVERAGE" if is_level else "SUM"}({months}))'
    reach = target if is_level else f"{target}*COUNT({months})"
    change = "points" if item.kind == "rate" else "count_change"
    apart = f"({total}-{goal})*100" if item.kind == "rate" else f"{total}-{goal}"
    better = "<=" if item.lower_is_better else ">="
    tail = (
        (TOTAL, so_far, look),
        (GOAL, f'IF(AND(ISNUMBER({target}),ISNUMBER({total})),{reach},"")', look),
        (GAP, f'IF(COUNT({total},{goal})=2,{apart},"")', {**look, "num_format": book.shape(change)}),
        (SHARE, divide(total, goal), {**look, "num_format": book.shape("whole_rate")}),
        (MARK, f'IF(ISNUMBER({gap}),IF(ROUND({gap},6){better}0,"●","▼"),"")', {"align": "center"}),
    )
    for column, formula, style in tail:
        book.put_live(sheet, row, column, formula, None, **style)


def _write_bottleneck(book: KitBook, sheet: Worksheet, rows: Rows) -> None:
    """The rate that is furthest from its target so far."""
    row, first, last = rows.find(RESULTS[-1].key) + 1, rows.find(RATES[0]), rows.find(RATES[-1])
    shares, names = xl_range_abs(first, SHARE, last, SHARE), xl_range_abs(first, NAME, last, NAME)
    open_text = book.words.say("notes.no_bottleneck")
    found = f"INDEX({names},MATCH(MIN({shares}),{shares},0))"
    book.put(sheet, row, NAME, book.words.say("notes.bottleneck"), bold=True)
    sheet.merge_range(row, OWNER, row, MARK, "", book.style(**book.line()))
    book.put_live(sheet, row, OWNER, f'IF(COUNT({shares})=0,"{open_text}",{found})', open_text, bold=True)


def _write_work(book: KitBook, sheet: Worksheet, rows: Rows, work: Work, figures: Figures) -> None:
    row, look = rows.find(work.key), _shape(book, work.kind)
    book.put(sheet, row, NAME, book.words.say(f"works.{work.key}"), **book.line())
    book.put(sheet, row, OWNER, book.owner(work.owner), **book.line(font_size=9))
    book.make_room(sheet, row, OWNER, "", font_size=ROW_SIZE)
    feeds = book.words.say(f"figures.{work.feeds}").split("（")[0].split(" (")[0]
    book.put(sheet, row, YEAR, feeds, **book.line(font_size=9))
    targets = {
        "ads_cost": (cells.find_input("monthly_ad_spend"), figures.targets.monthly_ad_spend),
        "ads_leads": (cells.find_rung("leads", cells.MONTHLY), figures.plan.monthly.get("leads")),
    }
    if work.key in targets:
        source, value = targets[work.key]
        book.put_live(sheet, row, MONTH, show(book.refer("funnel", source)), value, **look)
    else:
        book.put_entry(sheet, row, MONTH, **look)
    for column in range(FIRST, LAST + 1):
        book.put_entry(sheet, row, column, **look)
    kind, most = ("share", 1.0) if work.kind == "rate" else ("count", LARGEST)
    book.check_number(sheet, (row, FIRST, row, LAST), kind, 0, most)
    _write_tail(book, sheet, rows, work)
