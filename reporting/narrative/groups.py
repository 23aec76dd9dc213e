"""Groups and their levels in words: a workshop's own names where it has given some."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor

from assessments.models import Group, Questionnaire
from reporting.narrative.voice import Voice
from scoring.gaps import PerceptionGap

Labels = Mapping[Group, str | None]
"""The groups' own names; the usual one where there is none."""


@dataclass(frozen=True)
class GroupNames:
    """How groups and levels are called in one language and register."""

    voice: Voice
    questionnaire: Questionnaire
    labels: Labels
    pooled: frozenset[str] = frozenset()
    """Questions on which `other` stands for groups too small to be shown apart."""

    def name(self, group: Group, question_id: str = "", *, short: bool = False) -> str:
        """A group's name; short where it stands beside a mark."""
        kind = "groups_short" if short else "groups"
        if group == "other" and question_id in self.pooled:
            return self.voice.word(f"{kind}.pooled")
        return self.labels.get(group) or self.voice.word(f"{kind}.{group}")

    def within(self, groups: Sequence[Group], question_id: str = "") -> str:
        """Names within a sentence: usual English ones lose their capital."""
        names = []
        for group in groups:
            name, own = self.name(group, question_id), self.labels.get(group)
            is_word = self.voice.language == "en" and not own
            names.append(name[:1].lower() + name[1:] if is_word else name)
        return self.voice.join(names)

    def level(self, level: float) -> str:
        """A level's name in quotation marks, or the two it lies between."""
        low, high = (
            self.voice.quote(self.voice.read(self.questionnaire.levels[rung].name))
            for rung in (floor(level), ceil(level))
        )
        return low if low == high else self.voice.word("between", low=low, high=high)

    def compare(
        self, gap: PerceptionGap, high: Sequence[Group], low: Sequence[Group], key: str = "gaps.two_views"
    ) -> str:
        """How two sides see a question, in one sentence."""
        return self.voice.say(
            key,
            high=self.within(high, gap.question_id),
            low=self.within(low, gap.question_id),
            high_level=self.level(gap.by_group[high[0]].median),
            low_level=self.level(gap.by_group[low[0]].median),
        )


def find_top(gap: PerceptionGap) -> list[Group]:
    """The groups with the highest median."""
    highest = max(view.median for view in gap.by_group.values())
    return [group for group, view in gap.by_group.items() if view.median == highest]


def find_bottom(gap: PerceptionGap) -> list[Group]:
    """The groups with the lowest median."""
    lowest = min(view.median for view in gap.by_group.values())
    return [group for group, view in gap.by_group.items() if view.median == lowest]
