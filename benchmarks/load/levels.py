"""One scenario at one number of participants: prepared, put under load, measured, compared with the store."""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.load.crowd import send_out
from benchmarks.load.machine import Usage, read_clocks
from benchmarks.load.plan import Kind, Outcome, Outing, Visit
from benchmarks.load.scenarios import Scenario
from benchmarks.load.servers import ROOT, Server, end_with_parent, running
from services.connection import connect
from storage.store import Store

CROWD = 200
"""The most participants one process plays."""
HEADWAY = 4.0
"""Seconds for the crowds to start up before the first participant comes."""


@dataclass(frozen=True)
class Pace:
    """How a load goes on in time, in seconds; see Outing."""

    arriving: float
    warming: float = 5
    counting: float = 30
    files: bool = False


@dataclass(frozen=True)
class Level:
    """What one scenario was like with so many participants."""

    scenario: str
    people: int
    outcome: Outcome
    lost: int
    """Answers that the page showed as taken and the store does not hold."""
    usage: Usage
    memory: int
    """Resident memory of the server at the end, in MiB."""

    def take(self, kind: Kind, share: float) -> float:
        """The seconds within which a share (0–1) of them were done; not a number when there were none."""
        seconds = sorted(self.outcome.seconds.get(kind, ()))
        return seconds[max(0, ceil(share * len(seconds)) - 1)] if seconds else float("nan")

    @property
    def cost(self) -> float:
        """Processor seconds of the server for one answer, with all that went on beside it."""
        return self.usage.server * self.usage.lasted / max(1, self.count("answer"))

    def count(self, kind: Kind) -> int:
        """How many were measured."""
        return len(self.outcome.seconds.get(kind, ()))


def measure(scenario: Scenario, people: int, pace: Pace) -> Level:
    """Put a scenario under load on a server and a database of its own."""
    with TemporaryDirectory(prefix="henkaku-load-") as folder, store_in(Path(folder)) as store:
        visits = scenario.prepare(store, people)
        # Somebody else comes first: nobody measured pays for what is done once for all.
        first = replace(scenario.prepare(store, 1)[0], role="watch")
        with running(scenario.server, Path(folder)) as server:
            _check(asyncio.run(send_out(_plan(scenario, server, (first,), Pace(1, 0, 0)))))
            outcome, usage, memory = _load(scenario, server, visits, pace)
        return Level(scenario.name, people, outcome, _count_lost(scenario, store, outcome), usage, memory)


@contextmanager
def store_in(folder: Path) -> Iterator[Store]:
    store = connect(f"sqlite:///{folder / 'henkaku.db'}")
    try:
        yield store
    finally:
        store.close()


def _plan(scenario: Scenario, server: Server, visits: tuple[Visit, ...], pace: Pace) -> Outing:
    return Outing(server.address, visits, scenario.radios, scenario.turn, time.time(), **asdict(pace))


def _check(outcome: Outcome) -> None:
    if outcome.failures:
        raise RuntimeError(f"the page does not work: {outcome.failures[0]}")


def _load(
    scenario: Scenario, server: Server, visits: tuple[Visit, ...], pace: Pace
) -> tuple[Outcome, Usage, int]:
    """Send the crowds out and watch the machine while answers are counted (or, without, while they come)."""
    plan = replace(_plan(scenario, server, visits, pace), start=time.time() + HEADWAY)
    crowds = [
        _start(replace(plan, visits=visits[first :: _shares(visits)])) for first in range(_shares(visits))
    ]
    try:
        time.sleep(max(0.0, (plan.counted_from if pace.counting else plan.start) - time.time()))
        before = read_clocks(server.process)
        time.sleep(max(0.0, plan.end - time.time()))
        usage = before.until(read_clocks(server.process))
        memory = server.measure_memory()
        outcome = Outcome()
        for crowd in crowds:
            printed, _ = crowd.communicate(timeout=120)
            outcome.add(Outcome(**json.loads(printed)))
        return outcome, usage, memory
    finally:
        for crowd in crowds:
            crowd.kill()
            crowd.wait()


def _shares(visits: tuple[Visit, ...]) -> int:
    return ceil(len(visits) / CROWD)


def _start(outing: Outing) -> "subprocess.Popen[str]":
    crowd = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.load.crowd"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=end_with_parent,
    )
    assert crowd.stdin is not None
    crowd.stdin.write(json.dumps(asdict(outing)))
    crowd.stdin.close()
    crowd.stdin = None
    return crowd


def _count_lost(scenario: Scenario, store: Store, outcome: Outcome) -> int:
    if scenario.find_kept is None:
        return 0
    lost = 0
    for owner, given in outcome.given.items():
        kept = scenario.find_kept(store, owner)
        for question, option in given.items():
            level = option if option < 6 else "unknown"
            lost += question not in kept or kept[question].level != level
    return lost
