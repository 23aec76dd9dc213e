from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.answer_files import AnswerFileError, read_answers
from assessments.answers import Answer, Profile
from assessments.problems import Problem

HEAD = 'content: sample\nversion: "1.0"\n'


@pytest.fixture
def find_all(write, questionnaire):
    """The problems of a file of answers that cannot be used."""

    def find(text: str | bytes) -> tuple[Problem, ...]:
        with pytest.raises(AnswerFileError) as error:
            read_answers(write(text), questionnaire)
        return error.value.problems

    return find


@pytest.fixture
def find_only(find_all):
    def find(text: str | bytes) -> Problem:
        (problem,) = find_all(text)
        return problem

    return find


def test_one_persons_answers_are_read(write, questionnaire) -> None:
    text = f"""{HEAD}edition: quick
company: {{name: 株式会社例, employees: 120, growth: series_a, one_brand_need: 3, current_model: none}}
answers:
  - {{question: q1, level: 0}}
  - {{question: q2, level: unknown, note: ask sales}}
  - {{question: q3, level: not_applicable, reason: no such tool}}
"""
    profile, answers = read_answers(write(text), questionnaire)
    assert profile == Profile(
        name="株式会社例", employees=120, growth="series_a", one_brand_need=3, current_model="none"
    )
    assert answers.edition == "quick"
    (person,) = answers.respondents
    assert (person.group, person.name) == ("other", None)
    assert person.answers == (
        Answer(question="q1", level=0),
        Answer(question="q2", level="unknown", note="ask sales"),
        Answer(question="q3", level="not_applicable", reason="no such tool"),
    )


def test_several_peoples_answers_are_read(write, questionnaire) -> None:
    text = f"""{HEAD}respondents:
  - group: sales
    name: 佐藤
    answers: [{{question: q1, level: 2}}]
  - {{group: marketing, answers: [{{question: q1, level: 4}}]}}
  - {{group: management}}
"""
    profile, answers = read_answers(write(text), questionnaire)
    assert profile == Profile()
    assert answers.edition == "full"
    found = [(p.group, p.name, [a.level for a in p.answers]) for p in answers.respondents]
    assert found == [("sales", "佐藤", [2]), ("marketing", None, [4]), ("management", None, [])]


def test_the_version_may_be_left_out(write, questionnaire) -> None:
    _, answers = read_answers(write("content: sample\nanswers:\n"), questionnaire)
    assert answers.respondents[0].answers == ()


# fmt: off
MISTAKES = {
    "level 7": ("- {question: q1, level: 7}", "answers[0].level", "7", "a whole number from 0 to 5"),
    "a level below 0": ("- {question: q1, level: -1}", "answers[0].level", "-1", "from 0 to 5"),
    "a level between two": ("- {question: q1, level: 2.5}", "answers[0].level", "2.5", "`unknown`"),
    "a level in quotes": ("- {question: q1, level: '2'}", "answers[0].level", "is a text", "without quotes"),
    "a level of true": ("- {question: q1, level: true}", "answers[0].level", "true", "whole number"),
    "another word as a level": ("- {question: q1, level: dunno}", "answers[0].level", "dunno", "`unknown`"),
    "a level left empty": ("- {question: q1, level: }", "answers[0].level", "empty value", "whole number"),
    "no level": ("- {question: q1}", "answers[0].level", "missing", "whole number"),
    "no question": ("- {level: 1}", "answers[0].question", "missing", "an id"),
    "an unknown question": ("- {question: q99, level: 1}", "answers[0].question", "no question", "`q9`"),
    "no reason": ("- {question: q1, level: not_applicable}", "answers[0]", "needs a reason", "add"),
    "an unknown key": ("- {question: q1, levl: 1, level: 1}", "answers[0].levl", "unknown key", "`level`"),
    "a comma in a note": ("- {question: q1, level: 1, note: a, b c}", "answers[0].b c", "unknown", "comma"),
    "a long note": (f"- {{question: q1, level: 1, note: {'x' * 2001}}}", "answers[0].note", "xxx", "2000"),
    "an answer that is a word": ("- q1", "answers[0]", '"q1" does not belong', "`question:`, `level:`"),
    "a control character": ('- {question: q1, level: 1, note: "\\a"}', "answers[0].note", "U+0007", "remove"),
    "a tag": ("- !!python/name:os.system {question: q1, level: 1}", "answers[0]", "a tag", "remove"),
    "an anchor": ("- &x {question: q1, level: 1}", "answers[0]", "an anchor", "remove"),
}
# fmt: on


