"""Parts that several documents have: where the company stands, who signs, and a log to go on in."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from reporting.kit.findings import word_answer
from reporting.kit.sheets.book import KitBook
from scoring.findings import Standing

PAPER_INK = "#8A5A12"
"""Ochre dark enough for small type on the band of paper."""
Area = tuple[int, int]
"""The first and the last column of a cell."""


def name_status(standing: Standing | None) -> str:
    """How far something is, as a key: in use, on paper, to be settled, not known …"""
    if standing is None:
        return "not_asked"
    if standing.level is None:
        return "not_applicable" if standing.status == "not_applicable" else "unknown"
    if standing.is_on_floor:
        return "in_use"
    return "on_paper" if standing.is_stuck_on_paper else "to_settle"


def tell_status(book: KitBook, question_id: str) -> str:
    """What to do with a part of a document, from the answer to one question."""
    standing = book.case.find_standing(question_id)
    advice = book.common.say(f"advice.{name_status(standing)}")
    return advice if standing is None else f"{word_answer(book.case, standing)}{advice}"


def write_log(
    book: KitBook,
    sheet: Worksheet,
    row: int,
    heads: Sequence[str],
    columns: Sequence[Area],
    count: int,
) -> int:
    """A table of so many empty rows under these heads; the first free row below."""
    for text, area in zip(heads, columns, strict=True):
        book.put_wide_head(sheet, row, area, text)
    for place in range(row + 1, row + 1 + count):
        for first, last in columns:
            if last > first:
                sheet.merge_range(place, first, place, last, "", book.style(**book.entry(indent=1)))
            book.put_entry(sheet, place, first, indent=1)
    return row + count + 2


def write_signatures(book: KitBook, sheet: Worksheet, row: int, columns: Sequence[Area]) -> int:
    """Where both heads sign, with the date; the first free row below."""
    book.put_section(sheet, row, book.common.say("signatures.title"))
    heads = [book.common.say(f"signatures.{key}") for key in ("who", "name", "date")]
    end = write_log(book, sheet, row + 1, heads, columns, 2)
    for place, group in enumerate(("marketing", "sales"), start=row + 2):
        text = book.common.say("signatures.head", group=book.owner(group))
        book.put(sheet, place, columns[0][0], text, **book.line(indent=1))
    return end
