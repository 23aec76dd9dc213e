"""Two rounds of one company: what moved, and whether the unknown answers could turn it around."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.answers import AnswerSet, Profile, Respondent
from assessments.loading import load_questionnaire
from assessments.models import Edition, Questionnaire
from scoring.comparison import Change, compare
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis, Measure
from tests.conftest import answer, answer_all

CONTENT = load_questionnaire()
LEVELS = st.fixed_dictionaries(
    {question.id: st.sampled_from([0, 2, 3, 5, "?", "-"]) for question in CONTENT.questions}
)


def make(levels: dict[str, Any], edition: Edition = "full") -> Diagnosis:
    answers = tuple(answer(question, level) for question, level in levels.items())
    return diagnose(
        CONTENT, AnswerSet(edition=edition, respondents=(Respondent(answers=answers),)), Profile()
    )


def measured(score: float, low: float, high: float) -> Measure:
    return Measure(score, (low, high), 1.0, None, (0, 5))


@pytest.mark.parametrize(
    ("before", "after", "bounds", "certain"),
    [
        # Everything known: the difference is what it is.
        (measured(40, 40, 40), measured(46, 46, 46), (6, 6), True),
        # 40 might have been 50, 46 might be 44: between -6 and +8.
        (measured(40, 38, 50), measured(46, 44, 46), (-6, 8), False),
        # The intervals do not touch: risen whatever the unknown answers are.
        (measured(40, 35, 44), measured(60, 50, 70), (6, 35), True),
        (measured(60, 50, 70), measured(40, 35, 44), (-35, -6), True),
        (measured(40, 40, 40), measured(40, 40, 40), (0, 0), False),
    ],
)
def test_a_change_is_certain_when_the_intervals_do_not_touch(
    before: Measure, after: Measure, bounds: tuple[float, float], certain: bool
) -> None:
    change = Change(before, after)
    assert change.bounds == bounds
    assert change.is_certain is certain


def test_what_rose_fell_was_found_out_and_got_lost(questionnaire: Questionnaire) -> None:
    before = diagnose(questionnaire, answer_all(questionnaire, 2, kgi="?", training="-"), Profile())
    after = diagnose(
        questionnaire,
        answer_all(questionnaire, 2, kgi=3, shared_kpis=4, ma_use=1, sfa_use="?", training=3),
        Profile(),
    )
    found = compare(before, after)
    assert [(move.question.id, move.before, move.after) for move in found.risen] == [("shared_kpis", 2, 4)]
    assert [(move.question.id, move.before, move.after) for move in found.fallen] == [("ma_use", 2, 1)]
    assert [move.question.id for move in found.found_out] == ["kgi"]
    assert [move.question.id for move in found.lost] == ["sfa_use"]  # what did not apply before is no move


def test_rounds_of_two_editions_are_compared_on_what_both_asked(questionnaire: Questionnaire) -> None:
    full = answer_all(questionnaire, 1)
    quick_ids = {question.id for question in questionnaire.asked_in("quick")}
    levels = {question.id: 3 if question.id in quick_ids else 5 for question in questionnaire.questions}
    found = compare(diagnose(questionnaire, full, Profile()), make(levels, "quick"))
    assert found.questions == len(quick_ids)
    assert found.overall.difference == pytest.approx(40)  # from level 1 to level 3 of 5 on every one of them
    backward = compare(make(levels, "quick"), diagnose(questionnaire, full, Profile()))
    assert backward.overall.difference == pytest.approx(-40)


def test_answers_to_questions_the_content_no_longer_has_are_left_out(questionnaire: Questionnaire) -> None:
    smaller = questionnaire.model_copy(
        update={
            "patterns": (),
            "actions": (),
            "dimensions": tuple(
                dimension.model_copy(
                    update={
                        "capabilities": tuple(
                            capability.model_copy(
                                update={"questions": tuple(q for q in capability.questions if q.id != "kgi")}
                            )
                            for capability in dimension.capabilities
                        )
                    }
                )
                for dimension in questionnaire.dimensions
            ),
        }
    )
    before = diagnose(questionnaire, answer_all(questionnaire, 2), Profile())
    after = diagnose(smaller, answer_all(smaller, 3), Profile())
    assert compare(before, after).questions == len(questionnaire.questions) - 1


@settings(max_examples=25, deadline=None)
@given(LEVELS, LEVELS)
def test_the_difference_lies_within_its_bounds_and_turns_with_the_rounds(
    one: dict[str, Any], two: dict[str, Any]
) -> None:
    earlier, later = make(one), make(two)
    found, back = compare(earlier, later), compare(later, earlier)
    low, high = found.overall.bounds
    if found.overall.difference is not None:
        assert low - 1e-9 <= found.overall.difference <= high + 1e-9
    assert back.overall.bounds == pytest.approx((-high, -low))
    assert {f.pattern.id for f in found.gone} == {f.pattern.id for f in back.new}
    assert len(found.risen) == len(back.fallen)


@settings(max_examples=25, deadline=None)
@given(LEVELS)
def test_nothing_moves_between_a_round_and_itself(levels: dict[str, Any]) -> None:
    found = compare(make(levels), make(levels))
    moved = (*found.risen, *found.fallen, *found.found_out, *found.lost, *found.gone, *found.new)
    assert moved == ()
    assert not found.overall.is_certain
