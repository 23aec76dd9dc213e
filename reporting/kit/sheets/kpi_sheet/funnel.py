"""The funnel backward from revenue and forward from ad spend, and the rate that is worth most."""

from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import FLOOR_BAND
from reporting.kit.sheets.benchmarks import tell_benchmark
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.formulas import divide, locate, show
from reporting.kit.sheets.kpi_sheet import cells
from reporting.kit.sheets.kpi_sheet.cells import (
    EXACT,
    GAP,
    INPUT_TOP,
    INPUTS,
    LADDER_TOP,
    MONTHLY,
    NAME,
    NEEDED,
    NEEDED_MONTHLY,
    RATE,
    REVENUE_ROW,
    USED,
    YEARLY,
    find_input,
    find_rung,
    is_long,
)
from reporting.kit.sheets.kpi_sheet.figures import RATES, RUNGS, Figures
from reporting.kit.sheets.kpi_sheet.gains import write_gains
from scoring.targets import MONTHS, Rate, Rung

WIDTHS = (30, 24, 10, 14, 14, 14, 14, 14, 15)
BENCHMARKS = {"lead_to_opportunity": "D.g6", "cost_per_lead": "D.g7"}
LARGEST = 1e15
STEPS: dict[Rung, tuple[Rung, Rate]] = {
    "leads": ("mqls", "lead_to_mql"),
    "mqls": ("sqls", "mql_to_sql"),
    "sqls": ("opportunities", "sql_to_opportunity"),
    "opportunities": ("orders", "win_rate"),
}
"""The next rung of the long chain, and the rate that leads to it."""


def write_funnel(book: KitBook, figures: Figures) -> None:
    """What is entered, what it means rung by rung, and what one point more on each rate brings."""
    sheet = book.add_sheet("funnel", WIDTHS, pages=1)
    book.put_title(sheet, "funnel")
    _write_inputs(book, sheet, figures)
    _write_ladder(book, sheet, figures)
    _write_revenue(book, sheet, figures)
    write_gains(book, sheet, figures)


def _write_inputs(book: KitBook, sheet: Worksheet, figures: Figures) -> None:
    book.put_heads(sheet, INPUT_TOP - 1, ("input",))
    book.put_head(sheet, INPUT_TOP - 1, 1, book.words.say("columns.value"), align="right")
    book.put_wide_head(sheet, INPUT_TOP - 1, (2, GAP), book.words.say("columns.note"))
    for row, key in enumerate(INPUTS, start=INPUT_TOP):
        is_rate = key in RATES
        value = figures.rate(key) if is_rate else getattr(figures.targets, key)  # type: ignore[arg-type]
        book.put(sheet, row, NAME, book.words.say(f"inputs.{key}.name"), **book.line())
        book.put_entry(sheet, row, 1, value, num_format=book.shape("rate" if is_rate else "yen"), shrink=True)
        note = book.words.say(f"inputs.{key}.note")
        if key in BENCHMARKS:
            note += tell_benchmark(book, BENCHMARKS[key])
        book.put_wide(sheet, row, (2, GAP), note, **book.line(font_size=9, indent=1))
        area, low, high = (row, 1, row, 1), *((1e-6, 1.0) if is_rate else (1e-6, LARGEST))
        book.check_number(sheet, area, "rate" if is_rate else "amount", low, high)


def _write_ladder(book: KitBook, sheet: Worksheet, figures: Figures) -> None:
    top = LADDER_TOP - 1
    book.put_section(sheet, top - 1, book.words.say("sections.ladder"))
    book.put_heads(sheet, top, ("rung", "used_rate"))
    numbers = ("rate", "exact", "needed", "needed_monthly", "monthly", "yearly", "gap")
    book.put_heads(sheet, top, numbers, RATE, align="right")
    for row, rung in enumerate(RUNGS, start=LADDER_TOP):
        book.put(sheet, row, NAME, book.words.say(f"figures.{rung}"), **book.line(bold=True))
        _write_rate(book, sheet, row, rung, figures)
        _write_counts(book, sheet, row, rung, figures)


def _write_rate(book: KitBook, sheet: Worksheet, row: int, rung: Rung, figures: Figures) -> None:
    """The name and value of the rate that leads on from a rung."""
    used = figures.rate_after(rung)
    name = "" if used is None else book.words.say(f"figures.{used}")
    value = None if used is None else figures.rate(used)
    if rung == "orders":
        book.put(sheet, row, USED, "", **book.line())
        book.put(sheet, row, RATE, "", **book.line())
        return
    long_rate = STEPS[rung][1]
    if rung == "opportunities":
        book.put(sheet, row, USED, name, **book.line())
        chosen = show(find_input(long_rate))
    else:
        short = book.words.say("figures.lead_to_opportunity") if rung == "leads" else ""
        formula = f'IF({is_long()},"{book.words.say(f"figures.{long_rate}")}","{short}")'
        book.put_live(sheet, row, USED, formula, name)
        other = show(find_input("lead_to_opportunity")) if rung == "leads" else '""'
        chosen = f"IF({is_long()},{show(find_input(long_rate))},{other})"
    book.put_live(sheet, row, RATE, chosen, value, num_format=book.shape("rate"))


