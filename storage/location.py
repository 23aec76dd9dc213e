"""Where the database is."""

import os
from pathlib import Path

import platformdirs
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.problems import StorageProblem

DRIVERS = {
    "sqlite": "sqlite+pysqlite",
    "sqlite+pysqlite": "sqlite+pysqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
"""The database names a URL may start with, and the driver we use for them."""


def data_folder() -> Path:
    """The folder of the default database: HENKAKU_DATA, else the user's own data folder."""
    chosen = os.environ.get("HENKAKU_DATA")
    folder = Path(chosen) if chosen else platformdirs.user_data_path("henkaku", appauthor=False)
    return folder.expanduser().absolute()


def choose_url(url: str | None = None) -> URL:
    """The database to use: the argument, else HENKAKU_DATABASE_URL, else a file in the data folder.

    StorageProblem (`unsupported`) when it is neither PostgreSQL nor an SQLite file.
    """
    text = url or os.environ.get("HENKAKU_DATABASE_URL")
    if not text:
        return URL.create(DRIVERS["sqlite"], database=str(data_folder() / "henkaku.db"))
    try:
        parsed = make_url(text)
    except (ArgumentError, ValueError) as error:
        # The text itself may hold a password, so the message does not repeat it.
        raise StorageProblem("unsupported", "HENKAKU_DATABASE_URL") from error
    if parsed.drivername not in DRIVERS:
        raise StorageProblem("unsupported", name_place(parsed))
    parsed = parsed.set(drivername=DRIVERS[parsed.drivername])
    return _point_to_file(parsed) if is_sqlite(parsed) else parsed


def _point_to_file(url: URL) -> URL:
    name = url.database or ""
    if name in ("", ":memory:") or name.startswith("file:"):
        # Kept in memory only, every answer would be lost with the process.
        raise StorageProblem("unsupported", name_place(url))
    return url.set(database=str(Path(name).expanduser().absolute()))


def is_sqlite(url: URL) -> bool:
    """Whether the database is an SQLite file."""
    return url.get_backend_name() == "sqlite"


def database_file(url: URL) -> Path:
    """The file of an SQLite database."""
    return Path(url.database or "")


def name_place(url: URL) -> str:
    """The database as a message may name it: the file, or the URL without its password."""
    if is_sqlite(url) and url.database:
        return url.database
    return url.render_as_string(hide_password=True)
