"""The monthly re-check: a few questions anew, in a new round that leaves the one before as it was."""

import hashlib
from dataclasses import dataclass

from assessments.answers import Answer
from assessments.board import Board
from assessments.models import DIMENSIONS
from scoring.findings import Diagnosis
from services.content import load_content
from services.errors import LinkNotFound, explain_storage_problems
from services.follow_up.company import open_company
from services.follow_up.errors import NoRecheck, NothingAnswered, WorkshopNotClosed
from services.follow_up.rounds import diagnose_alone, diagnose_workshop, read_answers, settle_answers
from services.self_service import Draft, resume_assessment
from services.tokens import derive_next_token, hash_token
from storage.follow_up_records import NewRecheck, StoredCompany
from storage.store import Store

AT_RANDOM = 3
"""Questions asked anew that no step is to lift: whoever finds that everything has become better, the
things included that nobody worked on, sees that the yardstick has moved, and not the company."""


@dataclass(frozen=True)
class Recheck:
    """How far a re-check is answered."""

    asked: tuple[str, ...]
    """The questions it asks, in the order of the questionnaire."""
    open: tuple[str, ...]
    """Those of them that have no answer yet."""


@dataclass(frozen=True)
class _Base:
    """What a re-check starts from."""

    diagnosis: Diagnosis
    answers: tuple[Answer, ...]


def plan_recheck(diagnosis: Diagnosis, board: Board, round_id: str) -> tuple[str, ...]:
    """The questions to ask anew, in the order of the questionnaire.

    Those that the steps done or under way lift, and `AT_RANDOM` of the others: drawn by the order of
    SHA-256 over the round's id and the question's, so that the same round always draws the same ones and
    nobody can choose them. Questions outside the edition, or not applicable, are never asked.
    """
    applicable = {
        standing.question.id
        for standing in diagnosis.standings
        if standing.applies and standing.status != "not_asked"
    }
    under_way = {item.action_id for item in board.items if item.is_under_way}
    actions = (action for action in diagnosis.questionnaire.actions if action.id in under_way)
    lifted = {lift.question for action in actions for lift in action.lifts} & applicable
    others = sorted(applicable - lifted, key=lambda question_id: _draw(round_id, question_id))
    asked = lifted | set(others[:AT_RANDOM])
    return tuple(question.id for question in diagnosis.questionnaire.questions if question.id in asked)


def start_recheck(store: Store, token: str) -> str:
    """Begin a re-check after the last round of a link, or find the one that is not answered yet.

    Returns its token, with which it is answered like any assessment. The new round is of the same company
    and edition; it starts from the answers of the round before, but for the questions it asks: these have
    no answer until they get one, and count as unknown until then, so that the interval says what is not
    checked yet. The round before stays as it is.

    After a workshop one person answers on, from the levels that the room settled (see
    `rounds.settle_answers`) and about the dimensions it spoke of.

    Raises NothingAnswered, WorkshopNotClosed, LinkNotFound, DatabaseProblem, ContentBroken.
    """
    last = find_last_round(store, token)
    company = open_company(store, last)
    if not company.is_facilitated and _look_at(resume_assessment(store, last)).open:
        return last
    new = _prepare(store, company)
    following = derive_next_token(last)
    with explain_storage_problems():
        store.add_recheck(_hash(following), new)
    return following


def find_last_round(store: Store, token: str) -> str:
    """The token of the last re-check that followed a link's round; the token itself where none did.

    Raises LinkNotFound, DatabaseProblem.
    """
    open_company(store, token)
    while True:
        following = derive_next_token(token)
        with explain_storage_problems():
            found = store.find_assessment(_hash(following))
        if found is None:
            return token
        token = following


def read_recheck(store: Store, token: str) -> Recheck:
    """What a re-check asks and what of it is open.

    Raises NoRecheck when the link's round is none, LinkNotFound, DatabaseProblem.
    """
    draft = resume_assessment(store, token)
    if draft.asked is None:
        raise NoRecheck
    return _look_at(draft)


def _look_at(draft: Draft) -> Recheck:
    content = load_content()
    asked = tuple(question_id for question_id in draft.asked or () if content.has_question(question_id))
    return Recheck(asked, tuple(question_id for question_id in asked if question_id not in draft.answers))


def _prepare(store: Store, company: StoredCompany) -> NewRecheck:
    base = _find_base(store, company)
    if base.diagnosis.overall.score is None:
        raise NothingAnswered
    with explain_storage_problems():
        board = store.read_board(company.id)
    asked = plan_recheck(base.diagnosis, board, company.round_id)
    dimensions = base.diagnosis.answers.dimensions
    content = load_content()
    return NewRecheck(
        previous_id=company.round_id,
        content_version=content.version,
        dimensions=None if set(dimensions) == set(DIMENSIONS) else dimensions,
        asked=asked,
        answers=tuple(
            answer
            for answer in base.answers
            if answer.question not in asked and content.has_question(answer.question)
        ),
    )


def _find_base(store: Store, company: StoredCompany) -> _Base:
    with explain_storage_problems():
        round_ = store.find_round(company.round_id)
        workshop = store.find_workshop_of_round(company.round_id)
    if round_ is None:
        raise LinkNotFound
    if workshop is None:
        answers = read_answers(store, round_)
        return _Base(diagnose_alone(company, round_, answers), answers)
    diagnosis = diagnose_workshop(store, workshop)
    if diagnosis is None:
        raise WorkshopNotClosed
    return _Base(diagnosis, settle_answers(diagnosis, round_.language))


def _draw(round_id: str, question_id: str) -> bytes:
    return hashlib.sha256(f"{round_id}:{question_id}".encode()).digest()


def _hash(token: str) -> str:
    token_hash = hash_token(token)
    if token_hash is None:
        raise LinkNotFound
    return token_hash
