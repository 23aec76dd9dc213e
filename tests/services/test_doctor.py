"""What the doctor finds, and that looking changes nothing."""

import os
import sqlite3
from pathlib import Path

import pytest

import services
from assessments.models import LANGUAGES, Language
from services import doctor, machine
from services.doctor import Check, examine
from services.errors import ContentBroken


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.delenv("HENKAKU_DATABASE_URL", raising=False)
    monkeypatch.setenv("HENKAKU_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def _find(name: str, language: Language = "en") -> Check:
    return next(check for check in examine(language) if check.name.startswith(name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_says_what_it_found_and_how_to_mend_it(language: Language) -> None:
    checks = examine(language)
    assert len(checks) == 7
    for check in checks:
        assert check.name
        assert check.detail
        assert bool(check.mend) != check.ok


def test_looking_makes_nothing(own_folder: Path) -> None:
    assert _find("Data folder").ok
    assert "first start" in _find("Database").detail
    assert not own_folder.exists()


def test_a_database_in_use_is_up_to_date(own_folder: Path) -> None:
    services.connect().close()
    assert _find("Data folder") == Check("Data folder", True, f"{own_folder} (can be written to)")
    assert _find("Database") == Check("Database", True, f"{own_folder / 'henkaku.db'} (up to date)")


def test_a_folder_that_is_a_file_is_found(own_folder: Path) -> None:
    own_folder.write_text("")
    assert not _find("Data folder").ok
    assert "HENKAKU_DATA" in _find("Data folder").mend


def test_a_folder_one_may_not_look_into_is_found(own_folder: Path) -> None:
    services.connect().close()
    own_folder.chmod(0)
    try:
        if os.access(own_folder, os.R_OK):
            pytest.skip("nothing is closed to root")
        found = _find("Data folder"), _find("Database")
    finally:
        own_folder.chmod(0o700)
    assert not any(check.ok for check in found)


def test_another_programs_database_is_found_and_kept(own_folder: Path) -> None:
    own_folder.mkdir()
    with sqlite3.connect(own_folder / "henkaku.db") as other:
        other.execute("CREATE TABLE bookmarks (address TEXT)")
    before = (own_folder / "henkaku.db").read_bytes()
    assert not _find("Database").ok
    assert "other software" in _find("Database").mend
    assert (own_folder / "henkaku.db").read_bytes() == before


def test_an_impossible_url_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HENKAKU_DATABASE_URL", "mysql://kaku:secret@db/x")
    for check in (_find("Data folder"), _find("Database")):
        assert not check.ok
        assert "secret" not in check.detail + check.mend


def test_a_server_that_does_not_answer_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HENKAKU_DATABASE_URL", "postgresql://kaku:secret@127.0.0.1:9/x")
    assert _find("Data folder").ok
    check = _find("Database")
    assert not check.ok
    assert "127.0.0.1" in check.detail
    assert "secret" not in check.detail + check.mend


def test_a_missing_pdf_library_comes_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(doctor, "can_load", lambda name: name != "pangoft2-1.0")
    check = _find("Libraries")
    assert (check.ok, check.needed) == (False, True)
    assert check.detail == "cannot be loaded: pangoft2-1.0"
    command = "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    assert check.mend == f"Run: {command}"


def test_missing_subsetting_is_only_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(doctor, "can_load", lambda name: name != "harfbuzz-subset")
    assert _find("Libraries").ok
    check = _find("Font subsetting")
    assert (check.ok, check.needed) == (False, False)
    assert check.mend == "Run: sudo apt-get install -y libharfbuzz-subset0"


def test_a_library_that_is_not_there_does_not_load() -> None:
    assert machine.can_load("c")
    assert not machine.can_load("henkaku-has-no-such-library")


def test_missing_fonts_come_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _find("Japanese fonts").detail == "NotoSansCJKjp-Regular.otf, NotoSansCJKjp-Bold.otf"
    monkeypatch.setattr(doctor, "FONT_PACKAGES", ("noto_cjk_sans_jp_regular", "no_such_font"))
    check = _find("Japanese fonts")
    assert check.detail == "missing: no-such-font"
    assert check.mend.endswith("-m pip install no-such-font")


def test_an_old_python_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "NEEDED_PYTHON", (4, 0))
    assert "4.0" in _find("Python").mend


def test_broken_content_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ContentBroken(("a.yaml:3: weight: missing",))

    monkeypatch.setattr(doctor, "load_content", fail)
    check = _find("Questionnaire")
    assert not check.ok
    assert "a.yaml:3" in check.mend
