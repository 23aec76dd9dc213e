"""Every item of the checklists and every failure pattern of the sources is asked for and named."""

import pytest

from assessments.answers import Profile
from assessments.models import Questionnaire
from scoring.diagnosis import diagnose
from tests.conftest import answer_all

CHECKLIST = [f"A{n:02}" for n in range(1, 26)] + [f"D{n:02}" for n in range(1, 16)]
FAILURES = [
    *("A.f1", "A.f2", "A.f3", "A.f4"),
    *("B.f1", "B.f2", "B.f3"),
    *("C.f1", "C.f2", "C.f3", "C.f4", "C.f5"),
    *("D.f1", "D.f2", "D.f3"),
    *("E.f1", "E.f2", "E.f3"),
]


def test_every_item_is_asked_for(questionnaire: Questionnaire) -> None:
    table = {
        source: [q.id for q in questionnaire.questions if source in q.sources]
        for source in CHECKLIST + FAILURES
    }
    for source, questions in table.items():
        print(f"{source:<5} {', '.join(questions)}")
    assert [source for source, questions in table.items() if not questions] == []


def test_every_failure_has_a_pattern(questionnaire: Questionnaire) -> None:
    named = {source for pattern in questionnaire.patterns for source in pattern.sources}
    assert [failure for failure in FAILURES if failure not in named] == []


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("level", [0, 1])
def test_its_symptoms_alone_make_a_pattern_present(
    questionnaire: Questionnaire, failure: str, level: int
) -> None:
    symptoms = {q.id: level for q in questionnaire.questions if failure in q.sources}
    diagnosis = diagnose(questionnaire, answer_all(questionnaire, 4, **symptoms), Profile())
    present = {source for finding in diagnosis.patterns_in("present") for source in finding.pattern.sources}
    assert failure in present


def test_the_editions_have_their_sizes(questionnaire: Questionnaire) -> None:
    kinds = [question.kind for question in questionnaire.questions]
    assert 40 <= kinds.count("capability") <= 44
    assert 10 <= kinds.count("structural") <= 12
    assert 8 <= len(questionnaire.asked_in("quick")) <= 16
    assert [len(dimension.capabilities) for dimension in questionnaire.dimensions] == [3, 3, 3, 3]
