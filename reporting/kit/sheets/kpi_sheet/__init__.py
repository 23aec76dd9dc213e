"""The KPI sheet: results above, measures below; the funnel both ways, the KPI tree, return on investment."""

from reporting.kit.case import KitCase
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.kpi_sheet.figures import read_figures
from reporting.kit.sheets.kpi_sheet.funnel import write_funnel
from reporting.kit.sheets.kpi_sheet.one_sheet import write_one_sheet
from reporting.kit.sheets.kpi_sheet.returns import write_returns
from reporting.kit.sheets.kpi_sheet.tree import write_tree


def render(case: KitCase) -> bytes:
    """The workbook; the same case gives the same bytes."""
    book = KitBook(case, "kpi_sheet")
    figures = read_figures(case)
    rows = write_one_sheet(book, figures)
    write_funnel(book, figures)
    write_tree(book, figures, rows)
    write_returns(book, figures)
    return book.close()
