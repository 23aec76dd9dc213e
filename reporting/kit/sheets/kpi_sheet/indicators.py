"""Which results and which measures the sheet follows, and who answers for each (source map A.kpi, C.view)."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["yen", "count", "rate"]


@dataclass(frozen=True)
class Result:
    """A result: entered by the month, or worked out from others."""

    key: str
    owner: Literal["both", "marketing", "sales"]
    kind: Kind
    parts: tuple[str, str] | None = None
    """For a quotient: what is divided by what."""
    target: str | None = None
    """The figure of the funnel that sets its target."""
    lower_is_better: bool = False


@dataclass(frozen=True)
class Work:
    """A measure, with the result it works on."""

    key: str
    owner: Literal["marketing", "sales"]
    kind: Kind
    feeds: str
    lower_is_better: bool = False


RESULTS = (
    Result("revenue", "both", "yen", target="revenue"),
    Result("orders", "both", "count", target="orders"),
    Result("opportunities", "sales", "count", target="opportunities"),
    Result("sqls", "sales", "count", target="sqls"),
    Result("mqls", "marketing", "count", target="mqls"),
    Result("leads", "marketing", "count", target="leads"),
    Result("lead_to_opportunity", "both", "rate", ("opportunities", "leads"), "lead_to_opportunity"),
    Result("lead_to_mql", "marketing", "rate", ("mqls", "leads"), "lead_to_mql"),
    Result("mql_to_sql", "sales", "rate", ("sqls", "mqls"), "mql_to_sql"),
    Result("sql_to_opportunity", "sales", "rate", ("opportunities", "sqls"), "sql_to_opportunity"),
    Result("win_rate", "sales", "rate", ("orders", "opportunities"), "win_rate"),
    Result("cost_per_opportunity", "marketing", "yen", ("cost", "opportunities"), lower_is_better=True),
    Result("acquisition_cost", "both", "yen", ("cost", "orders"), lower_is_better=True),
)
WORKS = (
    Work("ads_cost", "marketing", "yen", "cost_per_opportunity", lower_is_better=True),
    Work("other_cost", "marketing", "yen", "cost_per_opportunity", lower_is_better=True),
    Work("ads_leads", "marketing", "count", "leads"),
    Work("content_leads", "marketing", "count", "leads"),
    Work("event_leads", "marketing", "count", "leads"),
    Work("other_leads", "marketing", "count", "leads"),
    Work("nurtured_mqls", "marketing", "count", "mqls"),
    Work("contacted_in_time", "sales", "rate", "mql_to_sql"),
    Work("recorded_in_time", "sales", "rate", "mql_to_sql"),
)
SUMS = {
    "leads": ("ads_leads", "other_leads"),
    "cost": ("ads_cost", "other_cost"),
}
"""What is added up from the rows of measures, from the first to the last."""
