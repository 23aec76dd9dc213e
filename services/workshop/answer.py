"""Answering blind and voting: what a participant's phone saves."""

from datetime import datetime

from assessments.answers import Answer
from services.errors import InvalidAnswer, explain_storage_problems
from services.input_checks import check_answer
from services.workshop.access import find_participant, hash_for
from services.workshop.errors import AnsweringOver, BallotClosed, WorkshopClosed
from services.workshop.plan import check_asked, check_planned
from storage.store import Store
from storage.workshop_records import VoteLevel, WorkshopPlan


def save_blind_answer(
    store: Store, participant_token: str, answer: Answer, plan: WorkshopPlan | None = None
) -> datetime:
    """Keep an answer in place of the one before; it is safe once this returns its time (UTC).

    Only while the phase is `answering`. `plan` is that of the participant's workshop, where the caller has
    read it already: it never changes. Raises WorkshopLinkNotFound, InvalidAnswer, UnknownQuestion,
    AnsweringOver, DatabaseProblem.
    """
    token_hash = hash_for("participant", participant_token)
    if plan is None:
        plan = find_participant(store, participant_token).workshop.plan
    answer = check_answer(answer)
    check_planned(plan, answer.question)
    with explain_storage_problems():
        saved_at = store.save_blind_answer(token_hash, answer)
    if saved_at is None:
        find_participant(store, participant_token)
        raise AnsweringOver
    return saved_at


def clear_blind_answer(store: Store, participant_token: str, question_id: str) -> None:
    """Make a question unanswered again, only while the phase is `answering`.

    Raises WorkshopLinkNotFound, UnknownQuestion, AnsweringOver, DatabaseProblem.
    """
    participant = find_participant(store, participant_token)
    check_asked(participant.workshop, question_id)
    with explain_storage_problems():
        found = store.clear_blind_answer(hash_for("participant", participant_token), question_id)
    if not found:
        raise AnsweringOver


def cast_vote(store: Store, participant_token: str, question_id: str, level: VoteLevel) -> datetime:
    """Vote in the open ballot on the current question, in place of an own vote before.

    `level` is 0–5 or `unknown`. The vote counts once this returns its time (UTC). Raises
    WorkshopLinkNotFound, UnknownQuestion, InvalidAnswer, BallotClosed (also when the room has moved
    on to another question), WorkshopClosed, DatabaseProblem.
    """
    participant = find_participant(store, participant_token)
    check_asked(participant.workshop, question_id)
    if level != "unknown" and (type(level) is not int or not 0 <= level <= 5):
        raise InvalidAnswer(question_id)
    with explain_storage_problems():
        cast_at = store.cast_vote(hash_for("participant", participant_token), question_id, level)
    if cast_at is None:
        raise WorkshopClosed if participant.workshop.phase == "closed" else BallotClosed
    return cast_at
