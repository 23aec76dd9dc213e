"""The targets: figures are kept as they are given, and what cannot be is refused with a reason."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessments.targets import Targets
from services.follow_up import keep_targets, open_company
from storage.store import Store
from tests.ui.conftest import plain

Visit = Callable[..., AppTest]
Begin = Callable[..., str]


def enter(app: AppTest, **figures: float | None) -> AppTest:
    for name, value in figures.items():
        app.number_input(key=f"target-{name}").set_value(value).run()
    return app


def test_figures_are_kept_and_worked_out(visit: Visit, begin: Begin, store: Store) -> None:
    """100 million in orders of 5 million: 20 orders; a quarter won: 80 deals; 15 % of leads: 534 leads."""
    token = begin()
    app = enter(
        visit("targets", t=token), revenue=1e8, order_value=5e6, lead_to_opportunity=15.0, win_rate=25.0
    )
    assert open_company(store, token).targets == Targets(
        revenue=1e8, order_value=5e6, lead_to_opportunity=15, win_rate=25
    )
    page = plain(app)
    assert "年20件の受注" in page
    assert "<td>80</td>" in page
    assert visit("targets", t=token).number_input(key="target-revenue").value == 1e8


@pytest.mark.parametrize(("name", "value"), [("win_rate", 120.0), ("revenue", -1.0), ("order_value", 0.0)])
def test_what_cannot_be_is_refused_and_nothing_is_lost(
    visit: Visit, begin: Begin, store: Store, name: str, value: float
) -> None:
    token = begin()
    before = Targets(revenue=1e8, order_value=5e6, win_rate=25)
    keep_targets(store, token, before)
    app = enter(visit("targets", t=token), **{name: value})
    assert "保存できませんでした" in plain(app)
    assert open_company(store, token).targets == before


def test_a_figure_can_be_taken_back(visit: Visit, begin: Begin, store: Store) -> None:
    token = begin()
    keep_targets(store, token, Targets(revenue=1e8, order_value=5e6))
    app = enter(visit("targets", t=token), order_value=None)
    assert open_company(store, token).targets == Targets(revenue=1e8)
    assert "未定" in plain(app)
