"""Bringing a database to the present tables: once, whole, and never over somebody else's data."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, func, inspect, select

from storage.engine import open_engine, writing
from storage.location import database_file, is_sqlite, name_place
from storage.problems import StorageProblem, name_problems

VERSION_TABLE = "henkaku_version"
STEPS = Path(__file__).parent / "migrations"
LOCK_SECONDS = 60
"""How long a process waits for another one that is migrating."""
_ADVISORY_LOCK = 0x48454E4B414B55
"""`HENKAKU` in ASCII: the number under which our processes wait for each other on PostgreSQL."""


@dataclass(frozen=True)
class DatabaseState:
    """How far a database has come."""

    place: str
    """The file, or the URL without its password."""
    revision: str | None
    """The last step applied; None when the database is new."""
    head: str
    """The last step there is."""

    @property
    def is_current(self) -> bool:
        """Whether nothing is left to do."""
        return self.revision == self.head


def migrate(url: URL) -> None:
    """Make the database, or bring it to the present tables; does nothing when it is there already.

    Processes that start together wait for each other. StorageProblem when the database cannot be
    opened, is damaged, belongs to another program or to a newer version; it is then left as it is.
    """
    place = name_place(url)
    with name_problems(place), _open_for_migration(url) as engine:
        if is_sqlite(url):
            _turn_on_wal(engine, place)
        with writing(engine).begin() as connection:
            if not is_sqlite(url):
                connection.execute(select(func.pg_advisory_xact_lock(_ADVISORY_LOCK)))
            if not _read_state(connection, place).is_current:
                _upgrade(connection)


def inspect_database(url: URL) -> DatabaseState:
    """How far the database has come, without making or changing anything.

    StorageProblem as for `migrate`.
    """
    place = name_place(url)
    with name_problems(place):
        if is_sqlite(url) and not database_file(url).exists():
            return DatabaseState(place, None, _find_head())
        if is_sqlite(url):
            _refuse_closed_file(url)
        with open_engine(url, migrating=True).begin() as connection:
            return _read_state(connection, place)


def _refuse_closed_file(url: URL) -> None:
    # SQLite opens a read-only file without complaint, and every answer would then fail.
    file = database_file(url)
    if file.exists() and not os.access(file, os.W_OK):
        raise StorageProblem("cannot_write", name_place(url))


@contextmanager
def _open_for_migration(url: URL) -> Iterator[Engine]:
    engine = open_engine(url, migrating=True)
    if not is_sqlite(url):
        yield engine
        return
    _refuse_closed_file(url)
    file = database_file(url)
    # The answers are the user's own: others on the machine have no business in the folder.
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # An empty SQLite file beside the database is the lock: it works on every system, and is
    # released when its process dies. The database cannot lock itself while it changes to WAL.
    with closing(sqlite3.connect(f"{file}.lock", timeout=LOCK_SECONDS, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield engine


def _turn_on_wal(engine: Engine, place: str) -> None:
    with engine.begin() as connection:
        _read_state(connection, place)  # refuses what is not ours before the file is touched
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _read_state(connection: Connection, place: str) -> DatabaseState:
    """The state; StorageProblem when the database is not ours or comes from a newer version."""
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    revision = context.get_current_revision()
    if revision is None and inspect(connection).get_table_names():
        raise StorageProblem("foreign", place)
    if revision is not None and revision not in _known_revisions():
        raise StorageProblem("newer", place, revision)
    return DatabaseState(place, revision, _find_head())


def _upgrade(connection: Connection) -> None:
    config = _configure()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        # Foreign keys were off meanwhile, see `open_engine`.
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise RuntimeError(f"a migration left {len(broken)} rows without what they refer to")


def _configure() -> Config:
    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    return config


def _known_revisions() -> set[str]:
    scripts = ScriptDirectory.from_config(_configure())
    return {step.revision for step in scripts.walk_revisions()}


def _find_head() -> str:
    head = ScriptDirectory.from_config(_configure()).get_current_head()
    if head is None:
        raise RuntimeError(f"no migrations in {STEPS}: the installation is incomplete")
    return head
