"""Targets backward and forward through the funnel, return on investment, and the bottleneck.

Source map D.calc (both directions), A.tree (long chain), A.romi. A step that is missing stays open:
what hangs on it is None, nothing is invented.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import floor
from typing import Literal

from assessments.targets import Targets

Rung = Literal["leads", "mqls", "sqls", "opportunities", "orders"]
Rate = Literal["lead_to_opportunity", "lead_to_mql", "mql_to_sql", "sql_to_opportunity", "win_rate"]
_LONG: tuple[tuple[Rung, Rate], ...] = (
    ("leads", "lead_to_mql"),
    ("mqls", "mql_to_sql"),
    ("sqls", "sql_to_opportunity"),
    ("opportunities", "win_rate"),
)
_SHORT: tuple[tuple[Rung, Rate], ...] = (
    ("leads", "lead_to_opportunity"),
    ("opportunities", "win_rate"),
)
MONTHS = 12
_WHOLE = 1e-9
"""Rounding error that may not cost a whole order."""


@dataclass(frozen=True)
class Returns:
    """Return on marketing investment, in both readings (A.romi)."""

    romi: float
    """(revenue - investment) / investment in percent."""
    per_yen: float
    """Revenue earned per yen invested."""


@dataclass(frozen=True)
class Sensitivity:
    """What one percentage point more on a rate would bring."""

    rate: Rate
    gain: float
    """Further orders in percent of the present ones."""


@dataclass(frozen=True)
class Plan:
    """What the figures imply."""

    chain: tuple[Rung, ...]
    """The rungs of the funnel, from leads to orders."""
    needed: Mapping[Rung, int | None]
    """Backward: how many a year the revenue target needs, to the nearest whole one."""
    monthly: Mapping[Rung, int | None]
    """Forward: leads and opportunities a month that the ad spend brings, whole ones only."""
    yearly: Mapping[Rung, int | None]
    """Forward: the same over a year, and the orders that follow."""
    returns: Returns | None
    sensitivities: tuple[Sensitivity, ...]
    """Of every known rate, the most rewarding first."""

    @property
    def bottleneck(self) -> Rate | None:
        """The rate whose improvement by one point yields most."""
        return self.sensitivities[0].rate if self.sensitivities else None


def plan_targets(targets: Targets) -> Plan:
    """Everything the figures imply; what cannot be known is None."""
    steps = _choose_chain(targets)
    monthly = dict(_go_forward(targets, steps))
    opportunities = monthly["opportunities"]
    yearly: dict[Rung, int | None] = {
        rung: None if count is None else count * MONTHS for rung, count in monthly.items()
    }
    yearly["orders"] = _convert(None if opportunities is None else opportunities * MONTHS, targets.win_rate)
    return Plan(
        chain=(*(rung for rung, _ in steps), "orders"),
        needed=dict(_go_backward(targets, steps)),
        monthly=monthly,
        yearly=yearly,
        returns=_measure_returns(targets),
        sensitivities=tuple(_weigh_rates(targets, steps)),
    )


def _choose_chain(targets: Targets) -> tuple[tuple[Rung, Rate], ...]:
    """The short chain where the opportunity rate of leads is known, else the long one."""
    long_rates = (targets.lead_to_mql, targets.mql_to_sql, targets.sql_to_opportunity)
    return _LONG if targets.lead_to_opportunity is None and any(long_rates) else _SHORT


def _go_backward(targets: Targets, steps: tuple[tuple[Rung, Rate], ...]) -> Iterator[tuple[Rung, int | None]]:
    needed: float | None = None
    if targets.revenue is not None and targets.order_value is not None:
        needed = targets.revenue / targets.order_value
    yield "orders", None if needed is None else round(needed)
    for rung, rate in reversed(steps):
        percent = getattr(targets, rate)
        needed = None if needed is None or percent is None else needed * 100 / percent
        yield rung, None if needed is None else round(needed)


def _go_forward(targets: Targets, steps: tuple[tuple[Rung, Rate], ...]) -> Iterator[tuple[Rung, int | None]]:
    count: int | None = None
    if targets.monthly_ad_spend is not None and targets.cost_per_lead is not None:
        count = floor(targets.monthly_ad_spend / targets.cost_per_lead + _WHOLE)
    yield steps[0][0], count
    for (_, rate), (rung, _) in pairwise(steps):
        count = _convert(count, getattr(targets, rate))
        yield rung, count


def _convert(count: int | None, percent: float | None) -> int | None:
    """How many whole ones a rate leaves."""
    return None if count is None or percent is None else floor(count * percent / 100 + _WHOLE)


def _measure_returns(targets: Targets) -> Returns | None:
    if targets.investment is None or targets.attributed_revenue is None:
        return None
    earned = targets.attributed_revenue - targets.investment
    return Returns(
        romi=earned / targets.investment * 100,
        per_yen=targets.attributed_revenue / targets.investment,
    )


def _weigh_rates(targets: Targets, steps: tuple[tuple[Rung, Rate], ...]) -> list[Sensitivity]:
    """One point more on a rate of r percent brings (r + 1) / r times the orders."""
    known = [(rate, getattr(targets, rate)) for _, rate in steps]
    gains = [
        Sensitivity(rate, (min(percent + 1, 100) / percent - 1) * 100)
        for rate, percent in known
        if percent is not None
    ]
    return sorted(gains, key=lambda item: -item.gain)
