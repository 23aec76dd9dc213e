"""The statements about participants: how far they are, what they answer and vote."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Insert, Row, Select, case, func, select

from assessments.answers import Answer
from storage.statements import literals, upsert, write_answer
from storage.tables import answers, respondents
from storage.workshop_records import StoredProgress, StoredWorkshop, VoteLevel
from storage.workshop_tables import votes, workshops

PARTICIPANT = respondents.join(workshops, workshops.c.round_id == respondents.c.round_id)
"""Participants with their workshops."""


def own_vote() -> ColumnElement[Any]:
    """What a respondent voted in the current ballot: a level as text, `unknown`, or null."""
    level = case((votes.c.status == "level", votes.c.level), else_=-1)
    found = select(level).where(
        votes.c.respondent_id == respondents.c.id,
        votes.c.question_id == workshops.c.current_question,
        votes.c.ballot == workshops.c.ballot,
    )
    return found.scalar_subquery().label("own_vote")


def read_vote(level: int | None) -> VoteLevel | None:
    """The vote in a column of `own_vote`."""
    return "unknown" if level == -1 else level


def select_progress(workshop: StoredWorkshop) -> Select[Any]:
    """How far each participant is, in one statement over the primary keys."""
    answered = select(func.count()).select_from(answers).where(answers.c.respondent_id == respondents.c.id)
    voted = select(func.count()).where(
        votes.c.respondent_id == respondents.c.id,
        votes.c.question_id == (workshop.current_question or ""),
        votes.c.ballot == workshop.ballot,
    )
    return (
        select(
            respondents.c.group,
            respondents.c.name,
            answered.scalar_subquery().label("answered"),
            voted.scalar_subquery().label("voted"),
        )
        .where(respondents.c.round_id == workshop.round_id)
        .order_by(respondents.c.created_at, respondents.c.id)
    )


def read_progress(row: Row[Any]) -> StoredProgress:
    """The progress in a row of `select_progress`."""
    return StoredProgress(row.group, row.name, row.answered, row.voted > 0)


def upsert_vote(dialect: str, token_hash: str, question_id: str, level: VoteLevel, now: datetime) -> Insert:
    """One statement that keeps a vote if its ballot is open; `rowcount` is 0 when it is not.

    On PostgreSQL it holds the workshop's row against the facilitator's closing it meanwhile.
    """
    is_level = level != "unknown"
    record = {
        "level": level if is_level else None,
        "status": "level" if is_level else "unknown",
        "updated_at": now,
    }
    source = (
        select(respondents.c.id, workshops.c.current_question, workshops.c.ballot, *literals(votes, record))
        .select_from(PARTICIPANT)
        .where(
            respondents.c.token_hash == token_hash,
            workshops.c.phase == "discussing",
            workshops.c.current_question == question_id,
            workshops.c.ballot_open,
        )
        .with_for_update(read=True, of=workshops)
    )
    return upsert(dialect, votes, ("respondent_id", "question_id", "ballot"), record, source)


def upsert_blind_answer(dialect: str, token_hash: str, answer: Answer, now: datetime) -> Insert:
    """One statement that keeps an answer while answering lasts; `rowcount` is 0 when it does not.

    On PostgreSQL it holds the workshop's row against the facilitator's ending it meanwhile.
    """
    record = write_answer(answer) | {"updated_at": now}
    source = select_answering(token_hash).add_columns(*literals(answers, record))
    return upsert(dialect, answers, ("respondent_id",), record, source)


def select_answering(token_hash: str) -> Select[Any]:
    """The id of a participant who may answer now; holds the workshop's row on PostgreSQL."""
    return (
        select(respondents.c.id)
        .select_from(PARTICIPANT)
        .where(respondents.c.token_hash == token_hash, workshops.c.phase == "answering")
        .with_for_update(read=True, of=workshops)
    )
