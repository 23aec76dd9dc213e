"""Opening the store, once for each process."""

from services.errors import explain_storage_problems
from storage.store import Store, open_store


def connect(url: str | None = None) -> Store:
    """Open the store for this process; it is shared by all threads.

    Without `url`: HENKAKU_DATABASE_URL, else an SQLite file in HENKAKU_DATA or the user's data
    folder. Makes the database or brings it up to date first. DatabaseProblem when that cannot be
    done; a database that is damaged, newer or another program's is left as it is.
    """
    with explain_storage_problems():
        return open_store(url)
