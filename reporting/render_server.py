"""The process that renders reports: imports once, then forks a child for each report.

A server of our own rather than multiprocessing's: that one lets every child import the parent's main
module again, which under Streamlit is the app's script. This one is started with `-m`, so it knows no
other main module, has one thread and may fork. It ends when the process that started it does.
"""

import os
import pickle
import resource
import signal
import socket
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType

from assessments.models import Language
from scoring.findings import Diagnosis

DONE, TOO_LARGE, OUT_OF_TIME, FAILED = b"D", b"L", b"T", b"F"
"""First byte of an answer: the PDF follows, or what went wrong."""
GRACE_SECONDS = 5
"""CPU time after the soft limit before the kernel ends a child that does not react."""


@dataclass(frozen=True)
class Job:
    """A report to render, and what it may use."""

    diagnosis: Diagnosis
    language: Language
    made_on: date
    cpu_seconds: int
    memory_bytes: int
    """Address space of the child."""
    html_characters: int


class _OutOfTime(BaseException):
    """The CPU limit was reached; nothing in between may swallow it."""


def main(control_descriptor: int) -> None:
    """Serve until the other end of the control socket is closed."""
    with tempfile.TemporaryDirectory(prefix="henkaku-render-") as folder:
        os.environ["FONTCONFIG_FILE"] = _preload(Path(folder))
        signal.signal(signal.SIGINT, signal.SIG_IGN)
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
    return str(press.write_font_configuration(folder))


def _serve(connection: Connection) -> int:
    connection.send_bytes(str(os.getpid()).encode())
    try:
        answer = DONE + _render(pickle.loads(connection.recv_bytes()))  # noqa: S301 - from our own parent
    except _OutOfTime:
        answer = OUT_OF_TIME
    except (MemoryError, _TooLargeError):
        answer = TOO_LARGE
    except BaseException as error:  # noqa: BLE001 - what stops the rendering has to reach whoever waits for it
        answer = FAILED + f"{type(error).__name__}: {error}".encode()
    try:
        connection.send_bytes(answer)
    except OSError:  # nobody waits for it any more
        return 1
    return 0


class _TooLargeError(Exception):
    """The document has grown beyond what a report may be."""


def _render(job: Job) -> bytes:
    from reporting.document import render_html
    from reporting.press import print_html

    _limit(job)
    html = render_html(job.diagnosis, job.language, job.made_on)
    if len(html) > job.html_characters:
        raise _TooLargeError
    return print_html(html)


def _limit(job: Job) -> None:
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
