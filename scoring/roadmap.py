"""From verdict to Monday: which steps, in which order, at which pace.

Steps come in packages: a step with the prerequisites it still misses. The package that yields most per
day of work comes first; within it, prerequisites come before what needs them. Each step then starts in
the first week in which its prerequisites are done and the team has room. Formulas: docs/method.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Literal

from assessments.models import Action, Lift
from scoring.findings import Diagnosis, PatternFinding

Horizon = Literal[30, 90, 180]
HOURS_A_DAY = 8
DAYS_A_WEEK = 7
LAST_WEEK = 180 // DAYS_A_WEEK
"""Weeks within the horizon of 180 days; what does not fit any more comes later."""


@dataclass(frozen=True)
class Capacity:
    """What the team can give to the transformation."""

    people: int
    hours_a_week: float
    """Hours a week of each of them."""

    @property
    def days_a_week(self) -> float:
        """Person-days a week of all together."""
        return self.people * self.hours_a_week / HOURS_A_DAY


DEFAULT_CAPACITY = Capacity(people=2, hours_a_week=8)


@dataclass(frozen=True)
class Step:
    """An action in its place."""

    action: Action
    start_week: int
    """From 0: the week it starts in."""
    weeks: int
    """Longer than the action's own where the team has less time a week."""
    lifts: tuple[Lift, ...]
    """What it still lifts here."""
    gain: float
    """Points of the company's score (0–100) when all its lifts are reached."""
    breaks: tuple[PatternFinding, ...]
    """Present patterns that one of its lifts speaks against, gravest first."""
    threatened_by: tuple[PatternFinding, ...]
    """Present patterns that would bring it to nothing if left alone."""

    @property
    def end_week(self) -> int:
        """The first week after it."""
        return self.start_week + self.weeks

    @property
    def horizon(self) -> Horizon:
        """The horizon in which it is done, in days."""
        days = self.end_week * DAYS_A_WEEK
        return 30 if days <= 30 else 90 if days <= 90 else 180


@dataclass(frozen=True)
class Roadmap:
    """Steps in the order they start, and what has to wait."""

    steps: tuple[Step, ...]
    later: tuple[Action, ...]
    """Worth doing, beyond 180 days at this capacity."""
    capacity: Capacity


def plan_roadmap(diagnosis: Diagnosis, capacity: Capacity = DEFAULT_CAPACITY) -> Roadmap:
    """The roadmap for a diagnosis. Unknown questions are not lifted: they are found out first."""
    open_actions = find_open_actions(diagnosis)
    calendar = _Calendar(capacity)
    steps: list[Step] = []
    later: list[Action] = []
    ends: dict[str, int] = {}
    for action in order_actions(diagnosis, open_actions):
        waiting = [name for name in action.prerequisites if name in open_actions]
        placed = None
        if all(name in ends for name in waiting):
            earliest = max((ends[name] for name in waiting), default=0)
            placed = calendar.place(action, earliest)
        if placed is None:
            later.append(action)
            continue
        start, weeks = placed
        ends[action.id] = start + weeks
        steps.append(_make_step(diagnosis, action, start, weeks))
    return Roadmap(tuple(sorted(steps, key=lambda step: step.start_week)), tuple(later), capacity)


def find_open_actions(diagnosis: Diagnosis) -> dict[str, Action]:
    """The actions that would still lift something, by id, in the order of the content."""
    return {action.id: action for action in diagnosis.questionnaire.actions if open_lifts(diagnosis, action)}


def open_lifts(diagnosis: Diagnosis, action: Action) -> tuple[Lift, ...]:
    """What an action would still lift: known questions of the edition below the level it reaches."""
    levels = {s.question.id: s.level for s in diagnosis.standings if s.level is not None}
    return tuple(lift for lift in action.lifts if levels.get(lift.question, lift.to) < lift.to)


def order_actions(diagnosis: Diagnosis, open_actions: Mapping[str, Action]) -> list[Action]:
    """Packages by yield per day of work, prerequisites first within each; ties in content order."""
    ordered: dict[str, Action] = {}
    worth = {name: weigh_action(diagnosis, action) for name, action in open_actions.items()}
    while len(ordered) < len(open_actions):
        missing = [action for name, action in open_actions.items() if name not in ordered]
        packages = [_package(action, open_actions, ordered) for action in missing]
        best = max(packages, key=lambda package: _yield(package, worth))
        ordered.update({action.id: action for action in best})
    return list(ordered.values())


def weigh_action(diagnosis: Diagnosis, action: Action) -> float:
    """Gain in points × (1 + severities of the present patterns it breaks)."""
    severity = sum(finding.pattern.severity for finding in find_broken(diagnosis, action))
    return measure_gain(diagnosis, action) * (1 + severity)


def measure_gain(diagnosis: Diagnosis, action: Action) -> float:
    """Points of the company's score when the action's open lifts are reached, 0–100."""
    total = sum(standing.question.weight for standing in diagnosis.standings if standing.is_known)
    gained = 0.0
    for lift in open_lifts(diagnosis, action):
        standing = diagnosis.standing(lift.question)
        gained += standing.question.weight * (lift.to - (standing.level or 0.0))
    return gained / (5 * total) * 100


def find_broken(diagnosis: Diagnosis, action: Action) -> tuple[PatternFinding, ...]:
    """Present patterns for which a low level speaks that the action lifts, gravest first."""
    lifted = {lift.question: lift.to for lift in open_lifts(diagnosis, action)}
    return tuple(
        finding
        for finding in diagnosis.patterns_in("present")
        if any(
            item.standing.question.id in lifted and (item.standing.level or 0.0) < 2
            for item in finding.supporting
        )
    )


def _make_step(diagnosis: Diagnosis, action: Action, start: int, weeks: int) -> Step:
    return Step(
        action=action,
        start_week=start,
        weeks=weeks,
        lifts=open_lifts(diagnosis, action),
        gain=measure_gain(diagnosis, action),
        breaks=find_broken(diagnosis, action),
        threatened_by=tuple(f for f in diagnosis.patterns_in("present") if action.id in f.pattern.breaks),
    )


def _package(action: Action, open_actions: Mapping[str, Action], done: Mapping[str, Action]) -> list[Action]:
    """The action with all prerequisites it still misses, those first."""
    package: dict[str, Action] = {}

    def collect(item: Action) -> None:
        for name in item.prerequisites:
            if name in open_actions and name not in done and name not in package:
                collect(open_actions[name])
        package[item.id] = item

    collect(action)
    return list(package.values())


def _yield(package: list[Action], worth: Mapping[str, float]) -> float:
    return sum(worth[action.id] for action in package) / sum(action.effort_days for action in package)


class _Calendar:
    """How many days of work and how many steps each week holds already."""

    def __init__(self, capacity: Capacity) -> None:
        self.capacity = capacity
        self.days = [0.0] * LAST_WEEK
        self.steps = [0] * LAST_WEEK

    def place(self, action: Action, earliest: int) -> tuple[int, int] | None:
        """The first week with room, and the weeks the action takes; None when none is left."""
        weeks = max(action.weeks, ceil(action.effort_days / self.capacity.days_a_week))
        load = action.effort_days / weeks
        for start in range(earliest, LAST_WEEK - weeks + 1):
            span = range(start, start + weeks)
            if all(self._has_room(week, load) for week in span):
                for week in span:
                    self.days[week] += load
                    self.steps[week] += 1
                return start, weeks
        return None

    def _has_room(self, week: int, load: float) -> bool:
        fits = self.days[week] + load <= self.capacity.days_a_week + 1e-9
        return fits and self.steps[week] < max(1, self.capacity.people)
