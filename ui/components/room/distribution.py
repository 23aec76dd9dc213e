"""How the groups answered the question before the room: only what may be shown to everybody."""

from html import escape

from services.workshop import Ballot, Talk, Wording
from ui.components.markup import put_html
from ui.components.room.own_answer import find_own_level
from ui.components.room.words import say, say_html
from ui.components.workshop.agreement import name_level
from ui.components.workshop.dot_plot import PHONE, draw_dot_plot, name_row
from ui.components.workshop.words import count_levels
from ui.seats import Seat


def put_distribution(seat: Seat, talk: Talk) -> None:
    """The last closed ballot; after a vote the first answers stand behind a fold."""
    latest = talk.latest
    body = f"<p class='find'>{escape(_tell_finding(seat, talk))}</p>{_draw(seat, latest, talk)}"
    if latest is not talk.blind:
        earlier = _draw(seat, talk.blind, talk)
        body += f"<details><summary>{say_html('talk.earlier')}</summary>{earlier}</details>"
    put_html(body, "ph spread")


def _draw(seat: Seat, ballot: Ballot, talk: Talk) -> str:
    plan, group = seat.participation.plan, seat.participation.group
    level = find_own_level(seat, talk.question_id, ballot.number)
    title = say("talk.first") if ballot.number == 1 else say("talk.ballot", n=ballot.number)
    plot = ""
    if ballot.gap.by_group:
        plot = draw_dot_plot(
            ballot,
            plan.groups,
            seat.questionnaire,
            size=PHONE,
            before=None if ballot is talk.blind else talk.blind,
            own=None if level is None else (group, level),
        )
    notes = "".join(f"<li>{escape(note)}</li>" for note in _list_notes(ballot))
    return f"<h2>{escape(title)}</h2>{plot}<ul class='xs mut'>{notes}</ul>"


def _list_notes(ballot: Ballot) -> list[str]:
    """Who is not in the plot, or not apart in it."""
    notes = []
    if ballot.pooled:
        notes.append(say("talk.pooled"))
    if ballot.withheld:
        notes.append(say("talk.withheld"))
    elif ballot.hidden:
        notes.append(say("talk.hidden", n=ballot.hidden))
    if ballot.unknown:
        notes.append(say("talk.unknown", n=ballot.unknown))
    return notes


def _tell_finding(seat: Seat, talk: Talk) -> str:
    if not talk.blind.gap.by_group:
        return "" if talk.blind.withheld else say("talk.nobody")
    if talk.latest is not talk.blind:
        after, before = talk.latest.gap.difference, talk.blind.gap.difference
        return say("talk.now", after=count_levels(after), before=count_levels(before))
    if talk.furthest is None:
        return say("talk.same")
    low, high = talk.furthest
    names = {"low": _name(seat, low), "high": _name(seat, high)}
    if low.group is None or high.group is None:
        return say("talk.furthest_people", **names)
    labels = seat.participation.plan.groups
    groups = {
        "low_group": name_row(low.group, talk.blind, labels),
        "high_group": name_row(high.group, talk.blind, labels),
    }
    return say("talk.furthest", **groups, **names)


def _name(seat: Seat, wording: Wording) -> str:
    return name_level(seat.questionnaire, wording.level)
