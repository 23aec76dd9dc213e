"""The slide of strategy design against implementation: how many questions stand on which rung."""

from assessments.models import SIDES, Side
from reporting.charts.svg import INK_SECOND
from reporting.exports.slides.canvas import Canvas
from reporting.exports.slides.charts import draw_counts
from reporting.exports.slides.deck import MARGIN, Deck
from reporting.exports.slides.ladder import Scale, draw_axis, draw_bands
from reporting.exports.slides.lettering import HEADING, SMALL
from reporting.narrative import tell_sides
from reporting.narrative.sides import count_side
from reporting.narrative.voice import write_mean
from scoring.findings import Diagnosis

AXIS_WIDTH, GAP = 26.0, 16.0


def add_sides(deck: Deck) -> None:
    """Two charts on one ladder, a bar for every rung."""
    diagnosis, wording = deck.diagnosis, deck.wording
    canvas = Canvas(deck, wording.say("labels.sides"), tell_sides(diagnosis, wording.language, False))
    head = canvas.top
    top, bottom = head + 13, canvas.bottom
    scale = Scale(zero=bottom - 10, pitch=(bottom - 10 - top - 10) / 5)
    draw_bands(canvas, scale, 0, deck.width, top, bottom)
    draw_axis(canvas, scale, MARGIN - 8, AXIS_WIDTH)
    start = MARGIN + AXIS_WIDTH - 2
    width = (deck.width - MARGIN - start - GAP) / 2
    measures = {"design": diagnosis.sides.design, "implementation": diagnosis.sides.implementation}
    for place, side in enumerate(SIDES):
        left = start + place * (width + GAP)
        mean = measures[side].mean
        name, count = wording.voice.word(f"sides.{side}"), count_side(diagnosis, side)
        shown = "–" if mean is None else write_mean(mean)
        canvas.text(left, head, width, f"{name}　{shown}", HEADING)
        note = wording.voice.questions(count.total)
        if count.unknown:
            note += "　" + wording.say("sides.unknown", n=count.unknown)
        canvas.text(left, head + 7, width, note, SMALL.in_colour(INK_SECOND))
        levels = count_levels(diagnosis, side)
        alt = wording.say("sides.alt_side", side=name, counts=_describe(deck, levels))
        draw_counts(canvas, scale, (left, width), levels, name, alt)


def count_levels(diagnosis: Diagnosis, side: Side) -> tuple[int, ...]:
    """How many questions of a side stand on each rung, from 0 to 5; between two, on the lower one."""
    known = [item for item in diagnosis.standings if item.question.side == side and item.level is not None]
    return tuple(sum(int(item.level or 0) == level for item in known) for level in range(6))


def _describe(deck: Deck, levels: tuple[int, ...]) -> str:
    parts = [
        deck.wording.say("sides.alt_rung", level=level, n=count)
        for level, count in reversed(list(enumerate(levels)))
        if count
    ]
    return deck.wording.say("cover.comma").join(parts)
