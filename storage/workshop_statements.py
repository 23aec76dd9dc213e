"""The statements about workshops, and how rows become records."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Insert, Row, Select, Update, insert, select, update

from assessments.answers import Profile
from storage.records import NewAssessment
from storage.statements import insert_company, insert_round, write_profile
from storage.tables import companies, rounds
from storage.workshop_records import (
    Entry,
    NewWorkshop,
    StoredWorkshop,
    Timer,
    Topic,
    WorkshopPlan,
)
from storage.workshop_tables import joined_clients, workshops

_HEAD = (
    *(column.label(f"workshop_{name}") for name, column in workshops.c.items() if name != "queue"),
    rounds.c.edition.label("round_edition"),
    rounds.c.language.label("round_language"),
    companies.c.name.label("company_name"),
    companies.c.profile.label("company_profile"),
)
"""The columns `read_workshop` reads; the queue is left out, as polling screens do not need it."""
WORKSHOP = workshops.join(rounds, rounds.c.id == workshops.c.round_id).join(
    companies, companies.c.id == rounds.c.company_id
)


def insert_workshop(
    new: NewWorkshop, facilitator_hash: str, now: datetime, client: str | None
) -> tuple[Insert | Update, ...]:
    """A workshop in a round of its own, at a new company or one that is there, whose profile it renews.

    With the client it is opened from.
    """
    plan, round_, workshop = new.plan, uuid4().hex, uuid4().hex
    company_id = new.company_id or uuid4().hex
    known = () if client is None else (insert(joined_clients).values(workshop_id=workshop, client=client),)
    begun = NewAssessment(plan.profile, plan.edition, plan.language, new.content_id, new.content_version)
    settings = {
        "dimensions": list(plan.dimensions),
        "groups": dict(plan.groups),
        "anonymous": plan.anonymous,
        "answer_minutes": plan.answer_minutes,
        "talk_minutes": plan.talk_minutes,
    }
    return (
        _write_company(company_id, new, now),
        insert_round(round_, company_id, begun, now),
        insert(workshops).values(
            id=workshop,
            round_id=round_,
            join_code=new.join_code,
            join_key=new.join_key,
            facilitator_hash=facilitator_hash,
            settings=settings,
            phase="answering",
            ballot=1,
            ballot_open=False,
            share_result=False,
            revision=1,
            created_at=now,
        ),
        *known,
    )


def _write_company(company_id: str, new: NewWorkshop, now: datetime) -> Insert | Update:
    if new.company_id is None:
        return insert_company(company_id, new.plan.profile, now)
    return update(companies).where(companies.c.id == company_id).values(**write_profile(new.plan.profile))


def select_workshop(*more: ColumnElement[Any]) -> Select[Any]:
    """A workshop with its round and company; `where` is the caller's."""
    return select(*_HEAD, *more).select_from(WORKSHOP)


def read_workshop(row: Row[Any]) -> StoredWorkshop:
    """The workshop in a row of `select_workshop`."""
    kept = {name: getattr(row, f"workshop_{name}") for name in workshops.c.keys() if name != "queue"}  # noqa: SIM118
    settings, started = kept.pop("settings"), kept.pop("timer_started_at")
    seconds = kept.pop("timer_seconds")
    for unused in ("facilitator_hash", "created_at"):
        del kept[unused]
    plan = WorkshopPlan(
        profile=Profile(name=row.company_name, **row.company_profile),
        edition=row.round_edition,
        dimensions=tuple(settings["dimensions"]),
        groups=settings["groups"],
        anonymous=settings["anonymous"],
        language=row.round_language,
        answer_minutes=settings["answer_minutes"],
        talk_minutes=settings["talk_minutes"],
    )
    return StoredWorkshop(plan=plan, timer=None if started is None else Timer(started, seconds), **kept)


def write_entry(entry: Entry) -> dict[str, Any]:
    """The columns of an entry, without which and when."""
    return entry.model_dump()


def read_entry(row: Row[Any]) -> Entry:
    """The entry in a row of `discussion_entries`."""
    return Entry.model_validate({name: getattr(row, name) for name in Entry.model_fields})


def write_topics(topics: tuple[Topic, ...]) -> list[dict[str, Any]]:
    """The discussion queue as it is kept."""
    return [asdict(topic) for topic in topics]


def read_topics(kept: list[dict[str, Any]]) -> tuple[Topic, ...]:
    """The discussion queue as it was kept."""
    return tuple(_read_topic(topic) for topic in kept)


def _read_topic(kept: Mapping[str, Any]) -> Topic:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()
    }
    return Topic(**values)
