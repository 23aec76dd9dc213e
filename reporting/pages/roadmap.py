"""The roadmap: which step runs when, what is on the floor by then, and how the first steps begin."""

from dataclasses import dataclass

from reporting.charts.gantt import TIMELINE, day_place, draw_stack, stack_height
from reporting.charts.svg import Picture
from reporting.kit import find_document
from reporting.narrative import StepStory, tell_roadmap
from reporting.narrative.roadmap import FIRST_DAYS
from reporting.narrative.told import RoadmapStory
from reporting.pages.gantt_rows import GanttRow, build_row, share_out
from reporting.pages.wording import Answer, Head, Wording
from scoring.findings import Diagnosis
from scoring.milestones import Milestone, measure_milestones
from scoring.roadmap import Capacity, Roadmap, Step, plan_roadmap

FEWEST, MOST = 2, 5
"""How many steps are told in full: those of the first 90 days, within these bounds."""
LATER_NAMED = 12


@dataclass(frozen=True)
class Mark:
    """A day over the timeline, and what stands on the floor by then."""

    at: float
    """In mm from the start of the timeline."""
    name: str
    on_floor: int
    stack: Picture
    stack_at: float
    """Where the squares begin, in mm."""


@dataclass(frozen=True)
class StepCard:
    """How a step begins and ends."""

    story: StepStory
    answers: tuple[Answer, ...]
    """What it lifts, where the company stands."""
    kit: str
    """The working documents that help with it, in one line; empty when none."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands under the card: patterns it works against, what would undo it, documents."""
        return tuple(line for line in (self.story.breaks, self.story.threat, self.kit) if line)


@dataclass(frozen=True)
class RoadmapPage:
    """Everything on the roadmap's pages."""

    head: Head
    chunks: tuple[tuple[GanttRow, ...], ...]
    """The rows of the chart, in groups that stay together."""
    marks: tuple[Mark, ...]
    cards: tuple[StepCard, ...]
    cards_note: str
    """Where the other steps are told; empty when all are."""
    later: tuple[str, ...]
    later_more: str
    timeline: float = TIMELINE


def build_roadmap_page(
    diagnosis: Diagnosis, capacity: Capacity, wording: Wording, is_short: bool = False
) -> RoadmapPage | None:
    """The roadmap; None where nothing is known yet. `is_short`: only the chart."""
    if not any(standing.is_known for standing in diagnosis.standings):
        return None
    roadmap = plan_roadmap(diagnosis, capacity)
    told = tell_roadmap(diagnosis, roadmap, wording.language, False)
    numbers = {step.action.id: story.number for step, story in zip(roadmap.steps, told.steps, strict=True)}
    rows = tuple(
        build_row(diagnosis, step, story, numbers, wording)
        for step, story in zip(roadmap.steps, told.steps, strict=True)
    )
    cards = () if is_short else build_cards(diagnosis, choose_first(roadmap), told, wording)
    later = told.later[:LATER_NAMED]
    more = len(told.later) - len(later)
    return RoadmapPage(
        head=wording.head("roadmap", told.story),
        chunks=share_out(rows),
        marks=_build_marks(diagnosis, roadmap, wording) if roadmap.steps else (),
        cards=cards,
        cards_note=wording.say("roadmap.cards_note") if 0 < len(cards) < len(told.steps) else "",
        later=() if is_short else later,
        later_more=wording.say("roadmap.later_more", n=more) if more and not is_short else "",
    )


def _build_marks(diagnosis: Diagnosis, roadmap: Roadmap, wording: Wording) -> tuple[Mark, ...]:
    milestones = measure_milestones(diagnosis, roadmap)
    most, height = max(item.on_floor for item in milestones), stack_height(milestones)
    return tuple(_build_mark(milestone, most, height, wording) for milestone in milestones)


def _build_mark(milestone: Milestone, most: int, height: float, wording: Wording) -> Mark:
    at = day_place(milestone.day)
    alt = wording.say("roadmap.stack", day=milestone.day, floor=milestone.on_floor)
    stack = draw_stack(milestone, alt, most, height)
    name = wording.say("roadmap.day" if milestone.day else "roadmap.start", n=milestone.day)
    return Mark(at, name, milestone.on_floor, stack, min(at, TIMELINE - stack.width))


def choose_first(roadmap: Roadmap) -> tuple[Step, ...]:
    """The steps that print tells in full: those of the first 90 days, as far as there is room."""
    early = tuple(step for step in roadmap.steps if step.horizon <= FIRST_DAYS)
    return early[:MOST] if len(early) >= FEWEST else roadmap.steps[:FEWEST]


def build_cards(
    diagnosis: Diagnosis, steps: tuple[Step, ...], told: RoadmapStory, wording: Wording
) -> tuple[StepCard, ...]:
    """How each of these steps begins and ends."""
    stories = {story.action_id: story for story in told.steps}
    return tuple(
        StepCard(
            story=stories[step.action.id],
            answers=tuple(
                wording.answer(diagnosis, diagnosis.standing(lift.question)) for lift in step.lifts
            ),
            kit=name_documents(step, wording),
        )
        for step in steps
    )


def name_documents(step: Step, wording: Wording) -> str:
    """The kit's documents that help with a step, in a line of their own; empty when there is none."""
    listed = list_documents(step, wording)
    return wording.say("roadmap.kit", names=listed) if listed else ""


def list_documents(step: Step, wording: Wording) -> str:
    """Their names alone."""
    names = [find_document(document).title(wording.language) for document in step.action.kit]
    return wording.voice.join([wording.voice.quote(name) for name in names])
