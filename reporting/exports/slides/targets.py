"""The slide of the company's targets: the funnel from both ends, where one point pays, the return."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from assessments.targets import Targets
from reporting.charts.svg import INK_SECOND
from reporting.exports.slides.canvas import Canvas
from reporting.exports.slides.deck import MARGIN, Deck
from reporting.exports.slides.lettering import DECK, LABEL, SMALL, TINY, Type
from reporting.exports.slides.tables import GUTTER, Row, draw_table, fit_rows, measure_table
from reporting.narrative import BandStory
from reporting.pages.target_words import RATES, write_count, write_share, write_yen
from reporting.pages.targets import TargetsPage, build_targets_page
from reporting.pages.wording import Wording
from scoring.targets import plan_targets

NAME, FIGURE, RETURN = Type(10.5, 14, bold=True), Type(13, 14.5, bold=True), Type(18, 22, bold=True)
PLAIN, NOTE, OWN = Type(10, 14), Type(9, 11.5), Type(9.5, 12, bold=True)
_SIZES = (18.0, 15.0, 13.0, 12.0, 10.5, 9.0, 8.0, 7.0)
"""Of a figure in points: the largest at which it stays in one line."""
_ROOM, _CELL = 0.82, 0.93
"""Share of its box that a figure takes, and of a text's width that is counted on: fonts may be wider."""
_NONE = "–"
_LEFT, _GAP = 0.64, 9.0
"""Share of the slide that the funnel takes, and the space beside it in mm."""
_FUNNEL = (0.225, 0.185, 0.225, 0.195, 0.17)
_BANDS = (0.155, 0.68, 0.165)
_GAIN = 20.0
"""Width in mm of what one point brings."""
_MORE = 5.3
"""Height in mm of the line that counts what is left out."""
_SUB = LABEL.in_colour(INK_SECOND)


@dataclass(frozen=True)
class _Area:
    """A column of the slide, in mm."""

    canvas: Canvas
    left: float
    width: float

    def put(self, top: float, text: str, look: Type, space: float = 0.0) -> float:
        """A text over the whole width; returns where it ends. An empty one takes no room."""
        return self.canvas.stack(self.left, top, self.width, ((text, look, space),))


def add_targets(deck: Deck, targets: Targets | None) -> None:
    """Figures that can be edited, in tables; no slide where the company gave none."""
    page = build_targets_page(deck.diagnosis.questionnaire, targets, deck.wording)
    if page is None or targets is None:
        return
    canvas = Canvas(deck, deck.wording.say("labels.targets"), page.story)
    canvas.top += DECK.height(page.story.deck, deck.inner * _CELL) - DECK.height(page.story.deck, deck.inner)
    width = deck.inner * _LEFT if page.gains or page.romi else deck.inner
    end = _draw_funnel(_Area(canvas, MARGIN, width), page, targets)
    beside = _Area(canvas, MARGIN + width + _GAP, deck.inner - width - _GAP)
    end = max(end, _put_returns(beside, _put_gains(beside, canvas.top, page), page))
    _draw_bands(canvas, end + 2.0, page.bands)


def _draw_funnel(area: _Area, page: TargetsPage, targets: Targets) -> float:
    """From leads to the goal, each with who answers for it; returns where it ends."""
    wording = area.canvas.wording
    widths = tuple(area.width * share for share in _FUNNEL)
    keys = ("rung", "owner", "needed", "yearly", "onward")
    heads = [(wording.tell(f"targets.{key}"), INK_SECOND) for key in keys]
    rows = [_build_rung(area.canvas, line, widths) for line in _list_rungs(page, targets, wording)]
    draw_table(area.canvas, (area.left, area.canvas.top), widths, heads, rows, page.funnel.alt)
    top = area.canvas.top + measure_table(heads, rows, [width * _CELL for width in widths])
    return area.put(area.put(top, page.origin, TINY, 1.0), page.spend, TINY)


