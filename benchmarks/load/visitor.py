"""One browser at a Streamlit page, speaking Streamlit's own websocket protocol."""

import asyncio
import time
from types import TracebackType
from typing import Self

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

from benchmarks.load.page import Page, Widget

PATIENCE = 60.0
"""Seconds after which a visitor gives up on a run or a connection."""


class VisitFailed(Exception):
    """The page showed an error, took longer than anybody waits, or the connection broke."""


class Visitor:
    """A browser with one page open; use as an asynchronous context manager."""

    def __init__(self, address: str, path: str, query: str) -> None:
        self.page = Page(address, path, query)
        self.automatic: list[float] = []
        """Seconds that runs took which the page asked for itself (`run_every`)."""
        self.overtaken = 0
        """Runs whose end was never told because the page's own timer came in between; see `_end_run`."""
        self.received = 0
        """Messages from the server so far."""
        self._socket: ClientConnection | None = None
        self._reader: asyncio.Task[None] | None = None
        self._finished: asyncio.Future[str] | None = None
        self._awaited = ForwardMsg.FINISHED_SUCCESSFULLY
        self._is_followed = False
        self._timers: dict[str, asyncio.Task[None]] = {}
        self._due: dict[str, float] = {}

    async def __aenter__(self) -> Self:
        address = self.page.address
        try:
            self._socket = await connect(
                f"ws://{address}/_stcore/stream",
                origin=Origin(f"http://{address}"),
                subprotocols=[Subprotocol("streamlit"), Subprotocol("PLACEHOLDER_AUTH_TOKEN")],
                proxy=None,
                max_size=None,
                ping_interval=None,
                open_timeout=PATIENCE,
                close_timeout=1,
            )
        except (OSError, WebSocketException) as error:
            raise VisitFailed(f"connecting: {type(error).__name__}") from error
        self._reader = asyncio.create_task(self._read())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in (*self._timers.values(), self._reader):
            if task is not None:
                task.cancel()
        if self._socket is not None:
            await self._socket.close()

    async def load(self) -> float:
        """Run the script for the first time; returns the seconds until it had finished."""
        return await self._rerun()

    async def choose(self, radio: Widget, option: int) -> float:
        """Choose one of a radio's options; returns the seconds until the page had been run."""
        self.page.values[radio.id] = radio.options[option]
        return await self._rerun(fragment=radio.fragment)

    async def press(self, button: Widget) -> float:
        """Press a button; returns the seconds until the page had been run."""
        return await self._rerun(button.id, button.fragment)

    async def _rerun(self, pressed: str = "", fragment: str = "") -> float:
        self._awaited = (
            ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY if fragment else ForwardMsg.FINISHED_SUCCESSFULLY
        )
        self._finished = asyncio.get_running_loop().create_future()
        self._is_followed = False
        message = self.page.make_rerun(pressed, fragment)
        start = time.perf_counter()
        await self._send(message)
        await self._wait(self._finished)
        return time.perf_counter() - start

    async def _wait(self, future: asyncio.Future[str]) -> str:
        try:
            async with asyncio.timeout(PATIENCE):
                return await future
        except TimeoutError as error:
            raise VisitFailed(f"no answer within {PATIENCE:.0f} s") from error

    async def _send(self, message: bytes) -> None:
        if self._socket is None:
            raise VisitFailed("not connected")
        try:
            await self._socket.send(message)
        except WebSocketException as error:
            raise VisitFailed(f"sending: {type(error).__name__}") from error

    async def _read(self) -> None:
        """Take in messages until the connection ends; whoever waits then hears of it."""
        failure = "the connection was closed"
        try:
            assert self._socket is not None
            async for data in self._socket:
                assert isinstance(data, bytes)
                self._take_in(ForwardMsg.FromString(data))
        except (WebSocketException, KeyError, AssertionError) as error:
            failure = f"reading: {type(error).__name__} {error}"
        if self._finished is not None and not self._finished.done():
            self._finished.set_exception(VisitFailed(failure))

    def _take_in(self, message: ForwardMsg) -> None:
        self.received += 1
        self.page.take_in(message)
        match message.WhichOneof("type"):
            case "new_session" if not message.metadata.run.fragment_ids:
                self._stop_timers(list(self._timers))
            case "script_finished":
                self._end_run(message.script_finished)
            case "auto_rerun":
                self._start_timer(message.auto_rerun.fragment_id, message.auto_rerun.interval)
            case "stop_auto_rerun":
                self._stop_timers(list(message.stop_auto_rerun.fragment_ids))

    def _end_run(self, status: ForwardMsg.ScriptFinishedStatus.ValueType) -> None:
        is_timers = status == ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY
        if is_timers:
            now = time.perf_counter()
            self.automatic.extend(now - start for start in self._due.values())
        self._due.clear()
        waiting = self._finished is not None and not self._finished.done()
        if self.page.problem:
            if waiting and self._finished is not None:
                self._finished.set_exception(VisitFailed(self.page.problem))
        elif (
            waiting
            and self._finished is not None
            and (status == self._awaited or (is_timers and self._is_followed))
        ):
            # A timer's run that was asked for later ends later, unless Streamlit has dropped what the
            # whole script's run had to say (its issue 9921). The browser rests then, and so do we.
            self.overtaken += status != self._awaited
            self._finished.set_result("")

    def _start_timer(self, fragment: str, interval: float) -> None:
        self._stop_timers([fragment])
        self._timers[fragment] = asyncio.create_task(self._repeat(fragment, interval))

    def _stop_timers(self, fragments: list[str]) -> None:
        for fragment in fragments:
            if timer := self._timers.pop(fragment, None):
                timer.cancel()

    async def _repeat(self, fragment: str, interval: float) -> None:
        """Rerun a fragment again and again, as the page asked for."""
        while True:
            await asyncio.sleep(interval)
            self._due[fragment] = time.perf_counter()
            self._is_followed = True
            await self._send(self.page.make_rerun(fragment=fragment, kind="automatic"))
