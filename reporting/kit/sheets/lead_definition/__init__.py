"""Lead definition and scoring: what MQL and SQL mean, points, a list that scores itself, results by score."""

from reporting.kit.case import KitCase
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.lead_definition.bands import write_bands
from reporting.kit.sheets.lead_definition.definitions import write_definitions
from reporting.kit.sheets.lead_definition.leads import write_leads
from reporting.kit.sheets.lead_definition.points import write_points
from reporting.kit.sheets.lead_definition.scheme import read_scheme


def render(case: KitCase) -> bytes:
    """The workbook; the same case gives the same bytes."""
    book = KitBook(case, "lead_definition")
    scheme = read_scheme(book.words)
    write_definitions(book, scheme)
    write_points(book, scheme)
    write_leads(book, scheme)
    write_bands(book)
    return book.close()
