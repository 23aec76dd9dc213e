"""In which order a room should talk: the questions whose disagreement matters most."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.models import Questionnaire
from scoring.company import Company
from scoring.gaps import TALK_FROM, PerceptionGap

STAGE_EFFECT = 1.0
"""Effect of one stage of the company, or of the question's dimension."""
PATTERN_EFFECT = 1 / 3
"""Effect of one pattern that appears or vanishes, per point of severity (1–3)."""


@dataclass(frozen=True)
class VerdictEffect:
    """What changes in the verdict when one question moves from one level to another."""

    stages: tuple[int, int] | None
    """The company's stage at the low and at the high level; None when it does not move."""
    dimension_stages: tuple[int, int] | None
    patterns: tuple[str, ...]
    """Patterns that are present at one of the two levels only, gravest first."""
    size: float
    """1 for no change, more the more of the verdict hangs on it (see docs/method.md)."""


@dataclass(frozen=True)
class DiscussionItem:
    """One question the room should talk about."""

    gap: PerceptionGap
    effect: VerdictEffect
    priority: float
    """Difference beyond noise × weight × effect."""


def rank_discussion(
    questionnaire: Questionnaire, company: Company, gaps: Sequence[PerceptionGap]
) -> tuple[DiscussionItem, ...]:
    """The questions worth talking about, the most important first.

    Worth talking about are differences between groups from one level on, as far as they exceed
    noise. Of equals, the one asked first comes first.
    """
    items = []
    for gap in gaps:
        if gap.difference < TALK_FROM or gap.beyond_noise == 0:
            continue
        medians = [view.median for view in gap.by_group.values()]
        effect = weigh_effect(company, gap.question_id, min(medians), max(medians))
        weight = questionnaire.question(gap.question_id).weight
        items.append(DiscussionItem(gap, effect, gap.beyond_noise * weight * effect.size))
    return tuple(sorted(items, key=lambda item: -item.priority))


def weigh_effect(company: Company, question_id: str, low: float, high: float) -> VerdictEffect:
    """What the verdict would be with the question at the low and at the high level."""
    below, above = company.with_levels({question_id: low}), company.with_levels({question_id: high})
    dimension = company.questionnaire.dimension_of(question_id).id
    stages = _moved(below.overall.stage, above.overall.stage)
    dimension_stages = _moved(below.dimensions[dimension].stage, above.dimensions[dimension].stage)
    severities = {
        finding.pattern.id: finding.pattern.severity
        for one, two in ((below, above), (above, below))
        for finding in one.patterns
        if finding.state == "present" and finding.pattern.id not in _present(two)
    }
    size = 1 + PATTERN_EFFECT * sum(severities.values())
    for moved in (stages, dimension_stages):
        size += STAGE_EFFECT * abs(moved[1] - moved[0]) if moved else 0
    patterns = tuple(sorted(severities, key=lambda name: -severities[name]))
    return VerdictEffect(stages, dimension_stages, patterns, size)


def _present(company: Company) -> set[str]:
    return {finding.pattern.id for finding in company.patterns if finding.state == "present"}


def _moved(low: int | None, high: int | None) -> tuple[int, int] | None:
    return None if low is None or high is None or low == high else (low, high)
