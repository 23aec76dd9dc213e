"""One ballot on the ladder: a row of marks for each group, with its median and the widest difference.

Pure HTML and CSS, so it stands on phones as well: put the result of `draw_dot_plot` through `put_html`
(class `ph` sizes it for a phone).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from assessments.models import Group, Questionnaire
from scoring.gaps import GroupView
from services.workshop import Ballot
from ui.components.ladder import place_level
from ui.components.workshop.group_marks import Labels, draw_mark, name_group, tint
from ui.components.workshop.stacking import Stack
from ui.components.workshop.words import count, count_levels, say
from ui.words import read_html

_LONG_NAME = 7.1
"""Width, in full-width characters, beyond which a group's name is set smaller, on two lines."""
_LATIN = 0.6
"""Width of the other characters in bold."""


@dataclass(frozen=True)
class PlotSize:
    """How large a plot is drawn; lengths in rem."""

    marks: tuple[float, ...]
    """Sizes of a mark, largest first: the largest at which all stand side by side is taken."""
    cell: float
    """Room for one level's marks across."""
    rows: tuple[float, ...]
    """Height of a group's row with one, two, … groups."""
    level_names: bool
    """Whether the rungs carry the levels' names, or numbers only."""
    width: float
    """Width of the plot, in widths of a full-width character."""

    def row(self, groups: int) -> float:
        """The height of a row with so many groups."""
        return self.rows[min(max(groups, 1), len(self.rows)) - 1]


PROJECTOR = PlotSize((0.8125, 0.7, 0.6, 0.5, 0.42, 0.36, 0.3), 3.6, (4.5, 3, 2.375, 2.125, 1.875), True, 21)
PHONE = PlotSize((0.53, 0.45, 0.38, 0.32, 0.27), 2.1, (3, 2.5, 2.25, 2.25, 2), False, 16)


def draw_dot_plot(
    ballot: Ballot,
    labels: Labels,
    questionnaire: Questionnaire,
    *,
    size: PlotSize = PROJECTOR,
    before: Ballot | None = None,
    own: tuple[Group, int] | None = None,
    aside: str = "",
) -> str:
    """The plot as HTML.

    `before`: an earlier ballot, whose medians are shown as outlined ticks. `own`: one's group and level,
    ringed where that group is shown. `aside`: HTML for the empty corner beside the ladder.
    """
    views = ballot.gap.by_group
    height = size.row(len(views))
    stack = Stack(_choose_diameter(views, size, height), size.cell, height)
    ringed = find_row(ballot, own[0]) if own else None
    earlier = before.gap.by_group if before else {}
    rows = "".join(
        _draw_label(group, view, ballot, labels)
        + _draw_row(group, view, stack, earlier.get(group), own[1] if own and group == ringed else None)
        for group, view in views.items()
    )
    scale = _draw_dimension(ballot, size) + _draw_axis(questionnaire, size)
    label, lengths = (
        escape(describe_dot_plot(ballot, labels)),
        f"--rh:{height:g}rem;--d:{stack.diameter:g}rem",
    )
    return (
        f'<div class="dp" role="img" aria-label="{label}" style="{lengths}">'
        f"{rows}<div class='as'>{aside}</div><div class='sc'>{scale}</div></div>"
    )


def describe_dot_plot(ballot: Ballot, labels: Labels) -> str:
    """What the plot shows, in words."""
    rows = (
        say(
            "plot.row",
            group=name_row(group, ballot, labels),
            median=f"{view.median:g}",
            people=count("people", view.n),
        )
        for group, view in ballot.gap.by_group.items()
    )
    if not ballot.gap.by_group:
        return say("difference.withheld" if ballot.withheld else "plot.empty")
    return " ".join((say("plot.label"), *rows))


def name_row(group: Group, ballot: Ballot, labels: Labels) -> str:
    """The name of a row: groups too small to be shown apart stand together under one name."""
    if group != "other" or not ballot.pooled:
        return name_group(group, labels)
    return say("groups.pooled" if len(ballot.gap.by_group) > 1 else "groups.everyone")


