"""The diagnosis as a workbook: a reader changes a level and sees the scores, intervals and stages move."""

from datetime import date

from assessments.models import Language
from reporting.enclosures import NOTHING, Enclosures
from reporting.exports.words import ExportWording
from reporting.exports.workbook.answers import write_answers, write_levels
from reporting.exports.workbook.book import Book
from reporting.exports.workbook.comparison import write_comparison
from reporting.exports.workbook.gaps import write_gaps
from reporting.exports.workbook.ledger import Ledger
from reporting.exports.workbook.method import write_figures, write_method
from reporting.exports.workbook.minutes import write_minutes
from reporting.exports.workbook.organisation import write_organisation
from reporting.exports.workbook.patterns import write_patterns
from reporting.exports.workbook.roadmap import write_roadmap
from reporting.exports.workbook.scores import write_scores
from reporting.exports.workbook.stages import write_stages, write_work
from reporting.exports.workbook.targets import write_targets
from reporting.exports.workbook.unknowns import write_unknowns
from reporting.exports.workbook.verdict import write_verdict
from scoring.findings import Diagnosis


def render_xlsx(
    diagnosis: Diagnosis, language: Language, made_on: date, enclosures: Enclosures = NOTHING
) -> bytes:
    """The diagnosis as an Excel workbook; the same input gives the same bytes."""
    book = Book(diagnosis, ExportWording(language), made_on, enclosures.brand)
    ledger = Ledger(book)
    write_verdict(book, ledger)
    write_comparison(book, enclosures.earlier)
    write_answers(book)
    write_scores(book, ledger)
    write_patterns(book)
    write_organisation(book)
    write_roadmap(book, enclosures.capacity)
    write_unknowns(book)
    write_targets(book, enclosures.targets)
    write_gaps(book, enclosures.room)
    write_minutes(book, enclosures.room)
    write_figures(book)
    write_method(book)
    write_levels(book)
    write_work(book, ledger)
    write_stages(book, ledger)
    return book.close()
