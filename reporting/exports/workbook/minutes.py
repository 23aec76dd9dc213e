"""The sheet of a workshop's minutes: what was settled on each question, and what comes next."""

from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import INK_SECOND
from reporting.exports.archive import choose_time
from reporting.exports.workbook.book import Book
from reporting.pages.minutes import Record, build_minutes_page
from scoring.minutes import Room

HEADS = ("question", "outcome", "level", "fact", "judgement", "next_action", "owner", "due", "views")
WIDTHS = (7, 26, 12, 14, 40, 36, 32, 20, 14, 40)
TOP = 5


def write_minutes(book: Book, room: Room) -> None:
    """Everything on record, in the order it was talked about; no sheet where there is nothing."""
    minutes = build_minutes_page(book.diagnosis, room, book.wording, book.made_on)
    if minutes is None:
        return
    sheet = book.add_sheet("minutes", WIDTHS)
    book.put_title(sheet, "minutes")
    book.put_head(sheet, TOP - 1, 0, book.wording.tell("columns.number"))
    for column, key in enumerate(HEADS, start=1):
        book.put_head(sheet, TOP - 1, column, book.wording.say(f"minutes.{key}"))
    for row, record in enumerate(minutes.records, start=TOP):
        _write_record(book, sheet, row, record)
    for row, line in enumerate(minutes.left_out, start=TOP + len(minutes.records) + 1):
        book.put(sheet, row, 1, line, font_color=INK_SECOND)
    sheet.freeze_panes(TOP, 2)
    sheet.repeat_rows(TOP - 1)


def _write_record(book: Book, sheet: Worksheet, row: int, record: Record) -> None:
    item, line = record.item, book.line()
    sheet.write_number(row, 0, record.number, book.style(**book.line(align="center")))
    book.put(sheet, row, 1, record.title, **book.line(bold=True))
    texts = (record.status, record.level, item.fact, item.judgement, item.next_action, item.owner)
    for column, text in enumerate(texts, start=2):
        book.put(sheet, row, column, text, **line)
    if item.due is None:
        sheet.write_blank(row, 8, None, book.style(**line))
    else:
        look = book.style(**book.line(num_format=book.wording.tell("date_format"), align="left"))
        sheet.write_datetime(row, 8, choose_time(item.due), look)
    views = "\n".join(f"{vote.name}: {vote.views}" for vote in record.votes)
    book.put(sheet, row, 9, views, **line)
