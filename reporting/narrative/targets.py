"""The company's figures in words: what the target asks for, what the spend brings, where one point pays."""

from collections.abc import Iterator

from assessments.models import Language, Questionnaire
from assessments.targets import Targets
from i18n.text import translate
from reporting.narrative.figures import tell_statement
from reporting.narrative.told import BandStory, Story, TargetsStory
from reporting.narrative.voice import Voice
from scoring.targets import Plan


def tell_targets(targets: Targets, plan: Plan, language: Language, polite: bool) -> TargetsStory:
    """Title and deck, bottleneck, return, and what is missing."""
    voice = Voice(language, polite)
    missing = tuple(name_figure(name, language) for name in find_missing(targets, plan))
    return TargetsStory(
        story=Story(_choose_title(plan, voice), _tell_deck(plan, missing, voice)),
        bottleneck=_tell_bottleneck(plan, voice),
        returns=_tell_returns(plan, voice),
        missing=missing,
    )


def tell_bands(
    questionnaire: Questionnaire, targets: Targets, plan: Plan, language: Language, polite: bool
) -> tuple[BandStory, ...]:
    """Survey figures beside the company's own, where it gave one; never a rank that nobody measured."""
    voice = Voice(language, polite)
    own = {
        "lead_to_opportunity": targets.lead_to_opportunity,
        "cost_per_lead": targets.cost_per_lead,
        "revenue_per_yen": plan.returns.per_yen if plan.returns else None,
    }
    stories = []
    for figure in questionnaire.figures:
        value = own.get(figure.target) if figure.target else None
        if value is not None:
            written = voice.word(f"targets.values.{figure.target}", n=value)
            stories.append(
                BandStory(
                    value=voice.read(figure.value),
                    statement=tell_statement(figure, voice),
                    limit=voice.read(figure.limit) if figure.limit else None,
                    own=voice.word("targets.own", value=written),
                    figure_id=figure.id,
                )
            )
    return tuple(stories)


def name_figure(name: str, language: Language) -> str:
    """What one of the entered figures is called."""
    return translate(f"narrative.words.targets.figures.{name}", language)


def find_missing(targets: Targets, plan: Plan) -> Iterator[str]:
    """The figures that are not known and keep something open, in the order asked."""
    needed = ["revenue", "order_value"]
    long_chain = "mqls" in plan.chain
    needed += ["lead_to_mql", "mql_to_sql", "sql_to_opportunity"] if long_chain else ["lead_to_opportunity"]
    needed += ["win_rate", "monthly_ad_spend", "cost_per_lead", "investment", "attributed_revenue"]
    yield from (name for name in needed if getattr(targets, name) is None)


def _choose_title(plan: Plan, voice: Voice) -> tuple[str, ...]:
    orders, leads = plan.needed["orders"], plan.needed["leads"]
    coming = plan.yearly["orders"]
    if orders is not None and coming is not None:
        key = "short" if coming < orders else "enough"
        return voice.say_lines(f"targets.{key}", needed=f"{orders:,}", coming=f"{coming:,}")
    if orders is not None and leads is not None:
        return voice.say_lines("targets.backward", orders=f"{orders:,}", leads=f"{leads:,}")
    if orders is not None:
        return voice.say_lines("targets.orders_only", orders=f"{orders:,}")
    if coming is not None:
        return voice.say_lines("targets.forward", orders=f"{coming:,}")
    if plan.returns is not None:
        return voice.say_lines("targets.returns_only", per_yen=f"{plan.returns.per_yen:,.1f}")
    return voice.say_lines("targets.none")


def _tell_deck(plan: Plan, missing: tuple[str, ...], voice: Voice) -> str:
    sentences = []
    leads, coming = plan.needed["leads"], plan.yearly["leads"]
    if leads is not None:
        sentences.append(voice.say("targets.leads_needed", leads=f"{leads:,}"))
    if coming is not None:
        sentences.append(voice.say("targets.leads_coming", leads=f"{coming:,}"))
    if missing and sentences:
        sentences.append(voice.say("targets.missing", figures=voice.join(missing)))
    return voice.word("sentence_space").join(sentences) or voice.say("targets.begin")


def _tell_bottleneck(plan: Plan, voice: Voice) -> str:
    if not plan.sensitivities:
        return ""
    best = plan.sensitivities[0]
    return voice.say(
        "targets.bottleneck", rate=name_figure(best.rate, voice.language), gain=f"{best.gain:.1f}"
    )


def _tell_returns(plan: Plan, voice: Voice) -> str:
    if plan.returns is None:
        return ""
    romi = f"{plan.returns.romi:,.0f}".replace("-", "−")
    return voice.say("targets.returns", romi=romi, per_yen=f"{plan.returns.per_yen:,.1f}")
