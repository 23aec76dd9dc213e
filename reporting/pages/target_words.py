"""The company's figures as they are printed: counts, amounts, rates, and what each is called."""

from assessments.targets import Targets
from reporting.narrative.targets import name_figure
from reporting.pages.wording import Wording
from scoring.targets import Rung

RATES: dict[tuple[Rung, Rung], str] = {
    ("leads", "opportunities"): "lead_to_opportunity",
    ("leads", "mqls"): "lead_to_mql",
    ("mqls", "sqls"): "mql_to_sql",
    ("sqls", "opportunities"): "sql_to_opportunity",
    ("opportunities", "orders"): "win_rate",
}
"""The rate between two rungs."""


def write_count(count: int | None, wording: Wording) -> str:
    """A number of things a year; a word where it is not known."""
    return wording.say("targets.open") if count is None else f"{count:,}"


def write_yen(amount: float | None, wording: Wording) -> str:
    """An amount of money; a word where it is not known."""
    return wording.say("targets.open") if amount is None else wording.say("targets.yen", n=f"{amount:,.0f}")


def write_rate(targets: Targets, rate: str, wording: Wording) -> str:
    """A rate with its name: 受注率 25%."""
    value = write_share(getattr(targets, rate), wording)
    return wording.say("targets.rate", name=name_figure(rate, wording.language), value=value)


def write_share(percent: float | None, wording: Wording) -> str:
    """A rate in percent; a word where it is not known."""
    return wording.say("targets.open") if percent is None else write_percent(percent, wording)


def write_percent(percent: float, wording: Wording) -> str:
    """A percentage with at most two decimals."""
    number = f"{percent:,.2f}".rstrip("0").rstrip(".")
    return wording.say("targets.percent", n=number.replace("-", "−"))


def name_rung(rung: str, wording: Wording) -> str:
    """What a rung of the funnel is called."""
    return begin_line(wording.voice.word(f"targets.rungs.{rung}"))


def begin_line(name: str) -> str:
    """A name as the beginning of a line: 受注率, Win rate."""
    return name[:1].upper() + name[1:]
