"""What matters most to find out: the unknown answer or the disagreement on which the verdict hangs most.

Formulas: docs/method.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assessments.models import Question
from scoring.company import Company
from scoring.discussion import VerdictEffect, weigh_effect
from scoring.findings import Diagnosis
from scoring.gaps import TALK_FROM
from scoring.maturity import TOP_LEVEL

OpenKind = Literal["unknown", "disagreement"]


@dataclass(frozen=True)
class OpenQuestion:
    """A question that is not settled, and what hangs on it."""

    question: Question
    kind: OpenKind
    levels: tuple[float, float]
    """Between which levels it lies: 0–5 when unknown, the outer group medians of a disagreement."""
    verdict: VerdictEffect
    points: float
    """By how many points (0–100) the company's score can move with it."""

    @property
    def effect(self) -> float:
        """How much of the verdict hangs on it; 0 when nothing does."""
        return self.verdict.size - 1 + self.points / 100


def rank_open_questions(diagnosis: Diagnosis) -> tuple[OpenQuestion, ...]:
    """Everything not settled, what moves the verdict most first; of equals, the one asked first.

    A question someone already agreed on in the room is settled.
    """
    company = Company.restore(diagnosis)
    total = sum(standing.question.weight for standing in diagnosis.standings if standing.applies)
    found = [
        OpenQuestion(
            question=question,
            kind=kind,
            levels=(low, high),
            verdict=weigh_effect(company, question.id, low, high),
            points=question.weight * (high - low) / (TOP_LEVEL * total) * 100,
        )
        for question, kind, low, high in _find_open(diagnosis)
    ]
    return tuple(sorted(found, key=lambda item: -item.effect))


def _find_open(diagnosis: Diagnosis) -> Iterator[tuple[Question, OpenKind, float, float]]:
    agreed = {item.question for item in diagnosis.answers.agreed}
    gaps = {gap.question_id: gap for gap in diagnosis.gaps}
    for standing in diagnosis.standings:
        name = standing.question.id
        gap = gaps.get(name)
        if standing.applies and not standing.is_known:
            yield standing.question, "unknown", 0.0, float(TOP_LEVEL)
        elif gap and name not in agreed and gap.difference >= TALK_FROM and gap.beyond_noise > 0:
            medians = [view.median for view in gap.by_group.values()]
            yield standing.question, "disagreement", min(medians), max(medians)
