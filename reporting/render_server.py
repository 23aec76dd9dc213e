"""The process that renders reports: imports once, then forks a child for each report.

A server of our own rather than multiprocessing's: that one lets every child import the parent's main
module again, which under Streamlit is the app's script. This one is started with `-m`, so it knows no
other main module, has one thread and may fork. It ends when the process that started it does.
"""

import gc
import os
import pickle
import resource
import signal
import socket
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import Any

from reporting.limits import TooLargeError

DONE, TOO_LARGE, OUT_OF_TIME, FAILED = b"D", b"L", b"T", b"F"
"""First byte of an answer: the file follows, or what went wrong."""
_OUT_OF_MEMORY = (signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGTRAP)
NICENESS = 5
"""By how much a report stands back when processors are scarce: people who answer go first."""
GRACE_SECONDS = 5
"""CPU time after the soft limit before the kernel ends a child that does not react."""


@dataclass(frozen=True)
class Job:
    """A file to make, and what that may use."""

    make: Callable[..., bytes]
    """A function of a module, which the child imports; it may raise TooLargeError."""
    arguments: tuple[Any, ...]
    cpu_seconds: int
    memory_bytes: int
    """Address space of the child."""


class _OutOfTime(BaseException):
    """The CPU limit was reached; nothing in between may swallow it."""


def main(control_descriptor: int) -> None:
    """Serve until the other end of the control socket is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for whoever started this process
    with tempfile.TemporaryDirectory(prefix="henkaku-render-") as folder:
        os.environ["FONTCONFIG_FILE"] = _preload(Path(folder))
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        with socket.socket(fileno=control_descriptor) as control:
            while True:
                message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
                if not message:
                    return
                if os.fork() == 0:
                    control.close()
                    os._exit(_serve(Connection(descriptors[0])))
                os.close(descriptors[0])


def _preload(folder: Path) -> str:
    """Import what a report needs; no font is opened yet, which would start a thread."""
    from reporting import document, glyphs, press, typesetting

    document.load_templates()
    glyphs.load_widths()
    typesetting.load_parser()
    gc.collect()
    gc.disable()  # a child makes one file and ends: collecting would cost time and give back little
    return str(press.write_font_configuration(folder))


def _serve(connection: Connection) -> int:
    """Have one report rendered; says what happened even when a library ends the worker outright."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    worker = os.fork()
    if worker == 0:
        os._exit(_work(connection))
    _, status = os.waitpid(worker, 0)
    if not os.WIFSIGNALED(status):
        return 0
    ended_by = os.WTERMSIG(status)
    # libraries written in C abort, or crash, where Python would raise MemoryError
    answer = TOO_LARGE if ended_by in _OUT_OF_MEMORY else FAILED + signal.Signals(ended_by).name.encode()
    return _send(connection, answer)


def _send(connection: Connection, answer: bytes) -> int:
    try:
        connection.send_bytes(answer)
    except OSError:  # nobody waits for it any more
        return 1
    return 0


def _work(connection: Connection) -> int:
    """Render one report; the exit code of the process that does."""
    try:
        connection.send_bytes(str(os.getpid()).encode())
        job = connection.recv_bytes()
    except (EOFError, OSError):  # whoever asked has gone meanwhile
        return 1
    try:
        answer = DONE + _render(pickle.loads(job))  # noqa: S301 - from our own parent
    except _OutOfTime:
        answer = OUT_OF_TIME
    except (MemoryError, TooLargeError):
        answer = TOO_LARGE
    except BaseException as error:  # noqa: BLE001 - what stops the rendering has to reach whoever waits for it
        answer = FAILED + f"{type(error).__name__}: {error}".encode()
    return _send(connection, answer)


def _render(job: Job) -> bytes:
    _limit(job)
    return job.make(*job.arguments)


def _limit(job: Job) -> None:
    os.nice(NICENESS)
    signal.signal(signal.SIGXCPU, _raise_out_of_time)
    resource.setrlimit(resource.RLIMIT_CPU, (job.cpu_seconds, job.cpu_seconds + GRACE_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        resource.setrlimit(resource.RLIMIT_AS, (job.memory_bytes, job.memory_bytes))
    except (OSError, ValueError):  # macOS does not offer it
        return


def _raise_out_of_time(_signal: int, _frame: FrameType | None) -> None:
    raise _OutOfTime


if __name__ == "__main__":
    main(int(sys.argv[1]))
