"""The company's figures and what they imply: what every formula of the KPI sheet shows at first."""

from dataclasses import dataclass

from assessments.targets import Targets
from reporting.kit.case import KitCase
from scoring.targets import MONTHS, Plan, Rate, Rung, plan_targets

RUNGS: tuple[Rung, ...] = ("leads", "mqls", "sqls", "opportunities", "orders")
RATES: tuple[Rate, ...] = (
    "lead_to_opportunity",
    "lead_to_mql",
    "mql_to_sql",
    "sql_to_opportunity",
    "win_rate",
)


@dataclass(frozen=True)
class Figures:
    """Targets and plan of one company; whatever it did not give is None."""

    targets: Targets
    plan: Plan

    @property
    def is_long(self) -> bool:
        """Whether the funnel runs through MQL and SQL."""
        return "mqls" in self.plan.chain

    def rate(self, rate: Rate) -> float | None:
        """A rate as a share of 1."""
        percent: float | None = getattr(self.targets, rate)
        return None if percent is None else percent / 100

    def rate_after(self, rung: Rung) -> Rate | None:
        """The rate from a rung to the next one of the chain; None after the last, and off the chain."""
        if rung == "leads":
            return "lead_to_mql" if self.is_long else "lead_to_opportunity"
        if rung not in self.plan.chain:
            return None
        after: dict[Rung, Rate] = {
            "mqls": "mql_to_sql",
            "sqls": "sql_to_opportunity",
            "opportunities": "win_rate",
        }
        return after.get(rung)

    def exact(self, rung: Rung) -> float | None:
        """How many a year the revenue target needs, before rounding."""
        if rung == "orders":
            revenue, value = self.targets.revenue, self.targets.order_value
            return None if revenue is None or value is None else revenue / value
        rate = self.rate_after(rung)
        if rate is None:
            return None
        below = self.exact(self.plan.chain[self.plan.chain.index(rung) + 1])
        percent: float | None = getattr(self.targets, rate)
        return None if below is None or percent is None else below * 100 / percent

    def needed_monthly(self, rung: Rung) -> float | None:
        """A twelfth of what a year needs."""
        needed = self.plan.needed.get(rung)
        return None if needed is None else needed / MONTHS

    def forecast_revenue(self) -> float | None:
        """What the forecast orders of a year are worth."""
        orders, value = self.plan.yearly.get("orders"), self.targets.order_value
        return None if orders is None or value is None else orders * value


def read_figures(case: KitCase) -> Figures:
    """The figures of a case; without any, everything is open."""
    targets = case.enclosures.targets or Targets()
    return Figures(targets, plan_targets(targets))
