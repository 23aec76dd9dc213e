"""Who is in the room: a mark for each person by group, with a line that grows as answers come in."""

from collections.abc import Sequence
from html import escape

from assessments.models import Group
from services.workshop import PersonProgress, Workshop
from ui.components.markup import put_html
from ui.components.workshop.group_marks import Labels, draw_mark, draw_name, name_group, tint
from ui.components.workshop.words import count, say, say_html
from ui.words import set_phrases

_SIZES = ((10, 1.5), (20, 0.9), (50, 0.5625))
"""Size of a seat in rem for groups of up to so many people."""
_SMALLEST = 0.36


def put_arrivals(workshop: Workshop) -> None:
    """How many have joined and how far each group is; never what was answered."""
    finished = sum(_is_finished(person) for group in workshop.progress.values() for person in group)
    title = (
        say("lobby.waiting")
        if not workshop.people
        else say("lobby.arrived", people=count("people", workshop.people), finished=count("people", finished))
    )
    note = say("lobby.seats_anonymous" if workshop.plan.anonymous else "lobby.seats_open")
    rows = "".join(_draw_arrivals(workshop, group) for group in workshop.progress)
    put_html(
        f"<h2>{set_phrases(title)}</h2><p class='ph'>{set_phrases(note)}</p><ul>{rows}</ul>",
        "grp",
        role="status",
    )


def put_voters(workshop: Workshop) -> None:
    """How many have voted in the open ballot, by group; never what."""
    title = say("vote.cast", votes=workshop.votes, people=workshop.people)
    rows = "".join(_draw_voters(workshop, group) for group, people in workshop.progress.items() if people)
    put_html(
        f"<h2>{set_phrases(title)}</h2><p class='ph'>{set_phrases(say('vote.how'))}</p><ul>{rows}</ul>",
        "grp",
        role="status",
    )


def _draw_arrivals(workshop: Workshop, group: Group) -> str:
    people = workshop.progress[group]
    finished = sum(_is_finished(person) for person in people)
    shares = [person.answered / person.asked if person.asked else 0 for person in people]
    label = say("lobby.row", people=count("people", len(people)), finished=count("people", finished))
    figures = f"<b>{finished}</b><small> / {say_html('people.of', n=len(people))}</small>"
    names = [person.name for person in people if person.name]
    return _draw_group(group, workshop.plan.groups, shares, label, figures, names)


def _draw_voters(workshop: Workshop, group: Group) -> str:
    people = workshop.progress[group]
    votes = sum(person.voted for person in people)
    label = say("vote.row", votes=votes, people=count("people", len(people)))
    figures = f"<b>{votes}</b><small> / {say_html('people.of', n=len(people))}</small>"
    shares = [float(person.voted) for person in people]
    return _draw_group(group, workshop.plan.groups, shares, label, figures, [])


def _draw_group(
    group: Group, labels: Labels, shares: Sequence[float], label: str, figures: str, names: Sequence[str]
) -> str:
    """One row; `shares` say how far each person is, 0–1."""
    seats = "".join(f'<span>{draw_mark(group)}<u style="--done:{share:.2f}"></u></span>' for share in shares)
    called = f"<span class='who'>{escape(say('comma').join(names))}</span>" if names else ""
    described, size = escape(f"{name_group(group, labels)} {label}"), _choose_size(len(shares))
    return (
        f'<li class="{tint(group)}"><span class="n">{draw_name(group, labels)}</span>'
        f'<span class="seats" role="img" aria-label="{described}" style="--d:{size:g}rem">'
        f'{seats}</span><span class="k">{figures}</span>{called}</li>'
    )


def _choose_size(people: int) -> float:
    return next((size for most, size in _SIZES if people <= most), _SMALLEST)


def _is_finished(person: PersonProgress) -> bool:
    return person.answered >= person.asked
