"""What stands out on the one sheet by itself: months and totals that miss their target."""

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import VERMILION
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.kpi_sheet.indicators import RESULTS, WORKS
from reporting.kit.sheets.kpi_sheet.rows import FIRST, GAP, LAST, MARK, MONTH, Rows


def mark_shortfalls(book: KitBook, sheet: Worksheet, rows: Rows) -> None:
    """Underlined and in red where a month falls short of its target, or goes beyond its cost."""
    look = book.workbook.add_format({"font_color": VERMILION, "bold": True, "underline": 1})
    for item in (*RESULTS, *WORKS):
        row, sign = rows.find(item.key), ">" if item.lower_is_better else "<"
        month, target = xl_rowcol_to_cell(row, FIRST), rows.cell(item.key, MONTH)
        rule = f"=AND(ISNUMBER({month}),ISNUMBER({target}),ROUND({month}-{target},6){sign}0)"
        sheet.conditional_format(row, FIRST, row, LAST, {"type": "formula", "criteria": rule, "format": look})
    for first, last in (
        (rows.top + 1, rows.find(RESULTS[-1].key)),
        (rows.works_top + 1, rows.find(WORKS[-1].key)),
    ):
        mark = xl_rowcol_to_cell(first, MARK, col_abs=True)
        rule = f'={mark}="▼"'
        sheet.conditional_format(
            first, GAP, last, MARK, {"type": "formula", "criteria": rule, "format": look}
        )
