"""The statements of the store, and how records become columns and come back.

Those that every answer needs are built once and filled when they are run: building one takes longer than
the database needs to do what it says.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    ColumnElement,
    Insert,
    Row,
    ScalarSelect,
    Select,
    Table,
    bindparam,
    exists,
    insert,
    literal,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

from assessments.answers import Answer, Profile
from storage.records import NewAssessment
from storage.tables import answers, companies, respondents, rounds

ANSWER_COLUMNS = ("question_id", "level", "status", "reason", "note", "updated_at")
"""The columns of an answer, without whose."""


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
    company, round_ = uuid4().hex, uuid4().hex
    return (
        insert_company(company, new.profile, now),
        insert_round(round_, company, new, now),
        insert(respondents).values(
            id=uuid4().hex, round_id=round_, group="other", token_hash=token_hash, created_at=now
        ),
    )


def insert_company(company_id: str, profile: Profile, now: datetime) -> Insert:
    """A new company."""
    return insert(companies).values(id=company_id, created_at=now, **write_profile(profile))


def insert_round(round_id: str, company_id: str, new: NewAssessment, now: datetime) -> Insert:
    """A new round of a company."""
    return insert(rounds).values(
        id=round_id,
        company_id=company_id,
        content_id=new.content_id,
        content_version=new.content_version,
        edition=new.edition,
        language=new.language,
        created_at=now,
    )


def is_followed(round_id: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a re-check follows a round."""
    later = rounds.alias()
    return exists().where(later.c.previous_id == round_id)


@cache
def upsert_answer(dialect: str) -> Insert:
    """One statement that finds the respondent and keeps the answer; `bind_answer` fills it.

    `rowcount` of its result is 0 for a wrong token, or a round that another follows: nothing was written.
    """
    source = select(respondents.c.id, *bound(answers, ANSWER_COLUMNS)).where(
        respondents.c.token_hash == bindparam("token_hash"), ~is_followed(respondents.c.round_id)
    )
    return upsert(dialect, answers, ("respondent_id",), ANSWER_COLUMNS, source)


def bind_answer(token_hash: str, answer: Answer, now: datetime) -> dict[str, Any]:
    """What fills a statement that keeps an answer."""
    return bind(token_hash, write_answer(answer) | {"updated_at": now})


def bind(token_hash: str, record: Mapping[str, object]) -> dict[str, Any]:
    """What fills a statement with the columns of `bound` and a token."""
    return {"token_hash": token_hash} | {f"new_{name}": value for name, value in record.items()}


def bound(table: Table, names: Iterable[str]) -> list[ColumnElement[Any]]:
    """Columns of a SELECT that are filled when it is run, with the types of the table's columns."""
    return [bindparam(f"new_{name}", type_=table.c[name].type) for name in names]


def literals(table: Table, record: Mapping[str, object]) -> list[ColumnElement[Any]]:
    """The values of a record as columns of a SELECT, with the types of the table's columns."""
    return [literal(value, table.c[name].type) for name, value in record.items()]


def upsert(
    dialect: str, table: Table, keys: Sequence[str], names: Sequence[str], source: Select[Any]
) -> Insert:
    """Insert what a SELECT of the keys and the named columns finds, or put it in place of what is there."""
    # Both databases understand the same sentence; SQLAlchemy has it once for each.
    new = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    new = new.from_select([*keys, *names], source)
    return new.on_conflict_do_update(
        index_elements=list(table.primary_key.columns.keys()),
        set_={name: new.excluded[name] for name in names if not table.c[name].primary_key},
    ).execution_options(preserve_rowcount=True)


SELECT_ASSESSMENT = (
    select(
        respondents.c.id.label("respondent_id"),
        respondents.c.group,
        companies.c.name,
        companies.c.profile,
        rounds.c.edition,
        rounds.c.language,
        rounds.c.content_id,
        rounds.c.content_version,
        rounds.c.dimensions,
        rounds.c.asked,
        is_followed(rounds.c.id).label("is_followed"),
    )
    .select_from(respondents.join(rounds).join(companies))
    .where(respondents.c.token_hash == bindparam("token_hash"))
)
"""The respondent behind a `token_hash` with its round and company."""
SELECT_ANSWERS = (
    select(answers)
    .where(answers.c.respondent_id == bindparam("respondent_id"))
    .order_by(answers.c.updated_at, answers.c.question_id)
)
"""The answers of a `respondent_id`, the one saved last at the end."""


def find_behind(token_hash: str, column: ColumnElement[str]) -> ScalarSelect[Any]:
    """An id of the respondent's round (or the round's company) behind a token."""
    return (
        select(column)
        .select_from(respondents.join(rounds))
        .where(respondents.c.token_hash == token_hash)
        .scalar_subquery()
    )
