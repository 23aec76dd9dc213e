"""The report as a PDF, made in a process of its own so that nobody else has to wait for it."""

import atexit
import contextlib
import os
import pickle
import signal
import threading
import time
from collections.abc import Callable
from datetime import date
from multiprocessing.connection import Connection
from typing import Any

from assessments.models import Language
from reporting.document import render_html
from reporting.enclosures import NOTHING, Enclosures
from reporting.exports.forms import write_form
from reporting.exports.kinds import Form, SlideShape
from reporting.limits import Limits
from reporting.render_process import RenderProcess
from reporting.render_server import FAILED, OUT_OF_TIME, TOO_LARGE, Job
from scoring.findings import Diagnosis

POLL_SECONDS = 0.05


class RenderError(Exception):
    """The report could not be made."""


class RenderTimedOut(RenderError):
    """It took longer than it may."""


class RenderTooLarge(RenderError):
    """It needed more memory, or became longer, than it may."""


class RenderFailed(RenderError):
    """Something went wrong that should not have."""


class RenderCancelled(RenderError):
    """Nobody wants it any more."""


_server = RenderProcess()
_places = threading.BoundedSemaphore(max(1, os.cpu_count() or 1))
"""As many reports at a time as there are processors; the others wait."""
atexit.register(_server.close)


def start_rendering() -> None:
    """Start the render process ahead of the first report (about two seconds of imports)."""
    _server.connect().close()


def render_pdf(
    diagnosis: Diagnosis,
    language: Language,
    made_on: date,
    limits: Limits | None = None,
    cancelled: threading.Event | None = None,
    *,
    enclosures: Enclosures = NOTHING,
) -> bytes:
    """The report as a PDF/UA-1 file; see `render_form`."""
    return render_form("pdf", diagnosis, language, made_on, "wide", enclosures, limits, cancelled)


def render_form(
    form: Form,
    diagnosis: Diagnosis,
    language: Language,
    made_on: date,
    shape: SlideShape = "wide",
    enclosures: Enclosures = NOTHING,
    limits: Limits | None = None,
    cancelled: threading.Event | None = None,
) -> bytes:
    """The report in one of its forms (`write_form`), made in a process of its own within limits.

    Raises RenderTimedOut, RenderTooLarge, RenderCancelled, or RenderFailed with the cause.
    """
    arguments = (form, diagnosis, language, made_on, shape, enclosures)
    return make_bounded(write_form, arguments, limits, cancelled)


def make_bounded(
    make: Callable[..., bytes],
    arguments: tuple[Any, ...],
    limits: Limits | None = None,
    cancelled: threading.Event | None = None,
) -> bytes:
    """What a function of a module makes of picklable arguments, in a process of its own within limits.

    `cancelled`: set it from another thread to give up.

    Raises RenderTimedOut, RenderTooLarge, RenderCancelled, or RenderFailed with the cause.
    """
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    if not _places.acquire(timeout=limits.seconds):
        raise RenderTimedOut("all places to render were taken")
    try:
        job = Job(make, arguments, limits.cpu_seconds, limits.memory_bytes)
        with _server.connect() as connection:
            return _await_file(connection, job, deadline, cancelled or threading.Event())
    except (EOFError, OSError) as error:
        raise RenderFailed(f"the render process ended early: {error!r}") from error
    finally:
        _places.release()


def _await_file(connection: Connection, job: Job, deadline: float, cancelled: threading.Event) -> bytes:
    connection.send_bytes(pickle.dumps(job))
    child: int | None = None
    while True:
        while not connection.poll(POLL_SECONDS):
            if cancelled.is_set():
                _end(child)
                raise RenderCancelled("given up")
            if time.monotonic() > deadline:
                _end(child)
                raise RenderTimedOut("out of time")
        answer = connection.recv_bytes()
        if child is not None:
            return _read_answer(answer)
        child = int(answer)


def _end(child: int | None) -> None:
    """End a child nobody waits for any more."""
    if child is not None:
        with contextlib.suppress(ProcessLookupError):  # it has ended by itself just now
            os.kill(child, signal.SIGKILL)


def _read_answer(answer: bytes) -> bytes:
    kind, content = answer[:1], answer[1:]
    if kind == OUT_OF_TIME:
        raise RenderTimedOut("out of processor time")
    if kind == TOO_LARGE:
        raise RenderTooLarge("more memory or text than a report may take")
    if kind == FAILED:
        raise RenderFailed(content.decode())
    return content


__all__ = [
    "Limits",
    "RenderCancelled",
    "RenderError",
    "RenderFailed",
    "RenderTimedOut",
    "RenderTooLarge",
    "make_bounded",
    "render_form",
    "render_html",
    "render_pdf",
    "start_rendering",
]
