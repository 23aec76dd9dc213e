"""The KPI sheet: typed figures give what the scoring gives, and months what one works out by hand."""

import random
from pathlib import Path
from typing import Any

import pytest

from assessments.targets import Targets
from reporting.enclosures import Enclosures
from reporting.kit import render_document
from reporting.kit.sheets.kpi_sheet import cells
from reporting.kit.sheets.kpi_sheet.figures import RATES, RUNGS
from scoring.targets import Plan, plan_targets
from tests.conftest import read_cases
from tests.exports.office import needs_office
from tests.kit.documents import case_of, read_example, render
from tests.kit.workbooks import name_sheet, open_formulas, open_values, recalculate, type_in

FUNNEL, ONE, RETURNS = (name_sheet("kpi_sheet", key) for key in ("funnel", "one_sheet", "returns"))


def type_targets(targets: Targets) -> Any:
    """The workbook of a company without figures, with these typed into it."""
    book = open_formulas(render("company_b", "kpi_sheet", "ja"))
    for key in cells.INPUTS:
        value = getattr(targets, key)
        typed = value / 100 if value is not None and key in RATES else value
        book[FUNNEL][cells.find_input(key).replace("$", "")].value = typed
    type_in(book[RETURNS], {"B5": targets.investment, "B6": targets.attributed_revenue})
    return book


def read_plan(book: Any) -> dict[str, Any]:
    """What the workbook implies, in the shape of `scoring.targets.Plan`."""
    sheet = book[FUNNEL]

    def read(column: int) -> dict[str, Any]:
        return {rung: sheet[cells.find_rung(rung, column).replace("$", "")].value or None for rung in RUNGS}

    marks = [sheet[cells.find_gain(rate, 3).replace("$", "")].value for rate in RATES]
    return {
        "needed": read(cells.NEEDED),
        "monthly": read(cells.MONTHLY),
        "yearly": read(cells.YEARLY),
        "bottleneck": RATES[marks.index("●")] if "●" in marks else None,
        "romi": book[RETURNS]["B8"].value,
        "per_yen": book[RETURNS]["B9"].value,
    }


def expect(plan: Plan) -> dict[str, Any]:
    def spread(counts: Any) -> dict[str, Any]:
        return {rung: counts.get(rung) or None for rung in RUNGS}

    returns = plan.returns
    return {
        "needed": spread(plan.needed),
        "monthly": spread(plan.monthly),
        "yearly": spread(plan.yearly),
        "bottleneck": plan.bottleneck,
        "romi": pytest.approx(returns.romi / 100) if returns else None,
        "per_yen": pytest.approx(returns.per_yen) if returns else None,
    }


def draw_targets(seed: int) -> Targets:
    """Figures at random, some missing; whole rates and round sums, so that halves occur."""
    dice = random.Random(seed)

    def draw(choices: list[float]) -> float | None:
        return dice.choice([*choices, None])

    rates = [5, 7, 8, 12.5, 16, 20, 25, 32, 40, 50, 62.5, 80, 100]
    return Targets(
        revenue=draw([1e6, 5e6, 7e6, 15e6, 45e6, 1e8]),
        order_value=draw([2e5, 4e5, 1e6, 2e6, 3e6]),
        **{rate: draw([float(value) for value in rates]) for rate in RATES},
        monthly_ad_spend=draw([3e5, 5e5, 1e6]),
        cost_per_lead=draw([3e3, 8e3, 12_500.0]),
        investment=draw([3e6, 8e6]),
        attributed_revenue=draw([1e6, 2e7]),
    )


@needs_office
def test_typed_figures_give_what_the_scoring_gives(tmp_path: Path) -> None:
    given = [case.values[0]["targets"] for case in read_cases("targets")]
    cases = {f"case{place}": Targets(**targets) for place, targets in enumerate(given)}
    cases |= {f"drawn{seed}": draw_targets(seed) for seed in range(12)}
    cases["half"] = Targets(revenue=5, order_value=1, win_rate=40, lead_to_opportunity=100)
    books = recalculate(tmp_path, {name: type_targets(targets) for name, targets in cases.items()})
    for name, targets in cases.items():
        assert read_plan(books[name]) == expect(plan_targets(targets)), (name, targets)
    # 5 orders / 40 % = 12.5 opportunities: to the even one, as Python rounds
    assert read_plan(books["half"])["needed"]["opportunities"] == 12


