"""The minutes: what is on record, with the votes before and after the room had talked."""

from collections.abc import Sequence
from html import escape

from assessments.models import Questionnaire
from services.workshop import Ballot, Entry, MinutesItem
from ui.components.workshop.agreement import name_level
from ui.components.workshop.dot_plot import name_row
from ui.components.workshop.group_marks import Labels, draw_mark, tint
from ui.components.workshop.words import say, say_html
from ui.words import read_html


def draw_minutes(
    items: Sequence[MinutesItem], labels: Labels, questionnaire: Questionnaire, heading: str = "h3"
) -> str:
    """Every question on record as HTML, in the order they were first spoken about.

    `heading` is the element of their titles, one rank below that of the title above them.
    """
    if not items:
        return f"<p class='mut'>{say_html('minutes.none')}</p>"
    drawn = (_draw_item(item, labels, questionnaire, heading) for item in items)
    return f"<ol class='mn'>{''.join(drawn)}</ol>"


def _draw_item(item: MinutesItem, labels: Labels, questionnaire: Questionnaire, heading: str) -> str:
    question = questionnaire.question(item.question_id)
    number = say_html("question.number", n=questionnaire.number(question.id))
    title = f"<{heading}><span>{number}</span> {read_html(question.title)}</{heading}>"
    return (
        f"<li><div class='o'>{_draw_outcome(item.entry, questionnaire)}</div>"
        f"<div>{title}{_draw_texts(item.entry)}</div>"
        f"<div class='v'>{_draw_votes(item, labels)}</div></li>"
    )


def _draw_outcome(entry: Entry, questionnaire: Questionnaire) -> str:
    if entry.level is None:
        return f"<span>{say_html(f'status.{entry.status}')}</span>"
    name = escape(name_level(questionnaire, entry.level))
    return f"<b class='lv'>{entry.level}</b><span>{name}</span>"


def _draw_texts(entry: Entry) -> str:
    lines = [
        (say(f"agree.{name}"), text)
        for name, text in (
            ("fact", entry.fact),
            ("judgement", entry.judgement),
            ("next_action", entry.next_action),
        )
        if text
    ]
    who = say("comma").join(part for part in (entry.owner, _write_due(entry)) if part)
    if who:
        lines.append((say("minutes.who"), who))
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(text)}</dd></div>" for name, text in lines)
    return f"<dl>{rows}</dl>" if rows else ""


def _write_due(entry: Entry) -> str:
    due = entry.due
    return "" if due is None else say("minutes.due", year=due.year, month=due.month, day=due.day)


def _draw_votes(item: MinutesItem, labels: Labels) -> str:
    rows = [_draw_vote(say("minutes.before"), item.before, labels)]
    rows += [_draw_vote(say("minutes.after", n=ballot.number), ballot, labels) for ballot in item.after]
    return "".join(rows)


def _draw_vote(name: str, ballot: Ballot, labels: Labels) -> str:
    medians = "".join(
        f"<span class='{tint(group)}'>{draw_mark(group)}"
        f"<span class='vh'>{escape(name_row(group, ballot, labels))} </span>{view.median:g}</span>"
        for group, view in ballot.gap.by_group.items()
    )
    return f"<p><small>{escape(name)}</small>{medians or say_html('minutes.no_vote')}</p>"
