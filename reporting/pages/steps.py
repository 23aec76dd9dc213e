"""What it takes to cross the gap: for each question what is there now, beside what comes next."""

from dataclasses import dataclass

from assessments.models import Language
from reporting.charts.geometry import column
from reporting.narrative.facts import order_by_weight
from reporting.pages.wording import Wording
from reporting.typesetting import break_lines
from scoring.findings import Diagnosis, Standing

ROOM = 101.0
"""For tables under the chart, in mm."""
TABLE_HEAD = {"ja": 11.6, "en": 16.2}
TABLE_SPACE = 7.0
ROW_PADDING = 4.3
SAFETY = 6.0
"""Room a table that only fills a page leaves below it, so that no row is pushed off."""
ROW_LEADING = {"ja": 5.1, "en": 4.6}
TITLE_LEADING = 4.3
"""Line heights of the tables, in mm."""
TITLE_WIDTH = 20.5
TARGETS = {
    "across": (2, 3),
    "onto_paper": (None, 2),
    "beyond": (None, None),
    "not_known": (2, 3),
    "kept": (4, 5),
}
"""Which levels a table shows side by side; None: where the question stands, and the level after that."""


@dataclass(frozen=True)
class Step:
    """One question: what is there now, and what it looks like one level further."""

    number: int
    title: str
    now: str
    then: str


@dataclass(frozen=True)
class StepTable:
    """Steps of one kind: across the gap, onto paper, or beyond."""

    kind: str
    label: str
    now_title: str
    then_title: str
    steps: tuple[Step, ...]


def build_step_tables(diagnosis: Diagnosis, wording: Wording, room: float = ROOM) -> tuple[StepTable, ...]:
    """What is stuck on paper, heaviest first, as far as the room in mm goes; then what fills it: what is
    not designed yet, what could rise further, what is not known, what is as good as it gets."""
    tables: list[StepTable] = []
    for kind, standings in _sort_standings(diagnosis):
        steps = [_build_step(diagnosis, kind, standing, wording) for standing in standings]
        space = TABLE_SPACE if tables else 0.0
        kept, left = _fit_steps(steps, room - space, wording.language)
        if kept:
            tables.append(_build_table(kind, kept, wording))
            room = left
        if len(kept) < len(steps):
            break
    return tuple(tables)


def _sort_standings(diagnosis: Diagnosis) -> list[tuple[str, tuple[Standing, ...]]]:
    known = order_by_weight(tuple(item for item in diagnosis.standings if item.is_known))
    open_ones = tuple(item for item in diagnosis.standings if item.applies and not item.is_known)
    return [
        ("across", diagnosis.stuck_on_paper),
        ("onto_paper", tuple(item for item in known if (item.level or 0) < 2)),
        ("beyond", tuple(item for item in known if 3 <= (item.level or 0) < 5)),
        ("not_known", order_by_weight(open_ones)),
        ("kept", tuple(item for item in known if item.level == 5)),
    ]


def _fit_steps(steps: list[Step], room: float, language: Language) -> tuple[tuple[Step, ...], float]:
    """The steps that go into this room, and the room they leave."""
    kept: list[Step] = []
    left = room - TABLE_HEAD[language] - SAFETY
    for step in steps:
        height = _measure_step(step, language)
        if height > left:
            break
        left -= height
        kept.append(step)
    return tuple(kept), left


def _measure_step(step: Step, language: Language) -> float:
    """Height of a row in mm."""
    width = column(0, 2)[1]
    lines = max(len(break_lines(text, width, 8.5)) for text in (step.now, step.then))
    title = TITLE_LEADING * len(break_lines(step.title, TITLE_WIDTH, 7.5))
    return ROW_PADDING + max(ROW_LEADING[language] * lines, title)


def _build_step(diagnosis: Diagnosis, kind: str, standing: Standing, wording: Wording) -> Step:
    level = int(standing.level or 0)
    now, then = TARGETS[kind]
    levels = standing.question.levels
    return Step(
        number=diagnosis.questionnaire.number(standing.question.id),
        title=wording.voice.read(standing.question.title),
        now=wording.voice.read(levels[level if now is None else now]),
        then=wording.voice.read(levels[level + 1 if then is None else then]),
    )


def _build_table(kind: str, steps: tuple[Step, ...], wording: Wording) -> StepTable:
    return StepTable(
        kind=kind,
        label=wording.say(f"sides.{kind}.label"),
        now_title=wording.say(f"sides.{kind}.now"),
        then_title=wording.say(f"sides.{kind}.then"),
        steps=steps,
    )
