"""The content map: buying stage, reader, question, content and state, with gaps counted live."""

from reporting.kit.case import KitCase
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.content_map.content import write_content
from reporting.kit.sheets.content_map.gaps import write_gaps


def render(case: KitCase) -> bytes:
    """The workbook; the same case gives the same bytes."""
    book = KitBook(case, "content_map")
    top = write_content(book)
    write_gaps(book, top)
    return book.close()
