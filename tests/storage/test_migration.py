"""How a database comes to the present tables, and which ones are left alone."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import String, create_engine, inspect, make_url, text

from assessments.answers import Answer, Profile
from storage import migration
from storage.engine import open_engine, writing
from storage.location import choose_url
from storage.migration import VERSION_TABLE, inspect_database, migrate
from storage.problems import StorageProblem
from storage.records import NewAssessment
from storage.store import open_store
from storage.tables import metadata

HASH = "a" * 64
NEW = NewAssessment(Profile(), "full", "ja", "c", "1")


def test_the_migrated_tables_are_those_the_code_describes(database: str) -> None:
    migrate(choose_url(database))
    engine = create_engine(database)
    with engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
        kept = inspect(connection).get_check_constraints("answers")
    engine.dispose()
    described = {constraint.name for constraint in metadata.tables["answers"].constraints}
    assert {constraint["name"] for constraint in kept} <= described
    assert len(kept) == 3


def test_migrating_again_changes_nothing(database: str) -> None:
    url = choose_url(database)
    assert inspect_database(url).revision is None
    migrate(url)
    first = inspect_database(url)
    migrate(url)
    assert first.is_current
    assert inspect_database(url) == first


def test_a_migration_that_fails_leaves_nothing_behind(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    upgrade = migration._upgrade

    def fail(*given: object) -> None:
        upgrade(*given)  # type: ignore[arg-type]
        raise RuntimeError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr(migration, "_upgrade", fail)
        with pytest.raises(RuntimeError, match="power cut"):
            migrate(choose_url(database))
    assert inspect_database(choose_url(database)).revision is None
    open_store(database).close()


def test_a_step_may_remake_a_table_that_answers_hang_on(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'henkaku.db'}"
    store = open_store(database)
    store.add_assessment(HASH, NEW)
    store.save_answer(HASH, Answer(question="q", level=2))
    store.close()
    with writing(open_engine(choose_url(database), migrating=True)).begin() as connection:
        step = Operations(MigrationContext.configure(connection))
        with step.batch_alter_table("respondents") as respondents:
            respondents.alter_column("name", type_=String(300))
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    assert _execute(database, "SELECT count(*) FROM answers") == 1


def test_a_database_of_a_newer_version_is_refused_and_kept(database: str) -> None:
    store = open_store(database)
    store.add_assessment(HASH, NEW)
    store.save_answer(HASH, Answer(question="q", level=2))
    store.close()
    _execute(database, f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    for attempt in (open_store, lambda url: inspect_database(choose_url(url))):
        with pytest.raises(StorageProblem) as caught:
            attempt(database)
        assert (caught.value.reason, caught.value.detail) == ("newer", "9999")
    assert _execute(database, "SELECT count(*) FROM answers") == 1


def test_a_database_of_another_program_is_refused_and_kept(database: str) -> None:
    _execute(database, "CREATE TABLE bookmarks (address TEXT)")
    before = _read_file(database)
    with pytest.raises(StorageProblem) as caught:
        open_store(database)
    assert caught.value.reason == "foreign"
    assert _read_file(database) == before


@pytest.mark.parametrize("content", ["これは表計算の控えです\n" * 100, "SQLite format 3\0 and then nonsense"])
def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path, content: str) -> None:
    file = tmp_path / "henkaku.db"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(StorageProblem) as caught:
        open_store(f"sqlite:///{file}")
    assert caught.value.reason == "damaged"
    assert caught.value.place == str(file)
    assert file.read_text(encoding="utf-8") == content


def test_a_damaged_database_is_refused_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "henkaku.db"
    open_store(f"sqlite:///{file}").close()
    broken = file.read_bytes()[:4096] + b"\xff" * 4096 * 3
    file.write_bytes(broken)
    with pytest.raises(StorageProblem) as caught:
        open_store(f"sqlite:///{file}")
    assert caught.value.reason == "damaged"
    assert file.read_bytes() == broken


def test_a_place_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder.db").mkdir()
    for place in (tmp_path / "file" / "henkaku.db", tmp_path / "folder.db"):
        with pytest.raises(StorageProblem) as caught:
            open_store(f"sqlite:///{place}")
        assert (caught.value.reason, caught.value.place) == ("cannot_open", str(place))


@pytest.mark.parametrize(("closed", "reason"), [("henkaku.db", "cannot_write"), (".", "cannot_open")])
def test_a_closed_file_or_folder_is_named(tmp_path: Path, closed: str, reason: str) -> None:
    file, place = tmp_path / "henkaku.db", tmp_path / closed
    open_store(f"sqlite:///{file}").close()
    (tmp_path / "henkaku.db.lock").unlink()
    mode = place.stat().st_mode
    place.chmod(mode & ~0o222)
    try:
        if os.access(place, os.W_OK):
            pytest.skip("nothing is closed to root")
        with pytest.raises(StorageProblem) as caught:
            open_store(f"sqlite:///{file}")
    finally:
        place.chmod(mode)
    assert caught.value.reason == reason


def test_the_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "100% 変革"
    open_store(f"sqlite:///{folder / 'henkaku.db'}").close()
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_sqlite_is_set_up_for_many_writers(tmp_path: Path) -> None:
    file = tmp_path / "henkaku.db"
    store = open_store(f"sqlite:///{file}")
    with store._engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    store.close()
    assert found == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 15_000}


def test_looking_at_a_database_makes_none(tmp_path: Path) -> None:
    state = inspect_database(choose_url(f"sqlite:///{tmp_path / 'new' / 'henkaku.db'}"))
    assert state.revision is None
    assert list(tmp_path.iterdir()) == []


def _execute(database: str, statement: str) -> object:
    engine = create_engine(database)
    with engine.begin() as connection:
        result = connection.execute(text(statement))
        value = result.scalar() if result.returns_rows else None
    engine.dispose()
    return value


def _read_file(database: str) -> bytes:
    url = make_url(database)
    return Path(str(url.database)).read_bytes() if url.get_backend_name() == "sqlite" else b""


def test_a_locked_database_counts_as_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.engine.WAIT_SECONDS", 0.1)
    file = tmp_path / "henkaku.db"
    store = open_store(f"sqlite:///{file}")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageProblem) as caught:
            store.add_assessment(HASH, NEW)
    store.close()
    assert caught.value.reason == "busy"
