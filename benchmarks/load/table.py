"""How levels are printed: a table that can go into the documentation, and whether the targets are met."""

import os
import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import streamlit

from benchmarks.load.levels import Level

QUIET = 0.25
"""Cores that other programs may use before a measurement is doubtful."""
_HEADINGS = (
    "page",
    "people",
    "answers",
    "p50",
    "p95",
    "max",
    "p95 ÷ bare",
    "turning a page, p95",
    "errors",
    "lost",
    "server, cores",
    "CPU per answer",
    "others, cores",
    "MiB",
)


@dataclass(frozen=True)
class Target:
    """What was to be reached, and what was."""

    name: str
    figure: str
    is_met: bool

    def __str__(self) -> str:
        return f"{'met   ' if self.is_met else 'MISSED'} {self.name}: {self.figure}"


def write_machine() -> str:
    """What it was measured on."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, "
        f"Streamlit {streamlit.__version__}; load averages before: {load}"
    )


def write_head() -> Iterator[str]:
    """The table's first two lines."""
    yield f"| {' | '.join(_HEADINGS)} |"
    yield "|---" + "|---:" * (len(_HEADINGS) - 1) + "|"


def write_row(level: Level, bare: Level | None) -> str:
    """A level of people answering, beside the bare page with as many."""
    ratio = f"{level.take('answer', 0.95) / bare.take('answer', 0.95):.1f}" if bare else ""
    cells = (
        level.scenario,
        str(level.people),
        str(level.count("answer")),
        *(in_milliseconds(level.take("answer", share)) for share in (0.5, 0.95, 1)),
        ratio,
        in_milliseconds(level.take("turn", 0.95)) if level.count("turn") else "",
        str(len(level.outcome.failures)),
        str(level.lost),
        f"{level.usage.server:.2f}",
        in_milliseconds(level.cost),
        f"{level.usage.others:.2f}",
        str(level.memory),
    )
    return f"| {' | '.join(cells)} |"


def write_beside(level: Level) -> Iterator[str]:
    """What went on beside the answering."""
    if count := level.count("watch"):
        times = " / ".join(in_milliseconds(level.take("watch", share)) for share in (0.5, 0.95, 1))
        yield f"{level.scenario}, {level.people}: {count} reruns the pages asked for themselves, {times}"
    if count := level.count("download"):
        times = " / ".join(in_milliseconds(level.take("download", share)) for share in (0.5, 1))
        yield f"{level.scenario}, {level.people}: {count} files made and fetched, p50 / max {times}"
    if count := level.outcome.overtaken:
        yield f"{level.scenario}, {level.people}: {count} runs done but not told: a timer came in between"
    for failure in sorted(set(level.outcome.failures)):
        yield f"{level.scenario}, {level.people}: {level.outcome.failures.count(failure)} × {failure}"


def write_join(level: Level, what: str) -> str:
    """A storm of people who come all at once."""
    times = " / ".join(in_milliseconds(level.take("join", share)) for share in (0.5, 0.95, 1))
    return (
        f"{level.scenario}, {what}: {level.count('join')} first pages, p50 / p95 / max {times}, "
        f"{len(level.outcome.failures)} errors, others {level.usage.others:.2f} cores"
    )


def doubt(levels: Iterable[Level]) -> Iterator[str]:
    """A warning when the machine was not ours alone."""
    most = max(level.usage.others for level in levels)
    if most > QUIET:
        yield f"Other programs used up to {most:.2f} cores meanwhile: measure again on a quiet machine."


def in_milliseconds(seconds: float) -> str:
    """Milliseconds, without a unit after seconds would do better."""
    return f"{seconds * 1000:,.0f} ms"