def test_figures_given_stand_in_their_cells_and_missing_ones_stay_open() -> None:
    targets = Targets(revenue=100_000_000, order_value=5_000_000, win_rate=25)
    case = case_of(read_example("company_b"), enclosures=Enclosures(targets=targets))
    sheet = open_values(render_document("kpi_sheet", case))[FUNNEL]
    typed = {key: sheet[cells.find_input(key).replace("$", "")].value for key in cells.INPUTS}
    assert typed["revenue"] == 100_000_000
    assert typed["win_rate"] == 0.25
    assert typed["lead_to_opportunity"] is None
    counts = {rung: sheet[cells.find_rung(rung, cells.NEEDED).replace("$", "")].value for rung in RUNGS}
    assert counts["orders"] == 20
    assert counts["opportunities"] == 80
    assert not counts["leads"]


def find_row(sheet: Any, name: str) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == name)


@needs_office
def test_months_add_up_and_shortfalls_are_marked(tmp_path: Path) -> None:
    """100 million a year at 5 million: 20 orders, 80 opportunities, 533 leads; two months filled in.

    Leads 30 + 20 and 40 + 10 make 100 against 533 / 12 x 2 = 88.8; 12 opportunities against 13.3;
    opportunity rate 12 %, of a target of 15 % (80 %); 4 orders of 12, 33 % of 25 %.
    """
    targets = Targets(revenue=1e8, order_value=5e6, lead_to_opportunity=15, win_rate=25)
    case = case_of(read_example("company_b"), enclosures=Enclosures(targets=targets))
    book = open_formulas(render_document("kpi_sheet", case))
    sheet = book[ONE]
    entries = {
        "広告からのリード": (30, 40),
        "紹介などからのリード": (20, 10),
        "商談数": (5, 7),
        "受注数": (1, 3),
        "費用：広告（円）": (600_000, 600_000),
    }
    for name, months in entries.items():
        for column, value in enumerate(months, start=5):
            sheet.cell(find_row(sheet, name), column).value = value
    done = recalculate(tmp_path, {"months": book})["months"][ONE]

    def read(name: str) -> list[Any]:
        row = find_row(done, name)
        return [done.cell(row, column).value for column in range(17, 22)]

    total, goal, gap, share, mark = read("リード数")
    assert (total, mark) == (100, "●")
    assert (goal, gap, share) == pytest.approx((533 / 6, 100 - 533 / 6, 600 / 533))
    total, goal, gap, share, mark = read("商談数")
    assert (total, mark) == (12, "▼")
    assert goal == pytest.approx(80 / 6)
    assert read("リード→商談の率")[0] == pytest.approx(0.12)
    assert read("リード→商談の率")[2] == pytest.approx(-3)
    assert read("リード→商談の率")[3] == pytest.approx(0.8)
    assert read("商談→受注の率")[0] == pytest.approx(1 / 3)
    assert read("商談単価（円）")[0] == pytest.approx(100_000)
    assert read("SQL数") == [None] * 5
    bottleneck = find_row(done, "いま詰まっているところ")
    assert done.cell(bottleneck, 2).value == "リード→商談の率"


@needs_office
def test_a_campaign_is_judged_before_and_after(tmp_path: Path) -> None:
    book = open_formulas(render("company_b", "kpi_sheet", "ja"))
    entries = {"A14": "展示会", "B14": 1_000_000, "C14": 3_000_000, "E14": 1_000_000, "F14": 1_500_000}
    type_in(book[RETURNS], entries)
    type_in(book[RETURNS], {"A15": "広告", "E15": 1_000_000, "F15": 500_000})
    sheet = recalculate(tmp_path, {"returns": book})["returns"][RETURNS]
    assert [sheet[cell].value for cell in ("D14", "G14", "H14")] == pytest.approx([2.0, 0.5, -150.0])
    assert sheet["G15"].value == pytest.approx(-0.5)
    assert not sheet["D15"].value
    assert not sheet["H15"].value
    assert sheet["E26"].value == 2_000_000
    assert sheet["G26"].value == pytest.approx(0.0)
