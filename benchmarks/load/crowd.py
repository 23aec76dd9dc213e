"""A process full of virtual participants: reads an outing from its input, writes the outcome."""

import asyncio
import gc
import json
import random
import sys
import time
from dataclasses import asdict

from benchmarks.load.fetching import fetch, load_checks, load_files
from benchmarks.load.page import Widget
from benchmarks.load.plan import DOWNLOAD_PAUSE, PACE, Outcome, Outing, Visit
from benchmarks.load.visitor import VisitFailed, Visitor

_LEVELS = 7
"""The options participants choose from: the six levels and "don't know"; "not applicable" asks why."""
_GRACE = 90
"""Seconds after the end until whoever still waits is given up."""


async def send_out(outing: Outing) -> Outcome:
    """Let all visits happen, each in its time; what fails is in the outcome."""
    outcome = Outcome()
    gap = outing.arriving / len(outing.visits)
    try:
        async with asyncio.timeout(outing.end - time.time() + _GRACE), asyncio.TaskGroup() as group:
            for number, visit in enumerate(outing.visits):
                group.create_task(_visit(outing, visit, outing.start + number * gap, outcome))
    except TimeoutError:
        outcome.failures.append("not over in time")
    return outcome


async def _visit(outing: Outing, visit: Visit, arrival: float, outcome: Outcome) -> None:
    await _sleep_until(arrival)
    start = time.perf_counter()
    visitor = Visitor(outing.address, visit.path, visit.query)
    try:
        if outing.files:
            await load_files(outing.address, visit.path, visit.query)
        await load_checks(outing.address)
        async with visitor:
            await visitor.load()
            if visit.role == "answer":  # a facilitator's screen was opened long before the phones come
                outcome.note("join", time.perf_counter() - start)
            await _stay(outing, visit, visitor, outcome)
            outcome.overtaken += visitor.overtaken
    except (VisitFailed, OSError, ValueError) as error:
        outcome.failures.append(str(error) or type(error).__name__)


async def _stay(outing: Outing, visit: Visit, visitor: Visitor, outcome: Outcome) -> None:
    match visit.role:
        case "answer" if outing.counting:
            await _answer(outing, visit, visitor, outcome)
        case "download":
            await _download(outing, visit, outcome)
        case _:
            await _sleep_until(outing.counted_from)
            visitor.automatic.clear()
            await _sleep_until(outing.end)
            if outing.counting and visit.role == "watch" and not visitor.automatic:
                raise VisitFailed("the screen did not renew itself")
            for seconds in visitor.automatic:
                outcome.note("watch", seconds)


async def _answer(outing: Outing, visit: Visit, visitor: Visitor, outcome: Outcome) -> None:
    """Answer at a steady pace; whoever still waits for the page answers the next question later."""
    chance = random.Random(visit.query)
    given = outcome.given.setdefault(visit.owner, {})
    due = outing.counted_from - outing.warming + chance.uniform(0, PACE)
    while due < outing.end:
        await _sleep_until(due)
        counts = time.time() >= outing.counted_from
        radio, option = _choose(visitor, outing, chance)
        question = radio.key.removeprefix(outing.radios)
        # Until the run has finished, nobody knows which of the two the store holds.
        given.pop(question, None)
        seconds = await visitor.choose(radio, option)
        given[question] = option
        if counts:
            outcome.note("answer", seconds)
        if outing.turn and not _list_open(visitor, outing):
            await asyncio.sleep(1)
            seconds = await visitor.press(visitor.page.find(outing.turn)[0])
            if counts:
                outcome.note("turn", seconds)
        # Nobody is as regular as a page's own timers, which every answer sets back.
        due = max(due + PACE * chance.uniform(0.5, 1.5), time.time())


def _choose(visitor: Visitor, outing: Outing, chance: random.Random) -> tuple[Widget, int]:
    """The first open question of the page, or another level for one that has its answer."""
    questions = _list_open(visitor, outing) or visitor.page.find(outing.radios)
    if not questions:
        raise VisitFailed("there is no question on the page")
    radio = questions[0]
    options = [
        option for option in range(_LEVELS) if visitor.page.values.get(radio.id) != radio.options[option]
    ]
    return radio, chance.choice(options)


def _list_open(visitor: Visitor, outing: Outing) -> list[Widget]:
    return [radio for radio in visitor.page.find(outing.radios) if radio.id not in visitor.page.values]


async def _download(outing: Outing, visit: Visit, outcome: Outcome) -> None:
    """Have the file made every few seconds, as long as answers are counted."""
    await _sleep_until(outing.counted_from)
    while time.time() < outing.end:
        start = time.perf_counter()
        await fetch(outing.address, visit.file)
        outcome.note("download", time.perf_counter() - start)
        await asyncio.sleep(DOWNLOAD_PAUSE)


async def _sleep_until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - time.time()))


if __name__ == "__main__":
    # The client's own pauses would look like the server's.
    gc.freeze()
    gc.disable()
    told = json.load(sys.stdin)
    told["visits"] = tuple(Visit(**visit) for visit in told["visits"])
    json.dump(asdict(asyncio.run(send_out(Outing(**told)))), sys.stdout)
