"""By which items records are matched, what is kept when they are merged, and the monthly check (D06, D15)."""

from xlsxwriter.worksheet import Worksheet

from reporting.kit.sheets.blocks import tell_status
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.formulas import divide, locate
from scoring.targets import MONTHS

WIDTHS = (14, 26, 34, 36, 30, 24, 20, 30)
LAST = len(WIDTHS) - 1


def write_matching(book: KitBook) -> None:
    """Rules in the order in which they are tried, values kept, and a table to go on in."""
    sheet = book.add_sheet("matching", WIDTHS, pages=1)
    book.put_title(sheet, "matching")
    book.put_note(sheet, 2, (0, LAST), tell_status(book, "record_matching"))
    row = _write_rules(book, sheet, 4)
    row = _write_kept(book, sheet, row + 1)
    _write_checks(book, sheet, row + 1)


def _write_rules(book: KitBook, sheet: Worksheet, row: int) -> int:
    book.put_section(sheet, row, book.words.say("sections.rules"))
    book.put_heads(sheet, row + 1, ("order", "compare", "prepare", "same", "different", "decides"))
    for number, rule in enumerate(book.words.node("rules"), start=1):
        place = row + 1 + number
        sheet.write_number(place, 0, number, book.style(**book.line(align="center")))
        for column, key in enumerate(("compare", "prepare", "same", "different", "decides"), start=1):
            look = book.line(bold=key == "compare")
            book.put(sheet, place, column, book.words.read(rule[key]), **look)
    return row + 2 + len(book.words.node("rules"))


def _write_kept(book: KitBook, sheet: Worksheet, row: int) -> int:
    """Which value stays when two records become one."""
    book.put_section(sheet, row, book.words.say("sections.kept"))
    book.put_wide_head(sheet, row + 1, (0, 1), book.words.say("columns.field"))
    book.put_wide_head(sheet, row + 1, (2, 4), book.words.say("columns.kept"))
    for place, rule in enumerate(book.words.node("kept"), start=row + 2):
        book.put_wide(sheet, place, (0, 1), book.words.read(rule["field"]), **book.line(bold=True, indent=1))
        book.put_wide(sheet, place, (2, 4), book.words.read(rule["value"]), **book.line(indent=1))
    return row + 2 + len(book.words.node("kept"))


def _write_checks(book: KitBook, sheet: Worksheet, row: int) -> None:
    """The month's duplicates, bounced emails and mismatches, as shares of all records."""
    book.put_section(sheet, row, book.words.say("sections.checks"))
    book.put_note(sheet, row + 1, (0, LAST), book.words.say("notes.checks"))
    heads = ("records", "duplicates", "duplicate_share", "bounced", "bounced_share", "mismatches")
    book.put_heads(sheet, row + 2, ("month",))
    book.put_heads(sheet, row + 2, heads, 1, align="right")
    book.put_heads(sheet, row + 2, ("decided",), LAST, indent=1)
    for place in range(row + 3, row + 3 + MONTHS):
        book.put_entry(sheet, place, 0, num_format=book.shape("month_year"))
        for column in (1, 2, 4, 6):
            book.put_entry(sheet, place, column, num_format=book.shape("count"), align="right")
        for column in (3, 5):
            formula = divide(locate(place, column - 1), locate(place, 1))
            book.put_live(sheet, place, column, formula, None, num_format=book.shape("rate"), align="right")
        book.put_entry(sheet, place, LAST, indent=1)
    for column in (1, 2, 4, 6):
        book.check_number(sheet, (row + 3, column, row + 2 + MONTHS, column), "count", 0, 1e9)
