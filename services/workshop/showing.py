"""What of a ballot may be shown: in an anonymous workshop no group under three apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Literal

from assessments.models import Group
from scoring.agreement import MINIMUM_FOR_WORDS, AgreementLabel, chance_of_agreement, label_agreement
from scoring.gaps import PerceptionGap, hide_small_groups, measure_gap
from scoring.small_groups import choose_shown, find_pooled

Reply = int | Literal["unknown", "not_applicable"]
"""What somebody answered: a level 0–5, or none."""


@dataclass(frozen=True)
class Ballot:
    """How one ballot on a question went."""

    number: int
    """1 for the blind answers, then 2, 3 …"""
    gap: PerceptionGap
    """What may be shown: `by_group[group].levels` are the dots. In an anonymous workshop groups under
    three are pooled as `other` or missing, and `r_wg` and `n` are those of the dots shown."""
    pooled: tuple[Group, ...]
    """Groups shown together as `other`, because each is too small to be shown apart; usually none."""
    unknown: int
    """People who said that they do not know, of groups that may be counted."""
    hidden: int
    """People whose answers are not shown, because their group is too small: whatever they answered."""

    @property
    def withheld(self) -> bool:
        """Whether people answered and no level may be shown."""
        return self.hidden > 0 and self.gap.n == 0

    @property
    def label(self) -> AgreementLabel | None:
        """Agreement in a word; None below six levels shown."""
        agreement = self._worded_agreement
        return None if agreement is None else label_agreement(agreement)

    @property
    def chance(self) -> float | None:
        """How often so many people choosing at random would agree as much, 0–1; None below six.

        Simulated at the first call for each number of people.
        """
        agreement = self._worded_agreement
        return None if agreement is None else chance_of_agreement(agreement, self.gap.n)

    @property
    def _worded_agreement(self) -> float | None:
        return self.gap.r_wg if self.gap.n >= MINIMUM_FOR_WORDS else None


@dataclass(frozen=True)
class Wording:
    """A level whose wording stands for how somebody sees the question."""

    group: Group | None
    """The group whose median it is; None when it is the lowest or highest of all people."""
    level: int
    """0–5."""


def show_ballot(
    number: int, question_id: str, given: Mapping[Group, Sequence[Reply]], anonymous: bool
) -> Ballot:
    """A ballot as it may be shown."""
    levels = {group: [reply for reply in found if isinstance(reply, int)] for group, found in given.items()}
    gap = measure_gap(question_id, levels)
    if not anonymous:
        return Ballot(number, gap, (), _count_unknown(given, given), 0)
    shown = choose_shown({group: len(found) for group, found in levels.items()})
    counted = choose_shown({group: len(replies) for group, replies in given.items()})
    hidden = sum(len(levels[group]) for group in given if group not in shown)
    silent = sum(len(given[group]) - len(levels[group]) for group in given if group not in counted)
    return Ballot(
        number=number,
        gap=hide_small_groups(gap),
        pooled=find_pooled(shown),
        unknown=_count_unknown(given, counted),
        hidden=hidden + silent,
    )


def _count_unknown(given: Mapping[Group, Sequence[Reply]], groups: Iterable[Group]) -> int:
    return sum(reply == "unknown" for group in groups for reply in given[group])


def find_furthest(gap: PerceptionGap) -> tuple[Wording, Wording] | None:
    """The two levels furthest apart, lower first: of two groups' medians, else of two people.

    A median between two levels counts as the outer one. None where all see the same.
    """
    if gap.extremes is not None:
        low, high = gap.extremes
        lower, upper = gap.by_group[low].median, gap.by_group[high].median
        return Wording(low, floor(lower)), Wording(high, ceil(upper))
    levels = [level for view in gap.by_group.values() for level in view.levels]
    if not levels or min(levels) == max(levels):
        return None
    return Wording(None, min(levels)), Wording(None, max(levels))
