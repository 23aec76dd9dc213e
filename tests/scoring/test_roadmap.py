"""The order can be defended: prerequisites first, capacity kept, nothing done twice."""

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.answers import AnswerSet, Profile, Respondent
from assessments.loading import load_questionnaire
from assessments.models import Questionnaire
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis
from scoring.roadmap import (
    DEFAULT_CAPACITY,
    LAST_WEEK,
    Capacity,
    find_open_actions,
    open_lifts,
    plan_roadmap,
)
from tests.conftest import answer, answer_all

CONTENT = load_questionnaire()
LEVELS = st.fixed_dictionaries(
    {question.id: st.sampled_from([0, 1, 2, 3, 4, 5, "?", "-"]) for question in CONTENT.questions}
)
CAPACITIES = st.builds(Capacity, people=st.integers(1, 12), hours_a_week=st.floats(1, 40))
QUICKLY = settings(max_examples=25, deadline=None)


def diagnose_levels(levels: dict[str, Any]) -> Diagnosis:
    answers = tuple(answer(question, level) for question, level in levels.items())
    return diagnose(CONTENT, AnswerSet(respondents=(Respondent(answers=answers),)), Profile())


@QUICKLY
@given(LEVELS, CAPACITIES)
def test_no_step_comes_before_what_it_needs(levels: dict[str, Any], capacity: Capacity) -> None:
    diagnosis = diagnose_levels(levels)
    roadmap = plan_roadmap(diagnosis, capacity)
    ends = {step.action.id: step.end_week for step in roadmap.steps}
    missing = find_open_actions(diagnosis)
    for step in roadmap.steps:
        for name in step.action.prerequisites:
            if name in missing:
                assert ends[name] <= step.start_week


@QUICKLY
@given(LEVELS, CAPACITIES)
def test_capacity_is_never_exceeded(levels: dict[str, Any], capacity: Capacity) -> None:
    steps = plan_roadmap(diagnose_levels(levels), capacity).steps
    for week in range(LAST_WEEK):
        running = [step for step in steps if step.start_week <= week < step.end_week]
        assert len(running) <= capacity.people
        load = sum(step.action.effort_days / step.weeks for step in running)
        assert load <= capacity.days_a_week + 1e-6


@QUICKLY
@given(LEVELS)
def test_every_open_action_is_placed_once_or_waits(levels: dict[str, Any]) -> None:
    diagnosis = diagnose_levels(levels)
    roadmap = plan_roadmap(diagnosis)
    placed = [step.action.id for step in roadmap.steps] + [action.id for action in roadmap.later]
    assert sorted(placed) == sorted(find_open_actions(diagnosis))


@QUICKLY
@given(LEVELS)
def test_a_step_done_never_comes_again(levels: dict[str, Any]) -> None:
    before = plan_roadmap(diagnose_levels(levels))
    for step in before.steps[:3]:
        reached = {lift.question: max(lift.to, levels[lift.question]) for lift in step.lifts}
        after = plan_roadmap(diagnose_levels({**levels, **reached}))
        assert step.action.id not in [other.action.id for other in after.steps]


def test_one_person_works_on_one_thing_at_a_time(questionnaire: Questionnaire, profile: Profile) -> None:
    diagnosis = diagnose(questionnaire, answer_all(questionnaire, 1), profile)
    steps = plan_roadmap(diagnosis, Capacity(people=1, hours_a_week=8)).steps
    assert all(one.end_week <= two.start_week for one, two in itertools.pairwise(steps))


def test_a_company_at_the_top_has_nothing_to_do(questionnaire: Questionnaire, profile: Profile) -> None:
    roadmap = plan_roadmap(diagnose(questionnaire, answer_all(questionnaire, 5), profile))
    assert (roadmap.steps, roadmap.later) == ((), ())


def test_unknown_questions_are_not_lifted(questionnaire: Questionnaire, profile: Profile) -> None:
    diagnosis = diagnose(questionnaire, answer_all(questionnaire, 4, kgi="?"), profile)
    assert open_lifts(diagnosis, questionnaire.action("set_kgi")) == ()
    assert plan_roadmap(diagnosis).steps == ()


def test_a_gain_is_what_the_score_would_rise_by(questionnaire: Questionnaire, profile: Profile) -> None:
    """training weighs 2 of 67: from 1 to 3 is 2 x 2 / (5 x 67) x 100 points."""
    weight = sum(question.weight for question in questionnaire.questions)
    low = diagnose(questionnaire, answer_all(questionnaire, 3, training=1), profile)
    high = diagnose(questionnaire, answer_all(questionnaire, 3), profile)
    (step,) = plan_roadmap(low).steps
    assert step.action.id == "train_people"
    assert step.gain == pytest.approx(2 * 2 / (5 * weight) * 100)
    assert high.overall.score == pytest.approx((low.overall.score or 0) + step.gain)


def test_the_same_answers_give_the_same_roadmap(questionnaire: Questionnaire, profile: Profile) -> None:
    answers = answer_all(questionnaire, 1)
    first = plan_roadmap(diagnose(questionnaire, answers, profile), DEFAULT_CAPACITY)
    assert plan_roadmap(diagnose(questionnaire, answers, profile), DEFAULT_CAPACITY) == first
