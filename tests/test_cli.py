"""The command line as a contract: names, keys, exit codes, and one clear message for bad input."""

import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from click.testing import CliRunner, Result

from cli import main

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.yaml"))
B = next(path for path in EXAMPLES if path.stem == "company_b")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def score(path: Path) -> Any:
    result = run("score", path, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_questions_have_the_agreed_keys() -> None:
    questions = json.loads(run("questions", "--json").stdout)
    assert len(questions) == 52
    for question in questions:
        assert {"id", "dimension", "capability", "side", "kind", "weight", "key", "edition"} <= set(question)
        assert {"sources", "text", "levels"} <= set(question)
        assert [len(question["levels"][language]) for language in ("ja", "en")] == [6, 6]
        assert question["dimension"] in ("strategy", "alignment", "data", "structure")
        assert question["side"] in ("design", "implementation")
        assert question["kind"] in ("capability", "structural")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_score_has_the_agreed_keys(example: Path) -> None:
    found = score(example)
    for measure in (found["overall"], *found["dimensions"].values(), *found["capabilities"].values()):
        assert {"score", "interval", "coverage", "stage"} <= set(measure)
    assert set(found["sides"]) == {"design", "implementation"}
    assert "stage" not in found["sides"]["design"]
    for pattern in found["patterns"]:
        assert {"id", "state", "severity", "sources", "evidence", "contradiction"} <= set(pattern)
        assert pattern["state"] in ("present", "possible", "absent")
    organisation = found["organisation"]
    assert {"recommended", "acceptability", "readiness", "flips", "path"} <= set(organisation)
    assert sum(organisation["acceptability"].values()) == pytest.approx(1, abs=1e-3)


def present(found: Any) -> list[str]:
    return [pattern["id"] for pattern in found["patterns"] if pattern["state"] == "present"]


def test_company_b_is_held_by_the_three_causes_of_its_article() -> None:
    found = score(B)
    assert present(found)[:3] == ["money_in_units", "no_nurturing", "cost_centre_standing"]
    assert found["overall"]["stage"] == 1
    assert found["organisation"]["recommended"] == "hybrid"
    assert [step["model"] for step in found["organisation"]["path"]] == [
        "centralized",
        "centralized",
        "hybrid",
    ]


def test_the_company_with_a_new_chart_is_transformed_on_paper() -> None:
    found = score(B.with_name("org_chart_only.yaml"))
    assert present(found)[0] == "paper_transformation"
    assert found["short_side"] == "implementation"


def test_the_healthy_company_has_no_pattern() -> None:
    found = score(B.with_name("healthy.yaml"))
    assert present(found) == []
    assert found["overall"]["stage"] == 4


def test_half_unknown_claims_no_stage() -> None:
    overall = score(B.with_name("half_unknown.yaml"))["overall"]
    assert overall["stage"] is None
    assert overall["interval"][1] - overall["interval"][0] > 40


def test_a_blank_file_is_valid_and_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "blank.yaml"
    assert run("new", "-o", path).exit_code == 0
    blank = score(path)
    assert blank["overall"] == {
        "score": None,
        "interval": [0, 100],
        "coverage": 0,
        "stage": None,
        "stage_interval": [0, 5],
    }
    again = run("new", "-o", path)
    assert again.exit_code == 2
    assert "exists already" in again.stderr


def change(tmp_path: Path, **changes: Any) -> Path:
    data = {**yaml.safe_load(B.read_text(encoding="utf-8")), **changes}
    path = tmp_path / "answers.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return path


BAD_ANSWERS = {
    "level 7": [{"question": "kgi", "level": 7}],
    "an unknown question": [{"question": "kgii", "level": 1}],
    "two answers": [{"question": "kgi", "level": 1}, {"question": "kgi", "level": 2}],
    "no reason": [{"question": "kgi", "level": "not_applicable"}],
    "a level in words": [{"question": "kgi", "level": "three"}],
    "a half level": [{"question": "kgi", "level": 2.5}],
    "no level": [{"question": "kgi"}],
    "not a list": {"kgi": 1},
}


@pytest.mark.parametrize("answers", BAD_ANSWERS.values(), ids=BAD_ANSWERS.keys())
def test_bad_answers_are_named_with_line_and_field(tmp_path: Path, answers: Any) -> None:
    assert_refused(run("score", change(tmp_path, answers=answers)), "answers")


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("content", {"content": "b2c_marketing"}),
        ("version", {"version": "99.0"}),
        ("growth", {"company": {"name": "x", "growth": "huge"}}),
        ("company", {"company": {"nmae": "x"}}),
        ("edition", {"edition": "fast"}),
        ("anwsers", {"anwsers": []}),
    ],
)
def test_bad_fields_are_named(tmp_path: Path, field: str, changes: dict[str, Any]) -> None:
    assert_refused(run("score", change(tmp_path, **changes)), field)


def assert_refused(result: Result, field: str) -> None:
    assert result.exit_code == 2
    assert result.stdout == ""
    assert field in result.stderr
    assert "answers.yaml:" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", ["score", "report"])
@pytest.mark.parametrize(
    "content",
    [None, b"answers: [", b"\xff\xfe\x00bad", b"a: &a [*a]", b"", b"- 1", b"#" * 50_000_000],
    ids=["missing", "broken", "binary", "bomb", "empty", "list", "50 MB"],
)
def test_files_that_cannot_be_read(tmp_path: Path, content: bytes | None, command: str) -> None:
    path, output = tmp_path / "answers.yaml", tmp_path / "out.pdf"
    if content is not None:
        path.write_bytes(content)
    extra = ["-o", output] if command == "report" else []
    result = run(command, path, *extra)
    assert result.exit_code == 2
    assert "answers.yaml" in result.stderr
    assert "Traceback" not in result.stderr
    assert not output.exists()


def test_check_lists_problems_and_exits_1(tmp_path: Path) -> None:
    assert run("check").exit_code == 0
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert "questionnaire.yaml" in result.stdout


def test_a_report_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    output = tmp_path / "b.pdf"
    result = run("report", B, "-o", output, "--lang", "en")
    assert result.exit_code == 0, result.stderr
    assert output.read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["b.pdf"]
    nowhere = run("report", B, "-o", tmp_path / "missing" / "b.pdf")
    assert nowhere.exit_code == 2
    assert "missing" in nowhere.stderr


def test_answers_of_several_groups_have_gap_pages(tmp_path: Path) -> None:
    output = tmp_path / "workshop.pdf"
    result = run("report", Path(__file__).parent.parent / "examples" / "workshop.yaml", "-o", output)
    assert result.exit_code == 0, result.stderr
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(output)]
    gaps = "".join(next(page for page in pages if "話し合う順" in "".join(page.split())).split())
    assert "経営2名" in gaps  # a file is not anonymous: every group is shown
    assert "認識の差" in gaps


def test_every_command_is_documented() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    assert [name for name in main.commands if f"henkaku {name}" not in readme] == []