def find_row(ballot: Ballot, group: Group) -> Group | None:
    """The row in which a group's marks stand; None where they are not shown."""
    row: Group = "other" if group in ballot.pooled else group
    return row if row in ballot.gap.by_group else None


def _choose_diameter(views: Mapping[Group, GroupView], size: PlotSize, height: float) -> float:
    largest = max((max(Counter(view.levels).values()) for view in views.values()), default=0)
    fitting = (mark for mark in size.marks if Stack(mark, size.cell, height).holds(largest))
    return next(fitting, size.marks[-1])


def _draw_label(group: Group, view: GroupView, ballot: Ballot, labels: Labels) -> str:
    name = name_row(group, ballot, labels)
    long = " long" if measure(name) > _LONG_NAME else ""
    words = f"<b>{escape(name)}</b><small>{view.n}</small>"
    return f'<div class="gl{long} {tint(group)}">{draw_mark(group)}{words}</div>'


def measure(text: str) -> float:
    """About how wide a text is, in widths of a full-width character."""
    return sum(1 if ord(character) > 0xFF else _LATIN for character in text)


def _draw_row(group: Group, view: GroupView, stack: Stack, before: GroupView | None, own: int | None) -> str:
    marks = [f'<i class="md" style="left:{place_level(view.median)}%"></i>']
    if before is not None and before.median != view.median:
        marks.insert(0, f'<i class="md was" style="left:{place_level(before.median)}%"></i>')
    for level, number in sorted(Counter(view.levels).items()):
        marks.append(_draw_marks(group, place_level(level), number, stack))
    if own is not None:
        marks.append(f'<i class="me" style="left:{place_level(own)}%"></i>')
    zones = '<span class="zp"></span><span class="zf"></span>'
    return f'<div class="row {tint(group)}">{zones}{"".join(marks)}</div>'


def _draw_marks(group: Group, place: float, number: int, stack: Stack) -> str:
    if not stack.holds(number):
        return f'<span class="nn" style="left:{place}%">{number}</span>'
    return "".join(
        f'<i class="gm gm-{group}" style="left:calc({place}% + {across:.3f}rem);translate:0 {down:.3f}rem">'
        "</i>"
        for across, down in stack.place(number)
    )


def _draw_dimension(ballot: Ballot, size: PlotSize) -> str:
    """The line between the lowest and the highest median, with the difference in words."""
    if ballot.gap.extremes is None:
        return '<div class="dim none"></div>'
    low, high = (place_level(ballot.gap.by_group[group].median) for group in ballot.gap.extremes)
    text, at = _place_words(ballot.gap.difference, low, high, size)
    return (
        f'<div class="dim"><i style="left:{low:g}%;width:{high - low:.2f}%"></i>'
        f'<span style="{at}">{escape(text)}</span></div>'
    )


def _place_words(difference: float, low: float, high: float, size: PlotSize) -> tuple[str, str]:
    """The difference in words where it covers nothing: on the line, else beside it, else in fewer words."""
    short = count_levels(difference, "plot.apart")
    for text in (count_levels(difference, "plot.medians") if size.level_names else short, short):
        room = 100 * (measure(text) + 1.25) / size.width
        if high - low > room:
            break
        if high + room <= 104:
            return text, f"left:{high:g}%;padding-left:.75em;background:none"
        if low >= room:
            return text, f"right:{100 - low:g}%;padding-right:.75em;background:none"
    return text, f"left:{(low + high) / 2:.2f}%;transform:translateX(-50%)"


def _draw_axis(questionnaire: Questionnaire, size: PlotSize) -> str:
    rungs = "".join(
        f'<div style="left:{place_level(number)}%"><b>{number}</b>'
        f"{read_html(level.name) if size.level_names else ''}</div>"
        for number, level in enumerate(questionnaire.levels)
    )
    ladder = '<div class="ld"><i class="a"></i><i class="b"></i></div>'
    return f'<div class="axl{"" if size.level_names else " bare"}">{ladder}{rungs}</div>'
