"""The slides of the four dimensions and of their capabilities."""

import re

from reporting.charts.svg import HAIRLINE, INK_SECOND
from reporting.exports.slides.canvas import Canvas
from reporting.exports.slides.charts import LABEL_ROOM, draw_measures
from reporting.exports.slides.deck import MARGIN, Deck
from reporting.exports.slides.ladder import Scale, draw_axis, draw_bands
from reporting.exports.slides.lettering import HEADING, LABEL, ROOM, SMALL, TINY, Type
from reporting.exports.words import ExportWording
from reporting.narrative import Story, tell_capabilities, tell_coverage, tell_dimension, tell_next_stage
from reporting.narrative.voice import write_mean
from scoring.findings import Diagnosis, Measure

AXIS_WIDTH = 26.0
EVEN = 0.6
"""Levels between the highest and the lowest dimension up to which they are called even."""


def add_dimensions(deck: Deck) -> None:
    """Four columns on the ladder, and beside them what moves in each dimension and what does not."""
    diagnosis, wording = deck.diagnosis, deck.wording
    title = tell_heights(diagnosis, wording)
    canvas = Canvas(deck, wording.tell("labels.dimensions"), Story(title, ""))
    dimensions = diagnosis.questionnaire.dimensions
    items = [
        (label_measure(wording.voice.read(item.title), diagnosis.dimensions[item.id], wording),
         diagnosis.dimensions[item.id])
        for item in dimensions
    ]  # fmt: skip
    chart_width = deck.inner * 0.42
    put_ladder_chart(canvas, items, canvas.top, canvas.bottom, (0, MARGIN + chart_width), (10, 9, 8, 7.5))
    left = MARGIN + chart_width + 14
    width = deck.width - MARGIN - left
    row = (canvas.bottom - canvas.top) / len(dimensions)
    for place, dimension in enumerate(dimensions):
        story = tell_dimension(diagnosis, dimension.id, wording.language, False)
        top = canvas.top + place * row
        if place:
            canvas.line(left, top - 2.5, left + width, top - 2.5, HAIRLINE, 0.6)
        name = wording.voice.read(dimension.title)
        parts = (
            (name, LABEL.in_colour(INK_SECOND), 0),
            (story.headline, HEADING, 0.6),
            (story.text, SMALL, 0.6),
        )
        canvas.stack(left, top, width, parts)


def tell_heights(diagnosis: Diagnosis, wording: ExportWording) -> tuple[str, ...]:
    """Which dimension is ahead and which behind, as a title."""
    known = [
        (item, mean)
        for item in diagnosis.questionnaire.dimensions
        if (mean := diagnosis.dimensions[item.id].mean) is not None
        and diagnosis.dimensions[item.id].stage is not None
    ]
    if len(known) < 2:
        return tuple(wording.tell("dimensions.unknown").split("|"))
    ranked = sorted(known, key=lambda pair: -pair[1])
    (strong, high), (weak, low) = ranked[0], ranked[-1]
    names = {
        "strong": wording.voice.read(strong.title),
        "weak": wording.voice.name(weak.title),
        "high": write_mean(high),
        "low": write_mean(low),
    }
    kind = "even" if high - low <= EVEN else "apart"
    return tuple(wording.tell(f"dimensions.{kind}", **names).split("|"))


def label_measure(name: str, measure: Measure, wording: ExportWording) -> str:
    """A name with its mean below it, and the interval where there is one."""
    mean = "–" if measure.mean is None else write_mean(measure.mean)
    interval = wording.interval(measure)
    return f"{name}\n{mean}" + (f" ({interval})" if interval else "")


def put_ladder_chart(
    canvas: Canvas,
    items: list[tuple[str, Measure]],
    top: float,
    bottom: float,
    place: tuple[float, float],
    sizes: tuple[float, ...],
) -> None:
    """Bands, axis and a chart of scores between two heights of the slide."""
    left, width = place
    end = bottom - LABEL_ROOM
    scale = Scale(zero=end - 5, pitch=(end - 5 - top - 7) / 5)
    draw_bands(canvas, scale, left, width, top, end)
    draw_axis(canvas, scale, MARGIN - 8, AXIS_WIDTH)
    start = MARGIN + AXIS_WIDTH - 4
    inner = (start, min(left + width, canvas.deck.width - MARGIN) - start)
    room = inner[1] / len(items) * 0.96
    look = _choose_label([label for label, _ in items], room, sizes)
    broken = [(_break_label(label, room, look), measure) for label, measure in items]
    alt = canvas.wording.say("cover.comma").join(label.replace("\n", " ") for label, _ in items)
    draw_measures(canvas, scale, inner, broken, canvas.wording.say("capabilities.alt", scores=alt), look.size)


def _break_label(label: str, room: float, look: Type) -> str:
    """A label in lines of whole phrases: charts would break it at any character."""
    return "\n".join(line for part in label.split("\n") for line in look.lines(part, room))


def add_capabilities(deck: Deck) -> None:
    """All capabilities on one ladder, and what holds back the next stage."""
    diagnosis, wording = deck.diagnosis, deck.wording
    capabilities = diagnosis.questionnaire.capabilities
    story = tell_capabilities(diagnosis, wording.language, False)
    canvas = Canvas(deck, wording.say("labels.capabilities", n=len(capabilities)), story)
    items = [
        (label_measure(wording.voice.read(item.title), diagnosis.capabilities[item.id], wording),
         diagnosis.capabilities[item.id])
        for item in capabilities
    ]  # fmt: skip
    notes = (
        tell_next_stage(diagnosis, wording.language, False),
        tell_coverage(diagnosis, wording.language, False),
    )
    text = wording.voice.word("sentence_space").join(notes)
    lower = TINY.height(text, deck.inner) + 3
    put_ladder_chart(canvas, items, canvas.top, canvas.bottom - lower, (0, deck.width), (9, 8, 7.5))
    canvas.text(MARGIN, canvas.bottom - lower + 3, deck.inner, text, TINY)


def _choose_label(labels: list[str], room: float, sizes: tuple[float, ...]) -> Type:
    """The largest size at which no label takes four lines, and no word has to be cut."""
    for size in sizes:
        look = Type(size, size * 1.3)
        words = [word for label in labels for word in re.findall(r"[A-Za-z-]+", label)]
        fits = all(look.width(word) <= room * ROOM for word in words)
        if fits and all(_break_label(label, room, look).count("\n") < 3 for label in labels):
            break
    return look
