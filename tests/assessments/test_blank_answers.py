import re

import pytest

from assessments.answer_files import AnswerFileError, read_answers, write_blank_answers
from assessments.answers import Profile
from assessments.loading import load_questionnaire


@pytest.mark.parametrize("language", [None, "ja", "en"])
def test_the_blank_file_is_sound_and_answers_nothing(write, language) -> None:
    questionnaire = load_questionnaire()
    profile, answers = read_answers(write(write_blank_answers(questionnaire, language)), questionnaire)
    assert profile == Profile()
    assert answers.edition == "full"
    assert [person.answers for person in answers.respondents] == [()]


def test_every_question_stands_in_it_with_its_six_levels() -> None:
    questionnaire = load_questionnaire()
    text = write_blank_answers(questionnaire)
    for question in questionnaire.questions:
        assert f"#- {{question: {question.id}, level: }}" in text
        for language in ("ja", "en"):
            for said in (question.text, question.help, *question.levels):
                assert " ".join(said.get(language).split()) in text


def test_one_language_leaves_the_other_out(questionnaire) -> None:
    assert "level 1.0 in English" not in write_blank_answers(questionnaire, "ja")
    assert "level 1.0の日本語" not in write_blank_answers(questionnaire, "en")


@pytest.mark.parametrize("remove", ["#", "# ?"])
def test_an_answer_takes_one_line_and_one_number(write, questionnaire, remove) -> None:
    blank = write_blank_answers(questionnaire)
    filled = re.sub(
        f"^{remove}- {{question: q(2|7), level: ", r"- {question: q\1, level: 4", blank, flags=re.M
    )
    _, answers = read_answers(write(filled), questionnaire)
    assert [(a.question, a.level) for a in answers.respondents[0].answers] == [("q2", 4), ("q7", 4)]


def test_an_answer_begun_without_a_level_is_refused_at_its_line(write, questionnaire) -> None:
    blank = write_blank_answers(questionnaire)
    with pytest.raises(AnswerFileError) as error:
        read_answers(write(blank.replace("#- {question: q3", "- {question: q3")), questionnaire)
    (problem,) = error.value.problems
    assert problem.field == "answers[0].level"
    assert blank.splitlines()[(problem.line or 0) - 1].startswith("#- {question: q3")


def test_the_company_is_filled_in_behind_the_keys(write, questionnaire) -> None:
    blank = write_blank_answers(questionnaire)
    filled = blank.replace("  employees:", "  employees: 80").replace('name: ""', "name: 例")
    filled = filled.replace("  growth:", "  growth: early").replace("edition: full", "edition: quick")
    profile, answers = read_answers(write(filled), questionnaire)
    assert profile == Profile(name="例", employees=80, growth="early")
    assert answers.edition == "quick"


def test_the_blank_file_asks_for_all_a_profile_holds(questionnaire) -> None:
    text = write_blank_answers(questionnaire)
    for field in Profile.model_fields:
        assert f"\n  {field}:" in text
