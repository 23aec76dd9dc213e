"""One database and the two ways into it: reading, and writing in turn."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock

from sqlalchemy import Connection, Engine

from storage.engine import writing
from storage.problems import name_problems


class Database:
    """An open database. One per process; all threads share it.

    What a method of the classes below has written when it returns outlives the process. Every
    method raises StorageProblem when the database cannot do what it is asked.
    """

    def __init__(self, engine: Engine, place: str) -> None:
        self._engine = engine
        self._place = place
        # SQLite takes one writer at a time and lets the others look again now and then, which can
        # leave one of them waiting for seconds. Threads of this process wait here, where it is fair.
        is_sqlite = engine.dialect.name == "sqlite"
        self._turn: AbstractContextManager[object] = Lock() if is_sqlite else nullcontext()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with name_problems(self._place), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._turn, name_problems(self._place), writing(self._engine).begin() as connection:
            yield connection
