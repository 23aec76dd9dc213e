"""Which perception gaps may be shown: in an anonymous workshop none that tells of a group under three.

Leaving a small group out is not always enough. The company's level on a question is the median of the
group medians and is shown too: from it and the groups shown, a single hidden voice can follow. So each
question is tried: whoever could tell a small group's levels from all that is shown is shown no groups.
Only the blind answers decide this, so that the screen in the room, the minutes and the report agree.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement
from statistics import median

from assessments.models import GROUPS, LEVELS, Group
from scoring.agreement import within_group_agreement
from scoring.findings import Diagnosis
from scoring.gaps import SMALLEST_SHOWN, PerceptionGap, find_gaps, hide_small_groups

Hand = tuple[int, ...]
"""One group's levels in ascending order."""


@dataclass(frozen=True)
class ShownGaps:
    """The gaps of a diagnosis as they may be shown."""

    gaps: tuple[PerceptionGap, ...]
    """Those with two groups or more, in the order asked."""
    pooled: frozenset[str]
    """Questions on which `other` stands for groups too small to be shown apart."""
    withheld: frozenset[str]
    """Questions on which no group may be shown: not even its votes in the minutes."""
    people: Mapping[Group, int]
    """Respondents by group, of the groups that are large enough to be shown."""
    others: int
    """Respondents in the groups that are not."""


def show_gaps(diagnosis: Diagnosis, anonymous: bool = False) -> ShownGaps:
    """The gaps that may be shown; all with two groups or more unless the workshop was anonymous."""
    sizes = Counter(person.group for person in diagnosis.answers.respondents)
    people = {group: sizes[group] for group in GROUPS if sizes[group]}
    if not anonymous:
        return ShownGaps(_comparable(diagnosis.gaps), frozenset(), frozenset(), people, 0)
    pooled, withheld, shown = set(), set(), []
    for gap in find_gaps(diagnosis.questionnaire, diagnosis.answers):
        if is_withheld(gap):
            withheld.add(gap.question_id)
            continue
        visible = hide_gap(gap)
        shown.append(visible)
        if is_pooled(gap, visible):
            pooled.add(gap.question_id)
    large = {group: size for group, size in people.items() if size >= SMALLEST_SHOWN}
    others = sum(people.values()) - sum(large.values())
    return ShownGaps(_comparable(shown), frozenset(pooled), frozenset(withheld), large, others)


def _comparable(gaps: Sequence[PerceptionGap]) -> tuple[PerceptionGap, ...]:
    return tuple(gap for gap in gaps if len(gap.by_group) > 1)


def hide_gap(gap: PerceptionGap) -> PerceptionGap:
    """The gap without small groups; agreement is that of the levels shown, so that it tells no more.

    Of a gap hidden already, the same.
    """
    shown = hide_small_groups(gap)
    levels = [level for view in shown.by_group.values() for level in view.levels]
    return replace(shown, r_wg=within_group_agreement(levels), n=len(levels))


def is_pooled(gap: PerceptionGap, visible: PerceptionGap) -> bool:
    """Whether `other` stands for groups too small to be shown apart."""
    return _pool(gap, visible) is not None


def _pool(gap: PerceptionGap, visible: PerceptionGap) -> Counter[int] | None:
    """The levels of the groups shown together as `other`; None when there are no such groups."""
    together = visible.by_group.get("other")
    if together is None or together.levels == getattr(gap.by_group.get("other"), "levels", None):
        return None
    return Counter(together.levels)


def is_withheld(gap: PerceptionGap) -> bool:
    """Whether no group may be shown on a question, `gap` being all its blind answers.

    So it is when the groups shown and the level that the votes give the company leave one possibility
    for a small group. A level agreed on later changes nothing: the room may have seen the former one.
    """
    small = [group for group, view in gap.by_group.items() if view.n < SMALLEST_SHOWN]
    if not small:
        return False
    level = median(view.median for view in gap.by_group.values())
    pool = _pool(gap, hide_gap(gap))
    mixed = [*small, "other"] if pool and "other" in gap.by_group and "other" not in small else small
    apart = [view.median for group, view in gap.by_group.items() if group not in mixed]
    possible: list[set[Hand]] = [set() for _ in small]
    conceivable: list[set[Hand]] = [set() for _ in small]
    for hands in _deal([gap.by_group[group].n for group in mixed], pool):
        fits = abs(median([*apart, *(median(hand) for hand in hands)]) - level) < 1e-9
        for place in range(len(small)):
            conceivable[place].add(hands[place])
            if fits:
                possible[place].add(hands[place])
        if all(len(found) > 1 for found in possible):
            return False
    return any(
        len(found) == 1 and len(before) > 1 for found, before in zip(possible, conceivable, strict=True)
    )


def _deal(sizes: Sequence[int], pool: Counter[int] | None) -> Iterator[tuple[Hand, ...]]:
    """Every way in which groups of these sizes can hold the pooled levels, or any levels without a pool."""
    if not sizes:
        yield ()
        return
    if pool is not None and len(sizes) == 1:
        yield (tuple(sorted(pool.elements())),)
        return
    for hand in combinations_with_replacement(range(LEVELS) if pool is None else sorted(pool), sizes[0]):
        taken = Counter(hand)
        if pool is None or taken <= pool:
            for rest in _deal(sizes[1:], None if pool is None else pool - taken):
                yield (hand, *rest)
