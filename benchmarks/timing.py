"""How the benchmarks measure: the quickest of repeated runs, in turn with a reference in the same run."""

import time
from collections.abc import Callable
from dataclasses import dataclass

Clock = Callable[[], float]


@dataclass(frozen=True)
class Comparison:
    """One measurement beside its reference."""

    name: str
    seconds: float
    reference: str
    reference_seconds: float

    @property
    def ratio(self) -> float:
        """How many times the reference it takes."""
        return self.seconds / self.reference_seconds

    def __str__(self) -> str:
        return (
            f"{self.name}: {_in_units(self.seconds)} = {self.ratio:.1f} × {self.reference} "
            f"({_in_units(self.reference_seconds)})"
        )


def compare(
    name: str,
    action: Callable[[], object],
    reference: str,
    bare: Callable[[], object],
    runs: int = 15,
    clock: Clock = time.process_time,
) -> Comparison:
    """Measure both in turn, so that a busy machine slows both alike; other programs only ever add time.

    Processor time of this process, unless `clock` is another: `time.perf_counter` where the work is done
    in other processes.
    """
    action()
    bare()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for function, taken in zip((action, bare), times, strict=True):
            start = clock()
            function()
            taken.append(clock() - start)
    return Comparison(name, min(times[0]), reference, min(times[1]))


def _in_units(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"
