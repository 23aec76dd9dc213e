"""The slides of a workshop's minutes: the next steps by date, then what was settled on each question."""

from collections.abc import Sequence

from reporting.charts.svg import INK, INK_SECOND
from reporting.exports.slides.canvas import Canvas
from reporting.exports.slides.deck import MARGIN, Deck
from reporting.exports.slides.lettering import SMALL, TINY, Type
from reporting.exports.slides.tables import Row, draw_table, fit_rows
from reporting.exports.words import clean_line
from reporting.narrative import Story
from reporting.pages.minutes import MinutesPage, Record, build_minutes_page
from scoring.minutes import Room

_NAME = Type(10.5, 16, bold=True)
_LINES = 5
"""Of a text in a cell; the report and the workbook hold all of it."""


def add_minutes(deck: Deck, room: Room) -> None:
    """Tables over as many slides as they take; none where nothing is on record."""
    wording = deck.wording
    minutes = build_minutes_page(deck.diagnosis, room, wording, deck.made_on)
    if minutes is None:
        return
    _add_tables(
        deck,
        minutes.story,
        _list_actions(minutes, deck.inner),
        tuple(wording.say(f"minutes.{key}") for key in ("due", "what", "owner", "question")),
        _spread(deck, (0.13, 0.43, 0.22, 0.22)),
    )
    _add_tables(
        deck,
        Story(tuple(wording.tell("minutes.records").split("|")), ""),
        _list_records(deck, minutes),
        tuple(wording.say(f"minutes.{key}") for key in ("question", "outcome", "fact", "judgement")),
        _spread(deck, (0.22, 0.18, 0.3, 0.3)),
    )


def _spread(deck: Deck, shares: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(share * deck.inner for share in shares)


def _list_actions(minutes: MinutesPage, inner: float) -> list[Row]:
    return [
        (
            (clean_line(row.due), SMALL),
            (_NAME.clip(clean_line(row.what), inner * 0.43 - 5, _LINES), _NAME),
            (SMALL.clip(clean_line(row.owner), inner * 0.22 - 5, _LINES), SMALL),
            (clean_line(row.question), SMALL.in_colour(INK_SECOND)),
        )
        for row in minutes.actions
    ]


def _list_records(deck: Deck, minutes: MinutesPage) -> list[Row]:
    return [_build_record(deck, record) for record in minutes.records]


def _build_record(deck: Deck, record: Record) -> Row:
    space = deck.wording.say("fact_space")
    outcome = space.join(filter(None, (record.status, record.level)))
    said = (clean_line(record.item.fact), clean_line(record.item.judgement))
    texts = (SMALL.clip(text, deck.inner * 0.3 - 5, _LINES) for text in said)
    return (
        (f"{record.number} {record.title}", _NAME),
        (outcome, _NAME.in_colour(INK if record.is_agreed else INK_SECOND)),
        *((text, SMALL) for text in texts),
    )


def _add_tables(
    deck: Deck, story: Story, rows: Sequence[Row], heads: tuple[str, ...], widths: tuple[float, ...]
) -> None:
    """The rows on one slide after another, under the same title."""
    label = deck.wording.say("labels.minutes")
    coloured = tuple((head, INK_SECOND) for head in heads)
    number, is_first = 1, True
    while rows or is_first:
        canvas = Canvas(deck, label if is_first else f"{label}　{number}", story)
        count = max(fit_rows(rows, widths, canvas.bottom - canvas.top - 6), 1)
        if not rows:
            canvas.text(MARGIN, canvas.top, deck.inner, deck.wording.tell("minutes.none"), TINY)
            return
        draw_table(canvas, (MARGIN, canvas.top), widths, coloured, rows[:count], label)
        rows, number, is_first = rows[count:], number + 1, False
        story = Story(story.title, "")
