"""Where the figures of the one sheet stand, and what its months and its year so far are worked out from."""

from dataclasses import dataclass

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from reporting.kit.sheets.formulas import divide
from reporting.kit.sheets.kpi_sheet.indicators import RESULTS, SUMS, WORKS, Result
from scoring.targets import MONTHS

NAME, OWNER, YEAR, MONTH, FIRST = range(5)
LAST = FIRST + MONTHS - 1
TOTAL, GOAL, GAP, SHARE, MARK = range(LAST + 1, LAST + 6)


@dataclass(frozen=True)
class Rows:
    """Where each result and measure stands."""

    top: int
    """The row of the months above the results."""

    @property
    def works_top(self) -> int:
        """The row of the heads above the measures."""
        return self.top + len(RESULTS) + 4

    def find(self, key: str) -> int:
        """The row of a result or measure."""
        results = [item.key for item in RESULTS]
        if key in results:
            return self.top + 1 + results.index(key)
        return self.works_top + 1 + [item.key for item in WORKS].index(key)

    def cell(self, key: str, column: int) -> str:
        """A cell of a row, its column fixed."""
        return str(xl_rowcol_to_cell(self.find(key), column, col_abs=True))

    def months(self, key: str) -> str:
        """The twelve months of a row."""
        return str(xl_range_abs(self.find(key), FIRST, self.find(key), LAST))


def formulate_month(rows: Rows, result: Result, column: int) -> str | None:
    """What a month of a result is worked out from; None where it is entered."""
    if result.key in SUMS:
        return _add_up(rows, result.key, column)
    if result.parts is None:
        return None
    above, below = result.parts
    divisor = xl_rowcol_to_cell(rows.find(below), column)
    if above in SUMS and above != "leads":
        total = _add_up(rows, above, column)
        return f'IF(AND(ISNUMBER({total}),N({divisor})>0),{total}/{divisor},"")'
    return divide(xl_rowcol_to_cell(rows.find(above), column), divisor)


def formulate_total(rows: Rows, result: Result) -> str:
    """The year so far: a sum; for a quotient that of the sums, once both have the same months."""
    months = rows.months(result.key)
    if result.parts is None:
        return f'IF(COUNT({months})=0,"",SUM({months}))'
    above, below = result.parts
    divisor = rows.months(below)
    if above in SUMS and above != "leads":
        first, last = SUMS[above]
        total = f"{rows.cell(first, FIRST)}:{rows.cell(last, LAST)}"
        return f'IF(AND(COUNT({total})>0,SUM({divisor})>0),SUM({total})/SUM({divisor}),"")'
    dividend = rows.months(above)
    same = f"AND(COUNT({dividend})=COUNT({divisor}),SUM({divisor})>0)"
    return f'IF({same},SUM({dividend})/SUM({divisor}),"")'


def _add_up(rows: Rows, key: str, column: int) -> str:
    first, last = (xl_rowcol_to_cell(rows.find(part), column) for part in SUMS[key])
    return f'IF(COUNT({first}:{last})=0,"",SUM({first}:{last}))'