@pytest.mark.parametrize(("line", "field", "message", "mend"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_an_answer_names_line_and_field(find_only, line, field, message, mend) -> None:
    problem = find_only(f"{HEAD}answers:\n  {line}\n")
    assert (problem.line, problem.field) == (4, field)
    assert message in problem.message
    assert mend in problem.mend


# fmt: off
COMPANY_MISTAKES = {
    "a misspelt key": ("employes: 3", "company.employes", "did you mean `employees`?"),
    "a number with a unit": ("employees: 120人", "company.employees", "whole number from 1 to 10,000,000"),
    "an unknown stage of growth": ("growth: series_x", "company.growth", "did you mean `series_"),
    "a degree above 5": ("one_brand_need: 6", "company.one_brand_need", "from 0 to 5"),
    "no for none": ("current_model: no", "company.current_model", "quote it"),
    "a name of digits": ("name: 3", "company.name", 'put it in quotes: "3"'),
}
# fmt: on


@pytest.mark.parametrize(("line", "field", "mend"), COMPANY_MISTAKES.values(), ids=COMPANY_MISTAKES)
def test_a_mistake_about_the_company_names_line_and_field(find_only, line, field, mend) -> None:
    problem = find_only(f"{HEAD}company:\n  {line}\nanswers: []\n")
    assert (problem.line, problem.field) == (4, field)
    assert mend in problem.mend


def test_answers_to_other_content_are_refused(find_only) -> None:
    problem = find_only("content: other\nanswers: []\n")
    assert (problem.line, problem.field) == (1, "content")
    assert "no content `other`" in problem.message
    assert "`sample`" in problem.mend


def test_answers_to_another_version_are_refused(find_only) -> None:
    problem = find_only('content: sample\nversion: "0.9"\nanswers: []\n')
    assert (problem.line, problem.field) == (2, "version")
    assert "version 0.9" in problem.message
    assert "1.0" in problem.message


def test_a_version_without_quotes_is_explained(find_only) -> None:
    problem = find_only("content: sample\nversion: 1.0\nanswers: []\n")
    assert (problem.line, problem.mend) == (2, 'put it in quotes: "1.0"')


def test_two_answers_to_a_question_are_refused(find_only) -> None:
    answers = "  - {question: q1, level: 1}\n  - {question: q2, level: 1}\n  - {question: q1, level: 1}\n"
    problem = find_only(f"{HEAD}answers:\n{answers}")
    assert (problem.line, problem.field) == (6, "answers[2].question")
    assert "first in line 4" in problem.message


def test_two_people_may_answer_the_same_question_but_nobody_twice(find_only) -> None:
    one = "{group: sales, answers: [{question: q1, level: 1}]}"
    two = "{group: sales, answers: [{question: q1, level: 1}, {question: q1, level: 2}]}"
    problem = find_only(f"{HEAD}respondents:\n  - {one}\n  - {two}\n")
    assert (problem.line, problem.field) == (5, "respondents[1].answers[1].question")


def test_a_respondent_needs_a_group_that_exists(find_all) -> None:
    problems = find_all(f"{HEAD}respondents:\n  - {{group: sale}}\n  - {{name: A}}\n")
    assert [(p.line, p.field) for p in problems] == [(4, "respondents[0].group"), (5, "respondents[1].group")]
    assert problems[0].mend == "did you mean `sales`?"


def test_answers_and_respondents_exclude_each_other(find_only) -> None:
    problem = find_only(f"{HEAD}answers: []\nrespondents: []\n")
    assert (problem.line, problem.field) == (4, "respondents")


def test_a_file_without_answers_is_refused(find_only) -> None:
    assert find_only(HEAD).message == "there are no answers"
    assert find_only("").message == "the file is empty"
    assert find_only("[]").line == 1


def test_an_unknown_key_at_the_top_is_refused(find_only) -> None:
    problem = find_only(f"{HEAD}answers: []\ncompanny: {{}}\n")
    assert (problem.line, problem.mend) == (4, "did you mean `company`?")


def test_broken_yaml_is_refused_with_its_line(find_only) -> None:
    assert find_only(f"{HEAD}answers:\n\t- x\n").line == 4
    assert find_only(b"content: \xff\n").line == 1


def test_files_that_cannot_be_read_are_refused(tmp_path: Path, questionnaire) -> None:
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as stream:
        stream.truncate(50_000_000)
    for path, message in [
        (tmp_path / "none.yaml", "does not exist"),
        (tmp_path, "not a file"),
        (huge, "larger than 5 MB"),
    ]:
        with pytest.raises(AnswerFileError, match=message) as error:
            read_answers(path, questionnaire)
        assert str(error.value).startswith(f"{path}: ")


def test_every_problem_is_said_in_the_order_of_lines_and_at_most_20_in_full(write, questionnaire) -> None:
    path = write(HEAD + "answers:\n" + "".join(f"  - {{question: q{n}, level: 9}}\n" for n in range(30)))
    with pytest.raises(AnswerFileError) as error:
        read_answers(path, questionnaire)
    lines = str(error.value).splitlines()
    assert len(lines) == 21
    assert lines[0].startswith(f"{path}:4: answers[0].")
    assert lines[20] == f"… and {len(error.value.problems) - 20} more"
    assert [p.line for p in error.value.problems] == sorted(p.line or 0 for p in error.value.problems)


# fmt: off
_fragments = st.sampled_from([
    "content: sample\n", "answers:\n", "respondents:\n", "company: ", "  - ", "{", "}", "question: q1", ", ",
    "level: 3", "level: no", "group: sales", "\n", "[", "]", ": ", "&a ", "*a", "'", ">\n", "\t", "? ", "!x ",
])
# fmt: on


def read_or_refuse(path: Path, questionnaire) -> tuple[Problem, ...]:
    """The problems of a file; nothing but AnswerFileError may come of it."""
    try:
        read_answers(path, questionnaire)
    except AnswerFileError as error:
        return error.problems or (Problem("", None, "", "refused without a problem", ""),)
    return ()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=60) | st.lists(_fragments, max_size=14).map(lambda parts: "".join(parts).encode()))
def test_any_bytes_are_answers_or_refused(tmp_path: Path, questionnaire, data: bytes) -> None:
    path = tmp_path / "answers.yaml"
    path.write_bytes(data)
    for problem in read_or_refuse(path, questionnaire):
        assert problem.mend
        assert str(problem).isprintable()


_values = st.recursive(
    st.sampled_from(["null", "1", "2.5", "true", "x", "unknown", "'no'", "q1"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(
            st.sampled_from(["question", "level", "group", "answers", "name", "employees", "note"]),
            inner,
            max_size=3,
        ).map(lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}")
    ),
    max_leaves=8,
)
_keys = st.sampled_from(["content", "version", "edition", "company", "answers", "respondents"])


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(_keys, _values))
def test_any_values_are_answers_or_refused(tmp_path: Path, questionnaire, values: dict[str, str]) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text("".join(f"{key}: {value}\n" for key, value in values.items()))
    for problem in read_or_refuse(path, questionnaire):
        assert problem.mend
