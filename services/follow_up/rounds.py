"""What a round of a company has come to, whoever answered it."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from assessments.answers import Answer
from assessments.models import DIMENSIONS, DimensionId, Language
from i18n.text import translate
from scoring.findings import Diagnosis, Standing
from services.content import load_content
from services.errors import LinkNotFound, explain_storage_problems
from services.follow_up.errors import WorkshopNotClosed
from services.self_service import Draft, diagnose_draft
from services.workshop.result import result_of_workshop
from storage.follow_up_records import StoredCompany, StoredRound
from storage.store import Store
from storage.workshop_records import StoredWorkshop


@dataclass(frozen=True)
class Standpoint:
    """Where a round has left the company: what the next one starts from."""

    diagnosis: Diagnosis
    answers: tuple[Answer, ...]
    """One person's; a workshop's settled levels as such."""


def find_standpoint(store: Store, company: StoredCompany) -> Standpoint:
    """What the round of a company's link has come to.

    Raises WorkshopNotClosed, LinkNotFound, DatabaseProblem, ContentBroken.
    """
    with explain_storage_problems():
        round_ = store.find_round(company.round_id)
        workshop = store.find_workshop_of_round(company.round_id)
    if round_ is None:
        raise LinkNotFound
    if workshop is None:
        answers = read_answers(store, round_)
        return Standpoint(diagnose_alone(company, round_, answers), answers)
    diagnosis = diagnose_workshop(store, workshop)
    if diagnosis is None:
        raise WorkshopNotClosed
    return Standpoint(diagnosis, settle_answers(diagnosis, round_.language))


def diagnose_workshop(store: Store, workshop: StoredWorkshop) -> Diagnosis | None:
    """What a workshop has come to; None before it is closed, as its levels may still change.

    Raises DatabaseProblem, ContentBroken.
    """
    return result_of_workshop(store, workshop) if workshop.phase == "closed" else None


def diagnose_alone(
    company: StoredCompany,
    round_: StoredRound,
    answers: Iterable[Answer],
    dimensions: tuple[DimensionId, ...] | None = None,
) -> Diagnosis:
    """What one person's answers say in the edition of a round; `dimensions` defaults to the round's."""
    draft = Draft(
        profile=company.profile,
        edition=round_.edition,
        language=round_.language,
        answers={answer.question: answer for answer in answers},
        saved_at=None,
        content_version=round_.content_version,
        dimensions=dimensions or round_.dimensions or DIMENSIONS,
        asked=round_.asked,
    )
    return diagnose_draft(load_content(), draft)


def read_answers(store: Store, round_: StoredRound) -> tuple[Answer, ...]:
    """The answers of a round that is answered alone; raises DatabaseProblem."""
    with explain_storage_problems():
        return store.read_round_answers(round_.id)


def settle_answers(diagnosis: Diagnosis, language: Language) -> tuple[Answer, ...]:
    """A workshop's settled levels as one person's answers; `language` is the round's.

    A half level, on which the groups' medians left the room, is taken down to the whole one below: the
    company surely stands there, and it reaches the same stages, which ask for whole levels.
    """
    settled = (_settle(standing, language) for standing in diagnosis.standings)
    return tuple(answer for answer in settled if answer is not None)


def _settle(standing: Standing, language: Language) -> Answer | None:
    question = standing.question.id
    if standing.level is not None:
        return Answer(question=question, level=floor(standing.level))
    if standing.status == "unknown":
        return Answer(question=question, level="unknown")
    if standing.status == "not_applicable":
        # People's own words stay in their workshop.
        reason = translate("follow_up.carried.not_applicable", language)
        return Answer(question=question, level="not_applicable", reason=reason)
    return None
