"""The statements of the store, and how records become columns and come back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Insert, Row, ScalarSelect, Select, Table, insert, literal, select
from sqlalchemy.dialects import postgresql, sqlite

from assessments.answers import Answer, Profile
from storage.records import NewAssessment
from storage.tables import answers, companies, respondents, rounds


def write_profile(profile: Profile) -> dict[str, Any]:
    """The columns of a company."""
    return {"name": profile.name, "profile": profile.model_dump(mode="json", exclude={"name"})}


def write_answer(answer: Answer) -> dict[str, Any]:
    """The columns of an answer, without whose and when."""
    is_level = isinstance(answer.level, int)
    return {
        "question_id": answer.question,
        "level": answer.level if is_level else None,
        "status": "level" if is_level else answer.level,
        "reason": answer.reason,
        "note": answer.note,
    }


def read_answer(row: Row[Any]) -> Answer:
    """The answer in a row."""
    level = row.level if row.status == "level" else row.status
    return Answer(question=row.question_id, level=level, reason=row.reason, note=row.note)


def insert_assessment(token_hash: str, new: NewAssessment, now: datetime) -> tuple[Insert, ...]:
    """A new company with one round and its one respondent."""
    round_ = uuid4().hex
    return (
        *insert_round(round_, new, now),
        insert(respondents).values(
            id=uuid4().hex, round_id=round_, group="other", token_hash=token_hash, created_at=now
        ),
    )


def insert_round(round_id: str, new: NewAssessment, now: datetime) -> tuple[Insert, Insert]:
    """A new company with one round."""
    company = uuid4().hex
    return (
        insert(companies).values(id=company, created_at=now, **write_profile(new.profile)),
        insert(rounds).values(
            id=round_id,
            company_id=company,
            content_id=new.content_id,
            content_version=new.content_version,
            edition=new.edition,
            language=new.language,
            created_at=now,
        ),
    )


def upsert_answer(dialect: str, token_hash: str, answer: Answer, now: datetime) -> Insert:
    """One statement that finds the respondent and keeps the answer.

    `rowcount` of its result is 0 for a wrong token: nothing was written.
    """
    record = write_answer(answer) | {"updated_at": now}
    source = select(respondents.c.id, *literals(answers, record)).where(
        respondents.c.token_hash == token_hash
    )
    return upsert(dialect, answers, ("respondent_id",), record, source)


def literals(table: Table, record: Mapping[str, object]) -> list[ColumnElement[Any]]:
    """The values of a record as columns of a SELECT, with the types of the table's columns."""
    return [literal(value, table.c[name].type) for name, value in record.items()]


def upsert(
    dialect: str, table: Table, keys: Sequence[str], record: Mapping[str, object], source: Select[Any]
) -> Insert:
    """Insert what a SELECT of the keys and the record finds, or put it in place of what is there."""
    # Both databases understand the same sentence; SQLAlchemy has it once for each.
    new = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    new = new.from_select([*keys, *record], source)
    return new.on_conflict_do_update(
        index_elements=list(table.primary_key.columns.keys()),
        set_={name: new.excluded[name] for name in record if not table.c[name].primary_key},
    ).execution_options(preserve_rowcount=True)


def select_assessment(token_hash: str) -> Select[Any]:
    """The respondent behind a token with its round and company."""
    return (
        select(
            respondents.c.id.label("respondent_id"),
            respondents.c.group,
            companies.c.name,
            companies.c.profile,
            rounds.c.edition,
            rounds.c.language,
            rounds.c.content_id,
            rounds.c.content_version,
        )
        .select_from(respondents.join(rounds).join(companies))
        .where(respondents.c.token_hash == token_hash)
    )


def select_answers(respondent_id: str) -> Select[Any]:
    """A respondent's answers, the one saved last at the end."""
    return (
        select(answers)
        .where(answers.c.respondent_id == respondent_id)
        .order_by(answers.c.updated_at, answers.c.question_id)
    )


def find_behind(token_hash: str, column: ColumnElement[str]) -> ScalarSelect[Any]:
    """An id of the respondent's round (or the round's company) behind a token."""
    return (
        select(column)
        .select_from(respondents.join(rounds))
        .where(respondents.c.token_hash == token_hash)
        .scalar_subquery()
    )