def _list_rungs(page: TargetsPage, targets: Targets, wording: Wording) -> Iterator[tuple[str, ...]]:
    """Name, who answers for it, how many are needed and expected, and what leads to the next line."""
    plan = plan_targets(targets)
    goal, *boxes = page.tree
    for box, (rung, below) in zip(reversed(boxes), zip_longest(plan.chain, plan.chain[1:]), strict=True):
        if below is None:
            onward = write_yen(targets.order_value, wording)
        else:
            onward = write_share(getattr(targets, RATES[rung, below]), wording)
        needed, coming = (write_count(counts[rung], wording) for counts in (plan.needed, plan.yearly))
        yield box.name, box.owner, needed, coming, onward
    yield goal.name, goal.owner, write_yen(targets.revenue, wording), _NONE, ""


def _build_rung(canvas: Canvas, line: tuple[str, ...], widths: Sequence[float]) -> Row:
    name, owner, needed, coming, onward = line
    return (
        (name, NAME),
        (owner, PLAIN),
        (needed, _set_figure(canvas, needed, FIGURE, widths[2])),
        (coming, _set_figure(canvas, coming, FIGURE, widths[3])),
        (onward, _set_figure(canvas, onward, PLAIN, widths[4])),
    )


def _set_figure(canvas: Canvas, text: str, look: Type, width: float) -> Type:
    """How a figure is set in a cell; what is open stands back."""
    if text in (canvas.wording.say("targets.open"), _NONE):
        return PLAIN.in_colour(INK_SECOND)
    return _fit(look, text, width - GUTTER)


def _fit(look: Type, text: str, width: float) -> Type:
    """The same in a size at which the text stays in one line, if there is one."""
    for size in (size for size in _SIZES if size <= look.size):
        found = replace(look, size=size)
        if found.width(text) <= width * _ROOM:
            break
    return found


def _put_gains(area: _Area, top: float, page: TargetsPage) -> float:
    """What one point more on each rate brings, then the rate that pays most; returns where it ends."""
    if not page.gains:
        return top
    width = area.width - _GAIN
    top = area.put(top, area.canvas.wording.say("targets.gains"), _SUB, 2.0) + 1.5
    for row in page.gains:
        gain = replace(SMALL, bold=True, align="right")
        area.canvas.text(area.left + width, top, _GAIN, row.gain, _fit(gain, row.gain, _GAIN))
        top = area.canvas.stack(area.left, top, width - 2, ((row.name, SMALL, 0),))
    return area.put(top, page.bottleneck, NOTE, 1.2) + 3.5


def _put_returns(area: _Area, top: float, page: TargetsPage) -> float:
    """Both readings of the return beside each other, then in words; returns where they end."""
    if not page.romi:
        return top
    wording, half = area.canvas.wording, area.width / 2
    top = area.put(top, wording.say("targets.returns"), _SUB, 2.0)
    end = top
    for place, (figure, key) in enumerate(((page.romi, "romi"), (page.per_yen, "per_yen"))):
        parts = (
            (figure, _fit(RETURN, figure, half - 3), 0.5),
            (wording.say(f"targets.{key}"), TINY, 0),
        )
        end = max(end, area.canvas.stack(area.left + place * half, top, half - 3, parts))
    return area.put(end, page.returns, NOTE, 1.0)


def _draw_bands(canvas: Canvas, top: float, bands: tuple[BandStory, ...]) -> None:
    """Published figures beside the company's own, with source and limit; what has no room is counted."""
    wording = canvas.wording
    widths = tuple(canvas.deck.inner * share for share in _BANDS)
    rows = [_build_band(canvas, band) for band in bands]
    room = canvas.bottom - top
    count = fit_rows(rows, widths, room)
    if count < len(rows):
        count = fit_rows(rows, widths, room - _MORE)
        if room >= _MORE:
            more = wording.tell("targets.more", n=len(rows) - count)
            canvas.text(MARGIN, canvas.bottom - 4.8, canvas.deck.inner, more, TINY)
    if count:
        label = wording.say("targets.bands")
        heads = [(name, INK_SECOND) for name in (label, wording.tell("columns.statement"), "")]
        draw_table(canvas, (MARGIN, top), widths, heads, rows[:count], label)


def _build_band(canvas: Canvas, band: BandStory) -> Row:
    limit = canvas.wording.say("targets.limit", text=band.limit) if band.limit else ""
    said = canvas.wording.voice.word("sentence_space").join(filter(None, (band.statement, limit)))
    return (band.value, OWN), (said, NOTE.in_colour(INK_SECOND)), (band.own, OWN)
