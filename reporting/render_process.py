"""The render process seen from the outside: started when needed, reached through a socket."""

import os
import socket
import subprocess
import sys
import threading
from multiprocessing.connection import Connection, Pipe
from pathlib import Path

STOP_SECONDS = 3
"""Time the render process gets to clean up once its control socket is closed."""
_PASSED_ON = ("PATH", "HOME", "LANG", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "TMPDIR")
"""What the render process learns of the environment: no secrets, no database."""


class RenderProcess:
    """The running render process; started at the first report and again whenever it is gone."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def connect(self) -> Connection:
        """A connection to a new child of the render process; OSError when it cannot be reached."""
        ours, theirs = Pipe()
        with self._lock, theirs:
            try:
                socket.send_fds(self._ensure_running(), [b"."], [theirs.fileno()])
            except OSError:  # it has just gone: once more, with a new one
                self._stop()
                socket.send_fds(self._ensure_running(), [b"."], [theirs.fileno()])
        return ours

    def _ensure_running(self) -> socket.socket:
        if self._control is not None and self._process is not None and self._process.poll() is None:
            return self._control
        self._stop()
        self._control, theirs = socket.socketpair()
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        environment["PYTHONPATH"] = os.pathsep.join(path or str(Path.cwd()) for path in sys.path)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
                [sys.executable, "-m", "reporting.render_server", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env=environment,
            )
        return self._control

    def _stop(self) -> None:
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._control = self._process = None

    def close(self) -> None:
        """End the render process."""
        with self._lock:
            self._stop()
