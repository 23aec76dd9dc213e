"""The sheet to paste leads into: points, total and verdict follow each row at once."""

from typing import Any

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import FLOOR_BAND, INDIGO, INK_SECOND, VERMILION
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.lead_definition.scheme import (
    THRESHOLD,
    Category,
    Item,
    Scheme,
    locate_full,
    locate_limit,
)

FULL_ROW, TOP = 4, 6
"""Row of the most points, and of the first lead."""
VERDICT: dict[str, Any] = {"bold": True, "text_wrap": False, "shrink": True}
COUNT = 300
"""Leads there is room for."""
FIRST = 2
"""Column of the first item."""
OUTCOMES = ("open", "won", "lost", "returned")


class Columns:
    """Where the columns after the items stand."""

    def __init__(self, scheme: Scheme) -> None:
        self.last_item = FIRST + len(scheme.items) - 1
        self.categories = self.last_item + 1
        self.total = self.categories + len(scheme.categories)
        self.verdict, self.confirmed, self.outcome, self.remark = range(self.total + 1, self.total + 5)


def write_leads(book: KitBook, scheme: Scheme) -> None:
    """Room for pasted leads, with lists to choose from and a live verdict."""
    columns = Columns(scheme)
    widths = (24, 18, *[20] * len(scheme.items), *[11] * len(scheme.categories), 8, 16, 14, 14, 24)
    sheet = book.add_sheet("leads", widths)
    book.put_title(sheet, "leads")
    _write_heads(book, sheet, scheme, columns)
    for row in range(TOP, TOP + COUNT):
        _write_lead(book, sheet, scheme, columns, row)
    _offer_choices(book, sheet, scheme, columns)
    _colour(book, sheet, scheme, columns)
    sheet.freeze_panes(TOP, FIRST)
    sheet.repeat_rows(TOP - 1)


def _write_heads(book: KitBook, sheet: Worksheet, scheme: Scheme, columns: Columns) -> None:
    """The heads, above them the most points each can give, and how many leads stand where."""
    verdicts = str(xl_range(TOP, columns.verdict, TOP + COUNT - 1, columns.verdict))
    words = [book.words.say(f"verdicts.{key}") for key in ("mql", "open", "not_yet")]
    counts = "&".join(f'"{word} "&COUNTIF({verdicts},"{word}")&"　"' for word in words)
    shown = "".join(f"{word} 0　" for word in words)
    book.put_live(sheet, 2, 0, counts, shown, bold=True, bottom=0, text_wrap=False)
    small = {"font_size": 9, "font_color": INK_SECOND, "align": "center", "bottom": 0}
    book.put(sheet, FULL_ROW, 0, book.words.say("columns.full"), font_size=9, font_color=INK_SECOND)
    book.put_heads(sheet, TOP - 1, ("company", "person"))
    for column, item in enumerate(scheme.items, start=FIRST):
        book.put_head(sheet, TOP - 1, column, item.title)
        book.put_live(sheet, FULL_ROW, column, book.refer("points", locate_full(item)), item.full, **small)
    for column, category in enumerate(scheme.categories, start=columns.categories):
        book.put_head(sheet, TOP - 1, column, category.title, align="center")
        cell = book.refer("points", locate_limit(category))
        book.put_live(sheet, FULL_ROW, column, cell, category.limit, **small)
    book.put_heads(sheet, TOP - 1, ("total",), columns.total, align="center")
    book.put_heads(sheet, TOP - 1, ("verdict", "confirmed", "outcome", "remark"), columns.verdict)


def _write_lead(book: KitBook, sheet: Worksheet, scheme: Scheme, columns: Columns, row: int) -> None:
    for column in (*range(columns.categories), columns.confirmed, columns.outcome, columns.remark):
        book.put_entry(sheet, row, column, text_wrap=False, shrink=True)
    given = xl_range(row, FIRST, row, columns.last_item)
    for column, category in enumerate(scheme.categories, start=columns.categories):
        sums = "+".join(_find_points(item, row, scheme) for item in category.items)
        limit = book.refer("points", locate_limit(category))
        formula = f'IF(COUNTA({given})=0,"",MIN({limit},{sums}))'
        book.put_live(sheet, row, column, formula, None, align="center")
    parts = xl_range(row, columns.categories, row, columns.total - 1)
    formula = f'IF(COUNTA({given})=0,"",SUM({parts}))'
    book.put_live(sheet, row, columns.total, formula, None, align="center", bold=True)
    book.put_live(sheet, row, columns.verdict, _judge(book, scheme, columns, row), None, **VERDICT)


