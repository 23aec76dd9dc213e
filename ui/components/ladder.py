"""The ladder with a gap: six rungs, 0–5, and a break between 2 and 3 that never closes.

Everything drawn on it is placed by `place_level`, on the start page, in bars and under the verdict alike.
"""

from html import escape

RUNGS = (0, 17, 34, 66, 83, 100)
"""Where the rungs stand, in per cent of the width."""
FLOOR = 3
"""The first level in use on the floor."""
PAPER_END = RUNGS[2]
FLOOR_START = RUNGS[3]


def place_level(level: float) -> float:
    """Where a level stands, in per cent of the width; between rungs in proportion."""
    rung = min(int(level), len(RUNGS) - 2)
    return round(RUNGS[rung] + (RUNGS[rung + 1] - RUNGS[rung]) * (level - rung), 2)


def colour_level(level: float) -> str:
    """The colour of the side a level stands on, as a CSS value."""
    if level >= 4:
        return "var(--floorD)"
    return "var(--floor)" if level >= 3 else "var(--paper)"


def draw_bar(level: float | None, interval: tuple[float, float], label: str) -> str:
    """A lying ladder filled up to a level, with the interval as a bracket below; hatched when unknown.

    `label` says the same in words.
    """
    marks = ['<i class="a"></i><i class="b"></i>']
    if level is None:
        marks.append(draw_strip("u", 0, PAPER_END) + draw_strip("u", FLOOR_START, 100))
    else:
        marks.append(_fill(place_level(level), colour_level(level)))
    low, high = (place_level(end) for end in interval)
    if high - low > 0.05:
        marks.append(draw_strip("iv", low, high))
    if level is not None:
        marks.append(f'<i class="t" style="left:{place_level(level)}%"></i>')
    return f'<div class="ld" role="img" aria-label="{escape(label)}">{"".join(marks)}</div>'


def _fill(end: float, colour: str) -> str:
    """The filled part: solid on both halves, a thin line across the gap."""
    parts = draw_strip("f", 0, min(end, PAPER_END), colour)
    if end > PAPER_END:
        parts += draw_strip("k", PAPER_END, min(end, FLOOR_START), colour)
    if end > FLOOR_START:
        parts += draw_strip("f", FLOOR_START, end, colour)
    return parts


def draw_strip(kind: str, start: float, end: float, colour: str | None = None) -> str:
    """A mark of a kind the style sheet knows, from one place to another; nothing when they are the same."""
    tint = f";--c:{colour}" if colour else ""
    return (
        f'<i class="{kind}" style="left:{start:g}%;width:{end - start:.2f}%{tint}"></i>'
        if end > start
        else ""
    )
