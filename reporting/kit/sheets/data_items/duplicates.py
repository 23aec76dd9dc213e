"""A list pasted here finds its own duplicates by lead id, email address and company id."""

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import INK_SECOND, VERMILION
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.formulas import locate

WIDTHS = (18, 34, 18, 30, 20, 34, 26, 12)
LEAD, EMAIL, COMPANY, NAME, PERSON, PREPARED, VERDICT, FIRST = range(8)
TOP = 5
COUNT = 300
"""Records there is room for."""
LAST = TOP + COUNT - 1


def write_duplicates(book: KitBook) -> None:
    """Room for records, the address as it is compared, the verdict and where the first of its kind stands."""
    sheet = book.add_sheet("duplicates", WIDTHS)
    book.put_title(sheet, "duplicates")
    verdicts = xl_range_abs(TOP, VERDICT, LAST, VERDICT)
    words = [book.words.say(f"verdicts.{key}") for key in ("same_id", "same_email", "same_company", "no_key")]
    counts = "&".join(f'"{word} "&COUNTIF({verdicts},"{word}")&"　"' for word in words)
    shown = "".join(f"{word} 0　" for word in words)
    book.put_live(sheet, 2, 0, counts, shown, bold=True, bottom=0, text_wrap=False)
    heads = ("lead_id", "email", "company_id", "company", "person", "prepared", "verdict", "first")
    book.put_heads(sheet, TOP - 1, heads)
    for row in range(TOP, LAST + 1):
        _write_record(book, sheet, row)
    found = book.workbook.add_format({"font_color": VERMILION, "bold": True})
    for word in (*words[:2], words[3]):
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": found}
        sheet.conditional_format(TOP, VERDICT, LAST, VERDICT, rule)
    sheet.freeze_panes(TOP, 0)
    sheet.repeat_rows(TOP - 1)


def _column(column: int) -> str:
    return str(xl_range_abs(TOP, column, LAST, column))


def _write_record(book: KitBook, sheet: Worksheet, row: int) -> None:
    for column in range(PREPARED):
        book.put_entry(sheet, row, column, num_format="@")
    lead, email, company, prepared = (locate(row, column) for column in (LEAD, EMAIL, COMPANY, PREPARED))
    small = {"font_size": 9, "font_color": INK_SECOND}
    book.put_live(sheet, row, PREPARED, f'IF({email}="","",LOWER(TRIM({email})))', None, **small)
    words = {key: book.words.say(f"verdicts.{key}") for key in book.words.node("verdicts")}
    unique = f'IF(AND({lead}="",{prepared}=""),"{words["no_key"]}","{words["unique"]}")'
    by_company = f'IF({_is_repeated(company, COMPANY)},"{words["same_company"]}",{unique})'
    by_email = f'IF({_is_repeated(prepared, PREPARED)},"{words["same_email"]}",{by_company})'
    by_id = f'IF({_is_repeated(lead, LEAD)},"{words["same_id"]}",{by_email})'
    given = f"{locate(row, LEAD)}:{locate(row, PERSON)}"
    book.put_live(sheet, row, VERDICT, f'IF(COUNTA({given})=0,"",{by_id})', None)
    verdict = locate(row, VERDICT)
    first = (
        f'IF({verdict}="{words["same_id"]}",{_find_first(lead, LEAD)},'
        f'IF({verdict}="{words["same_email"]}",{_find_first(prepared, PREPARED)},'
        f'IF({verdict}="{words["same_company"]}",{_find_first(company, COMPANY)},"")))'
    )
    book.put_live(sheet, row, FIRST, first, None, align="center")


def _is_repeated(cell: str, column: int) -> str:
    """Whether a value stands in the column more than once; compared as it is, without wildcards."""
    return f'IF({cell}="",FALSE,SUMPRODUCT(--({_column(column)}={cell}))>1)'


def _find_first(cell: str, column: int) -> str:
    """The number of the first row with this value."""
    return f"SUMPRODUCT(MIN(({_column(column)}<>{cell})*1E6+ROW({_column(column)})))"
