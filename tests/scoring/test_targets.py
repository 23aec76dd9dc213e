"""The worked examples of the sources come out exactly; impossible figures are refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from assessments.targets import Targets
from scoring.targets import plan_targets
from tests.conftest import read_cases

RATES = st.floats(0.5, 100)


@pytest.mark.parametrize("case", read_cases("targets"))
def test_plan(case: dict[str, Any]) -> None:
    plan = plan_targets(Targets(**case["targets"]))
    found = {
        "needed": dict(plan.needed),
        "monthly": dict(plan.monthly),
        "yearly": dict(plan.yearly),
        "bottleneck": plan.bottleneck,
        "romi": plan.returns and pytest.approx(plan.returns.romi),
        "per_yen": plan.returns and pytest.approx(plan.returns.per_yen),
    }
    for name, expected in case["expect"].items():
        assert found[name] == expected, name


@pytest.mark.parametrize("field", ["win_rate", "lead_to_opportunity", "lead_to_mql"])
@pytest.mark.parametrize("rate", [0, -1, 100.1, float("nan"), float("inf")])
def test_impossible_rates_are_refused(field: str, rate: float) -> None:
    with pytest.raises(ValidationError):
        Targets(**{field: rate})


@pytest.mark.parametrize("field", ["revenue", "order_value", "cost_per_lead", "investment"])
@pytest.mark.parametrize("amount", [0, -5, float("inf")])
def test_impossible_amounts_are_refused(field: str, amount: float) -> None:
    with pytest.raises(ValidationError):
        Targets(**{field: amount})


@given(RATES, RATES, st.integers(1, 10_000))
def test_what_is_needed_grows_toward_the_leads(win: float, opportunity: float, orders: int) -> None:
    targets = Targets(revenue=orders, order_value=1, win_rate=win, lead_to_opportunity=opportunity)
    needed = plan_targets(targets).needed
    assert needed["orders"] == orders
    assert needed["leads"] >= needed["opportunities"] >= needed["orders"]  # type: ignore[operator]


@given(RATES, RATES, st.integers(1, 1_000_000), st.integers(1, 10_000))
def test_nothing_is_won_that_was_not_there(win: float, opportunity: float, spend: int, cost: int) -> None:
    plan = plan_targets(
        Targets(monthly_ad_spend=spend, cost_per_lead=cost, win_rate=win, lead_to_opportunity=opportunity)
    )
    assert plan.monthly["leads"] >= plan.monthly["opportunities"] >= 0  # type: ignore[operator]
    assert plan.yearly["orders"] <= plan.yearly["opportunities"]  # type: ignore[operator]


@pytest.mark.parametrize("rate", [0.001, 100])
@pytest.mark.parametrize("money", [1, 1e15])
def test_the_ends_of_what_may_be_entered_can_be_planned(rate: float, money: float) -> None:
    amounts = ("revenue", "monthly_ad_spend", "investment", "attributed_revenue")
    smallest = ("order_value", "cost_per_lead")
    rates = ("lead_to_mql", "mql_to_sql", "sql_to_opportunity", "win_rate")
    given = dict.fromkeys(amounts, money) | dict.fromkeys(smallest, 1.0) | dict.fromkeys(rates, rate)
    plan = plan_targets(Targets(**given))
    assert plan.needed["leads"] is not None
    assert plan.needed["leads"] >= plan.needed["orders"] >= 0  # type: ignore[operator]
