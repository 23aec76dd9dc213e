"""How busy the machine is, and with what: a figure means nothing without it."""

import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

import psutil


@dataclass(frozen=True)
class Usage:
    """Processor time within a while, in cores: 1.0 is one core all the time."""

    server: float
    crowd: float
    others: float
    """Everything else on the machine; the measurement is doubtful when this is not near nothing."""
    lasted: float
    """How long the while was, in seconds."""


@dataclass(frozen=True)
class Reading:
    """The clocks at a moment, in seconds."""

    moment: float
    server: float
    crowd: float
    all: float

    def until(self, later: "Reading") -> Usage:
        """What was used between two readings."""
        lasted = later.moment - self.moment
        server, crowd = (later.server - self.server) / lasted, (later.crowd - self.crowd) / lasted
        return Usage(server, crowd, max(0.0, (later.all - self.all) / lasted - server - crowd), lasted)


def read_clocks(server: psutil.Process) -> Reading:
    """The processor time used so far by a server, by this process and its crowds, and by everything."""
    times = psutil.cpu_times()
    busy = sum(times) - times.idle - getattr(times, "iowait", 0.0) - getattr(times, "guest", 0.0)
    servers = [server, *server.children(recursive=True)]
    own = psutil.Process()
    ids = {process.pid for process in servers}
    crowds = [own, *(child for child in own.children(recursive=True) if child.pid not in ids)]
    return Reading(time.monotonic(), _add_up(servers), _add_up(crowds), busy)


def _add_up(processes: Iterable[psutil.Process]) -> float:
    total = 0.0
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            used = process.cpu_times()
            total += used.user + used.system
    return total
