"""Whether people who answer wait while reports are rendered on the same server."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from assessments.answer_files import read_answers
from benchmarks.load.crowd import send_out
from benchmarks.load.fetching import fetch
from benchmarks.load.levels import store_in
from benchmarks.load.plan import Outcome, Outing
from benchmarks.load.scenarios import ALONE
from benchmarks.load.servers import running
from benchmarks.scoring import EXAMPLE
from services.content import load_content
from services.demo import open_example
from services.takeaway import Link
from ui.takeaway import make_address

PEOPLE = 20
AT_ONCE = 2
"""Reports that are rendered at a time, one after another on each place."""
_ARRIVING, _WARMING, _COUNTING = 2.0, 3.0, 30.0


def measure_beside() -> Iterator[str]:
    """The time of an answer with nothing beside it, and with reports rendered all the while."""
    for reports in (0, AT_ONCE):
        with TemporaryDirectory(prefix="henkaku-pdf-") as folder, store_in(Path(folder)) as store:
            visits = ALONE.prepare(store, PEOPLE)
            profile, answers = read_answers(EXAMPLE, load_content())
            report = make_address(
                Link("draft", open_example(store, profile, answers, "ja")), "pdf", "ja", "ja"
            )
            with running(ALONE.server, Path(folder)) as server:
                outing = Outing(server.address, visits, ALONE.radios, ALONE.turn, time.time() + 1,
                                _ARRIVING, _WARMING, _COUNTING, files=False)  # fmt: skip
                outcome, made = asyncio.run(_answer_beside(outing, f"/{report}", reports))
        yield _describe(outcome, made, reports)


async def _answer_beside(outing: Outing, report: str, reports: int) -> tuple[Outcome, int]:
    """Have people answer beside reports; returns how many of those were made while answers counted."""
    makers = [asyncio.create_task(_render_again(outing, report)) for _ in range(reports)]
    outcome = await send_out(outing)
    return outcome, sum([await maker for maker in makers])


async def _render_again(outing: Outing, report: str) -> int:
    await asyncio.sleep(max(0.0, outing.start + outing.arriving - time.time()))
    made = 0
    while time.time() < outing.end:
        if not (await fetch(outing.address, report)).startswith(b"%PDF"):
            raise ValueError("what came is not a PDF")
        made += time.time() > outing.counted_from
    return made


def _describe(outcome: Outcome, made: int, reports: int) -> str:
    seconds = sorted(outcome.seconds["answer"])
    slow = seconds[int(0.95 * (len(seconds) - 1))]
    beside = f"{reports} reports rendered at a time ({made} in all)" if reports else "nothing beside it"
    times = {"p50": median(seconds), "p95": slow, "longest": seconds[-1]}
    told = ", ".join(f"{name} {value * 1000:.0f} ms" for name, value in times.items())
    return f"an answer of {PEOPLE} people, {beside}: {told}, {len(outcome.failures)} failures"
