"""A calendar file (iCalendar, RFC 5545) of what is due and when the room meets again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from assessments.board import Board, BoardItem
from assessments.models import Language, Questionnaire
from i18n.text import translate
from reporting.exports.words import clean_plain

MeetingKind = Literal["weekly", "monthly"]
_LINE_OCTETS = 75
"""What a line may hold without its end (RFC 5545, 3.1)."""
_SPECIAL = re.compile(r"([\\;,])")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ALWAYS_THERE = 4
"""Every month has a weekday four times, and only some have it five times."""


@dataclass(frozen=True)
class Meeting:
    """A meeting that comes again: weekly, or monthly on the same weekday of the month."""

    id: str
    """What tells it from every other meeting in the world, the same each time it is written."""
    kind: MeetingKind
    first: datetime
    """When it is held first, as the clock on the wall shows it (no time zone)."""
    minutes: int


def write_calendar(
    board: Board,
    meetings: tuple[Meeting, ...],
    questionnaire: Questionnaire,
    language: Language,
    made_on: date,
) -> bytes:
    """Due dates of the steps still to be done as whole days, and the meetings with how they recur.

    Times are the local ones of whoever opens the file. Written again, an event has the same UID and, if
    it was changed, a higher SEQUENCE: a calendar takes it as news of the same event.
    """
    due = [item for item in board.items if item.is_pending and item.due is not None]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Henkaku//Henkaku//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for item in due:
        lines += _write_due(item, questionnaire, language, made_on)
    for meeting in meetings:
        lines += _write_meeting(meeting, language, made_on)
    lines.append("END:VCALENDAR")
    return b"".join(_fold(line) + b"\r\n" for line in lines)


def _write_due(
    item: BoardItem, questionnaire: Questionnaire, language: Language, made_on: date
) -> Iterator[str]:
    day = item.due or made_on
    title = item.name(questionnaire, language)
    yield "BEGIN:VEVENT"
    yield f"UID:{item.id}@henkaku"
    yield f"DTSTAMP:{_write_day(made_on)}T000000Z"
    yield f"LAST-MODIFIED:{item.updated_at:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{item.revision - 1}"
    yield f"DTSTART;VALUE=DATE:{_write_day(day)}"
    yield f"DTEND;VALUE=DATE:{_write_day(day + timedelta(days=1))}"
    yield f"SUMMARY:{_escape(translate('follow_up.calendar.due', language, title=title))}"
    description = _describe(item, questionnaire, language)
    if description:
        yield f"DESCRIPTION:{_escape(description)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _write_meeting(meeting: Meeting, language: Language, made_on: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{meeting.id}@henkaku"
    yield f"DTSTAMP:{_write_day(made_on)}T000000Z"
    yield f"DTSTART:{_write_day(meeting.first.date())}T{meeting.first:%H%M%S}"
    yield f"DURATION:PT{meeting.minutes}M"
    yield f"RRULE:{_write_rule(meeting)}"
    yield f"SUMMARY:{_escape(translate(f'follow_up.calendar.{meeting.kind}.title', language))}"
    yield f"DESCRIPTION:{_escape(translate(f'follow_up.calendar.{meeting.kind}.agenda', language))}"
    yield "END:VEVENT"


def _write_rule(meeting: Meeting) -> str:
    """How a meeting recurs; on the last such weekday where a month may lack a fifth."""
    weekday = _WEEKDAYS[meeting.first.weekday()]
    if meeting.kind == "weekly":
        return f"FREQ=WEEKLY;BYDAY={weekday}"
    place = (meeting.first.day - 1) // 7 + 1
    return f"FREQ=MONTHLY;BYDAY={place if place <= _ALWAYS_THERE else -1}{weekday}"


def _describe(item: BoardItem, questionnaire: Questionnaire, language: Language) -> str:
    lines = []
    if item.owner:
        lines.append(translate("follow_up.calendar.owner", language, owner=item.owner))
    action = next((action for action in questionnaire.actions if action.id == item.action_id), None)
    if action is not None:
        done_when = action.done_when.get(language, polite=True)
        lines.append(translate("follow_up.calendar.done_when", language, done_when=done_when))
    if item.evidence:
        lines.append(translate("follow_up.calendar.evidence", language, evidence=item.evidence))
    return "\n".join(lines)


def _write_day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _escape(text: str) -> str:
    """The text as a TEXT value (RFC 5545, 3.3.11)."""
    return _SPECIAL.sub(r"\\\1", clean_plain(text)).replace("\n", "\\n")


def _fold(line: str) -> bytes:
    """The line in pieces of up to 75 octets, each further one after a line break and a space.

    No character is cut in two.
    """
    pieces = [b""]
    for char in line:
        octets = char.encode()
        if len(pieces[-1]) + len(octets) > _LINE_OCTETS:
            pieces.append(b" ")
        pieces[-1] += octets
    return b"\r\n".join(pieces)
