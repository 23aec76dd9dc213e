from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.content_files import KINDS
from assessments.loading import CONTENT_FOLDER, find_problems, load_questionnaire
from assessments.models import LANGUAGES
from assessments.problems import ContentProblems

STRATEGY = "dimensions/strategy.yaml"


def test_the_content_that_ships_is_sound() -> None:
    assert [str(problem) for problem in find_problems(CONTENT_FOLDER)] == []


def test_the_content_that_ships_is_whole() -> None:
    questionnaire = load_questionnaire()
    assert len(questionnaire.capabilities) == 12
    assert len(questionnaire.asked_in("quick")) < len(questionnaire.asked_in("full")) <= 52
    assert all(
        level.get(language) for q in questionnaire.questions for level in q.levels for language in LANGUAGES
    )


def test_a_sound_folder_becomes_a_questionnaire(sample) -> None:
    assert sample.problems() == []
    questionnaire = load_questionnaire(sample.folder)
    assert [question.id for question in questionnaire.questions] == [f"q{n}" for n in range(1, 13)]
    assert questionnaire.question("q2").levels[5].en == "level 2.5 in English"
    assert questionnaire.version == "1.0"
    assert questionnaire.action("a2").prerequisites == ("a1",)


def test_loading_raises_every_problem_at_once(sample) -> None:
    sample.change(STRATEGY, "weight: 1", "weight: 9")
    sample.change("dimensions/data.yaml", "weight: 1", "weight: 8")
    sample.change("actions.yaml", "owner: executive", "owner: nobody")
    with pytest.raises(ContentProblems) as error:
        load_questionnaire(sample.folder)
    files = [Path(problem.file).name for problem in error.value.problems]
    assert files == ["strategy.yaml", "data.yaml", "actions.yaml"]


def test_a_missing_file_is_reported_without_doubting_what_refers_to_it(sample) -> None:
    (sample.folder / "sources.yaml").unlink()
    problem = sample.only_problem()
    assert (problem.file, problem.line) == (str(sample.folder / "sources.yaml"), None)
    assert problem.message == "the file does not exist"


@pytest.mark.parametrize("file", [name for kind in KINDS for name in kind.files])
def test_every_file_of_the_content_is_needed(sample, file: str) -> None:
    (sample.folder / file).unlink()
    assert str(sample.folder / file) in [problem.file for problem in sample.problems()]


@pytest.mark.parametrize("file", [name for kind in KINDS for name in kind.files])
@pytest.mark.parametrize("text", ["", "[]", "text", "a: [", "{id: 5}", "{}"])
def test_a_file_of_the_wrong_kind_is_reported_whichever_it_is(sample, file: str, text: str) -> None:
    (sample.folder / file).write_text(text)
    assert str(sample.folder / file) in [problem.file for problem in sample.problems()]


def test_a_folder_that_does_not_exist_is_one_problem(tmp_path: Path) -> None:
    (problem,) = find_problems(tmp_path / "nowhere")
    assert problem.message == "there is no such folder"


def test_a_file_nothing_reads_is_reported(sample) -> None:
    (sample.folder / "pattern.yaml").write_text("patterns: []")
    (sample.folder / "dimensions" / "people.yaml").write_text("id: people")
    (sample.folder / "README.md").write_text("Our own content")
    (sample.folder / ".hidden").write_text("")
    assert [Path(problem.file).name for problem in sample.problems()] == ["people.yaml", "pattern.yaml"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([name for kind in KINDS for name in kind.files]), st.data())
def test_no_damage_to_a_file_is_more_than_a_problem(tmp_path_factory, file: str, data) -> None:
    folder = tmp_path_factory.mktemp("damage")
    (folder / "dimensions").mkdir()
    for name in (name for kind in KINDS for name in kind.files):
        (folder / name).symlink_to(CONTENT_FOLDER / name)
    content = (CONTENT_FOLDER / file).read_bytes()
    start = data.draw(st.integers(0, len(content) - 1))
    length = data.draw(st.integers(0, 200))
    (folder / file).unlink()
    (folder / file).write_bytes(
        content[:start] + data.draw(st.binary(max_size=20)) + content[start + length :]
    )
    for problem in find_problems(folder):
        assert str(problem).isprintable()
