"""The sheet of what is not settled: every open question, what hangs on it and who would know."""

from reporting.charts.svg import INK_SECOND
from reporting.exports.findings_text import join_title
from reporting.exports.workbook.book import Book
from reporting.narrative import tell_unknowns
from scoring.unknowns import rank_open_questions

HEADS = ("number", "question", "effect", "who", "points")
WIDTHS = (7, 34, 70, 34, 12)
TOP = 6


def write_unknowns(book: Book) -> None:
    """The open questions, what moves the verdict most first; no sheet where everything is settled."""
    diagnosis = book.diagnosis
    ranked = rank_open_questions(diagnosis)
    if not ranked:
        return
    story, told = tell_unknowns(diagnosis, ranked, book.wording.language, False, len(ranked))
    sheet = book.add_sheet("unknowns", WIDTHS)
    book.put_title(sheet, "unknowns")
    book.put(sheet, 3, 0, join_title(story.title, book.wording.language), bold=True)
    book.put(sheet, 4, 0, story.deck, font_color=INK_SECOND)
    for column, key in enumerate(HEADS):
        book.put_head(sheet, TOP - 1, column, book.wording.tell(f"unknowns.{key}"))
    look = book.style(**book.line(num_format="0.0", align="center"))
    for row, (item, found) in enumerate(zip(told, ranked, strict=True), start=TOP):
        number = diagnosis.questionnaire.number(item.question_id)
        sheet.write_number(row, 0, number, book.style(**book.line(align="center")))
        title = book.wording.voice.read(found.question.title)
        book.put(sheet, row, 1, title, **book.line(bold=True))
        book.put(sheet, row, 2, item.text, **book.line())
        book.put(sheet, row, 3, item.who, **book.line())
        sheet.write_number(row, 4, found.points, look)
    sheet.freeze_panes(TOP, 2)
    sheet.repeat_rows(TOP - 1)
