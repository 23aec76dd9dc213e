from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.store import Store, open_store
from tests.storage.databases import BACKENDS, make_database


@pytest.fixture(params=BACKENDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database, once for each kind there is."""
    with make_database(request.param, tmp_path) as url:
        yield url


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    store = open_store(database)
    yield store
    store.close()
