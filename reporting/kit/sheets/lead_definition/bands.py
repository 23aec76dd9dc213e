"""What became of leads by score: whether the points tell, and where the threshold belongs (A24)."""

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import FLOOR_BAND
from reporting.kit.sheets.blocks import write_log
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.formulas import locate
from reporting.kit.sheets.lead_definition import leads
from reporting.kit.sheets.lead_definition.leads import Columns
from reporting.kit.sheets.lead_definition.scheme import THRESHOLD, read_scheme

WIDTHS = (16, 12, 18, 14, 16, 18, 20)
TOP = 4
STEP, HIGHEST = 10, 100


def write_bands(book: KitBook) -> None:
    """Bands of ten points from the highest down, then the log of revisions."""
    sheet = book.add_sheet("bands", WIDTHS, landscape=False, pages=1)
    book.put_title(sheet, "bands")
    book.put_heads(sheet, TOP - 1, ("band",))
    heads = ("count", "from_here", "sqls", "opportunities", "sql_share", "opportunity_share")
    book.put_heads(sheet, TOP - 1, heads, 1, align="right")
    lows = range(HIGHEST - STEP, -1, -STEP)
    for row, low in enumerate(lows, start=TOP):
        _write_band(book, sheet, row, low)
    last = TOP + len(lows) - 1
    _mark_threshold(book, sheet, last)
    book.put_note(sheet, last + 1, (0, len(WIDTHS) - 1), book.words.say("notes.bands"))
    book.put_section(sheet, last + 3, book.words.say("sections.log"))
    keys = ("date", "change", "figures", "decided_by")
    columns = ((0, 0), (1, 3), (4, 5), (6, 6))
    write_log(book, sheet, last + 4, [book.common.say(f"log.{key}") for key in keys], columns, 8)


def _area(book: KitBook, column: int) -> str:
    last = leads.TOP + leads.COUNT - 1
    return book.refer("leads", str(xl_range_abs(leads.TOP, column, last, column)))


def _write_band(book: KitBook, sheet: Worksheet, row: int, low: int) -> None:
    columns = Columns(read_scheme(book.words))
    total, confirmed, outcome = (
        _area(book, column) for column in (columns.total, columns.confirmed, columns.outcome)
    )
    high = HIGHEST + 1 if low + STEP == HIGHEST else low + STEP
    within = f'{total},">={low}",{total},"<{high}"'
    deals = [book.words.say(f"outcomes.{key}") for key in ("open", "won", "lost")]
    opportunities = "+".join(f'COUNTIFS({within},{outcome},"{deal}")' for deal in deals)
    count, sqls, opened = (locate(row, column) for column in (1, 3, 4))
    numbers = (
        (1, f"COUNTIFS({within})"),
        (2, f'COUNTIF({total},">={low}")'),
        (3, f'COUNTIFS({within},{confirmed},"{book.words.say("confirmed.yes")}")'),
        (4, opportunities),
    )
    book.put(sheet, row, 0, f"{low}–{min(high - 1, HIGHEST)}", **book.line(bold=True))
    for column, formula in numbers:
        book.put_live(sheet, row, column, formula, 0, num_format=book.shape("count"), align="right")
    for column, part in ((5, sqls), (6, opened)):
        formula = f'IF({count}>0,{part}/{count},"")'
        book.put_live(sheet, row, column, formula, None, num_format=book.shape("whole_rate"), align="right")


def _mark_threshold(book: KitBook, sheet: Worksheet, last: int) -> None:
    """The band that the threshold lies in."""
    low = f"({last}-ROW()+1)*{STEP}"
    rule = f"=AND(ISNUMBER({THRESHOLD}),{THRESHOLD}>={low},{THRESHOLD}<{low}+{STEP})"
    look = book.workbook.add_format({"bg_color": FLOOR_BAND})
    sheet.conditional_format(TOP, 0, last, 6, {"type": "formula", "criteria": rule, "format": look})