def _write_counts(book: KitBook, sheet: Worksheet, row: int, rung: Rung, figures: Figures) -> None:
    plan = figures.plan
    exact, needed, monthly, yearly = (find_rung(rung, column) for column in (EXACT, NEEDED, MONTHLY, YEARLY))
    on_year = f'IF(ISNUMBER({monthly}),{monthly}*{MONTHS},"")'
    if rung == "orders":
        on_year = cells.go_on(find_rung("opportunities", YEARLY), find_input("win_rate"))
    need, forecast = plan.needed.get(rung), plan.yearly.get(rung)
    gap = None if need is None or forecast is None else forecast - need
    columns = (
        (EXACT, _formulate_backward(rung), figures.exact(rung), "exact"),
        (NEEDED, cells.round_whole(exact), need, "count"),
        (
            NEEDED_MONTHLY,
            f'IF(ISNUMBER({needed}),{needed}/{MONTHS},"")',
            figures.needed_monthly(rung),
            "exact",
        ),
        (MONTHLY, _formulate_forward(rung), plan.monthly.get(rung), "count"),
        (YEARLY, on_year, forecast, "count"),
        (GAP, f'IF(COUNT({needed},{yearly})=2,{yearly}-{needed},"")', gap, "count_change"),
    )
    for column, formula, value, shape in columns:
        strong = {"bold": True, "bg_color": FLOOR_BAND} if column == NEEDED else {}
        look = {"num_format": book.shape(shape), "align": "right", "text_wrap": False, "shrink": True}
        book.put_live(sheet, row, column, formula, value, **look, **strong)


def _formulate_backward(rung: Rung) -> str:
    if rung == "orders":
        return divide(find_input("revenue"), find_input("order_value"))
    below, rate = STEPS[rung]
    back = cells.go_back(find_rung(below, EXACT), find_input(rate))
    if rung == "opportunities":
        return back
    short = cells.go_back(find_rung("opportunities", EXACT), find_input("lead_to_opportunity"))
    return f"IF({is_long()},{back},{short if rung == 'leads' else chr(34) * 2})"


def _formulate_forward(rung: Rung) -> str:
    """Whole ones a month; orders are counted by the year only."""
    if rung == "orders":
        return '""'
    if rung == "leads":
        spend, cost = find_input("monthly_ad_spend"), find_input("cost_per_lead")
        return f'IF(AND(COUNT({spend},{cost})=2,N({cost})>0),INT({spend}/{cost}+{cells.TINY}),"")'
    above = RUNGS[RUNGS.index(rung) - 1]
    on = cells.go_on(find_rung(above, MONTHLY), find_input(STEPS[above][1]))
    short = cells.go_on(find_rung("leads", MONTHLY), find_input("lead_to_opportunity"))
    return f"IF({is_long()},{on},{short if rung == 'opportunities' else chr(34) * 2})"


def _write_revenue(book: KitBook, sheet: Worksheet, figures: Figures) -> None:
    """The target beside what the forecast orders are worth."""
    target, forecast = figures.targets.revenue, figures.forecast_revenue()
    needed, yearly = (locate(REVENUE_ROW, column) for column in (NEEDED, YEARLY))
    orders, value = find_rung("orders", YEARLY), find_input("order_value")
    gap = None if target is None or forecast is None else forecast - target
    columns = {
        NEEDED: (show(find_input("revenue")), target, "yen"),
        YEARLY: (f'IF(COUNT({orders},{value})=2,{orders}*{value},"")', forecast, "yen"),
        GAP: (f'IF(COUNT({needed},{yearly})=2,{yearly}-{needed},"")', gap, "yen_change"),
    }
    book.put(sheet, REVENUE_ROW, NAME, book.words.say("figures.revenue"), **book.line(bold=True))
    for column in range(USED, GAP + 1):
        if column in columns:
            formula, shown, shape = columns[column]
            look = {"num_format": book.shape(shape), "text_wrap": False, "shrink": True, "align": "right"}
            book.put_live(sheet, REVENUE_ROW, column, formula, shown, **look)
        else:
            book.put(sheet, REVENUE_ROW, column, "", **book.line())
