"""How many questions stand on the floor today and once each horizon's steps are done."""

from dataclasses import dataclass

from scoring.findings import Diagnosis
from scoring.maturity import TOP_LEVEL
from scoring.roadmap import Roadmap
from scoring.what_if import lift_levels

DAYS = (0, 30, 90, 180)
"""The marks of the roadmap: the start, and the end of each horizon."""
FLOOR_FROM = 3


@dataclass(frozen=True)
class Milestone:
    """Where the questions stand on one day of the roadmap."""

    day: int
    counts: tuple[int, ...]
    """Known questions on each rung from 0 to 5; between two rungs counts as the lower one."""
    unknown: int
    """Applicable questions without a level, which no step lifts."""

    @property
    def on_floor(self) -> int:
        """Questions at level 3 and above."""
        return sum(self.counts[FLOOR_FROM:])


def measure_milestones(diagnosis: Diagnosis, roadmap: Roadmap) -> tuple[Milestone, ...]:
    """The questions at the start and at each horizon, if every step that ends by then reaches its levels."""
    return tuple(_measure_day(diagnosis, roadmap, day) for day in DAYS)


def _measure_day(diagnosis: Diagnosis, roadmap: Roadmap, day: int) -> Milestone:
    done = [step.action.id for step in roadmap.steps if step.horizon <= day]
    lifted = lift_levels(diagnosis, done)
    counts, unknown = [0] * (TOP_LEVEL + 1), 0
    for standing in diagnosis.standings:
        level = lifted.get(standing.question.id, standing.level)
        if level is not None:
            counts[int(level)] += 1
        elif standing.applies:
            unknown += 1
    return Milestone(day, tuple(counts), unknown)
