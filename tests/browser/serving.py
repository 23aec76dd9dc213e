"""A real server on a free port with a data folder of its own, to be killed and started again."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import services
from assessments.answers import Answer, Profile
from assessments.models import Edition
from services.content import load_content
from services.self_service import resume_assessment, save_answer, start_assessment
from storage.store import Store

ROOT = Path(__file__).parents[2]
START_SECONDS = 40


class Server:
    """The app as `henkaku serve` runs it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _find_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.kill()

    def start(self) -> None:
        command = f"from ui.server import serve; serve({self.port}, '127.0.0.1')"
        environment = {**os.environ, "HENKAKU_DATA": str(self.folder), "HENKAKU_PUBLIC_URL": self.url}
        environment.pop("HENKAKU_DATABASE_URL", None)
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-c", command],
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait()

    def kill(self) -> None:
        """End it as a power cut would, with everything it started."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def restart(self) -> None:
        self.kill()
        self.start()

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self.url}/health", timeout=1):
                    return
            except OSError:
                time.sleep(0.1)
        raise TimeoutError((self.folder / "server.log").read_text())

    def log(self) -> str:
        return (self.folder / "server.log").read_text(encoding="utf-8")

    @contextmanager
    def store(self) -> Iterator[Store]:
        """This server's database, whether it runs or not."""
        store = services.connect(f"sqlite:///{self.folder / 'henkaku.db'}")
        try:
            yield store
        finally:
            store.close()

    def begin(self, edition: Edition, rest: Any, **levels: Any) -> str:
        """A draft in this server's database, answered `rest` but for what is named; its token."""
        profile = Profile(name="ナギ精機", employees=320, business_units=3, current_model="centralized")
        with self.store() as store:
            token = start_assessment(store, profile, edition, "ja")
            for question in load_content().asked_in(edition):
                level = levels.get(question.id, rest)
                if level is not None:
                    save_answer(store, token, Answer(question=question.id, level=level))
        return token

    def read(self, token: str) -> dict[str, Answer]:
        """What its database holds behind a token."""
        with self.store() as store:
            return dict(resume_assessment(store, token).answers)


def _find_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
