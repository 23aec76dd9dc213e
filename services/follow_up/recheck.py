"""The monthly re-check: a few questions anew, in a new round that leaves the one before as it was."""

import hashlib
from dataclasses import dataclass

from assessments.board import Board
from assessments.models import DIMENSIONS, Questionnaire
from scoring.findings import Diagnosis
from services.content import load_content
from services.errors import LinkNotFound, explain_storage_problems
from services.follow_up.company import open_company
from services.follow_up.errors import NoRecheck, NothingAnswered
from services.follow_up.rounds import Standpoint, find_standpoint
from services.self_service import Draft, resume_assessment
from services.tokens import derive_next_token, hash_token
from storage.follow_up_records import NewRecheck, StoredCompany
from storage.store import Store

AT_RANDOM = 3
"""Questions asked anew that no step is to lift: whoever finds that everything has become better, the
things included that nobody worked on, sees that the yardstick has moved, and not the company."""


@dataclass(frozen=True)
class AskedAgain:
    """A question that a re-check asks, and why."""

    question_id: str
    actions: tuple[str, ...]
    """The actions under way or done that lift it; none where it is asked at random."""


@dataclass(frozen=True)
class Recheck:
    """How far a re-check is answered."""

    asked: tuple[str, ...]
    """The questions it asks, in the order of the questionnaire."""
    open: tuple[str, ...]
    """Those of them that have no answer yet."""


@dataclass(frozen=True)
class NextRecheck:
    """The re-check that comes next, before it is begun or while it is being answered."""

    asked: tuple[AskedAgain, ...]
    begun: Recheck | None
    """How far it is answered; None before it is begun."""


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
    lifted = set(list_lifted(diagnosis.questionnaire, board)) & applicable
    others = sorted(applicable - lifted, key=lambda question_id: _draw(round_id, question_id))
    asked = lifted | set(others[:AT_RANDOM])
    return tuple(question.id for question in diagnosis.questionnaire.questions if question.id in asked)


def list_lifted(questionnaire: Questionnaire, board: Board) -> dict[str, tuple[str, ...]]:
    """The questions that steps done or under way lift, each with those steps' actions."""
    under_way = {item.action_id for item in board.items if item.is_under_way}
    lifted: dict[str, tuple[str, ...]] = {}
    for action in questionnaire.actions:
        if action.id in under_way:
            for lift in action.lifts:
                lifted[lift.question] = (*lifted.get(lift.question, ()), action.id)
    return lifted


def preview_recheck(store: Store, token: str) -> NextRecheck:
    """What `start_recheck` would ask, or the re-check that it would lead back to.

    Raises as `start_recheck`.
    """
    last = find_last_round(store, token)
    company = open_company(store, last)
    board = _read_board(store, company)
    begun = None if company.is_facilitated else _look_at(resume_assessment(store, last))
    if begun and begun.open:
        asked = begun.asked
    else:
        begun = None
        asked = plan_recheck(_find_base(store, company).diagnosis, board, company.round_id)
    lifted = list_lifted(load_content(), board)
    reasons = tuple(AskedAgain(question_id, lifted.get(question_id, ())) for question_id in asked)
    return NextRecheck(reasons, begun)


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


def _find_base(store: Store, company: StoredCompany) -> Standpoint:
    base = find_standpoint(store, company)
    if base.diagnosis.overall.score is None:
        raise NothingAnswered
    return base


def _read_board(store: Store, company: StoredCompany) -> Board:
    with explain_storage_problems():
        return store.read_board(company.id)


def _prepare(store: Store, company: StoredCompany) -> NewRecheck:
    base = _find_base(store, company)
    asked = plan_recheck(base.diagnosis, _read_board(store, company), company.round_id)
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


def _draw(round_id: str, question_id: str) -> bytes:
    return hashlib.sha256(f"{round_id}:{question_id}".encode()).digest()


def _hash(token: str) -> str:
    token_hash = hash_token(token)
    if token_hash is None:
        raise LinkNotFound
    return token_hash
