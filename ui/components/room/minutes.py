"""What the room put on record, with the votes before and after. All of it is people's own text."""

from collections.abc import Iterable
from html import escape

from scoring.findings import Diagnosis
from services.workshop import Ballot, Entry, MinutesItem
from ui.components.room.own_answer import draw_sign
from ui.components.room.words import say, say_html
from ui.components.section import put_section
from ui.components.workshop.dot_plot import PHONE, draw_dot_plot
from ui.seats import Seat
from ui.words import read_html, write_day
from ui.words import say as say_ui


def put_minutes(seat: Seat, diagnosis: Diagnosis, items: tuple[MinutesItem, ...]) -> None:
    """Everything on record, in the order the service gives it."""
    agreed = sum(item.entry.status == "agreed" for item in items)
    title = say("result.agreed_count", n=agreed) if agreed else say("result.none_agreed")
    rows = "".join(_draw_item(seat, diagnosis, item) for item in items)
    body = f"<ol class='mins'>{rows}</ol>" if rows else f"<p>{say_html('result.no_minutes')}</p>"
    put_section(say("result.minutes"), (title,), say("result.minutes_text"), body)


def _draw_item(seat: Seat, diagnosis: Diagnosis, item: MinutesItem) -> str:
    questionnaire, entry = diagnosis.questionnaire, item.entry
    number = escape(say_ui("question.number", n=questionnaire.number(item.question_id)))
    status = say_html(f"result.status.{entry.status}")
    sign = draw_sign(entry.level) if entry.level is not None else ""
    title = read_html(questionnaire.question(item.question_id).title)
    return (
        f"<li><p class='sm mut'>{number}　{status}</p><h3>{sign}{title}</h3>"
        f"{_list_texts(entry)}{_fold_votes(seat, (item.before, *item.after))}</li>"
    )


def _list_texts(entry: Entry) -> str:
    due = entry.due
    date = write_day(due) if due else ""
    texts = (
        ("fact", entry.fact),
        ("judgement", entry.judgement),
        ("next_action", entry.next_action),
        ("owner", entry.owner),
        ("due", date),
    )
    rows = "".join(
        f"<dt>{say_html(f'result.{name}')}</dt><dd>{escape(text)}</dd>" for name, text in texts if text
    )
    return f"<dl>{rows}</dl>" if rows else ""


def _fold_votes(seat: Seat, ballots: Iterable[Ballot]) -> str:
    plots = "".join(
        f"<h4>{escape(_name_ballot(ballot))}</h4>"
        + draw_dot_plot(ballot, seat.participation.plan.groups, seat.questionnaire, size=PHONE)
        for ballot in ballots
        if ballot.gap.by_group
    )
    if not plots:
        return ""
    return f"<details class='ph'><summary>{say_html('result.votes')}</summary>{plots}</details>"


def _name_ballot(ballot: Ballot) -> str:
    return say("talk.first") if ballot.number == 1 else say("talk.ballot", n=ballot.number)
