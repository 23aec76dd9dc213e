"""Workshops as a participant sees them: join, answer blind, vote."""

from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import Connection, delete, func, insert, select

from assessments.answers import Answer
from assessments.models import Group
from storage.database import Database
from storage.participant_statements import (
    SELECT_ANSWERING,
    SELECT_PARTICIPANT,
    SELECT_REVISION,
    bind_vote,
    read_vote,
    upsert_blind_answer,
    upsert_vote,
)
from storage.statements import SELECT_ANSWERS, bind_answer, literals, read_answer
from storage.tables import answers, respondents
from storage.workshop_records import StoredParticipant, VoteLevel
from storage.workshop_statements import read_workshop
from storage.workshop_tables import workshops

MAXIMUM_PEOPLE = 500
"""Participants a workshop takes; keeps somebody who knows the code from filling the disk."""


class Participants(Database):
    """The participants of workshops."""

    def join_workshop(self, workshop_id: str, token_hash: str, group: Group, name: str | None) -> bool:
        """Add a participant; False when the workshop is closed or full."""
        people = select(func.count()).where(respondents.c.round_id == workshops.c.round_id)
        values = {
            "id": uuid4().hex,
            "group": group,
            "name": name,
            "token_hash": token_hash,
            "created_at": datetime.now(UTC),
        }
        source = select(workshops.c.round_id, *literals(respondents, values)).where(
            workshops.c.id == workshop_id,
            workshops.c.phase != "closed",
            people.scalar_subquery() < MAXIMUM_PEOPLE,
        )
        new = insert(respondents).from_select(["round_id", *values], source)
        with self._writing() as connection:
            return connection.execute(new.execution_options(preserve_rowcount=True)).rowcount > 0

    def find_participant(self, token_hash: str) -> StoredParticipant | None:
        """A participant's place in the workshop; in one statement."""
        with self._reading() as connection:
            return _find(connection, token_hash)

    def find_with_answers(self, token_hash: str) -> tuple[StoredParticipant, Mapping[str, Answer]] | None:
        """The same with the own answers by question, the one saved last at the end; in two statements."""
        with self._reading() as connection:
            participant = _find(connection, token_hash)
            if participant is None:
                return None
            rows = connection.execute(SELECT_ANSWERS, {"respondent_id": participant.id}).all()
        return participant, {row.question_id: read_answer(row) for row in rows}

    def find_revision(self, token_hash: str) -> int | None:
        """The revision of a participant's workshop; None when nobody has this token."""
        with self._reading() as connection:
            return connection.scalar(SELECT_REVISION, {"token_hash": token_hash})

    def save_blind_answer(self, token_hash: str, answer: Answer) -> datetime | None:
        """Keep an answer while answering lasts; returns when (UTC), or None when it does not."""
        now = datetime.now(UTC)
        with self._writing() as connection:
            statement = upsert_blind_answer(connection.dialect.name)
            saved = connection.execute(statement, bind_answer(token_hash, answer, now)).rowcount > 0
        return now if saved else None

    def clear_blind_answer(self, token_hash: str, question_id: str) -> bool:
        """Forget an answer while answering lasts; False when it does not."""
        with self._writing() as connection:
            respondent = connection.scalar(SELECT_ANSWERING, {"token_hash": token_hash})
            about = answers.c.respondent_id == respondent, answers.c.question_id == question_id
            connection.execute(delete(answers).where(*about))
        return respondent is not None

    def cast_vote(self, token_hash: str, question_id: str, level: VoteLevel) -> datetime | None:
        """Keep a vote in the open ballot on a question; returns when (UTC), or None when none is open."""
        now = datetime.now(UTC)
        with self._writing() as connection:
            values = bind_vote(token_hash, question_id, level, now)
            saved = connection.execute(upsert_vote(connection.dialect.name), values).rowcount > 0
        return now if saved else None


def _find(connection: Connection, token_hash: str) -> StoredParticipant | None:
    row = connection.execute(SELECT_PARTICIPANT, {"token_hash": token_hash}).one_or_none()
    if row is None:
        return None
    return StoredParticipant(
        read_workshop(row), row.respondent_id, row.group, row.name, read_vote(row.own_vote)
    )
