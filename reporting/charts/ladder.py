"""The ladder with a gap: large on the first page, twelve times on the second, small beside every answer."""

from collections.abc import Sequence

from reporting.charts.geometry import (
    GAP_BOTTOM,
    GAP_TOP,
    MAIN,
    OVERHANG,
    column,
    rung_height,
)
from reporting.charts.svg import (
    INDIGO,
    INDIGO_DEEP,
    INK,
    INK_SECOND,
    OCHRE,
    RUNG,
    WHITE,
    Picture,
    bands,
    draw,
    draw_zone,
    hatch,
    hatched_box,
    line,
    lines,
    rect,
)
from scoring.findings import Measure

LADDER_WIDTH = 7.0
_BAR_WIDTH, _TICK = 3.4, 0.7
_HERO_WIDTH, _RAIL, _HERO_RUNG, _OUTLINE = 20.0, 1.1, 2.2, 0.28
_HERO_END = OVERHANG + 1.2
_FAINT = "#B3BBC2"


def tone(level: float) -> str:
    """The colour of a level: paper, floor, or the deeper floor from 4 on."""
    return OCHRE if level < 3 else (INDIGO if level < 4 else INDIGO_DEEP)


def draw_hero(measure: Measure, alt: str) -> Picture:
    """The company's ladder: solid up to its stage, an outline above, the interval hatched behind it.

    Without a stage the whole ladder is an outline.
    """
    centre = MAIN + _HERO_WIDTH / 2 + 1
    left = centre - _HERO_WIDTH / 2
    low, high = measure.mean_interval
    body = bands()
    if high - low > 0.02:
        top = rung_height(high)
        body += rect(left, top, _HERO_WIDTH, rung_height(low) - top, WHITE)
        body += hatch(left, top, _HERO_WIDTH, rung_height(low) - top)
    stage = measure.stage
    lower, upper = (RUNG, RUNG) if stage is None else (OCHRE, INDIGO)
    body += _half_outline(left, (0, 1, 2), GAP_BOTTOM, rung_height(0) + _HERO_END, lower, open_top=True)
    body += _half_outline(left, (3, 4, 5), rung_height(5) - _HERO_END, GAP_TOP, upper, open_top=False)
    if stage is not None:
        body += _half_solid(left, range(min(stage, 2) + 1), stage >= 2, OCHRE)
        if stage >= 3:
            body += _half_solid(left, range(3, stage + 1), stage >= 5, INDIGO)
        body += _lead_to_verdict(left + _HERO_WIDTH + 0.5, stage)
    return draw_zone(body, alt)


def _lead_to_verdict(start: float, stage: int) -> str:
    """A line from the rung reached to the words about it; a long one where nothing is in its way."""
    x, width = column(1)
    end = x + width if stage in (2, 3) else x - 2
    return line(start, rung_height(stage), end, rung_height(stage), tone(min(stage, 3)), 0.5)


def _half_solid(left: float, rungs: range, is_complete: bool, colour: str) -> str:
    is_lower = rungs.start == 0
    bottom = rung_height(0) + _HERO_END if is_lower else GAP_TOP
    end = GAP_BOTTOM if is_lower else rung_height(5) - _HERO_END
    top = end if is_complete else rung_height(rungs[-1]) - _HERO_RUNG / 2
    body = "".join(rect(x - _RAIL / 2, top, _RAIL, bottom - top, colour) for x in (left, left + _HERO_WIDTH))
    return body + "".join(
        rect(left, rung_height(rung) - _HERO_RUNG / 2, _HERO_WIDTH, _HERO_RUNG, colour) for rung in rungs
    )


def _half_outline(
    left: float, rungs: tuple[int, ...], top: float, bottom: float, colour: str, open_top: bool
) -> str:
    """Half a ladder drawn but not built; its cut end at the gap stays open."""
    rails = (left, left + _HERO_WIDTH)
    body = "".join(rect(x - _RAIL / 2, top, _RAIL, bottom - top, colour) for x in rails)
    body += "".join(
        rect(left, rung_height(rung) - _HERO_RUNG / 2, _HERO_WIDTH, _HERO_RUNG, colour) for rung in rungs
    )
    inner_top = top - _OUTLINE if open_top else top + _OUTLINE
    inner_bottom = bottom - _OUTLINE if open_top else bottom + _OUTLINE
    body += "".join(
        rect(x - _RAIL / 2 + _OUTLINE, inner_top, _RAIL - 2 * _OUTLINE, inner_bottom - inner_top, WHITE)
        for x in rails
    )
    return body + "".join(
        rect(
            left,
            rung_height(rung) - _HERO_RUNG / 2 + _OUTLINE,
            _HERO_WIDTH,
            _HERO_RUNG - 2 * _OUTLINE,
            WHITE,
        )
        for rung in rungs
    )


