"""The verdict, were things otherwise: nothing of the record is touched."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.answers import AnswerSet, Profile, Respondent
from assessments.loading import load_questionnaire
from assessments.models import Questionnaire
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis
from scoring.roadmap import find_open_actions, plan_roadmap
from scoring.what_if import imagine, lift_levels
from tests.conftest import answer, answer_all

CONTENT = load_questionnaire()
LEVELS = st.fixed_dictionaries(
    {question.id: st.sampled_from([0, 1, 2, 3, 4, 5, "?", "-"]) for question in CONTENT.questions}
)


def make(levels: dict[str, Any]) -> Diagnosis:
    answers = tuple(answer(question, level) for question, level in levels.items())
    return diagnose(CONTENT, AnswerSet(respondents=(Respondent(answers=answers),)), Profile())


def test_an_imagined_level_stands_in_place_of_the_answer(questionnaire: Questionnaire) -> None:
    before = diagnose(questionnaire, answer_all(questionnaire, 1), Profile())
    after = imagine(before, {"kgi": 5})
    weight = questionnaire.question("kgi").weight
    total = sum(question.weight for question in questionnaire.questions)
    assert after.standing("kgi").level == 5
    assert after.overall.score == pytest.approx(20 + weight * 4 / (5 * total) * 100)
    assert before.standing("kgi").level == 1  # the record is untouched


def test_a_done_step_lifts_to_its_level_and_no_unknown_answer(questionnaire: Questionnaire) -> None:
    action = next(item for item in questionnaire.actions if item.lifts)
    question, to = action.lifts[0].question, action.lifts[0].to
    low = diagnose(questionnaire, answer_all(questionnaire, 0), Profile())
    assert lift_levels(low, [action.id])[question] == to
    unknown = diagnose(questionnaire, answer_all(questionnaire, 0, **{question: "?"}), Profile())
    assert question not in lift_levels(unknown, [action.id])
    high = diagnose(questionnaire, answer_all(questionnaire, 5), Profile())
    assert lift_levels(high, [item.id for item in questionnaire.actions]) == {}


def test_what_the_content_does_not_have_is_refused(questionnaire: Questionnaire) -> None:
    diagnosis = diagnose(questionnaire, answer_all(questionnaire, 1), Profile())
    with pytest.raises(KeyError):
        imagine(diagnosis, {"no_such_question": 3})
    with pytest.raises(KeyError):
        lift_levels(diagnosis, ["no_such_action"])


@settings(max_examples=15, deadline=None)
@given(LEVELS, st.data())
def test_a_done_step_never_comes_again(levels: dict[str, Any], data: st.DataObject) -> None:
    """Adding an answer's improvement never adds that step again; the gain is the one the roadmap told."""
    diagnosis = make(levels)
    steps = plan_roadmap(diagnosis).steps
    if not steps:
        return
    step = data.draw(st.sampled_from(steps))
    after = imagine(diagnosis, lift_levels(diagnosis, [step.action.id]))
    assert step.action.id not in find_open_actions(after)
    assert (after.overall.score or 0) - (diagnosis.overall.score or 0) == pytest.approx(step.gain)


@settings(max_examples=15, deadline=None)
@given(LEVELS)
def test_imagining_what_is_known_changes_nothing(levels: dict[str, Any]) -> None:
    diagnosis = make(levels)
    known = {question: level for question, level in levels.items() if isinstance(level, int)}
    after = imagine(diagnosis, known)
    assert after.overall == diagnosis.overall
    assert after.organisation == diagnosis.organisation
