"""The servers that are measured: started on a free port of this machine, always stopped again."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import psutil

ROOT = Path(__file__).parent.parent.parent
HOST = "127.0.0.1"
_PATIENCE = 60.0
_PR_SET_PDEATHSIG = 1
Kind = Literal["henkaku", "bare", "default"]
"""Henkaku as `henkaku serve` runs it; the bare page on that very server; Henkaku as Streamlit would
run it by default, with a collection after every run and the file watcher on."""


@dataclass(frozen=True)
class Server:
    """A server that is running."""

    address: str
    process: psutil.Process

    def measure_memory(self) -> int:
        """Resident memory of the server and its children, in MiB."""
        found = 0
        for process in (self.process, *self.process.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                found += process.memory_info().rss
        return found // 2**20


@contextmanager
def running(kind: Kind, data: Path) -> Iterator[Server]:
    """A server on the database in `data`, stopped at the end; RuntimeError when it does not start."""
    port = _find_port()
    log = data / f"{kind}-{port}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            _write_command(kind, port),
            cwd=ROOT,
            env=os.environ | {"HENKAKU_DATA": str(data), "PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=end_with_parent,
        )
    try:
        _await_health(process, f"http://{HOST}:{port}/_stcore/health", log)
        yield Server(f"{HOST}:{port}", psutil.Process(process.pid))
    finally:
        _stop(process)


def end_with_parent() -> None:
    """Have Linux stop this new process when the benchmark is killed and can no longer do it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _write_command(kind: Kind, port: int) -> list[str]:
    if kind == "henkaku":
        return [sys.executable, "-m", "cli", "serve", "--port", str(port), "--host", HOST]
    if kind == "bare":
        return [sys.executable, "-m", "benchmarks.load.serve_bare", str(port), HOST]
    options = {
        "server.port": str(port),
        "server.address": HOST,
        "runner.postScriptGC": "true",
        "server.fileWatcherType": "auto",
        "server.disconnectedSessionTTL": "120",
    }
    settings = [part for name, value in options.items() for part in (f"--{name}", value)]
    return [sys.executable, "-m", "streamlit", "run", "app.py", *settings]


def _find_port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


def _await_health(process: "subprocess.Popen[bytes]", url: str, log: Path) -> None:
    give_up = time.monotonic() + _PATIENCE
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while time.monotonic() < give_up and process.poll() is None:
        with suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            opener.open(url, timeout=5).close()
            return
        time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{log.read_text(errors='replace')[-2000:]}")


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """Ask it to stop, then make it, with all its children."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        pass
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
