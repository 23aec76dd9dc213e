"""The diagnosis as a workbook: a reader changes a level and sees the scores, intervals and stages move."""

from datetime import date

from assessments.models import Language
from reporting.exports.forms import NO_ROOM
from reporting.exports.words import ExportWording
from reporting.exports.workbook.answers import write_answers, write_levels
from reporting.exports.workbook.book import Book
from reporting.exports.workbook.gaps import write_gaps
from reporting.exports.workbook.ledger import Ledger
from reporting.exports.workbook.method import write_figures, write_method
from reporting.exports.workbook.organisation import write_organisation
from reporting.exports.workbook.patterns import write_patterns
from reporting.exports.workbook.scores import write_scores
from reporting.exports.workbook.stages import write_stages, write_work
from reporting.exports.workbook.verdict import write_verdict
from scoring.findings import Diagnosis
from scoring.minutes import Room


def render_xlsx(diagnosis: Diagnosis, language: Language, made_on: date, room: Room = NO_ROOM) -> bytes:
    """The diagnosis as an Excel workbook; the same input gives the same bytes.

    `room`: a workshop's names for its groups, and whether it was anonymous.
    """
    book = Book(diagnosis, ExportWording(language), made_on)
    ledger = Ledger(book)
    write_verdict(book, ledger)
    write_answers(book)
    write_scores(book, ledger)
    write_patterns(book)
    write_organisation(book)
    write_gaps(book, room)
    write_figures(book)
    write_method(book)
    write_levels(book)
    write_work(book, ledger)
    write_stages(book, ledger)
    return book.close()
