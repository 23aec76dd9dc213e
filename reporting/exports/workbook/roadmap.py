"""The sheet of the roadmap: every step, with bars that follow its start and its length."""

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import INDIGO, INK_SECOND, VERMILION
from reporting.exports.findings_text import join_title
from reporting.exports.workbook.book import Book
from reporting.narrative import tell_roadmap
from reporting.pages.gantt_rows import write_moves
from reporting.pages.roadmap import StepCard, build_cards, list_documents
from scoring.roadmap import LAST_WEEK, Capacity, Step, plan_roadmap

HEADS = ("number", "step", "owner", "start_week", "weeks", "end_week", "horizon", "moves", "gain")
TEXTS = ("why", "monday", "done", "breaks", "threat", "kit")
WIDTHS, TEXT_WIDTHS = (6, 30, 20, 9, 8, 9, 8, 18, 9), (40, 44, 40, 34, 34, 24)
WEEK_WIDTH, TOP = 3.2, 6
START, WEEKS, END = 3, 4, 5
"""Columns of the first week, the length and the last week."""
FIRST_WEEK = len(WIDTHS)
FIRST_TEXT = FIRST_WEEK + LAST_WEEK
"""Columns of the first week's bar, and of what is told about a step."""


def write_roadmap(book: Book, capacity: Capacity) -> None:
    """All steps in order, then what comes later; no sheet where there is neither."""
    diagnosis, wording = book.diagnosis, book.wording
    roadmap = plan_roadmap(diagnosis, capacity)
    if not roadmap.steps and not roadmap.later:
        return
    told = tell_roadmap(diagnosis, roadmap, wording.language, False)
    sheet = book.add_sheet("roadmap", (*WIDTHS, *[WEEK_WIDTH] * LAST_WEEK, *TEXT_WIDTHS))
    book.put_title(sheet, "roadmap")
    book.put(sheet, 3, 0, join_title(told.story.title, book.wording.language), bold=True)
    book.put(sheet, 4, 0, told.story.deck, font_color=INK_SECOND)
    _write_heads(book, sheet)
    cards = build_cards(diagnosis, roadmap.steps, told, wording)
    for row, (step, card) in enumerate(zip(roadmap.steps, cards, strict=True), start=TOP):
        _write_step(book, sheet, row, step, card)
    _draw_bars(book, sheet, len(roadmap.steps))
    row = TOP + len(roadmap.steps) + 1
    if told.later:
        book.put(sheet, row, 1, wording.say("roadmap.later"), bold=True)
    for place, title in enumerate(told.later, start=row + 1):
        book.put(sheet, place, 1, title, **book.line())
    sheet.freeze_panes(TOP, 2)
    sheet.repeat_rows(TOP - 1)
    sheet.repeat_columns(0, 1)
    sheet.fit_to_pages(2, 0)
    sheet.set_v_pagebreaks([FIRST_TEXT])


def _write_heads(book: Book, sheet: Worksheet) -> None:
    columns = (*enumerate(HEADS), *enumerate(TEXTS, start=FIRST_TEXT))
    for column, key in columns:
        book.put_head(sheet, TOP - 1, column, book.wording.tell(f"roadmap.{key}"))
    look = book.style(bold=True, font_size=7, font_color=INK_SECOND, align="center", bottom=1)
    for week in range(LAST_WEEK):
        sheet.write_number(TOP - 1, FIRST_WEEK + week, week + 1, look)


def _write_step(book: Book, sheet: Worksheet, row: int, step: Step, card: StepCard) -> None:
    story, line = card.story, book.line()
    number = book.style(**book.line(align="center"))
    sheet.write_number(row, 0, story.number, number)
    book.put(sheet, row, 1, story.title, **book.line(bold=True))
    book.put(sheet, row, 2, story.owner, **line)
    sheet.write_number(row, START, step.start_week + 1, number)
    sheet.write_number(row, WEEKS, step.weeks, number)
    first, length = xl_rowcol_to_cell(row, START), xl_rowcol_to_cell(row, WEEKS)
    sheet.write_formula(row, END, f"={first}+{length}-1", number, step.end_week)
    sheet.write_number(row, 6, step.horizon, number)
    book.put(sheet, row, 7, write_moves(book.diagnosis, step, book.wording), **line)
    sheet.write_number(row, 8, step.gain, book.style(**book.line(num_format="0.0", align="center")))
    for week in range(LAST_WEEK):
        sheet.write_blank(row, FIRST_WEEK + week, None, book.style(**book.line()))
    documents = list_documents(step, book.wording)
    texts = (story.why, story.first_step, story.done_when, story.breaks, story.threat, documents)
    for column, (key, text) in enumerate(zip(TEXTS, texts, strict=True), start=FIRST_TEXT):
        look = book.line(font_color=VERMILION) if key == "threat" else line
        book.put(sheet, row, column, text, **look)


def _draw_bars(book: Book, sheet: Worksheet, steps: int) -> None:
    """Fill the weeks between start and end; the rule follows what is entered there."""
    if not steps:
        return
    week = f"{xl_col_to_name(FIRST_WEEK)}${TOP}"
    start, end = (f"${xl_col_to_name(column)}{TOP + 1}" for column in (START, END))
    sheet.conditional_format(
        TOP,
        FIRST_WEEK,
        TOP + steps - 1,
        FIRST_WEEK + LAST_WEEK - 1,
        {
            "type": "formula",
            "criteria": f"=AND({week}>={start},{week}<={end})",
            "format": book.workbook.add_format({"bg_color": INDIGO}),
        },
    )
