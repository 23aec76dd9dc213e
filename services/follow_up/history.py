"""The rounds of a company in time, each with what it has come to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from assessments.answers import Answer
from scoring.findings import Diagnosis
from services.errors import explain_storage_problems
from services.follow_up.company import open_company
from services.follow_up.rounds import diagnose_alone, diagnose_workshop, read_answers, settle_answers
from storage.follow_up_records import StoredCompany, StoredRound
from storage.store import Store

RoundKind = Literal["alone", "workshop", "recheck"]


@dataclass(frozen=True)
class PastRound:
    """One round of a company."""

    id: str
    number: int
    """From 1, the oldest."""
    kind: RoundKind
    """How it was answered: by one person, in a workshop, or as a re-check by one person."""
    begun_at: datetime
    """UTC."""
    asked: tuple[str, ...] | None
    """The questions a re-check asks; None when it is no re-check."""
    open: tuple[str, ...]
    """Those of them that have no answer yet; they count as unknown."""
    diagnosis: Diagnosis
    baseline: Diagnosis | None
    """What to compare it with (`scoring.comparison.compare`): the round it follows, else the one before
    it. After a workshop these are its settled levels as the re-check took them over (halves taken down),
    so that rounding does not look like a change. None for the first round, and where the two have no
    dimension in common."""
    baseline_at: datetime | None
    """When the round behind the baseline began (UTC); None without one."""


def read_history(store: Store, token: str) -> tuple[PastRound, ...]:
    """The company's rounds, the newest last; a workshop once it is closed.

    Raises LinkNotFound, DatabaseProblem, ContentBroken.
    """
    company = open_company(store, token)
    with explain_storage_problems():
        rounds = store.list_rounds(company.id)
    past: list[PastRound] = []
    for round_ in rounds:
        found = _look_back(store, company, round_, past)
        if found is not None:
            past.append(found)
    return tuple(past)


def _look_back(
    store: Store, company: StoredCompany, round_: StoredRound, past: list[PastRound]
) -> PastRound | None:
    """The round; None while it is a workshop that is not closed."""
    with explain_storage_problems():
        workshop = store.find_workshop_of_round(round_.id)
    answers: tuple[Answer, ...] = ()
    if workshop is None:
        answers = read_answers(store, round_)
        diagnosis: Diagnosis | None = diagnose_alone(company, round_, answers)
    else:
        diagnosis = diagnose_workshop(store, workshop)
    if diagnosis is None:
        return None
    before = _find_before(round_, past)
    baseline = None if before is None else _find_baseline(company, round_, diagnosis, before)
    answered = {answer.question for answer in answers}
    return PastRound(
        id=round_.id,
        number=len(past) + 1,
        kind="workshop" if workshop else "alone" if round_.asked is None else "recheck",
        begun_at=round_.created_at,
        asked=round_.asked,
        open=tuple(question for question in round_.asked or () if question not in answered),
        diagnosis=diagnosis,
        baseline=baseline,
        baseline_at=None if before is None or baseline is None else before.begun_at,
    )


def _find_before(round_: StoredRound, past: list[PastRound]) -> PastRound | None:
    """The round that this one follows, else the one before it in time; None for the first."""
    followed = (earlier for earlier in past if earlier.id == round_.previous_id)
    return next(followed, past[-1] if past else None)


def _find_baseline(
    company: StoredCompany, round_: StoredRound, diagnosis: Diagnosis, before: PastRound
) -> Diagnosis | None:
    if before.id == round_.previous_id and before.kind == "workshop":
        settled = settle_answers(before.diagnosis, round_.language)
        return diagnose_alone(company, round_, settled)
    shared = set(diagnosis.answers.dimensions) & set(before.diagnosis.answers.dimensions)
    return before.diagnosis if shared else None
