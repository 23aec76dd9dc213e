from collections.abc import Iterator
from pathlib import Path

import pytest

import services
from storage.store import Store
from tests.storage.databases import BACKENDS, make_database


@pytest.fixture(params=BACKENDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store, once for each kind of database there is."""
    with make_database(request.param, tmp_path) as url:
        store = services.connect(url)
        yield store
        store.close()
