"""The cases worked by hand in tests/cases."""

from typing import Any

import numpy as np
import pytest

from assessments.answers import AnswerSet, Profile, Respondent
from assessments.models import Questionnaire
from scoring.diagnosis import diagnose
from scoring.frames import settle_levels, tidy_answers
from scoring.maturity import measure
from scoring.small_groups import count_shown
from tests.conftest import answer, answer_all, read_cases


@pytest.mark.parametrize("case", read_cases("maturity"))
def test_measure(case: dict[str, Any]) -> None:
    given = case["levels"]
    levels = np.array([[np.nan if level in ("?", "-") else float(level) for level in given]])
    found = measure(
        levels,
        np.array([[level != "-" for level in given]]),
        np.array(case.get("weights", [1] * len(given)), dtype=float),
        np.array(case.get("keys", [False] * len(given)), dtype=bool),
    ).row(0)
    for name, expected in case["expect"].items():
        value = getattr(found, name)
        assert value == (None if expected is None else pytest.approx(expected)), name


@pytest.mark.parametrize("case", read_cases("settling"))
def test_settled_level(case: dict[str, Any]) -> None:
    respondents = tuple(
        Respondent(group=group, answers=(answer("kgi", level),))
        for group, levels in case["groups"].items()
        for level in levels
    )
    frame = tidy_answers({"a": AnswerSet(respondents=respondents)})
    matrix = settle_levels(count_shown(frame) if case.get("anonymous") else frame, ["a"], ["kgi"])
    level, applies = matrix.levels[0, 0], matrix.applicable[0, 0]
    if case["expect"] == "-":
        assert not applies
    elif case["expect"] == "?":
        assert applies
        assert np.isnan(level)
    else:
        assert applies
        assert level == case["expect"]


@pytest.mark.parametrize("case", read_cases("patterns"))
def test_pattern_states(case: dict[str, Any], questionnaire: Questionnaire, profile: Profile) -> None:
    answers = answer_all(questionnaire, case["rest"], **case.get("answers", {}))
    states = {f.pattern.id: f.state for f in diagnose(questionnaire, answers, profile).patterns}
    expected = case["expect"]
    if expected.pop("none_present", False):
        assert [name for name, state in states.items() if state == "present"] == []
    for state, names in expected.items():
        assert {name: states[name] for name in names} == dict.fromkeys(names, state)


@pytest.mark.parametrize("case", read_cases("organisation"))
def test_organisation(case: dict[str, Any], questionnaire: Questionnaire) -> None:
    answers = answer_all(questionnaire, case.get("level", 2))
    advice = diagnose(questionnaire, answers, Profile(**case["company"])).organisation
    expected = case["expect"]
    assert advice.recommended == expected["recommended"], dict(advice.acceptability)
    assert advice.robustness == expected.get("robustness", advice.robustness)
    assert [step.model for step in advice.path] == expected.get("path", [s.model for s in advice.path])
    assert advice.role_band.id == expected.get("roles", advice.role_band.id)
    assert sum(advice.acceptability.values()) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("case", read_cases("companies"))
def test_company(case: dict[str, Any], questionnaire: Questionnaire, profile: Profile) -> None:
    answers = answer_all(questionnaire, case["rest"], **case.get("answers", {}))
    edition = case.get("edition", "full")
    diagnosis = diagnose(questionnaire, answers.model_copy(update={"edition": edition}), profile)
    next_stage, sides = diagnosis.next_stage, diagnosis.sides
    found = {
        "score": diagnosis.overall.score,
        "interval": list(diagnosis.overall.interval),
        "stage": diagnosis.overall.stage,
        "stuck": len(diagnosis.stuck_on_paper),
        "short": sides.short,
        "design": sides.design.score,
        "implementation": sides.implementation.score,
        "none_present": not diagnosis.patterns_in("present"),
        "key_blockers": [s.question.id for s in next_stage.key_blockers] if next_stage else [],
    }
    for name, expected in case["expect"].items():
        assert found[name] == (pytest.approx(expected) if isinstance(expected, float | int) else expected)
