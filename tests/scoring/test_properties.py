"""What holds for any answers."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.answers import Answer, AnswerSet, Profile, Respondent
from assessments.loading import load_questionnaire
from assessments.models import GROUPS
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis, Measure
from tests.conftest import answer

CONTENT = load_questionnaire()
IDS = [question.id for question in CONTENT.questions]
LEVELS = st.sampled_from([0, 1, 2, 3, 4, 5, "?", "-"])
ANSWERS = st.fixed_dictionaries(dict.fromkeys(IDS, LEVELS))
QUICKLY = settings(max_examples=25, deadline=None)


def diagnose_levels(levels: dict[str, Any]) -> Diagnosis:
    answers = tuple(answer(question, level) for question, level in levels.items())
    return diagnose(CONTENT, AnswerSet(respondents=(Respondent(answers=answers),)), Profile())


def measures(diagnosis: Diagnosis) -> list[Measure]:
    sides = diagnosis.sides
    return [
        diagnosis.overall,
        *diagnosis.dimensions.values(),
        *diagnosis.capabilities.values(),
        sides.design,
        sides.implementation,
    ]


@QUICKLY
@given(ANSWERS)
def test_the_interval_holds_the_point(levels: dict[str, Any]) -> None:
    for measure in measures(diagnose_levels(levels)):
        low, high = measure.interval
        assert 0 <= low <= high <= 100
        if measure.score is not None:
            assert low - 1e-9 <= measure.score <= high + 1e-9
        if measure.stage is not None:
            assert measure.stage_interval[0] <= measure.stage <= measure.stage_interval[1]


@QUICKLY
@given(ANSWERS, st.sampled_from(IDS))
def test_raising_an_answer_never_lowers_anything(levels: dict[str, Any], raised: str) -> None:
    if levels[raised] not in range(5):
        levels[raised] = 2
    before = diagnose_levels(levels)
    after = diagnose_levels({**levels, raised: levels[raised] + 1})
    for old, new in zip(measures(before), measures(after), strict=True):
        assert (new.score or 0) >= (old.score or 0) - 1e-9
        assert new.interval[0] >= old.interval[0] - 1e-9
        assert new.interval[1] >= old.interval[1] - 1e-9
        assert (new.stage is None) == (old.stage is None)
        assert (new.stage or 0) >= (old.stage or 0)


@QUICKLY
@given(ANSWERS, st.sampled_from(IDS), st.integers(0, 5))
def test_settling_an_unknown_only_narrows(levels: dict[str, Any], settled: str, level: int) -> None:
    before = diagnose_levels({**levels, settled: "?"})
    after = diagnose_levels({**levels, settled: level})
    for old, new in zip(measures(before), measures(after), strict=True):
        assert new.interval[0] >= old.interval[0] - 1e-9
        assert new.interval[1] <= old.interval[1] + 1e-9
        assert new.coverage >= old.coverage - 1e-9
    decided = {"present", "absent"}
    states = {finding.pattern.id: finding.state for finding in after.patterns}
    for finding in before.patterns:
        if finding.state in decided:
            assert states[finding.pattern.id] == finding.state


@QUICKLY
@given(ANSWERS, st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(levels: dict[str, Any], random: Any) -> None:
    shuffled = list(levels.items())
    random.shuffle(shuffled)
    first, second = diagnose_levels(levels), diagnose_levels(dict(shuffled))
    assert measures(first) == measures(second)
    assert [(f.pattern.id, f.state) for f in first.patterns] == [
        (f.pattern.id, f.state) for f in second.patterns
    ]


@QUICKLY
@given(st.lists(st.tuples(st.sampled_from(GROUPS), st.integers(0, 5)), min_size=1, max_size=12))
def test_respondents_settle_between_lowest_and_highest(votes: list[tuple[Any, int]]) -> None:
    respondents = tuple(
        Respondent(group=group, answers=(Answer(question="kgi", level=level),)) for group, level in votes
    )
    level = diagnose(CONTENT, AnswerSet(respondents=respondents), Profile()).standing("kgi").level
    assert level is not None
    assert min(vote for _, vote in votes) <= level <= max(vote for _, vote in votes)
