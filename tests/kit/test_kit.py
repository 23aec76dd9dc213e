"""The kit as a whole: its list, its archive, the service, the command, and what points to it."""

import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from assessments.loading import CONTENT_FOLDER, find_problems
from assessments.models import LANGUAGES, KitDocumentId
from cli import main
from reporting.kit import KIT_DOCUMENTS, KIT_IDS, find_document, render_document, render_zip
from reporting.kit.words import Words, is_text, read_template
from services.errors import InvalidChoice
from services.kit import make_document, make_kit
from tests.kit.documents import EXAMPLES, case_of, read_example
from tests.reporting.cases import questionnaire

SOME: tuple[KitDocumentId, ...] = ("sla", "entry_rules")
COMPANY_B = next(path for path in EXAMPLES if path.stem == "company_b")


def test_every_document_helps_with_an_action() -> None:
    named = {document for action in questionnaire().actions for document in action.kit}
    assert named == set(KIT_IDS)


def test_a_document_that_does_not_exist_is_a_problem_of_the_content(tmp_path: Path) -> None:
    folder = shutil.copytree(CONTENT_FOLDER, tmp_path / "content")
    actions = folder / "actions.yaml"
    actions.write_text(
        actions.read_text(encoding="utf-8").replace("kit: [sla]", "kit: [slb]"), encoding="utf-8"
    )
    (problem,) = find_problems(folder)
    assert "slb" in str(problem)
    assert "sla" in str(problem)


def test_every_document_has_a_title_and_a_purpose_in_both_languages() -> None:
    titles = set()
    for document in KIT_DOCUMENTS:
        for language in LANGUAGES:
            titles.add(document.file_name(language))
            assert document.about(language)
        assert document.archive_name.isascii()
    assert len(titles) == len(KIT_DOCUMENTS) * len(LANGUAGES)
    assert set(read_template("documents")) == set(KIT_IDS)


def test_the_archive_lists_what_is_in_it_and_why() -> None:
    case = case_of(read_example("company_b"))
    archive = ZipFile(BytesIO(render_zip(case, SOME)))
    assert archive.namelist() == ["00_contents.txt", "03_sla.docx", "07_entry_rules.docx"]
    assert archive.read("03_sla.docx") == render_document("sla", case)
    contents = archive.read("00_contents.txt").decode("utf-8-sig")
    assert "B社" in contents
    assert "「リードのその後が問われていない」" in contents
    assert {entry.date_time for entry in archive.infolist()} == {(2026, 6, 12, 0, 0, 0)}


def test_the_archive_has_the_same_bytes_for_the_same_case() -> None:
    assert render_zip(case_of(read_example("healthy")), SOME) == render_zip(
        case_of(read_example("healthy")), SOME
    )


def test_the_service_refuses_what_does_not_exist() -> None:
    diagnosis = read_example("company_b")
    with pytest.raises(InvalidChoice):
        make_document("../sla", diagnosis, "ja")  # type: ignore[arg-type]
    with pytest.raises(InvalidChoice):
        make_kit(diagnosis, "ja", ids=["sla", "nothing"])  # type: ignore[list-item]
    with pytest.raises(InvalidChoice):
        make_document("sla", diagnosis, "fr")  # type: ignore[arg-type]


def test_the_service_makes_one_document_and_some() -> None:
    diagnosis = read_example("company_b")
    assert make_document("sla", diagnosis, "en").startswith(b"PK")
    assert len(ZipFile(BytesIO(make_kit(diagnosis, "en", ids=SOME))).namelist()) == 3


def test_the_command_writes_a_folder_and_loses_nothing(tmp_path: Path) -> None:
    arguments = [
        "kit",
        str(COMPANY_B),
        "-o",
        str(tmp_path / "new" / "kit"),
        "--only",
        "sla",
        "--only",
        "entry_rules",
    ]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    written = sorted((tmp_path / "new" / "kit").iterdir())
    assert [path.name for path in written] == ["03_sla.docx", "07_entry_rules.docx"]
    written[0].write_text("edited")
    again = CliRunner().invoke(main, arguments)
    assert again.exit_code == 2
    assert "03_sla.docx" in again.stderr
    assert written[0].read_text() == "edited"


def test_the_command_writes_an_archive(tmp_path: Path) -> None:
    output = tmp_path / "kit.zip"
    arguments = ["kit", str(COMPANY_B), "-o", str(output), "--lang", "en", "--only", "sla"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0
    assert ZipFile(output).namelist() == ["00_contents.txt", "03_sla.docx"]


@pytest.mark.parametrize("output", ["kit.zip", "kit"])
def test_the_command_says_what_is_wrong(tmp_path: Path, output: str) -> None:
    result = CliRunner().invoke(main, ["kit", str(tmp_path / "none.yaml"), "-o", str(tmp_path / output)])
    assert result.exit_code == 2
    assert "none.yaml" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_words_are_found_by_key_and_list() -> None:
    words = Words("parts", "en")
    assert words.say("record.note", number=1, title="x", note="y") == "Question 1, x: y"
    assert words.say_each("signature_heads") == ("Role", "Signature", "Date")
    assert is_text(words.node("signature_heads.0"))
    with pytest.raises(KeyError):
        words.say("nothing")


def test_numbers_follow_the_list() -> None:
    assert [document.number for document in KIT_DOCUMENTS] == list(range(1, 11))
    assert find_document("sla").archive_name == "03_sla.docx"
