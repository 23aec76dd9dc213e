"""The figures of the sources' worked examples, for tests that need a company's targets."""

from assessments.targets import Targets

SHORT_CHAIN = Targets(
    revenue=100_000_000,
    order_value=5_000_000,
    lead_to_opportunity=15,
    win_rate=25,
    monthly_ad_spend=500_000,
    cost_per_lead=8_000,
    investment=5_000_000,
    attributed_revenue=20_000_000,
)
"""D.calc and A.romi: 533 leads for 20 orders; 62 leads a month; 300 %, 4.0 yen per yen."""
LONG_CHAIN = Targets(
    revenue=50_000_000,
    order_value=1_000_000,
    lead_to_mql=20,
    mql_to_sql=50,
    sql_to_opportunity=50,
    win_rate=50,
)
"""A.tree: 50 orders, 100 opportunities, 200 SQLs, 400 MQLs, 2,000 leads."""
