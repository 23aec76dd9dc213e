"""What can be wrong with a database, in words the layers above can explain to a person."""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Error as SqliteError
from typing import Literal

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

Reason = Literal[
    "unsupported",  # the URL names a database that Henkaku does not speak
    "driver_missing",  # PostgreSQL is asked for and its driver is not installed
    "cannot_open",  # the file or its folder cannot be opened or made
    "cannot_write",  # it can be read and not written
    "damaged",  # the file is no database, or a broken one
    "foreign",  # a database that belongs to another program
    "newer",  # written by a newer version of Henkaku
    "busy",  # others held it for longer than we wait
    "full",  # no room left on the disk
    "unreachable",  # the database server does not answer, or refuses us
]

_SQLITE_REASONS: dict[str, Reason] = {
    "SQLITE_NOTADB": "damaged",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_CANTOPEN": "cannot_open",
    "SQLITE_IOERR": "cannot_open",
    "SQLITE_PERM": "cannot_open",
    "SQLITE_READONLY": "cannot_write",
    "SQLITE_BUSY": "busy",
    "SQLITE_FULL": "full",
}
_POSTGRES_REASONS: dict[str, Reason] = {
    "42501": "cannot_write",  # insufficient privilege
    "25006": "cannot_write",  # read-only transaction
    "53100": "full",
    "55P03": "busy",  # lock not available
}


class StorageProblem(Exception):
    """The database cannot do what is asked, for a reason that a person can mend."""

    def __init__(self, reason: Reason, place: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {place}: {detail}")
        self.reason = reason
        self.place = place
        """The file, or the URL without its password."""
        self.detail = detail
        """What the database itself said."""


@contextmanager
def name_problems(place: str) -> Iterator[None]:
    """Turn a database error that a person can mend into a StorageProblem; let bugs through."""
    try:
        yield
    except PoolTimeout as error:
        raise StorageProblem("busy", place, str(error)) from error
    except (DBAPIError, SqliteError, OSError) as error:
        reason = _find_reason(error)
        if reason is None:
            raise
        cause = error.orig if isinstance(error, DBAPIError) else error
        raise StorageProblem(reason, place, str(cause).strip()) from error


def _find_reason(error: Exception) -> Reason | None:
    if isinstance(error, OSError):
        return "cannot_open"
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, SqliteError):
        # Extended names add a suffix: SQLITE_READONLY_DIRECTORY, SQLITE_IOERR_WRITE …
        code = "_".join(getattr(cause, "sqlite_errorname", "").split("_")[:2])
        return _SQLITE_REASONS.get(code)
    state = getattr(cause, "sqlstate", None)
    if state in _POSTGRES_REASONS:
        return _POSTGRES_REASONS[state]
    return "unreachable" if isinstance(error, OperationalError | InterfaceError) else None
