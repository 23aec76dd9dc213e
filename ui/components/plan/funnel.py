"""What the figures imply: the funnel in both directions, who answers for what, returns, the bottleneck."""

from html import escape

from assessments.models import Group
from assessments.targets import Targets
from i18n.text import translate
from reporting.narrative import BandStory, TargetsStory
from reporting.narrative.targets import name_figure
from scoring.targets import Plan, Rate, Rung
from ui.components.markup import put_html
from ui.components.plan.words import say, say_html
from ui.session import get_language

_ANSWERS: dict[Rung, tuple[Group, ...]] = {
    "leads": ("marketing",),
    "mqls": ("marketing",),
    "sqls": ("marketing", "sales"),
    "opportunities": ("sales",),
    "orders": ("marketing", "sales"),
}
"""Who answers for a figure (source map A.kpi): orders both, MQLs marketing, what follows sales."""


def put_funnel(targets: Targets, plan: Plan) -> None:
    """A table from leads to orders: needed a year, and to be expected a month and a year."""
    rates = _list_rates(plan)
    rows = []
    for number, rung in enumerate(plan.chain):
        rows.append(_draw_rung(plan, rung))
        if number < len(rates):
            rows.append(_draw_rate(targets, rates[number]))
    heads = "".join(
        f'<th scope="col">{say_html(f"funnel.{name}")}</th>'
        for name in ("rung", "needed", "monthly", "yearly", "answers")
    )
    put_html(
        f'<table><caption class="vh">{say_html("funnel.caption")}</caption><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>",
        "fnl",
    )


def _list_rates(plan: Plan) -> tuple[Rate, ...]:
    """The rates between the rungs of the chain, from the top."""
    if "mqls" in plan.chain:
        return ("lead_to_mql", "mql_to_sql", "sql_to_opportunity", "win_rate")
    return ("lead_to_opportunity", "win_rate")


def _draw_rung(plan: Plan, rung: Rung) -> str:
    groups = [translate(f"narrative.words.groups.{group}", get_language()) for group in _ANSWERS[rung]]
    counts = "".join(
        f"<td>{_write(cells[rung]) if rung in cells else '–'}</td>"
        for cells in (plan.needed, plan.monthly, plan.yearly)
    )
    name = translate(f"narrative.words.targets.rungs.{rung}", get_language())
    return (
        f'<tr class="r"><th scope="row">{escape(name[:1].upper() + name[1:])}</th>{counts}'
        f"<td class='a'>{escape(say('funnel.and').join(groups))}</td></tr>"
    )


def _draw_rate(targets: Targets, rate: Rate) -> str:
    percent = getattr(targets, rate)
    value = say("funnel.open") if percent is None else say("funnel.percent", n=f"{percent:g}")
    return (
        f'<tr class="x"><td colspan="5">↓ {escape(name_figure(rate, get_language()))}　'
        f"<b>{escape(value)}</b></td></tr>"
    )


def _write(count: int | None) -> str:
    if count is None:
        return f"<span class='mut'>{say_html('funnel.open')}</span>"
    return f"{count:,}"


def put_reading(story: TargetsStory, plan: Plan, bands: tuple[BandStory, ...]) -> None:
    """Bottleneck, both readings of the return, and survey figures beside the own ones."""
    parts = []
    if story.bottleneck:
        rows = "".join(
            f"<li><span>{escape(name_figure(item.rate, get_language()))}</span>"
            f"<b>{say_html('funnel.gain', n=f'{item.gain:.1f}')}</b></li>"
            for item in plan.sensitivities
        )
        parts.append(
            f"<h3>{say_html('funnel.bottleneck')}</h3><p>{escape(story.bottleneck)}</p>"
            f'<ul class="gains">{rows}</ul>'
        )
    if story.returns:
        parts.append(f"<h3>{say_html('funnel.returns')}</h3><p>{escape(story.returns)}</p>")
    if bands:
        items = "".join(_draw_band(band) for band in bands)
        parts.append(f"<h3>{say_html('funnel.bands')}</h3><ul class='fig'>{items}</ul>")
    if parts:
        put_html("".join(parts), "reading")


def _draw_band(band: BandStory) -> str:
    limit = f"<p class='xs mut'>{say_html('funnel.limit', text=band.limit)}</p>" if band.limit else ""
    return (
        f"<li><b>{escape(band.value)}</b><div><p>{escape(band.statement)}</p>{limit}"
        f"<p class='own'>{escape(band.own)}</p></div></li>"
    )
