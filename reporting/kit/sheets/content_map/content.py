"""The map itself: one row for each piece of content."""

from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import FLOOR_BAND, INDIGO, PAPER_BAND
from reporting.kit.sheets.blocks import PAPER_INK, tell_status
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.content_map.plan import READERS, ROWS, Piece, Plan, read_plan
from reporting.kit.sheets.formulas import locate
from reporting.kit.sheets.head import write_head

WIDTHS = (16, 18, 32, 30, 20, 16, 13, 20, 11, 13, 9)
STAGE, READER, QUESTION, CONTENT, STATE, OWNER, DUE, PLACE, USED, WON, RANK = range(11)
HEADS = ("stage", "reader", "question", "content", "state", "owner", "due", "place", "used", "won", "rank")
GAPS_TOP = 4
"""Row of the first stage on the sheet of gaps."""
READERS_ROW = GAPS_TOP - 1
"""Row of the readers' names there."""
HIGHEST_RANK = 5


def write_content(book: KitBook) -> int:
    """The proposed pieces and room for more; the row of the first."""
    sheet = book.add_sheet("content", WIDTHS)
    plan = read_plan(book.words)
    row = write_head(book, sheet, RANK)
    book.put_section(sheet, row, book.words.say("sections.content"))
    for text in (book.words.say("notes.content"), tell_status(book, "sales_content")):
        row += 1
        book.put_note(sheet, row, (0, RANK), text)
    row += 1
    book.put_heads(sheet, row, HEADS)
    top = row + 1
    for place in range(ROWS):
        piece = plan.pieces[place] if place < len(plan.pieces) else None
        _write_piece(book, sheet, top + place, piece)
    _offer_choices(book, sheet, plan, top)
    _colour(book, sheet, plan, top)
    sheet.repeat_rows(row)
    return top


def _write_piece(book: KitBook, sheet: Worksheet, row: int, piece: Piece | None) -> None:
    texts = (None,) * 4 if piece is None else (piece.stage, piece.reader, piece.question, piece.content)
    for column, text in enumerate(texts):
        book.put_entry(sheet, row, column, text, bold=column == CONTENT)
    for column in (STATE, OWNER, PLACE):
        book.put_entry(sheet, row, column)
    book.put_entry(sheet, row, DUE, num_format=book.shape("day"))
    for column in (USED, WON):
        book.put_entry(sheet, row, column, num_format=book.shape("count"), align="right")
    book.put_entry(sheet, row, RANK, align="center")


def _offer_choices(book: KitBook, sheet: Worksheet, plan: Plan, top: int) -> None:
    last = top + ROWS - 1
    readers = f"{locate(READERS_ROW, 1)}:{locate(READERS_ROW, READERS)}"
    book.offer(sheet, (top, STAGE, last, STAGE), plan.stages)
    book.offer(sheet, (top, READER, last, READER), "=" + book.refer("gaps", readers))
    book.offer(sheet, (top, STATE, last, STATE), plan.states)
    book.offer(sheet, (top, RANK, last, RANK), [str(rank) for rank in range(1, HIGHEST_RANK + 1)])
    book.check_number(sheet, (top, USED, last, WON), "count", 0, 1e9)


def _colour(book: KitBook, sheet: Worksheet, plan: Plan, top: int) -> None:
    """In use as the floor, there but unused as paper."""
    looks = ((plan.states[0], FLOOR_BAND, INDIGO), (plan.states[1], PAPER_BAND, PAPER_INK))
    for state, band, ink in looks:
        look = book.workbook.add_format({"bg_color": band, "font_color": ink})
        rule = {"type": "cell", "criteria": "==", "value": f'"{state}"', "format": look}
        sheet.conditional_format(top, STATE, top + ROWS - 1, STATE, rule)
