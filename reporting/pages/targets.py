"""The company's own figures: the funnel from both ends, who answers for what, where one point pays."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.models import Questionnaire
from assessments.targets import Targets
from reporting.charts.funnel import BAR, NUMBER, STEP, draw_funnel, draw_gain, rung_top
from reporting.charts.svg import Picture
from reporting.narrative import BandStory, Story, tell_bands, tell_targets
from reporting.narrative.targets import name_figure
from reporting.pages.kpi_tree import TreeBox, build_tree, measure_box
from reporting.pages.target_words import (
    RATES,
    begin_line,
    name_rung,
    write_count,
    write_percent,
    write_rate,
    write_yen,
)
from reporting.pages.wording import Head, Line, Wording, set_lines
from scoring.targets import Plan, Rung, plan_targets

GAIN_WIDTH = 22.0
NUMBER_SIZES = (13.0, 11.0, 9.5, 8.0, 7.0)
"""Of the figures beside the funnel, in points; each stays in one line."""


@dataclass(frozen=True)
class FunnelRow:
    """A rung of the funnel with both of its figures, and the rate to the next one."""

    top: float
    """In mm from the top of the picture."""
    name: str
    needed: Line
    coming: Line
    rate_top: float
    rate: str
    """Empty under the last rung."""


@dataclass(frozen=True)
class GainRow:
    """What one point more on a rate brings."""

    name: str
    gain: str
    bar: Picture


@dataclass(frozen=True)
class TargetsPage:
    """Everything on the targets' pages."""

    head: Head
    story: Story
    funnel: Picture
    rows: tuple[FunnelRow, ...]
    origin: str
    """Where the left funnel starts from; empty where that is not known."""
    spend: str
    """The same of the right one."""
    tree: tuple[TreeBox, ...]
    gains: tuple[GainRow, ...]
    bottleneck: str
    romi: str
    per_yen: str
    returns: str
    bands: tuple[BandStory, ...]
    missing: tuple[str, ...]
    box_width: float
    """Of a box of the tree, in mm."""

    @property
    def figure_ids(self) -> frozenset[str]:
        """The survey figures that stand here beside the company's own."""
        return frozenset(band.figure_id for band in self.bands)


def build_targets_page(
    questionnaire: Questionnaire, targets: Targets | None, wording: Wording
) -> TargetsPage | None:
    """The section; None where the company gave no figure."""
    if targets is None or targets == Targets():
        return None
    plan = plan_targets(targets)
    story = tell_targets(targets, plan, wording.language, False)
    returns = plan.returns
    return TargetsPage(
        head=wording.head("targets", story.story),
        story=story.story,
        funnel=_draw_funnel(plan, wording),
        rows=_build_rows(targets, plan, wording),
        origin=_tell_origin(targets, wording),
        spend=_tell_spend(targets, plan, wording),
        tree=build_tree(targets, plan, wording),
        gains=_build_gains(plan, wording),
        bottleneck=story.bottleneck,
        romi=write_percent(returns.romi, wording) if returns else "",
        per_yen=wording.say("targets.yen", n=f"{returns.per_yen:,.1f}") if returns else "",
        returns=story.returns,
        bands=tell_bands(questionnaire, targets, plan, wording.language, False),
        missing=story.missing,
        box_width=measure_box(len(plan.chain) + 1),
    )


def _tell_origin(targets: Targets, wording: Wording) -> str:
    if targets.revenue is None or targets.order_value is None:
        return ""
    revenue, order_value = (write_yen(amount, wording) for amount in (targets.revenue, targets.order_value))
    return wording.say("targets.origin", revenue=revenue, order_value=order_value)


def _tell_spend(targets: Targets, plan: Plan, wording: Wording) -> str:
    leads = plan.monthly["leads"]
    if leads is None:
        return ""
    spend, cost = (write_yen(amount, wording) for amount in (targets.monthly_ad_spend, targets.cost_per_lead))
    return wording.say("targets.spend", spend=spend, cost=cost, leads=f"{leads:,}")


def _set_number(count: int | None, wording: Wording) -> Line:
    return set_lines((write_count(count, wording),), NUMBER - 1, NUMBER_SIZES, 0.6, 1)


def _draw_funnel(plan: Plan, wording: Wording) -> Picture:
    needed, coming = _list(plan.needed, plan), _list(plan.yearly, plan)
    parts = [
        wording.say(
            "targets.alt_rung",
            name=name_rung(rung, wording),
            needed=write_count(plan.needed[rung], wording),
            coming=write_count(plan.yearly[rung], wording),
        )
        for rung in plan.chain
    ]
    alt = wording.say("targets.alt", rungs=wording.say("cover.comma").join(parts))
    return draw_funnel(needed, coming, alt)


def _list(counts: Mapping[Rung, int | None], plan: Plan) -> list[int | None]:
    return [counts[rung] for rung in plan.chain]


def _build_rows(targets: Targets, plan: Plan, wording: Wording) -> tuple[FunnelRow, ...]:
    following = (*plan.chain[1:], None)
    return tuple(
        FunnelRow(
            top=rung_top(place),
            name=name_rung(rung, wording),
            needed=_set_number(plan.needed[rung], wording),
            coming=_set_number(plan.yearly[rung], wording),
            rate_top=rung_top(place) + BAR + STEP / 2,
            rate="" if below is None else write_rate(targets, RATES[rung, below], wording),
        )
        for place, (rung, below) in enumerate(zip(plan.chain, following, strict=True))
    )


def _build_gains(plan: Plan, wording: Wording) -> tuple[GainRow, ...]:
    most = max((item.gain for item in plan.sensitivities), default=0.0)
    rows = []
    for item in plan.sensitivities:
        name = begin_line(name_figure(item.rate, wording.language))
        gain = wording.say("targets.gain", n=f"{item.gain:.1f}")
        alt = wording.say("targets.gain_alt", name=name, gain=gain)
        rows.append(GainRow(name, gain, draw_gain(item.gain, most, alt, GAIN_WIDTH)))
    return tuple(rows)
