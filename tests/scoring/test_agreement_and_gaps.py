"""Agreement and perception gaps: cases worked by hand, and what holds for any votes."""

from itertools import combinations_with_replacement, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.answers import Agreement, Answer, AnswerSet, Profile, Respondent
from assessments.models import GROUPS, Questionnaire
from scoring.agreement import (
    EXPECTED_VARIANCE,
    chance_of_agreement,
    label_agreement,
    within_group_agreement,
)
from scoring.company import Company
from scoring.diagnosis import diagnose
from scoring.discussion import rank_discussion, weigh_effect
from scoring.gaps import find_gaps, hide_small_groups, measure_gap
from tests.conftest import answer_all, read_cases

VOTES = st.dictionaries(st.sampled_from(GROUPS), st.lists(st.integers(0, 5), min_size=1, max_size=6))


@pytest.mark.parametrize("case", read_cases("agreement"))
def test_agreement(case: dict[str, Any]) -> None:
    found = within_group_agreement(case["levels"])
    expected = case["expect"]["r_wg"]
    assert found == (None if expected is None else pytest.approx(expected, abs=1e-6))
    if found is not None:
        assert label_agreement(found) == case["expect"]["label"]


def test_expected_variance_is_that_of_six_equally_likely_levels() -> None:
    assert pytest.approx(sum((level - 2.5) ** 2 for level in range(6)) / 6) == EXPECTED_VARIANCE


def test_chance_equals_full_enumeration_for_four_respondents() -> None:
    draws = [within_group_agreement(levels) for levels in product(range(6), repeat=4)]
    for agreement in (0.3, 0.5, 0.7, 0.9, 1.0):
        exact = sum(value is not None and value >= agreement - 1e-9 for value in draws) / len(draws)
        assert chance_of_agreement(agreement, 4) == pytest.approx(exact, abs=0.012)


def test_the_published_critical_value_for_ten_people_and_five_options() -> None:
    """Dunlap, Burke & Smith-Crowe (2003), Journal of Applied Psychology 88(2), table 2: .53 at 5 %.

    As quoted in the documentation of `rwg.sim` in the R package multilevel.
    """
    answers = combinations_with_replacement(range(5), 10)
    attainable = {within_group_agreement(levels, options=5) for levels in answers}
    rare = [value for value in attainable if value and chance_of_agreement(value, 10, options=5) <= 0.05]
    assert round(min(rare), 2) == 0.53


@pytest.mark.parametrize("case", read_cases("gaps"))
def test_gap(case: dict[str, Any]) -> None:
    groups = {
        group: [None if level == "?" else level for level in levels]
        for group, levels in case["groups"].items()
    }
    gap = measure_gap("kgi", groups)
    found = {
        "difference": gap.difference,
        "n": gap.n,
        "noise": gap.noise,
        "r_wg": gap.r_wg,
        "extremes": None if gap.extremes is None else list(gap.extremes),
        "groups": list(gap.by_group),
    }
    for name, expected in case["expect"].items():
        assert found[name] == expected, name


@settings(max_examples=60, deadline=None)
@given(VOTES)
def test_gaps_are_bounded_by_the_spread(votes: dict[Any, list[int]]) -> None:
    gap = measure_gap("kgi", votes)
    pooled = [level for levels in votes.values() for level in levels]
    spread = max(pooled) - min(pooled) if pooled else 0
    assert 0 <= gap.difference <= spread
    assert gap.noise >= 0
    assert 0 <= gap.beyond_noise <= gap.difference


@settings(max_examples=60, deadline=None)
@given(VOTES)
def test_an_anonymous_room_never_shows_a_group_under_three(votes: dict[Any, list[int]]) -> None:
    gap = measure_gap("kgi", votes)
    shown = hide_small_groups(gap)
    assert all(view.n >= 3 for view in shown.by_group.values())
    assert shown.n == sum(view.n for view in shown.by_group.values())
    assert hide_small_groups(shown) == shown


def respond(group: Any, **levels: int) -> Respondent:
    return Respondent(group=group, answers=tuple(Answer(question=q, level=v) for q, v in levels.items()))


def test_the_queue_starts_with_what_the_verdict_hangs_on(questionnaire: Questionnaire) -> None:
    """Both questions differ by three levels; on the budget hang a pattern and the stage."""
    base = answer_all(questionnaire, 3).respondents[0]
    changed = {"budget_authority": 0, "as_is_analysis": 0}
    other = base.model_copy(
        update={
            "group": "sales",
            "answers": tuple(
                answer.model_copy(update={"level": changed.get(answer.question, 3)})
                for answer in base.answers
            ),
        }
    )
    answers = AnswerSet(respondents=(base, other))
    company = Company.settle(questionnaire, answers)
    items = rank_discussion(questionnaire, company, find_gaps(questionnaire, answers))
    assert [item.gap.question_id for item in items] == ["budget_authority", "as_is_analysis"]
    effect = items[0].effect
    assert effect.stages == (1, 3)
    assert "money_in_units" in effect.patterns
    assert items[1].effect.size == 1


def test_an_effect_is_the_same_seen_from_any_level(questionnaire: Questionnaire) -> None:
    answers = answer_all(questionnaire, 3)
    low = Company.settle(questionnaire, answers).with_levels({"kgi": 0})
    high = Company.settle(questionnaire, answers).with_levels({"kgi": 5})
    assert weigh_effect(low, "kgi", 0, 4) == weigh_effect(high, "kgi", 0, 4)


def test_agreed_levels_stand_in_place_of_the_votes(questionnaire: Questionnaire) -> None:
    votes = (respond("marketing", kgi=4, kpi_tree=2), respond("sales", kgi=0))
    answers = AnswerSet(respondents=votes, agreed=(Agreement(question="kgi", level=3),))
    diagnosis = diagnose(questionnaire, answers, Profile())
    assert diagnosis.standing("kgi").level == 3
    assert diagnosis.standing("kpi_tree").level == 2


def test_only_the_chosen_dimensions_count(questionnaire: Questionnaire) -> None:
    answers = answer_all(questionnaire, 3).model_copy(update={"dimensions": ("data",)})
    diagnosis = diagnose(questionnaire, answers, Profile())
    assert len(diagnosis.standings) == 13
    assert diagnosis.dimensions["strategy"].score is None
    assert diagnosis.overall.score == 60
    assert diagnosis.overall.stage == 3


def test_noise_is_what_spread_within_groups_alone_would_show() -> None:
    """Deviations -1, 1, -1, 1 dealt to two pairs: a third of the deals give (-1, -1) against (1, 1),
    two apart; in the others both pairs stand at 0. So 2 / 3 on average."""
    gap = measure_gap("kgi", {"marketing": [1, 3], "sales": [2, 4]})
    assert gap.difference == 1
    assert gap.noise == pytest.approx(2 / 3, abs=0.12)
