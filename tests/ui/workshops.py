"""Workshops for the tests of the facilitator's screens."""

from collections.abc import Mapping
from typing import Any

from assessments.answers import Answer
from assessments.models import DIMENSIONS, Group
from services.workshop import (
    OpenedWorkshop,
    WorkshopPlan,
    choose_question,
    end_answering,
    join_workshop,
    list_questions,
    open_workshop,
    save_blind_answer,
)
from storage.store import Store
from tests.ui.conftest import COMPANY

QUESTION = "shared_kpis"
"""A question of the quick edition on which the groups of `hold` differ."""
ALL: Mapping[Group, int] = {"marketing": 3, "sales": 3, "management": 3}
NOTE = "<img src=x onerror=alert(1)> **合意メモ**"


def make_plan(**changes: Any) -> WorkshopPlan:
    plan: dict[str, Any] = {
        "profile": COMPANY,
        "edition": "quick",
        "dimensions": DIMENSIONS,
        "groups": {"marketing": None, "sales": "関西支社 <b>", "management": None},
        "anonymous": True,
        "language": "ja",
        "answer_minutes": 10,
        "talk_minutes": 5,
    }
    return WorkshopPlan(**(plan | changes))


def hold(
    store: Store, people: Mapping[Group, int] | None = None, *, end: bool = True, **changes: Any
) -> OpenedWorkshop:
    """A workshop in which marketing sees 4 and everybody else 1 on one question, all else alike."""
    plan = make_plan(**changes)
    opened = open_workshop(store, plan)
    for group, number in (ALL if people is None else people).items():
        for _ in range(number):
            token = join_workshop(store, opened.join_code, group)
            _answer(store, token, plan, 4 if group == "marketing" else 1)
    if end:
        end_answering(store, opened.facilitator_token)
    return opened


def bring_up(store: Store, opened: OpenedWorkshop) -> str:
    """Put the disputed question before the room; returns the facilitator's token."""
    choose_question(store, opened.facilitator_token, QUESTION)
    return opened.facilitator_token


def _answer(store: Store, token: str, plan: WorkshopPlan, level: int) -> None:
    for question in list_questions(plan):
        disputed = question.id == QUESTION
        answer = Answer(question=question.id, level=level if disputed else 2, note=NOTE if disputed else None)
        save_blind_answer(store, token, answer)
