"""Why a question is before the room: what hangs on it, and which patterns its answer belongs to."""

from html import escape

from assessments.models import Pattern, Questionnaire
from services.workshop import Talk, Topic
from ui.components.markup import put_html
from ui.components.workshop.differences import tell_reasons
from ui.components.workshop.words import say_html
from ui.words import read, read_html, set_phrases

SHOWN = 3
"""Patterns named at once, the gravest first."""


def put_ties(talk: Talk, topic: Topic | None, questionnaire: Questionnaire) -> None:
    """The reasons in words, then the patterns and contradictions, present ones before possible ones."""
    reasons = tell_reasons(topic, questionnaire) if topic else ()
    items = "".join(f"<li>{escape(reason)}</li>" for reason in reasons)
    near = [tie for tie in talk.ties if tie.state in ("present", "possible")][:SHOWN]
    patterns = "".join(_draw_tie(questionnaire.pattern(tie.pattern_id), tie.state) for tie in near)
    if not items and not patterns:
        items = f"<li>{say_html('difference.withheld' if talk.blind.withheld else 'reason.none')}</li>"
    put_html(f"<ul>{items}</ul><dl>{patterns}</dl>", "ties")


def _draw_tie(pattern: Pattern, state: str) -> str:
    label = "contradiction" if pattern.contradiction and state == "present" else state
    return (
        f"<dt><span>{say_html(f'tie.{label}')}</span> {set_phrases(read(pattern.title))}</dt>"
        f"<dd>{read_html(pattern.finding)}</dd>"
    )


def put_room_question(talk: Talk, questionnaire: Questionnaire) -> None:
    """The question to ask in the room; nothing where no pattern is near."""
    if talk.room_question is None:
        return
    pattern = questionnaire.pattern(talk.room_question)
    put_html(f"<p><span>{say_html('tie.ask')}</span><b>{read_html(pattern.room_question)}</b></p>", "rq")
