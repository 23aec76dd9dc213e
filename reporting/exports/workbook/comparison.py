"""The sheet of two rounds: every measure and every question that moved, then the patterns."""

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import INK_SECOND
from reporting.enclosures import Earlier
from reporting.exports.findings_text import join_title
from reporting.exports.workbook.book import Book
from reporting.narrative import tell_comparison
from reporting.narrative.comparison import split_change
from reporting.pages.moves import name_level
from scoring.comparison import Change, Comparison, Move, compare

MEASURES = ("measure", "before", "now", "difference", "least", "most", "certain", "stage_before", "stage_now")
MOVES = ("question", "before", "now", "difference", "kind")
WIDTHS = (34, 18, 18, 12, 12, 12, 26, 12, 12)
TOP = 7


def write_comparison(book: Book, earlier: Earlier | None) -> None:
    """What moved since the round before; no sheet without one."""
    if earlier is None:
        return
    comparison = compare(earlier.diagnosis, book.diagnosis)
    told = tell_comparison(comparison, earlier.made_on, book.wording.language, False)
    sheet = book.add_sheet("comparison", WIDTHS)
    book.put_title(sheet, "comparison")
    book.put(sheet, 3, 0, join_title(told.story.title, book.wording.language), bold=True)
    book.put(sheet, 4, 0, told.story.deck, font_color=INK_SECOND)
    row = _write_measures(book, sheet, comparison)
    row = _write_moves(book, sheet, row + 2, comparison)
    for place, line in enumerate(told.patterns, start=row + 2):
        book.put(sheet, place, 0, line)


def _write_measures(book: Book, sheet: Worksheet, comparison: Comparison) -> int:
    """Scores from 0 to 100 with their bounds; returns the first row after them."""
    for column, key in enumerate(MEASURES):
        book.put_head(sheet, TOP - 1, column, book.wording.tell(f"comparison.{key}"))
    named = _name_changes(book, comparison)
    for row, (name, change) in enumerate(named, start=TOP):
        _write_change(book, sheet, row, name, change)
    return TOP + len(named)


def _name_changes(book: Book, comparison: Comparison) -> list[tuple[str, Change]]:
    """Overall, dimensions, capabilities, then the two sides."""
    questionnaire, voice = book.diagnosis.questionnaire, book.wording.voice
    named = [(book.wording.say("comparison.overall"), comparison.overall)]
    named += [
        (voice.read(item.title), comparison.dimensions[item.id])
        for item in questionnaire.dimensions
        if item.id in comparison.dimensions
    ]
    named += [
        (voice.read(item.title), comparison.capabilities[item.id])
        for item in questionnaire.capabilities
        if item.id in comparison.capabilities
    ]
    sides = (("design", comparison.design), ("implementation", comparison.implementation))
    return named + [(voice.word(f"sides.{side}"), change) for side, change in sides]


def _write_change(book: Book, sheet: Worksheet, row: int, name: str, change: Change) -> None:
    book.put(sheet, row, 0, name, **book.line(bold=row == TOP))
    look = book.style(**book.line(num_format="0.0", align="left"))
    whole = book.style(**book.line(num_format="0", align="left"))
    signed = book.style(**book.line(num_format="+0.0;−0.0;0.0", align="left"))
    for column, score in ((1, change.before.score), (2, change.after.score)):
        sheet.write(row, column, score if score is not None else "–", look)
    before, now = xl_rowcol_to_cell(row, 1), xl_rowcol_to_cell(row, 2)
    if change.difference is None:
        sheet.write(row, 3, "–", signed)
    else:
        sheet.write_formula(row, 3, f"={now}-{before}", signed, change.difference)
    for column, bound in enumerate(change.bounds, start=4):
        sheet.write_number(row, column, bound, signed)
    points, note = split_change(change, book.wording.language)
    book.put(sheet, row, 6, note or points, **book.line())
    for column, measure in ((7, change.before), (8, change.after)):
        sheet.write(row, column, "–" if measure.stage is None else measure.stage, whole)


def _write_moves(book: Book, sheet: Worksheet, row: int, comparison: Comparison) -> int:
    """Every question whose level is another one; returns the first row after them."""
    groups = {
        "risen": comparison.risen,
        "fallen": comparison.fallen,
        "found_out": comparison.found_out,
        "lost": comparison.lost,
    }
    moves = [(kind, move) for kind, found in groups.items() for move in found]
    if not moves:
        book.put(sheet, row, 0, book.wording.say("comparison.no_moves"))
        return row + 1
    for column, key in enumerate(MOVES):
        book.put_head(sheet, row, column, book.wording.tell(f"comparison.{key}"))
    for place, (kind, move) in enumerate(moves, start=row + 1):
        _write_move(book, sheet, place, kind, move)
    return row + 1 + len(moves)


def _write_move(book: Book, sheet: Worksheet, row: int, kind: str, move: Move) -> None:
    wording, number = book.wording, book.diagnosis.questionnaire.number(move.question.id)
    title = f"{wording.say('references.question', n=number)}　{wording.voice.read(move.question.title)}"
    book.put(sheet, row, 0, title, **book.line())
    for column, level in ((1, move.before), (2, move.after)):
        book.put(sheet, row, column, name_level(book.diagnosis, level, wording), **book.line())
    signed = book.style(**book.line(num_format="+0.0;−0.0;0.0", align="left"))
    if move.before is None or move.after is None:
        sheet.write(row, 3, "–", signed)
    else:
        sheet.write_number(row, 3, move.after - move.before, signed)
    book.put(sheet, row, 4, wording.say(f"comparison.{kind}"), **book.line())
