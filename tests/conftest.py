from pathlib import Path
from typing import Any

import pytest
import yaml

from assessments.answers import Answer, AnswerSet, Profile, Respondent
from assessments.loading import load_questionnaire
from assessments.models import Questionnaire

CASES = Path(__file__).parent / "cases"


def read_cases(name: str) -> list[Any]:
    """The cases of a file as pytest parameters, named by their sentence."""
    cases = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["case"]) for case in cases]


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    return load_questionnaire()


def answer(question: str, level: Any) -> Answer:
    """An answer from a case's shorthand: a level, `?` for unknown, `-` for not applicable."""
    if level == "-":
        return Answer(question=question, level="not_applicable", reason="case")
    return Answer(question=question, level="unknown" if level == "?" else level)


def answer_all(questionnaire: Questionnaire, rest: Any, **answers: Any) -> AnswerSet:
    """One respondent who answers `rest` everywhere but where told otherwise."""
    given = tuple(answer(q.id, answers.get(q.id, rest)) for q in questionnaire.questions)
    return AnswerSet(respondents=(Respondent(answers=given),))


@pytest.fixture
def profile() -> Profile:
    return Profile(name="Case")
