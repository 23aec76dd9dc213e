"""What one answer costs the server, with nobody else there: a figure that a busy machine hardly changes."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.load.levels import store_in
from benchmarks.load.machine import read_clocks
from benchmarks.load.plan import Visit
from benchmarks.load.scenarios import Scenario
from benchmarks.load.servers import Server, running
from benchmarks.load.visitor import Visitor

BLOCKS, ANSWERS = 5, 30
"""So many times so many answers, one right after the other; the cheapest block counts."""


@dataclass(frozen=True)
class Cost:
    """One answer on the first page of a scenario, all of its questions answered."""

    scenario: str
    seconds: float
    """Processor time of the server, from the cheapest block: what else runs can only add to it."""
    messages: float
    """Messages the server sends: above all one for every element and container of the page."""

    def __str__(self) -> str:
        return f"one answer, {self.scenario}: {self.seconds * 1000:.1f} ms CPU, {self.messages:.0f} messages"


def measure_cost(scenario: Scenario) -> Cost:
    """Have one person answer on a server of their own."""
    with TemporaryDirectory(prefix="henkaku-load-") as folder, store_in(Path(folder)) as store:
        visit = scenario.prepare(store, 1)[0]
        with running(scenario.server, Path(folder)) as server:
            return asyncio.run(_answer(scenario, visit, server))


async def _answer(scenario: Scenario, visit: Visit, server: Server) -> Cost:
    async with Visitor(server.address, visit.path, visit.query) as visitor:
        await visitor.load()
        questions = visitor.page.find(scenario.radios)
        # Once through all of them: an answered question has more to draw than an open one.
        for question in questions:
            await visitor.choose(question, 0)
        blocks, before = [], visitor.received
        for block in range(BLOCKS):
            start = read_clocks(server.process).server
            for number in range(ANSWERS):
                await visitor.choose(
                    questions[number % len(questions)], (block + number // len(questions)) % 6
                )
            blocks.append((read_clocks(server.process).server - start) / ANSWERS)
        return Cost(scenario.name, min(blocks), (visitor.received - before) / BLOCKS / ANSWERS)
