"""What MA and CRM or SFA exchange, how records are matched, and a list that finds its own duplicates."""

from reporting.kit.case import KitCase
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.data_items.duplicates import write_duplicates
from reporting.kit.sheets.data_items.items import write_items
from reporting.kit.sheets.data_items.matching import write_matching


def render(case: KitCase) -> bytes:
    """The workbook; the same case gives the same bytes."""
    book = KitBook(case, "data_items")
    write_items(book)
    write_matching(book)
    write_duplicates(book)
    return book.close()
