"""The tree from the goal down to leads, with who answers for each figure (source map A.tree, A.kpi)."""

from dataclasses import dataclass, replace

from assessments.targets import Targets
from reporting.charts.geometry import MAIN_WIDTH
from reporting.kit.sheets.kpi_sheet.indicators import RESULTS
from reporting.narrative.targets import name_figure
from reporting.pages.target_words import RATES, begin_line, name_rung, write_count, write_share, write_yen
from reporting.pages.wording import Line, Wording, set_lines
from scoring.targets import Plan

BOX_GAP = 3.0
"""Between two boxes of the tree, in mm."""
NAMED_FROM = 26.0
"""Width of a box in mm from which the factor under it is named."""
VALUE_SIZES = (9.5, 8.5, 7.5, 6.5, 5.5)
"""Of the figures, in points; each stays in one line."""


@dataclass(frozen=True)
class TreeBox:
    """A figure of the KPI tree."""

    name: str
    value: Line
    owner: str
    factor: str
    """What the figure to the right is multiplied by to give this one; empty in the last box."""


def build_tree(targets: Targets, plan: Plan, wording: Wording) -> tuple[TreeBox, ...]:
    """From the goal down to leads, with who answers for each (source map A.tree, A.kpi)."""
    width = measure_box(len(plan.chain) + 1)
    rungs = tuple(reversed(plan.chain))
    order_value = _write_factor("order_value", write_yen(targets.order_value, wording), width, wording)
    goal = _build_box("revenue", write_yen(targets.revenue, wording), width, wording)
    boxes = [replace(goal, factor=order_value)]
    for place, rung in enumerate(rungs):
        box = _build_box(rung, write_count(plan.needed[rung], wording), width, wording)
        if place + 1 < len(rungs):
            rate = RATES[rungs[place + 1], rung]
            factor = _write_factor(rate, write_share(getattr(targets, rate), wording), width, wording)
            box = replace(box, factor=factor)
        boxes.append(box)
    return tuple(boxes)


def _write_factor(figure: str, value: str, width: float, wording: Wording) -> str:
    """What a box is multiplied by, with its name where the box has room for one."""
    name = name_figure(figure, wording.language)
    key = "targets.factor" if width >= NAMED_FROM else "targets.factor_alone"
    return wording.say(key, name=name, value=value)


def measure_box(count: int) -> float:
    """Width in mm of one of so many boxes beside each other."""
    return (MAIN_WIDTH - BOX_GAP * (count - 1)) / count


def _build_box(figure: str, value: str, width: float, wording: Wording) -> TreeBox:
    is_goal = figure == "revenue"
    name = begin_line(name_figure(figure, wording.language)) if is_goal else name_rung(figure, wording)
    return TreeBox(
        name=name,
        value=set_lines((value,), width, VALUE_SIZES, 0.6, 1),
        owner=_name_owner(figure, wording),
        factor="",
    )


def _name_owner(figure: str, wording: Wording) -> str:
    owner = next(result.owner for result in RESULTS if result.key == figure)
    return wording.say("targets.both") if owner == "both" else wording.voice.group(owner)
