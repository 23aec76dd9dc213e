"""What a company wants to reach, in figures: entered by people, any of it may be missing."""

from typing import Annotated

from pydantic import Field

from assessments.answers import Record

Money = Annotated[float, Field(ge=1, le=1e15, allow_inf_nan=False)]
"""An amount in yen; there is none below one."""
Percent = Annotated[float, Field(ge=0.001, le=100, allow_inf_nan=False)]
"""A conversion rate in percent; 0 would make every target unreachable, over 100 is impossible."""


class Targets(Record):
    """The figures of the funnel. What is None is not known and stays open."""

    revenue: Money | None = None
    """Revenue to be reached in a year."""
    order_value: Money | None = None
    """Mean value of an order."""
    lead_to_opportunity: Percent | None = None
    """Opportunity rate of leads; or the three rates below in its place."""
    lead_to_mql: Percent | None = None
    mql_to_sql: Percent | None = None
    sql_to_opportunity: Percent | None = None
    win_rate: Percent | None = None
    """Opportunities that become orders."""
    monthly_ad_spend: Money | None = None
    cost_per_lead: Money | None = None
    """Ad spend per lead won (CPA)."""
    investment: Money | None = None
    """What marketing costs in a year: ads, content, tools, people as counted by the company."""
    attributed_revenue: Money | None = None
    """Revenue in a year that came through marketing."""
