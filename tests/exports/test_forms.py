"""`henkaku report` picks the form by the ending, and writes it whole or not at all."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from cli import main
from reporting.enclosures import Enclosures
from reporting.exports.forms import write_form
from reporting.exports.kinds import FORMS, Form
from scoring.findings import Diagnosis
from scoring.minutes import Room
from scoring.small_groups import SMALLEST_SHOWN
from tests.exports.conftest import EXAMPLES, MADE_ON
from tests.reporting.rooms import build_workshop

B = next(path for path in EXAMPLES if path.stem == "company_b")
BEGINNINGS = {"pdf": b"%PDF", "xlsx": b"PK", "pptx": b"PK", "html": b"<!doctype html>", "json": b"{"}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["report", *[str(argument) for argument in arguments]])


@pytest.mark.parametrize("form", FORMS)
def test_each_ending_writes_its_form(tmp_path: Path, form: Form) -> None:
    output = tmp_path / f"b.{form.upper()}"
    result = run(B, "-o", output, "--lang", "en")
    assert result.exit_code == 0, result.stderr
    assert output.read_bytes().lstrip().startswith(BEGINNINGS[form])
    assert [path.name for path in tmp_path.iterdir()] == [output.name]


@pytest.mark.parametrize("name", ["b.docx", "b", "b.pdf.txt"])
def test_another_ending_is_refused_with_one_message(tmp_path: Path, name: str) -> None:
    result = run(B, "-o", tmp_path / name)
    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) == 1
    for form in FORMS:
        assert f".{form}" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["xlsx", "pptx", "html", "json"])
def test_nothing_is_left_where_nothing_can_be_written(tmp_path: Path, form: Form) -> None:
    result = run(B, "-o", tmp_path / "missing" / f"b.{form}")
    assert result.exit_code == 2
    assert "missing" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_slides_come_in_two_shapes(tmp_path: Path) -> None:
    shapes = set()
    for shape in ("wide", "a4"):
        assert run(B, "-o", tmp_path / "b.pptx", "--slides", shape).exit_code == 0
        with ZipFile(tmp_path / "b.pptx") as archive:
            shapes.add(archive.read("ppt/presentation.xml").split(b"sldSz")[1][:40])
    assert len(shapes) == 2


@pytest.mark.parametrize("form", ["xlsx", "pptx", "html", "json"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_same_input_gives_the_same_bytes(cases: dict[str, Diagnosis], form: Form, language: str) -> None:
    first, second = (write_form(form, cases["workshop"], language, MADE_ON) for _ in range(2))  # type: ignore[arg-type]
    assert first == second


def test_an_anonymous_room_shows_no_small_group(cases: dict[str, Diagnosis]) -> None:
    """Two of the workshop's groups have two people; neither is told apart, whatever they call themselves."""
    labels = {"management": "社長室", "business_unit": "=計測事業部"}
    room, workshop = Room(labels=labels), cases["workshop"]  # type: ignore[arg-type]
    for form in ("xlsx", "html"):
        told, hidden = (
            read_text(write_form(form, diagnosis, "ja", MADE_ON, enclosures=Enclosures(room=room)))  # type: ignore[arg-type]
            for diagnosis in (workshop, build_workshop(anonymous=True))
        )
        small = [name for group, name in labels.items() if count_people(workshop, group) < SMALLEST_SHOWN]
        assert small
        for name in small:
            assert name in told
            assert name not in hidden


def count_people(diagnosis: Diagnosis, group: str) -> int:
    return sum(person.group == group for person in diagnosis.answers.respondents)


def read_text(data: bytes) -> str:
    if not data.startswith(b"PK"):
        return data.decode()
    with ZipFile(BytesIO(data)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
