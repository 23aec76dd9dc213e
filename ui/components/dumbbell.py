"""The groups' medians on one lying ladder, joined from the lowest to the highest, each named beside it."""

from collections.abc import Mapping
from html import escape

from assessments.models import Group, Questionnaire
from ui.components.ladder import place_level
from ui.components.workshop.dot_plot import measure
from ui.components.workshop.group_marks import draw_mark, tint
from ui.words import read_html, say

_WIDTH, _MARGIN = 24.0, 1.5
"""Width of the ladder on a phone and the room beside it, in widths of a full-width character of a name."""
_LONGEST = 11
"""Widths beyond which a name is cut; the words beside the ladder hold it whole."""


def draw_dumbbell(medians: Mapping[Group, float], names: Mapping[Group, str], label: str) -> str:
    """The ladder as HTML. `names` are short; `label` says the same in words."""
    levels: dict[float, list[Group]] = {}
    for group in sorted(medians, key=medians.__getitem__):
        levels.setdefault(medians[group], []).append(group)
    called = {level: say("comma").join(names[group] for group in groups) for level, groups in levels.items()}
    lanes = choose_lanes(called)
    low, high = place_level(min(levels)), place_level(max(levels))
    marks = "".join(_draw_marks(level, groups) for level, groups in levels.items())
    labels = "".join(_draw_name(level, name, lanes[level]) for level, name in called.items())
    above, below = max(lanes.values()), max(0, -min(lanes.values()))
    return (
        f'<div class="db" role="img" aria-label="{escape(label)}" style="--up:{above};--dn:{below}">'
        f'<div class="ld"><i class="a"></i><i class="b"></i>'
        f'<i class="j" style="left:{low:g}%;width:{high - low:.2f}%"></i></div>{marks}{labels}</div>'
    )


def draw_levels(questionnaire: Questionnaire) -> str:
    """The levels above a column of ladders, as HTML; the words in each row say the same."""
    names = "".join(
        f'<span style="left:{place_level(number):g}%"><b>{number}</b>{read_html(level.name)}</span>'
        for number, level in enumerate(questionnaire.levels)
    )
    return f'<div class="dbx" aria-hidden="true">{names}</div>'


def choose_lanes(names: Mapping[float, str]) -> dict[float, int]:
    """The line in which each name stands, by level: 1 right above the ladder, -1 right below, then 2, -2.

    Each takes the first line in which it covers no other.
    """
    ends: dict[int, float] = {}
    lanes = {}
    for level, name in sorted(names.items()):
        start, width = _span(level, name)
        lane = next(lane for lane in (1, -1, 2, -2, 3, -3) if ends.get(lane, start) <= start)
        lanes[level], ends[lane] = lane, start + width + 1
    return lanes


def _span(level: float, name: str) -> tuple[float, float]:
    """Where a name begins on a phone's ladder and its width: over its mark, but within the margins."""
    width = min(measure(name), _LONGEST)
    centred = place_level(level) / 100 * _WIDTH - width / 2
    return min(max(centred, -_MARGIN), _WIDTH + _MARGIN - width), width


def _draw_marks(level: float, groups: list[Group]) -> str:
    marks = "".join(f'<span class="{tint(group)}">{draw_mark(group)}</span>' for group in groups)
    return f'<span class="m" style="left:{place_level(level):g}%">{marks}</span>'


def _draw_name(level: float, name: str, lane: int) -> str:
    place, (start, width) = place_level(level), _span(level, name)
    hangs = 100 * (place / 100 * _WIDTH - start) / width
    side = "top:calc((var(--up)" if lane > 0 else "bottom:calc((var(--dn)"
    return (
        f'<span class="t" style="left:{place:g}%;--p:{hangs:.0f}%;{side} - {abs(lane)}) * var(--ln))">'
        f"{escape(name)}</span>"
    )
