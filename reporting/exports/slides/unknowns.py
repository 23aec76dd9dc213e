"""The slide of what matters most to find out: open questions, what hangs on each, who would know."""

from collections.abc import Sequence

from reporting.charts.svg import INK_SECOND
from reporting.exports.slides.canvas import Canvas
from reporting.exports.slides.deck import MARGIN, Deck
from reporting.exports.slides.lettering import Type
from reporting.exports.slides.tables import Row, draw_table, fit_rows
from reporting.pages.unknowns import OpenRow, UnknownsPage, build_unknowns_page

SIZES = (13.0, 12.0, 10.5, 9.5)
"""Of the texts in points: the largest at which every row has its place."""
_LEADING = 1.5
_SHARES = (0.27, 0.48, 0.25)


def add_unknowns(deck: Deck) -> None:
    """Up to five questions in a table; no slide where nothing is open, or nothing at all is known."""
    wording = deck.wording
    page = build_unknowns_page(deck.diagnosis, wording)
    if page is None:
        return
    canvas = Canvas(deck, wording.say("labels.unknowns"), page.story)
    widths = tuple(share * deck.inner for share in _SHARES)
    rows = _choose_rows(page, widths, canvas.bottom - canvas.top)
    heads = [(wording.tell(f"unknowns.{key}"), INK_SECOND) for key in ("question", "effect", "who")]
    draw_table(canvas, (MARGIN, canvas.top), widths, heads, rows, wording.say("labels.unknowns"))


def _choose_rows(page: UnknownsPage, widths: Sequence[float], room: float) -> list[Row]:
    """The rows at the largest size at which all of them fit."""
    for size in SIZES:
        rows = [_build_row(row, size) for row in page.rows]
        if fit_rows(rows, widths, room) == len(rows):
            break
    return rows


def _build_row(row: OpenRow, size: float) -> Row:
    text = Type(size, size * _LEADING)
    name = Type(size, size * _LEADING, bold=True)
    return ((row.story.title, name), (row.story.text, text), (row.story.who, text.in_colour(INK_SECOND)))
