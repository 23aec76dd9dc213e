"""Where groups see the same thing differently, and how much of it is more than noise."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, median

import numpy as np

from assessments.answers import AnswerSet
from assessments.models import GROUPS, Group, Questionnaire
from scoring.agreement import within_group_agreement
from scoring.small_groups import choose_shown

FLAG_FROM = 5 / 3
"""Difference in levels from which a gap is flagged: a third of the scale."""
TALK_FROM = 1.0
"""Difference in levels above which it is worth talking about."""
SHUFFLES = 400
SEED = 2026


@dataclass(frozen=True)
class GroupView:
    """How one group sees one question."""

    levels: tuple[int, ...]
    """The levels given, in ascending order."""
    unknown: int
    """Members who answered that they do not know."""

    @property
    def n(self) -> int:
        """Members who gave a level."""
        return len(self.levels)

    @property
    def median(self) -> float:
        """The group's level, 0–5."""
        return float(median(self.levels))

    @property
    def mean(self) -> float:
        """The mean level, 0–5."""
        return mean(self.levels)


@dataclass(frozen=True)
class PerceptionGap:
    """How the groups see one question."""

    question_id: str
    by_group: Mapping[Group, GroupView]
    """Groups of which at least one member gave a level, in the order of GROUPS."""
    difference: float
    """Highest minus lowest group median, in levels; 0 with fewer than two groups."""
    noise: float
    """The mean difference that the spread within the groups alone would show, in levels."""
    r_wg: float | None
    """Agreement of all respondents with a level; None for fewer than two."""
    n: int
    """Respondents with a level."""

    @property
    def beyond_noise(self) -> float:
        """The difference that chance does not explain, in levels; never negative."""
        return max(0.0, self.difference - self.noise)

    @property
    def extremes(self) -> tuple[Group, Group] | None:
        """The groups with the lowest and the highest median; None when there is no difference.

        Of equals the first in the order of GROUPS: `other`, which may stand for small groups, comes last.
        """
        if self.difference == 0:
            return None
        medians = {group: view.median for group, view in self.by_group.items()}
        return min(medians, key=medians.__getitem__), max(medians, key=medians.__getitem__)


def find_gaps(questionnaire: Questionnaire, answers: AnswerSet) -> tuple[PerceptionGap, ...]:
    """How the groups see each question of the edition, in the order asked."""
    given: dict[str, dict[Group, list[int | None]]] = {}
    for respondent in answers.respondents:
        for answer in respondent.answers:
            if answer.level != "not_applicable":
                level = answer.level if isinstance(answer.level, int) else None
                by_group = given.setdefault(answer.question, {})
                by_group.setdefault(respondent.group, []).append(level)
    return tuple(
        measure_gap(question.id, given.get(question.id, {}))
        for question in questionnaire.asked_in(answers.edition, answers.dimensions)
    )


def measure_gap(question_id: str, given: Mapping[Group, Iterable[int | None]]) -> PerceptionGap:
    """The gap on one question; None among the levels stands for "don't know"."""
    by_group: dict[Group, GroupView] = {}
    for group in GROUPS:
        answers = list(given.get(group, ()))
        levels = sorted(level for level in answers if level is not None)
        if levels:
            by_group[group] = GroupView(tuple(levels), len(answers) - len(levels))
    pooled = [level for view in by_group.values() for level in view.levels]
    medians = [view.median for view in by_group.values()]
    return PerceptionGap(
        question_id=question_id,
        by_group=by_group,
        difference=max(medians) - min(medians) if medians else 0.0,
        noise=expected_difference([view.levels for view in by_group.values()]),
        r_wg=within_group_agreement(pooled),
        n=len(pooled),
    )


def expected_difference(groups: Sequence[Sequence[int]]) -> float:
    """The mean difference of group medians that the spread within groups alone would show.

    Everybody's deviation from the own group's median is dealt at random to groups of the same sizes:
    groups that differ but agree within themselves leave no noise. 0 with fewer than two groups; one
    voice per group leaves nothing to estimate noise from.
    """
    deviations = np.concatenate([np.array(levels) - np.median(levels) for levels in groups] or [np.zeros(0)])
    if len(groups) < 2 or not deviations.any():
        return 0.0
    dealt = np.random.default_rng(SEED).permuted(np.tile(deviations, (SHUFFLES, 1)), axis=1)
    parts = np.split(dealt, np.cumsum([len(levels) for levels in groups])[:-1], axis=1)
    medians = np.stack([np.median(part, axis=1) for part in parts])
    return float((medians.max(axis=0) - medians.min(axis=0)).mean())


def hide_small_groups(gap: PerceptionGap) -> PerceptionGap:
    """The gap as an anonymous workshop may show it: groups under three never apart.

    Their levels are shown together as `other` when that makes three or more, else not at all. All
    figures are those of the levels shown, so that they tell no more. Of a gap hidden already, the same.
    """
    shown = choose_shown({group: view.n for group, view in gap.by_group.items()})
    levels: dict[Group, list[int]] = {}
    for group, name in shown.items():
        levels.setdefault(name, []).extend(gap.by_group[group].levels)
    return measure_gap(gap.question_id, levels)
