"""The rows of the roadmap's chart: a step beside its bar."""

from dataclasses import dataclass
from itertools import pairwise

from assessments.models import Language
from reporting.charts.gantt import draw_row, place_label
from reporting.charts.svg import Picture
from reporting.narrative import StepStory
from reporting.narrative.voice import write_level
from reporting.pages.wording import Line, Wording, set_lines
from reporting.typesetting import shorten_text
from scoring.findings import Diagnosis
from scoring.roadmap import Step

TITLE_WIDTH = 67.0
TITLE_SIZES: dict[Language, tuple[float, ...]] = {"ja": (9.0, 8.5, 8.0, 7.5, 7.0), "en": (8.5, 8.0, 7.5, 7.0)}
"""Of a step's title beside its bar: width in mm, sizes in points; it stays in one line."""
TOGETHER = 4
"""The most rows of the chart that are never parted by the end of a page."""


@dataclass(frozen=True)
class GanttRow:
    """A step beside its bar."""

    number: int
    title: Line
    owner: str
    bar: Picture
    label: str
    label_at: float
    """Where the label begins, in mm from the start of the timeline."""


def share_out(rows: tuple[GanttRow, ...]) -> tuple[tuple[GanttRow, ...], ...]:
    """The rows in groups of like size, so that none is left alone on a further page."""
    count = -(-len(rows) // TOGETHER)
    ends = [place * len(rows) // count for place in range(count + 1)] if rows else []
    return tuple(rows[start:end] for start, end in pairwise(ends))


def build_row(
    diagnosis: Diagnosis, step: Step, story: StepStory, numbers: dict[str, int], wording: Wording
) -> GanttRow:
    """A step with what it needs beforehand; `numbers`: the places of the steps, by action."""
    label = write_moves(diagnosis, step, wording)
    needed = sorted(numbers[name] for name in step.action.prerequisites if name in numbers)
    owner = story.owner
    if needed:
        listed = wording.say("roadmap.also").join(str(number) for number in needed)
        owner = wording.say("roadmap.owner_after", owner=owner, numbers=listed)
    return GanttRow(
        number=story.number,
        title=set_lines((story.title,), TITLE_WIDTH, TITLE_SIZES[wording.language], 0.5, 1),
        owner=shorten_text(owner, TITLE_WIDTH, 7.5),
        bar=draw_row(step, wording.say("roadmap.bar", title=story.title, when=story.when, moves=label)),
        label=label,
        label_at=place_label(step, label),
    )


def write_moves(diagnosis: Diagnosis, step: Step, wording: Wording) -> str:
    """The questions a step lifts, from which level to which: 問17 1→3."""
    moves = [
        wording.say(
            "roadmap.moves",
            n=diagnosis.questionnaire.number(lift.question),
            now=write_level(diagnosis.standing(lift.question).level or 0.0),
            to=lift.to,
        )
        for lift in step.lifts
    ]
    return wording.say("fact_space").join(moves)
