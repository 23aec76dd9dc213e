"""The sheet of definitions: what each term means here, on what condition, and who decides (C.term, D03)."""

from xlsxwriter.worksheet import Worksheet

from reporting.kit.sheets.blocks import tell_status, write_signatures
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.head import write_head
from reporting.kit.sheets.lead_definition.scheme import THRESHOLD, Scheme

WIDTHS = (26, 46, 50, 22, 26)
TERMS = ("lead", "mql", "sql", "opportunity", "cost_per_opportunity", "acquisition_cost")
OWNERS = {"lead": "marketing", "mql": "marketing", "sql": "sales", "opportunity": "sales"}


def write_definitions(book: KitBook, scheme: Scheme) -> None:
    """Terms, what is settled already, and where both sides sign."""
    sheet = book.add_sheet("definitions", WIDTHS, pages=1)
    last = len(WIDTHS) - 1
    row = write_head(book, sheet, last)
    book.put_section(sheet, row, book.words.say("sections.terms"))
    book.put_note(sheet, row + 1, (0, last), tell_status(book, "lead_definitions"))
    row += 2
    book.put_heads(sheet, row, ("term", "meaning", "condition", "decides", "place"))
    for term in TERMS:
        row += 1
        _write_term(book, sheet, row, term, scheme)
    write_signatures(book, sheet, row + 2, ((0, 0), (1, 1), (2, 2)))


def _write_term(book: KitBook, sheet: Worksheet, row: int, term: str, scheme: Scheme) -> None:
    book.put(sheet, row, 0, book.words.say(f"terms.{term}.name"), **book.line(bold=True))
    book.put(sheet, row, 1, book.words.say(f"terms.{term}.meaning"), **book.line())
    if term == "mql":
        _write_threshold(book, sheet, row, scheme)
    else:
        book.put(sheet, row, 2, book.words.say(f"terms.{term}.condition"), **book.line())
    book.put(sheet, row, 3, book.owner(OWNERS.get(term, "both")), **book.line(indent=1))
    book.put_entry(sheet, row, 4)


def _write_threshold(book: KitBook, sheet: Worksheet, row: int, scheme: Scheme) -> None:
    """The condition of an MQL follows the threshold."""
    before, after = book.words.say("terms.mql.condition").split("{points}")
    text = f"{before}{scheme.threshold}{after}"
    book.put_live(sheet, row, 2, f'"{before}"&{THRESHOLD}&"{after}"', text)
    book.make_room(sheet, row, 2, text, text_wrap=True)
