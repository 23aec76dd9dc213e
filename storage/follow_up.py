"""Companies after the verdict: what their links speak for, what they aim at, their rounds in time."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Row, Select, insert, literal, select, union_all, update

from assessments.answers import Answer, Profile
from assessments.targets import Targets
from scoring.roadmap import Capacity
from storage.database import Database
from storage.follow_up_records import NewRecheck, StoredCompany, StoredRound
from storage.statements import read_answer, write_answer
from storage.tables import answers, companies, respondents, rounds
from storage.workshop_records import StoredWorkshop
from storage.workshop_statements import read_workshop, select_workshop
from storage.workshop_tables import workshops


class FollowUp(Database):
    """Companies and their rounds."""

    def find_company(self, respondent_hash: str, facilitator_hash: str) -> StoredCompany | None:
        """The company behind a link, which is a respondent's or a facilitator's; None when there is none.

        `respondent_hash` must be the one under which the link of somebody who answers alone is kept:
        a participant's, kept under another, leads nowhere.
        """
        with self._reading() as connection:
            row = connection.execute(_select_company(respondent_hash, facilitator_hash)).one_or_none()
        return None if row is None else _read_company(row)

    def keep_targets(self, company_id: str, targets: Targets) -> None:
        """Keep a company's targets in place of those before."""
        kept = targets.model_dump(mode="json", exclude_none=True)
        self._update_company(company_id, targets=kept)

    def keep_capacity(self, company_id: str, capacity: Capacity) -> None:
        """Keep a company's capacity in place of the one before."""
        self._update_company(company_id, capacity=asdict(capacity))

    def list_rounds(self, company_id: str) -> tuple[StoredRound, ...]:
        """The rounds of a company, the newest last."""
        found = select(rounds).where(rounds.c.company_id == company_id)
        with self._reading() as connection:
            rows = connection.execute(found.order_by(rounds.c.created_at, rounds.c.id)).all()
        return tuple(_read_round(row) for row in rows)

    def find_round(self, round_id: str) -> StoredRound | None:
        """One round; None when there is none."""
        with self._reading() as connection:
            row = connection.execute(select(rounds).where(rounds.c.id == round_id)).one_or_none()
        return None if row is None else _read_round(row)

    def read_round_answers(self, round_id: str) -> tuple[Answer, ...]:
        """What was answered in a round that one person answers alone."""
        found = (
            select(answers).select_from(respondents.join(answers)).where(respondents.c.round_id == round_id)
        )
        with self._reading() as connection:
            rows = connection.execute(found.order_by(answers.c.question_id)).all()
        return tuple(read_answer(row) for row in rows)

    def find_workshop_of_round(self, round_id: str) -> StoredWorkshop | None:
        """The workshop a round was answered in; None when it was answered alone."""
        with self._reading() as connection:
            row = connection.execute(select_workshop().where(workshops.c.round_id == round_id)).one_or_none()
        return None if row is None else read_workshop(row)

    def add_recheck(self, token_hash: str, new: NewRecheck) -> bool:
        """Begin the round that follows one, with one respondent; False when one follows it already."""
        now, round_id, respondent_id = datetime.now(UTC), uuid4().hex, uuid4().hex
        given = [
            {"respondent_id": respondent_id, "updated_at": now, **write_answer(answer)}
            for answer in new.answers
        ]
        with self._writing() as connection:
            before = select(rounds).where(rounds.c.id == new.previous_id).with_for_update()
            previous = connection.execute(before).one()
            followed = select(rounds.c.id).where(rounds.c.previous_id == new.previous_id)
            if connection.execute(followed).first() is not None:
                return False
            connection.execute(insert(rounds).values(id=round_id, **_follow(previous, new), created_at=now))
            connection.execute(
                insert(respondents).values(
                    id=respondent_id,
                    round_id=round_id,
                    group="other",
                    token_hash=token_hash,
                    created_at=now,
                )
            )
            if given:
                connection.execute(insert(answers), given)
        return True

    def _update_company(self, company_id: str, **values: Any) -> None:
        with self._writing() as connection:
            connection.execute(update(companies).where(companies.c.id == company_id).values(**values))


def _select_company(respondent_hash: str, facilitator_hash: str) -> Select[Any]:
    alone = select(respondents.c.round_id, literal(False).label("is_facilitated"))
    facilitated = select(workshops.c.round_id, literal(True).label("is_facilitated"))
    link = union_all(
        alone.where(respondents.c.token_hash == respondent_hash),
        facilitated.where(workshops.c.facilitator_hash == facilitator_hash),
    ).subquery()
    return select(companies, link.c.round_id, link.c.is_facilitated).select_from(
        link.join(rounds, rounds.c.id == link.c.round_id).join(
            companies, companies.c.id == rounds.c.company_id
        )
    )


def _read_company(row: Row[Any]) -> StoredCompany:
    return StoredCompany(
        id=row.id,
        round_id=row.round_id,
        is_facilitated=bool(row.is_facilitated),
        profile=Profile(name=row.name, **row.profile),
        targets=None if row.targets is None else Targets(**row.targets),
        capacity=None if row.capacity is None else Capacity(**row.capacity),
    )


def _read_round(row: Row[Any]) -> StoredRound:
    return StoredRound(
        id=row.id,
        edition=row.edition,
        language=row.language,
        content_version=row.content_version,
        created_at=row.created_at,
        previous_id=row.previous_id,
        dimensions=None if row.dimensions is None else tuple(row.dimensions),
        asked=None if row.asked is None else tuple(row.asked),
    )


def _follow(previous: Row[Any], new: NewRecheck) -> dict[str, Any]:
    """The columns of a round that follows one, without its id and time."""
    carried = ("company_id", "content_id", "edition", "language", "brand_id")
    return {name: getattr(previous, name) for name in carried} | {
        "content_version": new.content_version,
        "previous_id": new.previous_id,
        "dimensions": None if new.dimensions is None else list(new.dimensions),
        "asked": list(new.asked),
    }
