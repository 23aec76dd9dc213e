"""Where several groups answered: how they differ, why it matters, what each sees otherwise."""

from dataclasses import dataclass

from assessments.models import GROUPS, Group
from reporting.charts.dumbbells import COLUMNS, Medians, draw_dumbbells, draw_strip, strip_place
from reporting.charts.marks import draw_mark
from reporting.charts.svg import Picture
from reporting.narrative import GapStory, GroupStory, tell_gaps
from reporting.narrative.gaps import tell_agreeing
from reporting.narrative.groups import GroupNames
from reporting.narrative.voice import write_level
from reporting.pages.gap_columns import GapColumn, MarkLabel, build_columns
from reporting.pages.wording import Head, Wording
from scoring.disclosure import ShownGaps
from scoring.findings import Diagnosis
from scoring.gaps import FLAG_FROM, PerceptionGap
from scoring.minutes import Room

DECK_LINES = 2


@dataclass(frozen=True)
class GapReason:
    """Why a difference matters."""

    place: int
    """Its number on the chart."""
    question_id: str
    number: int
    """The question's own number."""
    title: str
    reason: str


@dataclass(frozen=True)
class GapRow:
    """A wide gap that has no place on the chart."""

    title: str
    strip: Picture
    views: str
    agreement: str


@dataclass(frozen=True)
class GroupKey:
    """A group's mark with its name."""

    mark: Picture
    name: str


@dataclass(frozen=True)
class GroupRow:
    """How one group's view differs from the others'."""

    key: GroupKey
    story: GroupStory


@dataclass(frozen=True)
class GapPage:
    """Everything on the page of perception gaps and those it flows onto."""

    head: Head
    ladders: Picture
    columns: tuple[GapColumn, ...]
    label_lines: int
    """Lines of the longest title under a ladder."""
    agreement_lines: int
    """Lines of the longest statement of agreement under a title."""
    reasons: tuple[GapReason, ...]
    keys: tuple[GroupKey, ...]
    rows: tuple[GapRow, ...]
    more: str
    """How many smaller differences are not shown; empty when none."""
    groups: tuple[GroupRow, ...]
    small: str
    """How small groups were counted; empty where there are none."""
    strip_places: tuple[float, ...] = tuple(map(strip_place, range(6)))
    """Where the levels lie on a lying ladder, in mm."""

    @property
    def told(self) -> tuple[str, ...]:
        """The questions on the chart."""
        return tuple(reason.question_id for reason in self.reasons)


def build_gap_page(diagnosis: Diagnosis, shown: ShownGaps, room: Room, wording: Wording) -> GapPage | None:
    """The page; None when no two groups can be compared."""
    if not shown.gaps:
        return None
    story = tell_gaps(diagnosis, shown, wording.language, False, room.labels)
    names = GroupNames(wording.voice, diagnosis.questionnaire, room.labels, shown.pooled)
    told = choose_told(shown, story.gaps, names)
    charted, rest = told[:COLUMNS], story.gaps[COLUMNS:]
    wide = [item for item in rest if item.gap.difference >= FLAG_FROM]
    columns = build_columns(charted, names, wording)
    return GapPage(
        head=wording.head("gaps", story.story, DECK_LINES),
        ladders=draw_dumbbells(
            [take_medians(item.gap) for item in charted], describe_gaps(charted, names, wording)
        ),
        columns=columns,
        label_lines=max(len(column.title) for column in columns),
        agreement_lines=max(len(column.agreement) for column in columns),
        reasons=tuple(_build_reason(place, item, names) for place, item in enumerate(charted, start=1)),
        keys=build_keys([item.gap for item in wide], names, wording),
        rows=tuple(_build_row(item, names, wording) for item in wide),
        more=wording.say("gaps.more_note", n=len(rest) - len(wide)) if len(rest) > len(wide) else "",
        groups=tuple(
            GroupRow(GroupKey(_draw_key(item.group, wording), item.name), item) for item in story.groups
        ),
        small=wording.say("gaps.small") if shown.others else "",
    )


def _build_reason(place: int, item: GapStory, names: GroupNames) -> GapReason:
    question_id = item.gap.question_id
    return GapReason(place, question_id, names.questionnaire.number(question_id), item.title, item.reason)


def choose_told(
    shown: ShownGaps, worth_talking: tuple[GapStory, ...], names: GroupNames
) -> tuple[GapStory, ...]:
    """The gaps worth talking about, and where they leave room on the chart, the widest of the others."""
    told = {item.gap.question_id for item in worth_talking}
    others = [gap for gap in shown.gaps if gap.question_id not in told]
    others.sort(key=lambda gap: (-gap.difference, -names.questionnaire.question(gap.question_id).weight))
    return (*worth_talking, *(tell_agreeing(gap, names) for gap in others[:COLUMNS]))


def take_medians(gap: PerceptionGap) -> Medians:
    """The median level of each group."""
    return {group: view.median for group, view in gap.by_group.items()}


def describe_views(gap: PerceptionGap, names: GroupNames, wording: Wording) -> str:
    """Every group's median in words."""
    return wording.say("cover.comma").join(
        wording.say("gaps.alt_view", group=names.name(group, gap.question_id), level=write_level(view.median))
        for group, view in gap.by_group.items()
    )


def describe_gaps(charted: tuple[GapStory, ...], names: GroupNames, wording: Wording) -> str:
    """The chart in words."""
    gaps = [
        wording.say("gaps.alt_gap", title=item.title, views=describe_views(item.gap, names, wording))
        for item in charted
    ]
    return wording.say("gaps.alt", gaps=wording.say("cover.comma").join(gaps))


def _build_row(item: GapStory, names: GroupNames, wording: Wording) -> GapRow:
    strip = draw_strip(take_medians(item.gap), describe_views(item.gap, names, wording))
    space = wording.say("fact_space")
    return GapRow(item.title, strip, item.views, space.join(filter(None, (item.agreement, item.chance))))


def build_keys(gaps: list[PerceptionGap], names: GroupNames, wording: Wording) -> tuple[GroupKey, ...]:
    """The marks that occur, with their names."""
    found = {group: gap.question_id for gap in gaps for group in gap.by_group}
    return tuple(
        GroupKey(_draw_key(group, wording), names.name(group, found[group]))
        for group in GROUPS
        if group in found
    )


def _draw_key(group: Group, wording: Wording) -> Picture:
    return draw_mark(group, wording.say(f"gaps.mark.{group}"))


__all__ = ["GapPage", "MarkLabel", "build_gap_page", "build_keys", "describe_views", "take_medians"]
