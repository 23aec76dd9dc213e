"""Pieces of formulas that every workbook of the kit is put together from."""

from xlsxwriter.utility import xl_rowcol_to_cell


def locate(row: int, column: int) -> str:
    """A cell as formulas name it, fixed."""
    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def show(cell: str) -> str:
    """A number of another cell, or nothing."""
    return f'IF(ISNUMBER({cell}),{cell},"")'


def divide(above: str, below: str) -> str:
    """A quotient; open while one of the two is, or the divisor is nought."""
    return f'IF(AND(COUNT({above},{below})=2,N({below})>0),{above}/{below},"")'
