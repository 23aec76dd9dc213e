"""What of a ballot may be shown: in an anonymous workshop no group under three apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, floor

from assessments.models import GROUPS, Group
from scoring.agreement import MINIMUM_FOR_WORDS, AgreementLabel, chance_of_agreement, label_agreement
from scoring.disclosure import hide_gap
from scoring.gaps import SMALLEST_SHOWN, PerceptionGap, measure_gap


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
    given: int
    """People who gave a level, those not shown included."""
    unknown: int
    """People who said that they do not know."""
    withheld: bool = False
    """Whether no level is shown at all, because a small group's could be told from the others
    (`scoring.disclosure.is_withheld`); holds for all ballots on the question."""

    @property
    def hidden(self) -> int:
        """People whose level is not shown, because their group is too small."""
        return self.given - self.gap.n

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
    number: int,
    question_id: str,
    given: Mapping[Group, Iterable[int | None]],
    anonymous: bool,
    withheld: bool = False,
) -> Ballot:
    """A ballot as it may be shown; None among the levels stands for "don't know"."""
    levels = {group: list(answers) for group, answers in given.items()}
    everyone = [level for answers in levels.values() for level in answers]
    gap = measure_gap(question_id, {} if withheld else levels)
    shown = hide_gap(gap) if anonymous else gap
    return Ballot(
        number=number,
        gap=shown,
        pooled=_find_pooled(levels, shown) if anonymous else (),
        given=sum(level is not None for level in everyone),
        unknown=sum(level is None for level in everyone),
        withheld=withheld,
    )


def _find_pooled(given: Mapping[Group, Iterable[int | None]], gap: PerceptionGap) -> tuple[Group, ...]:
    sizes = {group: sum(level is not None for level in given[group]) for group in GROUPS if group in given}
    small = [group for group, size in sizes.items() if 0 < size < SMALLEST_SHOWN]
    if not small or "other" not in gap.by_group or gap.by_group["other"].n == sizes.get("other"):
        return ()
    return tuple(group for group in sizes if group in small or (group == "other" and sizes[group]))


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
