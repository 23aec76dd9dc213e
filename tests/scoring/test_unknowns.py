"""What matters most to find out comes first, and what is settled does not come at all."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.answers import Agreement, AnswerSet, Profile, Respondent
from assessments.loading import load_questionnaire
from assessments.models import Questionnaire
from scoring.company import Company
from scoring.diagnosis import diagnose
from scoring.unknowns import rank_open_questions
from tests.conftest import answer, answer_all

CONTENT = load_questionnaire()
LEVELS = st.fixed_dictionaries(
    {question.id: st.sampled_from([0, 1, 3, 5, "?", "-"]) for question in CONTENT.questions}
)


def test_where_everything_is_known_nothing_is_open(questionnaire: Questionnaire) -> None:
    assert rank_open_questions(diagnose(questionnaire, answer_all(questionnaire, 3), Profile())) == ()


def test_an_answer_that_decides_a_pattern_goes_before_one_that_decides_none(
    questionnaire: Questionnaire,
) -> None:
    """All stand at 3. Without own budget the pattern of severity 3 is present: 3 ÷ 3 = 1, and the points."""
    levels = {"budget_authority": "?", "skills_career": "?"}
    diagnosis = diagnose(questionnaire, answer_all(questionnaire, 3, **levels), Profile())
    ranked = rank_open_questions(diagnosis)
    assert ranked[0].question.id == "budget_authority"
    weight = questionnaire.question("skills_career").weight
    total = sum(question.weight for question in questionnaire.questions)
    career = next(item for item in ranked if item.question.id == "skills_career")
    assert career.points == pytest.approx(weight / total * 100)
    assert career.levels == (0, 5)


def test_a_disagreement_is_open_until_the_room_agrees(questionnaire: Questionnaire) -> None:
    def give(group: Any, level: int) -> Respondent:
        answers = tuple(
            answer(question.id, level if question.id == "kgi" else 3) for question in questionnaire.questions
        )
        return Respondent(group=group, answers=answers)

    people = tuple(give(group, level) for group, level in (("sales", 1), ("marketing", 4)) for _ in range(4))
    told = rank_open_questions(diagnose(questionnaire, AnswerSet(respondents=people), Profile()))
    assert [(item.question.id, item.kind, item.levels) for item in told] == [("kgi", "disagreement", (1, 4))]
    agreed = (Agreement(question="kgi", level=2),)
    settled = diagnose(questionnaire, AnswerSet(respondents=people, agreed=agreed), Profile())
    assert rank_open_questions(settled) == ()


@settings(max_examples=20, deadline=None)
@given(LEVELS)
def test_a_company_restored_from_its_diagnosis_is_the_same(levels: dict[str, Any]) -> None:
    answers = tuple(answer(question, level) for question, level in levels.items())
    diagnosis = diagnose(CONTENT, AnswerSet(respondents=(Respondent(answers=answers),)), Profile())
    restored = Company.restore(diagnosis)
    assert restored.overall == diagnosis.overall
    assert restored.dimensions == diagnosis.dimensions
    assert restored.patterns == diagnosis.patterns


@settings(max_examples=20, deadline=None)
@given(LEVELS)
def test_every_unknown_answer_is_ranked_and_the_points_close_the_interval(levels: dict[str, Any]) -> None:
    answers = tuple(answer(question, level) for question, level in levels.items())
    diagnosis = diagnose(CONTENT, AnswerSet(respondents=(Respondent(answers=answers),)), Profile())
    ranked = rank_open_questions(diagnosis)
    assert {item.question.id for item in ranked} == {name for name, level in levels.items() if level == "?"}
    assert [item.effect for item in ranked] == sorted((item.effect for item in ranked), reverse=True)
    low, high = diagnosis.overall.interval
    assert sum(item.points for item in ranked) == pytest.approx(high - low)
