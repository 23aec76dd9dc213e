"""Connections, set up so that an answer once saved stays saved and writers wait for each other."""

import json
from functools import partial
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event

from storage.location import is_sqlite, name_place
from storage.problems import StorageProblem

WAIT_SECONDS = 15
"""How long a writer waits for others before the database counts as busy."""
_WRITES = "henkaku_writes"


def open_engine(url: URL, *, migrating: bool = False) -> Engine:
    """An engine for the database; opens no connection yet.

    `migrating` leaves foreign keys unchecked, because SQLite changes a table by making it anew,
    and keeps no connection open. StorageProblem when the driver is not installed.
    """
    options: dict[str, Any] = {"json_serializer": partial(json.dumps, ensure_ascii=False)}
    if migrating:
        options["poolclass"] = NullPool
    else:
        # A server or its network may have gone away since the last use of a pooled connection.
        options |= {"pool_size": 10, "max_overflow": 10, "pool_pre_ping": not is_sqlite(url)}
    wait = "timeout" if is_sqlite(url) else "connect_timeout"
    try:
        engine = create_engine(url, connect_args={wait: WAIT_SECONDS}, **options)
    except ModuleNotFoundError as error:
        raise StorageProblem("driver_missing", name_place(url), str(error)) from error
    if is_sqlite(url):
        _set_up_sqlite(engine, foreign_keys=not migrating)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine, for transactions that write."""
    return engine.execution_options(**{_WRITES: True})


def _set_up_sqlite(engine: Engine, *, foreign_keys: bool) -> None:
    @event.listens_for(engine, "connect")
    def configure(connection: Any, record: object) -> None:
        # The driver would begin transactions on its own, and as readers: two of them that turn
        # into writers block each other. So it is kept out, and `begin` below says what is meant.
        connection.isolation_level = None
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