def rails(centre: float) -> str:
    """An empty ladder."""
    left, right = centre - LADDER_WIDTH / 2, centre + LADDER_WIDTH / 2
    lower, upper = (rung_height(0) + OVERHANG, GAP_BOTTOM), (GAP_TOP, rung_height(5) - OVERHANG)
    segments = [(x, start, x, end) for x in (left, right) for start, end in (lower, upper)]
    segments += [(left, rung_height(rung), right, rung_height(rung)) for rung in range(6)]
    return lines(segments, RUNG, 0.25)


def bar(centre: float, measure: Measure) -> str:
    """A score on its ladder: solid to the lower bound, hatched to the upper one, a tick at the mean."""
    low, high = measure.mean_interval
    left, body = centre - _BAR_WIDTH / 2, ""
    mean = measure.mean
    if mean is not None and low > 0.02:
        body += rect(left, rung_height(low), _BAR_WIDTH, rung_height(0) - rung_height(low), tone(mean))
    if high - low > 0.02:
        body += hatched_box(left, rung_height(high), _BAR_WIDTH, rung_height(low) - rung_height(high))
    if mean is None:
        return body
    reach = LADDER_WIDTH / 2 + _TICK
    return body + line(centre - reach, rung_height(mean), centre + reach, rung_height(mean), INK, 0.6)


def draw_bars(groups: Sequence[Sequence[Measure]], alt: str) -> Picture:
    """One ladder for each measure, grouped into equal columns."""
    body = bands()
    for index, group in enumerate(groups):
        left, width = column(index, len(groups))
        for place, measure in enumerate(group):
            centre = left + width / len(group) * (place + 0.5)
            body += rails(centre) + bar(centre, measure)
    return draw_zone(body, alt)


def draw_glyph(level: float | None, alt: str, height: float = 8.8, width: float = 4.0) -> Picture:
    """The ladder as a sign beside an answer; hatched when the level is not known."""
    gap, over = height * 0.17, height * 0.0625
    pitch = (height - gap - 4 * over) / 4
    lower = [height - over - place * pitch for place in range(3)]
    upper = [lower[2] - 2 * over - gap - place * pitch for place in range(3)]
    colour = OCHRE if level is not None and level < 3 else INDIGO
    sides = (0.15, width - 0.15)
    body = "" if level is not None else hatch(0.3, 0.2, width - 0.6, height - 0.4, step=0.8)
    feet = [(x, height, x, lower[2] - over) for x in sides]
    heads = [(x, upper[0] + over, x, 0.0) for x in sides]
    rungs = [(0.0, y, width, y) for y in lower + upper]
    reached = 0 if level is None else int(level) + 1
    body += lines(feet, _FAINT if level is None else colour, 0.28)
    body += lines(heads, colour if (level or 0) >= 3 else _FAINT, 0.28)
    body += lines(rungs[:reached], colour, 0.75) + lines(rungs[reached:], _FAINT, 0.28)
    return draw(body, width, height, alt)


def draw_mark(alt: str, height: float = 4.4, width: float = 2.0) -> Picture:
    """The ladder as the product's mark in the footer."""
    gap, over = 0.75, 0.3
    pitch = (height - gap - 4 * over) / 4
    lower = [height - over - place * pitch for place in range(3)]
    upper = [lower[2] - 2 * over - gap - place * pitch for place in range(3)]
    segments = [(0.0, y, width, y) for y in lower + upper]
    for x in (0.12, width - 0.12):
        segments += [(x, height, x, lower[2] - over), (x, upper[0] + over, x, 0.0)]
    return draw(lines(segments, INK_SECOND, 0.24), width, height, alt)


def draw_key(kind: str, alt: str) -> Picture:
    """A sample for a key: the tick of the mean, or the hatching of the unknown."""
    if kind == "mean":
        return draw(line(0, 1.5, 6, 1.5, INK, 0.6), 6, 3, alt)
    return draw(hatched_box(0, 0, 6, 3), 6, 3, alt)
