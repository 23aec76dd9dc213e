"""The statements about participants: how far they are, what they answer and vote."""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Insert, Row, Select, bindparam, case, func, select

from storage.statements import ANSWER_COLUMNS, bind, bound, upsert
from storage.tables import answers, respondents
from storage.workshop_records import StoredProgress, StoredWorkshop, VoteLevel
from storage.workshop_statements import select_workshop
from storage.workshop_tables import votes, workshops

PARTICIPANT = respondents.join(workshops, workshops.c.round_id == respondents.c.round_id)
"""Participants with their workshops."""
_IS_BEHIND = respondents.c.token_hash == bindparam("token_hash")
_VOTE_COLUMNS = ("level", "status", "updated_at")


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


@cache
def upsert_vote(dialect: str) -> Insert:
    """One statement that keeps a vote if its ballot is open; `rowcount` is 0 when it is not.

    `bind_vote` fills it. On PostgreSQL it holds the workshop's row against the facilitator's closing it
    meanwhile.
    """
    keys = respondents.c.id, workshops.c.current_question, workshops.c.ballot
    source = (
        select(*keys, *bound(votes, _VOTE_COLUMNS))
        .select_from(PARTICIPANT)
        .where(
            _IS_BEHIND,
            workshops.c.phase == "discussing",
            workshops.c.current_question == bindparam("asked"),
            workshops.c.ballot_open,
        )
        .with_for_update(read=True, of=workshops)
    )
    return upsert(dialect, votes, ("respondent_id", "question_id", "ballot"), _VOTE_COLUMNS, source)


def bind_vote(token_hash: str, question_id: str, level: VoteLevel, now: datetime) -> dict[str, Any]:
    """What fills `upsert_vote`."""
    status = "unknown" if level == "unknown" else "level"
    record = {"level": None if level == "unknown" else level, "status": status, "updated_at": now}
    return bind(token_hash, record) | {"asked": question_id}


@cache
def upsert_blind_answer(dialect: str) -> Insert:
    """One statement that keeps an answer while answering lasts; `rowcount` is 0 when it does not.

    `bind_answer` fills it. On PostgreSQL it holds the workshop's row against the facilitator's ending
    it meanwhile.
    """
    source = SELECT_ANSWERING.add_columns(*bound(answers, ANSWER_COLUMNS))
    return upsert(dialect, answers, ("respondent_id",), ANSWER_COLUMNS, source)


SELECT_ANSWERING = (
    select(respondents.c.id)
    .select_from(PARTICIPANT)
    .where(_IS_BEHIND, workshops.c.phase == "answering")
    .with_for_update(read=True, of=workshops)
)
"""The participant behind a `token_hash` who may answer now; holds the workshop's row on PostgreSQL."""
SELECT_REVISION = select(workshops.c.revision).select_from(PARTICIPANT).where(_IS_BEHIND)
"""The revision of the workshop of the participant behind a `token_hash`."""
SELECT_PARTICIPANT = (
    select_workshop(
        respondents.c.id.label("respondent_id"), respondents.c.group, respondents.c.name, own_vote()
    )
    .join(respondents, respondents.c.round_id == workshops.c.round_id)
    .where(_IS_BEHIND)
)
"""The participant behind a `token_hash` with the workshop, for `read_workshop`."""
