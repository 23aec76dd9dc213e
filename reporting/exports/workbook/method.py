"""The last sheets: survey figures beside the company's answers, and how everything comes about."""

from reporting.charts.svg import INK_SECOND
from reporting.exports.workbook.book import Book
from reporting.narrative import tell_figures
from reporting.pages.appendix import build_appendix

FIGURE_COLUMNS = ("figure_id", "figure_value", "statement", "own", "publisher", "limit")
TOP = 5


def write_figures(book: Book) -> None:
    """Each survey figure beside the company's own answer; never a rank."""
    sheet = book.add_sheet("figures", (10, 14, 48, 48, 28, 40))
    book.put_title(sheet, "figures")
    book.put_heads(sheet, TOP - 1, FIGURE_COLUMNS)
    figures = {figure.id: figure for figure in book.diagnosis.questionnaire.figures}
    stories = tell_figures(book.diagnosis, book.wording.language, False)
    for row, story in enumerate(stories, start=TOP):
        publisher = book.wording.voice.read(figures[story.figure_id].publisher)
        texts = (story.figure_id, story.value, story.statement, story.own, publisher, story.limit or "")
        for column, text in enumerate(texts):
            book.put(sheet, row, column, text, **book.line(bold=column == 1))
    sheet.freeze_panes(TOP, 2)
    sheet.repeat_rows(TOP - 1)


def write_method(book: Book) -> None:
    """The levels, the rules in words, the version of the content, and the sources of the figures."""
    sheet = book.add_sheet("method", (22, 110), landscape=False)
    row = book.put_title(sheet, "method")
    voice, wording = book.wording.voice, book.wording
    for number, level in enumerate(book.diagnosis.questionnaire.levels):
        book.put(sheet, row, 0, f"{number} {voice.read(level.name)}", **book.line(bold=True))
        book.put(sheet, row, 1, voice.read(level.meaning), **book.line())
        row += 1
    appendix = build_appendix(book.diagnosis, wording)
    row += 1
    for note in appendix.method:
        book.put(sheet, row, 0, note.title, **book.line(bold=True))
        book.put(sheet, row, 1, note.text, **book.line())
        row += 1
    book.put(sheet, row + 1, 0, wording.say("method.versions"), bold=True)
    book.put(sheet, row + 1, 1, appendix.version)
    book.put(sheet, row + 3, 0, wording.say("method.sources"), bold=True)
    for place, source in enumerate(appendix.sources, start=row + 3):
        book.put(sheet, place, 1, source, font_color=INK_SECOND, text_wrap=True)
