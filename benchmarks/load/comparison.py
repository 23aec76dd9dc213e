"""`python -m benchmarks load`: every scenario in one run, each beside the bare page with as many people."""

from collections.abc import Iterator

from benchmarks.load.cost import measure_cost
from benchmarks.load.levels import Level, Pace, measure
from benchmarks.load.scenarios import ALONE, BARE, BY_DEFAULT, PEOPLED, ROOM, Scenario
from benchmarks.load.table import (
    Target,
    doubt,
    in_milliseconds,
    write_beside,
    write_head,
    write_join,
    write_machine,
    write_row,
)

SIZES = (100, 200, 400)
BY_DEFAULT_SIZE = 75
"""Streamlit's default configuration is past its limit from about 60 people on."""
BESIDE_SIZE = 200
JOINING = 100
WITHIN = 5.0
"""Seconds in which so many join."""
NEAR_BARE, BETTER_THAN_DEFAULT = 5.0, 20.0
ARRIVALS = 50
"""People who come in a second before answering is measured."""
SLOW_ARRIVALS = 4
"""The same where Streamlit's defaults take part, so that only answering is measured, not coming."""


def run() -> Iterator[str]:
    """Measure and say everything, in the order it is known."""
    yield write_machine()
    yield from _compare_costs()
    yield from write_head()
    levels: dict[tuple[str, int], Level] = {}
    for people, scenario in _list_levels():
        arrivals = SLOW_ARRIVALS if people == BY_DEFAULT_SIZE else ARRIVALS
        level = measure(scenario, people, Pace(people / arrivals))
        levels[scenario.name, people] = level
        yield write_row(level, levels.get((BARE.name, people)) if scenario is not BARE else None)
    yield ""
    for level in levels.values():
        yield from write_beside(level)
    storms: dict[str, dict[str, Level]] = {}
    for scenario in (BARE, *PEOPLED):
        storms[scenario.name] = {}
        for what, files in (
            ("files in the browser's store", False),
            ("nothing in the browser's store", True),
        ):
            level = measure(scenario, JOINING, Pace(WITHIN, 0, 0, files))
            storms[scenario.name][what] = level
            yield write_join(level, what)
            yield from write_beside(level)
    yield from map(str, _compare_levels(levels))
    yield from map(str, _compare_storms(storms))
    yield from doubt([*levels.values(), *(level for storm in storms.values() for level in storm.values())])


def _compare_costs() -> Iterator[str]:
    bare, *costs = (measure_cost(scenario) for scenario in (BARE, ALONE, ROOM))
    yield str(bare)
    for cost in costs:
        yield f"{cost}: {cost.seconds / bare.seconds:.1f} × the bare page"
    yield ""


def _list_levels() -> Iterator[tuple[int, Scenario]]:
    """What is measured one after the other, so that a ratio's two sides stand close together."""
    for scenario in (ALONE, BY_DEFAULT):
        yield BY_DEFAULT_SIZE, scenario
    for people in SIZES:
        for scenario in (BARE, *PEOPLED):
            yield people, scenario
    yield BESIDE_SIZE, ROOM


def _compare_levels(levels: dict[tuple[str, int], Level]) -> Iterator[Target]:
    ours, theirs = (
        levels[scenario.name, BY_DEFAULT_SIZE].take("answer", 0.95) for scenario in (ALONE, BY_DEFAULT)
    )
    yield Target(
        f"p95 with {BY_DEFAULT_SIZE} people at least {BETTER_THAN_DEFAULT:.0f} × better than by default",
        f"{theirs / ours:.0f} × ({in_milliseconds(ours)} instead of {in_milliseconds(theirs)})",
        theirs >= BETTER_THAN_DEFAULT * ours,
    )
    for scenario in (*PEOPLED, ROOM):
        level, bare = levels[scenario.name, BESIDE_SIZE], levels[BARE.name, BESIDE_SIZE]
        ratio = level.take("answer", 0.95) / bare.take("answer", 0.95)
        yield Target(
            f"{scenario.name}: p95 with {BESIDE_SIZE} people at most {NEAR_BARE:.0f} × the bare page's",
            f"{ratio:.1f} ×",
            ratio <= NEAR_BARE,
        )
    for scenario in PEOPLED:
        level = levels[scenario.name, SIZES[-1]]
        yield Target(
            f"{scenario.name}: {SIZES[-1]} people without an error or a lost answer",
            f"{len(level.outcome.failures)} errors, {level.lost} lost",
            not level.outcome.failures and not level.lost,
        )


def _compare_storms(storms: dict[str, dict[str, Level]]) -> Iterator[Target]:
    for scenario in PEOPLED:
        for what, level in storms[scenario.name].items():
            bare = storms[BARE.name][what]
            slowest, usual = level.take("join", 1), bare.take("join", 1)
            yield Target(
                f"{scenario.name}: {JOINING} first pages in {WITHIN:.0f} s, {what}, each within "
                f"{NEAR_BARE:.0f} × the bare page's slowest",
                f"{slowest / usual:.1f} × ({in_milliseconds(slowest)} to {in_milliseconds(usual)}; median to "
                f"median {level.take('join', 0.5) / bare.take('join', 0.5):.1f} ×)",
                slowest <= NEAR_BARE * usual and not level.outcome.failures,
            )