def _place(item: Item, scheme: Scheme) -> int:
    return FIRST + scheme.items.index(item)


def _match(item: Item, cell: str) -> str:
    return f"MATCH({cell},{item.choices_name},0)"


def _find_points(item: Item, row: int, scheme: Scheme) -> str:
    """The points of what was chosen; nought where nothing was, or nothing that is on the list."""
    cell = xl_rowcol_to_cell(row, _place(item, scheme))
    return f"IFERROR(N(INDEX({item.points_name},{_match(item, cell)})),0)"


def _judge(book: KitBook, scheme: Scheme, columns: Columns, row: int) -> str:
    """MQL, not yet, or decided by what is still empty: the total with every gap at its best."""
    total, threshold = xl_rowcol_to_cell(row, columns.total), THRESHOLD
    words = {key: book.words.say(f"verdicts.{key}") for key in ("mql", "open", "not_yet", "check", "unset")}
    strange = "+".join(
        f'IF({cell}="",0,IF(ISNUMBER({_match(item, cell)}),0,1))'
        for item in scheme.items
        for cell in [xl_rowcol_to_cell(row, _place(item, scheme))]
    )
    best = "+".join(
        _reach(book, scheme, category, row, columns.categories + place)
        for place, category in enumerate(scheme.categories)
    )
    below = f'IF({best}>={threshold},"{words["open"]}","{words["not_yet"]}")'
    reached = f'IF({total}>={threshold},"{words["mql"]}",{below})'
    known = f'IF(ISNUMBER({threshold}),{reached},"{words["unset"]}")'
    return f'IF({total}="","",IF({strange}>0,"{words["check"]}",{known}))'


def _reach(book: KitBook, scheme: Scheme, category: Category, row: int, column: int) -> str:
    """The most points a category can still come to."""
    places = [_place(item, scheme) for item in category.items]
    given = xl_range(row, places[0], row, places[-1])
    full = xl_range(FULL_ROW, places[0], FULL_ROW, places[-1])
    first, last = full.split(":")
    fixed = ":".join(f"{cell.rstrip('0123456789')}${FULL_ROW + 1}" for cell in (first, last))
    now, limit = xl_rowcol_to_cell(row, column), book.refer("points", locate_limit(category))
    return f'MIN({limit},{now}+SUMPRODUCT(({given}="")*{fixed}))'


def _offer_choices(book: KitBook, sheet: Worksheet, scheme: Scheme, columns: Columns) -> None:
    last = TOP + COUNT - 1
    for column, item in enumerate(scheme.items, start=FIRST):
        book.offer(sheet, (TOP, column, last, column), f"={item.choices_name}")
    confirmed = [book.words.say(f"confirmed.{key}") for key in ("yes", "no")]
    book.offer(sheet, (TOP, columns.confirmed, last, columns.confirmed), confirmed)
    outcomes = [book.words.say(f"outcomes.{key}") for key in OUTCOMES]
    book.offer(sheet, (TOP, columns.outcome, last, columns.outcome), outcomes)


def _colour(book: KitBook, sheet: Worksheet, scheme: Scheme, columns: Columns) -> None:
    """MQLs stand out; what is not on the list is marked."""
    last = TOP + COUNT - 1
    area = (TOP, columns.verdict, last, columns.verdict)
    looks = {
        "mql": {"bg_color": FLOOR_BAND, "font_color": INDIGO},
        "open": {"font_color": INK_SECOND, "italic": True},
        "check": {"font_color": VERMILION},
    }
    for key, look in looks.items():
        text = f'"{book.words.say(f"verdicts.{key}")}"'
        form = book.workbook.add_format(look)
        sheet.conditional_format(*area, {"type": "cell", "criteria": "==", "value": text, "format": form})
    strange = book.workbook.add_format({"font_color": VERMILION, "underline": 1})
    for column, item in enumerate(scheme.items, start=FIRST):
        cell = xl_rowcol_to_cell(TOP, column)
        rule = f'=AND({cell}<>"",ISNA({_match(item, cell)}))'
        sheet.conditional_format(
            TOP, column, last, column, {"type": "formula", "criteria": rule, "format": strange}
        )
