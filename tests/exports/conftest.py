from datetime import date
from functools import cache
from pathlib import Path

import pytest

from assessments.answer_files import read_answers
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis
from tests.reporting.cases import build_companies, build_hostile_company, questionnaire

MADE_ON = date(2026, 6, 12)
EXAMPLES = tuple(sorted((Path(__file__).parents[2] / "examples").glob("*.yaml")))


@cache
def read_example(path: Path) -> Diagnosis:
    """The diagnosis of an example."""
    profile, answers = read_answers(path, questionnaire())
    return diagnose(questionnaire(), answers, profile)


@cache
def build_cases() -> dict[str, Diagnosis]:
    """Every example, every made-up company, and one that types whatever does harm."""
    examples = {path.stem: read_example(path) for path in EXAMPLES}
    return {**examples, **build_companies(), "hostile": build_hostile_company()}


@pytest.fixture(scope="session")
def cases() -> dict[str, Diagnosis]:
    return build_cases()
