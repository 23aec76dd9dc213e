"""The slide of perception gaps: groups on the ladder, and in which order to talk about them."""

from collections.abc import Sequence

from pptx.enum.shapes import MSO_SHAPE

from assessments.models import GROUPS, Group
from reporting.charts.dumbbells import COLUMNS, group_levels
from reporting.charts.marks import GROUP_COLOURS
from reporting.charts.svg import INK, INK_SECOND, RUNG
from reporting.exports.slides.canvas import Canvas
from reporting.exports.slides.deck import MARGIN, Deck
from reporting.exports.slides.dimensions import AXIS_WIDTH
from reporting.exports.slides.ladder import Scale, draw_axis, draw_bands
from reporting.exports.slides.lettering import SMALL, STRONG, TINY, Type
from reporting.exports.words import clean_line
from reporting.narrative import GapStory, tell_gaps
from reporting.narrative.groups import GroupNames
from reporting.narrative.voice import write_level
from reporting.pages.gaps import choose_told, describe_gaps
from scoring.disclosure import show_gaps
from scoring.minutes import Room

_MARKS: dict[Group, MSO_SHAPE] = {
    "marketing": MSO_SHAPE.OVAL,
    "sales": MSO_SHAPE.ISOSCELES_TRIANGLE,
    "management": MSO_SHAPE.RECTANGLE,
    "business_unit": MSO_SHAPE.DIAMOND,
    "other": MSO_SHAPE.CROSS,
}
_MARK, _KEY = 3.6, 3.0
_NAME = Type(9, 12.5, bold=True, align="center")
_FOOT, _NAMES, _HEAD = 7.0, 15.0, 9.0
"""Height in mm of the key under the chart, of the names under its ladders, of the numbers above them."""


def add_gaps(deck: Deck, room: Room) -> None:
    """What the groups see furthest apart; no slide where no two groups can be compared."""
    diagnosis, wording = deck.diagnosis, deck.wording
    shown = show_gaps(diagnosis)
    if not shown.gaps:
        return
    names = GroupNames(wording.voice, diagnosis.questionnaire, room.labels, shown.pooled)
    story = tell_gaps(diagnosis, shown, wording.language, False, room.labels)
    told = choose_told(shown, story.gaps, names)[:COLUMNS]
    canvas = Canvas(deck, wording.say("labels.gaps"), story.story)
    width = deck.inner * 0.6
    _draw_ladders(canvas, told, names, width)
    _put_key(canvas, told, names, width)
    _put_reasons(canvas, told, MARGIN + width + 10)


def _draw_ladders(canvas: Canvas, told: Sequence[GapStory], names: GroupNames, width: float) -> None:
    end = canvas.bottom - _FOOT - _NAMES
    scale = Scale(zero=end - 5, pitch=(end - 5 - canvas.top - _HEAD - 5) / 5)
    draw_bands(canvas, scale, 0, MARGIN + width, canvas.top + _HEAD, end)
    draw_axis(canvas, scale, MARGIN - 8, AXIS_WIDTH)
    start = MARGIN + AXIS_WIDTH - 4
    pitch = (width - AXIS_WIDTH + 4) / COLUMNS
    group = canvas.group(describe_gaps(tuple(told), names, canvas.wording))
    for place, item in enumerate(told):
        left = start + place * pitch
        _draw_ladder(canvas, item, scale, left + pitch / 2, group)
        difference = canvas.wording.tell("gaps.difference", n=write_level(item.gap.difference))
        look = Type(10, 13, bold=True, align="center")
        canvas.text(left, canvas.top + 1, pitch, difference, look)
        title = _NAME.clip(f"{place + 1} {item.title}", pitch - 1.5, 3)
        canvas.text(left, end + 1.5, pitch - 1.5, title, _NAME)


def _draw_ladder(canvas: Canvas, item: GapStory, scale: Scale, centre: float, holder: object) -> None:
    medians = {group: view.median for group, view in item.gap.by_group.items()}
    for bottom, top in ((0, 2), (3, 5)):
        canvas.line(centre, scale.height(bottom), centre, scale.height(top), RUNG, 0.75, holder)
    low, high = scale.height(min(medians.values())), scale.height(max(medians.values()))
    if low != high:
        canvas.line(centre, low, centre, high, INK, 2.25, holder)
    for level, groups in group_levels(medians).items():
        first = centre - (len(groups) - 1) * _MARK * 0.575
        for place, group in enumerate(groups):
            _draw_mark(canvas, group, first + place * _MARK * 1.15, scale.height(level), _MARK, holder)


def _draw_mark(canvas: Canvas, group: Group, x: float, y: float, size: float, holder: object = None) -> None:
    canvas.box(
        x - size / 2, y - size / 2, size, size, GROUP_COLOURS[group], holder=holder, shape=_MARKS[group]
    )


def _put_key(canvas: Canvas, told: Sequence[GapStory], names: GroupNames, width: float) -> None:
    """Every mark with the name of its group, under the chart."""
    found = {group: item.gap.question_id for item in told for group in item.gap.by_group}
    room = width / max(len(found), 1)
    top, left = canvas.bottom - _FOOT + 2, MARGIN
    for group in (group for group in GROUPS if group in found):
        name = TINY.shorten(clean_line(names.name(group, found[group])), (room - _KEY - 6) * 0.9)
        used = TINY.width(name) * 1.08 + 1
        _draw_mark(canvas, group, left + _KEY / 2, top + 2.4, _KEY)
        canvas.text(left + _KEY + 1.5, top, used, name, TINY)
        left += _KEY + 1.5 + used + 3


def _put_reasons(canvas: Canvas, told: Sequence[GapStory], left: float) -> None:
    """In the order to talk about them: what each hangs on, as far as the slide goes."""
    width, top = MARGIN + canvas.deck.inner - left, canvas.top + 1
    label = canvas.wording.say("gaps.order")
    top = float(canvas.text(left, top, width, label, Type(9.5, 12.5, bold=True, colour=INK_SECOND))) + 1.5
    for place, item in enumerate(told, start=1):
        title, reason = f"{place} {item.title}", clean_line(item.reason)
        height = STRONG.height(title, width) + SMALL.height(reason, width) + 3.5
        if top + height > canvas.bottom:
            return
        canvas.stack(left, top, width, ((title, STRONG, 0), (reason, SMALL, 0.4)))
        top += height
