"""What of the perception gaps may be shown: in an anonymous workshop nothing of a group under three.

The company's levels rest on the groups shown only (`scoring.small_groups`), so nothing that stands beside
the groups, from the company's level to its stage, tells more about a small one.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from assessments.models import GROUPS, Group
from scoring.findings import Diagnosis
from scoring.gaps import PerceptionGap, find_gaps
from scoring.small_groups import SMALLEST_SHOWN, choose_shown, find_pooled


@dataclass(frozen=True)
class ShownGaps:
    """The gaps of a diagnosis as they may be shown."""

    gaps: tuple[PerceptionGap, ...]
    """Those with two groups or more, in the order asked."""
    pooled: frozenset[str]
    """Questions on which `other` stands for groups too small to be shown apart."""
    people: Mapping[Group, int]
    """Respondents by group, of the groups that are large enough to be shown."""
    others: int
    """Respondents in the groups that are not."""


def show_gaps(diagnosis: Diagnosis) -> ShownGaps:
    """The gaps that may be shown; all with two groups or more unless the workshop was anonymous."""
    comparable = tuple(gap for gap in diagnosis.gaps if len(gap.by_group) > 1)
    sizes = Counter(person.group for person in diagnosis.answers.respondents)
    people = {group: sizes[group] for group in GROUPS if sizes[group]}
    if not diagnosis.answers.anonymous:
        return ShownGaps(comparable, frozenset(), people, 0)
    large = {group: size for group, size in people.items() if size >= SMALLEST_SHOWN}
    others = sum(people.values()) - sum(large.values())
    return ShownGaps(comparable, _find_pooled(diagnosis), large, others)


def _find_pooled(diagnosis: Diagnosis) -> frozenset[str]:
    return frozenset(
        gap.question_id
        for gap in find_gaps(diagnosis.questionnaire, diagnosis.answers)
        if find_pooled(choose_shown({group: view.n for group, view in gap.by_group.items()}))
    )
