"""What each group sees higher or lower than the others do."""

from collections.abc import Sequence
from statistics import median

from assessments.models import GROUPS, Group
from reporting.narrative.groups import GroupNames, find_bottom, find_top
from reporting.narrative.told import BlindSpot, GroupStory
from scoring.disclosure import ShownGaps
from scoring.gaps import TALK_FROM, PerceptionGap

SPOTS = 3
"""Questions named in each direction."""


def tell_group_views(shown: ShownGaps, names: GroupNames) -> tuple[GroupStory, ...]:
    """Each group that is shown apart, with the questions on which it stands furthest from the others."""
    groups = [
        group
        for group in GROUPS
        if any(group in gap.by_group for gap in shown.gaps) and not (group == "other" and shown.pooled)
    ]
    return tuple(_tell_group(group, shown.gaps, names) for group in groups)


def _tell_group(group: Group, gaps: Sequence[PerceptionGap], names: GroupNames) -> GroupStory:
    distances = [(measure_distance(gap, group), gap) for gap in gaps if group in gap.by_group]
    far = [(distance, gap) for distance, gap in distances if abs(distance) >= TALK_FROM and gap.beyond_noise]
    above = sorted((item for item in far if item[0] > 0), key=lambda item: _rank(item, names))
    below = sorted((item for item in far if item[0] < 0), key=lambda item: _rank(item, names))
    kind = ("both" if below else "above") if above else ("below" if below else "neither")
    return GroupStory(
        group=group,
        name=names.name(group),
        summary=names.voice.say(f"gaps.group_{kind}", above=len(above), below=len(below)),
        above=tuple(_tell_spot(group, gap, names) for _, gap in above[:SPOTS]),
        below=tuple(_tell_spot(group, gap, names) for _, gap in below[:SPOTS]),
    )


def measure_distance(gap: PerceptionGap, group: Group) -> float:
    """How many levels a group's median stands above the median of the other groups' medians."""
    others = [view.median for name, view in gap.by_group.items() if name != group]
    return gap.by_group[group].median - median(others)


def _rank(item: tuple[float, PerceptionGap], names: GroupNames) -> tuple[float, float]:
    distance, gap = item
    return -abs(distance), -names.questionnaire.question(gap.question_id).weight


def _tell_spot(group: Group, gap: PerceptionGap, names: GroupNames) -> BlindSpot:
    """The group's level beside that of whoever stands furthest from it."""
    is_above = measure_distance(gap, group) > 0
    furthest = find_bottom(gap) if is_above else find_top(gap)
    key = "gaps.own_view"
    sentence = names.compare(gap, [group], furthest, key)
    title = names.voice.read(names.questionnaire.question(gap.question_id).title)
    return BlindSpot(gap.question_id, title, sentence)
