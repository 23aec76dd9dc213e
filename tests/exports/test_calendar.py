"""The calendar file, held against the rules of RFC 5545."""

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.board import Board, BoardItem
from assessments.loading import load_questionnaire
from assessments.models import LANGUAGES, Language
from reporting.exports.calendar import Meeting, write_calendar
from reporting.exports.words import clean_plain

CONTENT = load_questionnaire()
MADE_ON = date(2026, 11, 20)
MOMENT = datetime(2026, 11, 19, 15, 30, tzinfo=UTC)
ACTION = CONTENT.actions[0]
HOSTILE = "予算; 承認, \\n の件\r\nBEGIN:VALARM\nEND:VEVENT"


def make_item(**changes: object) -> BoardItem:
    values: dict[str, object] = {
        "id": "s1",
        "title": "予算を確認する",
        "due": date(2027, 2, 28),
        "position": 0,
        "revision": 3,
        "created_at": MOMENT,
        "updated_at": MOMENT,
    }
    return BoardItem.model_validate(values | changes)


def write(*items: BoardItem, meetings: tuple[Meeting, ...] = (), language: Language = "ja") -> bytes:
    return write_calendar(Board(items=items), meetings, CONTENT, language, MADE_ON)


def unfold(calendar: bytes) -> list[str]:
    """The logical lines (RFC 5545, 3.1)."""
    assert calendar.endswith(b"\r\n")
    return calendar.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def read_event(calendar: bytes) -> dict[str, str]:
    """The properties of the only event."""
    lines = unfold(calendar)
    start, end = lines.index("BEGIN:VEVENT"), lines.index("END:VEVENT")
    assert lines.count("BEGIN:VEVENT") == 1
    return dict(line.split(":", 1) for line in lines[start + 1 : end])


def unescape(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)


def test_a_due_date_is_a_whole_day() -> None:
    event = read_event(write(make_item(owner="営業部長", evidence="議事録")))
    assert event == {
        "UID": "s1@henkaku",
        "DTSTAMP": "20261120T000000Z",
        "LAST-MODIFIED": "20261119T153000Z",
        "SEQUENCE": "2",
        "DTSTART;VALUE=DATE": "20270228",
        "DTEND;VALUE=DATE": "20270301",
        "SUMMARY": "期限：予算を確認する",
        "DESCRIPTION": "担当：営業部長\\n根拠：議事録",
        "TRANSP": "TRANSPARENT",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_action_says_when_it_is_done(language: Language) -> None:
    event = read_event(write(make_item(title=None, action_id=ACTION.id), language=language))
    assert ACTION.title.get(language) in unescape(event["SUMMARY"])
    assert ACTION.done_when.get(language, polite=True) in unescape(event["DESCRIPTION"])


def test_only_what_is_still_to_be_done_and_dated_is_in_it() -> None:
    items = [make_item(id=status, status=status) for status in ("open", "doing", "done", "dropped")]
    lines = unfold(write(*items, make_item(id="dateless", due=None)))
    assert [line for line in lines if line.startswith("UID")] == ["UID:open@henkaku", "UID:doing@henkaku"]


@pytest.mark.parametrize(
    ("kind", "first", "rule"),
    [
        ("weekly", datetime(2026, 11, 24, 10), "FREQ=WEEKLY;BYDAY=TU"),
        ("monthly", datetime(2026, 12, 1, 10), "FREQ=MONTHLY;BYDAY=1TU"),
        ("monthly", datetime(2026, 12, 8, 10), "FREQ=MONTHLY;BYDAY=2TU"),
        ("monthly", datetime(2026, 12, 28, 10), "FREQ=MONTHLY;BYDAY=4MO"),
        ("monthly", datetime(2026, 12, 29, 10), "FREQ=MONTHLY;BYDAY=-1TU"),
    ],
)
def test_meetings_come_again(kind: str, first: datetime, rule: str) -> None:
    meeting = Meeting("weekly-c1", kind, first, 30)  # type: ignore[arg-type]
    event = read_event(write(meetings=(meeting,)))
    assert event["RRULE"] == rule
    assert event["DTSTART"] == f"{first:%Y%m%d}T100000"
    assert event["DURATION"] == "PT30M"
    assert event["UID"] == "weekly-c1@henkaku"
    assert len(unescape(event["DESCRIPTION"]).splitlines()) == 4


def test_the_frame_is_that_of_the_standard() -> None:
    lines = unfold(write())
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    assert any(line.startswith("PRODID:") for line in lines)


def test_text_can_neither_end_an_event_nor_add_to_it() -> None:
    event = read_event(write(make_item(title=HOSTILE, owner=HOSTILE, evidence=HOSTILE)))
    assert unescape(event["SUMMARY"]) == f"期限：{clean_plain(HOSTILE)}"
    assert set(event) == set(read_event(write(make_item(owner="x"))))


@given(st.text(min_size=1, max_size=200))
def test_any_text_comes_back_and_no_line_is_too_long(text: str) -> None:
    title = clean_plain(text)
    calendar = write(make_item(title=text))
    assert unescape(read_event(calendar)["SUMMARY"]) == f"期限：{title}"
    assert all(len(line) <= 75 for line in calendar.split(b"\r\n"))
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", calendar)
    for line in calendar.split(b"\r\n"):
        line.decode()


def test_the_same_board_gives_the_same_bytes() -> None:
    assert write(make_item()) == write(make_item())
