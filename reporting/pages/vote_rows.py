"""The votes behind the minutes: before and after the room had talked, by group."""

from dataclasses import dataclass, replace

from reporting.charts.dumbbells import draw_strip
from reporting.charts.svg import Picture
from reporting.narrative.groups import GroupNames
from reporting.narrative.voice import write_level
from reporting.pages.gaps import describe_views, take_medians
from reporting.pages.wording import Wording
from scoring.gaps import hide_small_groups
from scoring.minutes import MinutesItem, Room, Votes
from scoring.small_groups import choose_shown, find_pooled


@dataclass(frozen=True)
class VoteRow:
    """How one ballot went, by group."""

    name: str
    strip: Picture | None
    """None where no group may be shown, or nobody chose a level."""
    views: str


def hide_votes(item: MinutesItem, room: Room) -> MinutesItem:
    """The item as an anonymous workshop may print it, whatever it was handed over with."""
    if not room.anonymous:
        return item
    return replace(item, before=_hide(item.before), after=tuple(map(_hide, item.after)))


def _hide(votes: Votes) -> Votes:
    visible = hide_small_groups(votes.gap)
    small = find_pooled(choose_shown({group: view.n for group, view in votes.gap.by_group.items()}))
    hidden = votes.hidden + votes.gap.n - visible.n
    return replace(votes, gap=visible, pooled=small or votes.pooled, hidden=hidden)


def build_votes(votes: Votes, names: GroupNames, wording: Wording) -> VoteRow:
    """One ballot in a row; without groups where none may be shown."""
    name = wording.say("minutes.first" if votes.number == 1 else "minutes.ballot", n=votes.number)
    gap = votes.gap
    if not gap.by_group:
        return VoteRow(name, None, wording.say("minutes.withheld" if votes.hidden else "minutes.no_votes"))
    called = GroupNames(
        names.voice,
        names.questionnaire,
        names.labels,
        frozenset({gap.question_id}) if votes.pooled else frozenset(),
    )
    views = [
        wording.say(
            "minutes.view",
            group=called.name(group, gap.question_id, short=True),
            level=write_level(view.median),
            n=view.n,
        )
        for group, view in gap.by_group.items()
    ]
    if votes.unknown:
        views.append(wording.say("minutes.unknown", n=votes.unknown))
    alt = describe_views(gap, called, wording)
    return VoteRow(name, draw_strip(take_medians(gap), alt), wording.say("cover.comma").join(views))
