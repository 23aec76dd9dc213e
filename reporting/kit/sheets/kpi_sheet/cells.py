"""Where the figures of the funnel stand, and how its formulas are put together."""

from reporting.kit.sheets.formulas import locate
from reporting.kit.sheets.kpi_sheet.figures import RATES, RUNGS
from scoring.targets import Rate, Rung

INPUTS = ("revenue", "order_value", *RATES, "monthly_ad_spend", "cost_per_lead")
INPUT_TOP = 4
"""Row (from 0) of the first figure to enter."""
LADDER_TOP = INPUT_TOP + len(INPUTS) + 4
"""Row of the topmost rung of the funnel."""
REVENUE_ROW = LADDER_TOP + len(RUNGS)
GAIN_TOP = REVENUE_ROW + 5
NAME, USED, RATE, EXACT, NEEDED, NEEDED_MONTHLY, MONTHLY, YEARLY, GAP = range(9)
"""Columns of the funnel."""
TINY = "0.000000001"
"""Rounding error that may not cost a whole one, as in `scoring.targets`."""


def find_input(key: str) -> str:
    """The cell a figure is entered in."""
    return locate(INPUT_TOP + INPUTS.index(key), 1)


def find_rung(rung: Rung, column: int) -> str:
    """A cell of a rung."""
    return locate(LADDER_TOP + RUNGS.index(rung), column)


def find_gain(rate: Rate, column: int) -> str:
    """A cell of the table of what one point more brings."""
    return locate(GAIN_TOP + RATES.index(rate), column)


def is_long() -> str:
    """Whether the funnel runs through MQL and SQL: as `scoring.targets` chooses."""
    three = ",".join(find_input(rate) for rate in ("lead_to_mql", "mql_to_sql", "sql_to_opportunity"))
    return f"AND(NOT(ISNUMBER({find_input('lead_to_opportunity')})),COUNT({three})>0)"


def percent(rate: str) -> str:
    """A rate in percent without the rounding error of its share."""
    return f"ROUND({rate}*100,10)"


def go_back(below: str, rate: str) -> str:
    """How many the rung above needs."""
    return f'IF(AND(COUNT({below},{rate})=2,N({rate})>0),{below}*100/{percent(rate)},"")'


def go_on(count: str, rate: str) -> str:
    """How many whole ones a rate leaves."""
    return f'IF(COUNT({count},{rate})=2,INT({count}*{percent(rate)}/100+{TINY}),"")'


def round_whole(cell: str) -> str:
    """To the nearest whole one, halves to the even one, as Python does."""
    return f'IF(ISNUMBER({cell}),IF({cell}-INT({cell})=0.5,EVEN({cell}-0.5),ROUND({cell},0)),"")'
