"""Which database is used."""

import subprocess
import sys
from pathlib import Path

import pytest

from storage.location import choose_url, data_folder, database_file, name_place
from storage.problems import StorageProblem
from storage.store import open_store

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HENKAKU_DATA", raising=False)
    monkeypatch.delenv("HENKAKU_DATABASE_URL", raising=False)


def test_without_settings_it_is_a_file_in_the_users_data_folder() -> None:
    assert data_folder().is_absolute()
    assert "henkaku" in str(data_folder()).lower()
    assert database_file(choose_url()) == data_folder() / "henkaku.db"


def test_the_folder_can_be_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HENKAKU_DATA", str(tmp_path))
    assert database_file(choose_url()) == tmp_path / "henkaku.db"


def test_the_url_goes_before_the_folder_and_the_argument_before_both(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HENKAKU_DATA", str(tmp_path))
    monkeypatch.setenv("HENKAKU_DATABASE_URL", "postgresql://kaku:secret@db/henkaku")
    assert choose_url().drivername == "postgresql+psycopg"
    assert database_file(choose_url("sqlite:////other.db")) == Path("/other.db").absolute()


def test_a_relative_file_stays_the_same_after_a_change_of_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    assert database_file(choose_url("sqlite:///henkaku.db")) == Path.cwd() / "henkaku.db"


@pytest.mark.parametrize("name", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_goes_by_all_its_names(name: str) -> None:
    assert choose_url(f"{name}://db/henkaku").drivername == "postgresql+psycopg"


@pytest.mark.parametrize(
    "url",
    ["mysql://db/henkaku", "henkaku.db", "sqlite://", "sqlite:///:memory:", "sqlite:///file:x?uri=true"],
)
def test_what_keeps_nothing_or_is_not_spoken_is_refused(url: str) -> None:
    with pytest.raises(StorageProblem) as caught:
        choose_url(url)
    assert caught.value.reason == "unsupported"


def test_a_password_is_never_shown() -> None:
    assert "secret" not in name_place(choose_url("postgresql://kaku:secret@db/henkaku"))
    for url in (
        "mysql://kaku:secret@db/x",
        "postgresql//kaku:secret@db",
        "postgresql://kaku:secret@db:port/x",
    ):
        with pytest.raises(StorageProblem) as caught:
            choose_url(url)
        assert "secret" not in str(caught.value)


def test_a_server_that_does_not_answer_is_unreachable() -> None:
    with pytest.raises(StorageProblem) as caught:
        open_store("postgresql://kaku:secret@127.0.0.1:9/henkaku")
    assert caught.value.reason == "unreachable"
    assert "secret" not in str(caught.value)


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StorageProblem) as caught:
        open_store("postgresql://db/henkaku")
    assert caught.value.reason == "driver_missing"


def test_importing_opens_nothing(tmp_path: Path) -> None:
    script = "import storage.store, storage.migration, gc; from sqlalchemy import Engine; "
    script += "assert not [o for o in gc.get_objects() if isinstance(o, Engine)]"
    environment = {"HENKAKU_DATA": str(tmp_path / "data"), "PATH": ""}
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, check=True)
    assert list(tmp_path.iterdir()) == []
