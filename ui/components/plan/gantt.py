"""The roadmap over its weeks: one row a step, marks at 30, 90 and 180 days."""

from html import escape

from reporting.narrative import RoadmapStory
from scoring.roadmap import DAYS_A_WEEK, LAST_WEEK, Roadmap
from ui.components.markup import put_html
from ui.components.plan.words import say_html

_MARKS = (30, 90, 180)


def put_gantt(roadmap: Roadmap, story: RoadmapStory) -> None:
    """The figure as a list that reads in words as well; nothing when there are no steps."""
    if not roadmap.steps:
        return
    rows = "".join(
        f'<li><span class="n">{told.number}</span><span class="t">{escape(told.title)}</span>'
        f'<span class="w">{escape(told.when)}</span><div class="g" aria-hidden="true">'
        f'<i class="b{"" if step.breaks else " p"}" style="left:{_place(step.start_week)}%;'
        f'width:{_place(step.weeks)}%"></i></div></li>'
        for step, told in zip(roadmap.steps, story.steps, strict=True)
    )
    marks = "".join(
        f'<span style="left:{_place(days / DAYS_A_WEEK)}%">{say_html("gantt.days", n=days)}</span>'
        for days in _MARKS
    )
    lines = "".join(f'<i style="left:{_place(days / DAYS_A_WEEK)}%"></i>' for days in _MARKS)
    put_html(
        f'<div class="gax" aria-hidden="true"><div class="gx">{marks}</div></div>'
        f'<ol aria-label="{say_html("gantt.label")}">{rows}</ol>'
        f'<div class="gl" aria-hidden="true"><div class="gx">{lines}</div></div>'
        f'<p class="sm mut">{say_html("gantt.legend")}</p>',
        "gantt",
    )


def _place(weeks: float) -> str:
    return f"{min(weeks / LAST_WEEK, 1) * 100:.2f}"
