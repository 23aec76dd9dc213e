"""Attempts to find a workshop by its code, and how many of them were wrong."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, and_, delete, exists, func, insert, literal, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.database import Database
from storage.workshop_records import JoinBudget, StoredWorkshop
from storage.workshop_statements import read_workshop, select_workshop
from storage.workshop_tables import failed_joins, joined_clients, workshops

WINDOW = timedelta(hours=1)
"""How long a wrong code counts; it is then forgotten, and with it from where it came."""
_ADVISORY_LOCK = 0x4A4F494E
"""`JOIN` in ASCII: the number under which attempts wait for each other on PostgreSQL."""


class JoinAttempts(Database):
    """Attempts to join."""

    def find_by_key(self, join_key: str) -> StoredWorkshop | None:
        """The workshop, not closed, with this key; None when there is none."""
        return self._find(select_workshop().where(workshops.c.join_key == join_key))

    def find_by_id(self, workshop_id: str) -> StoredWorkshop | None:
        """The workshop, not closed, with this id; None when there is none."""
        return self._find(select_workshop().where(workshops.c.id == workshop_id))

    def read_budget(self, code: str, client: str | None) -> JoinBudget:
        """Which workshop has the code, and the wrong codes so far; in one statement."""
        with self._reading() as connection:
            return _read_budget(connection, code, client, datetime.now(UTC))

    def try_code(self, code: str, client: str | None, by_client: int, by_all: int) -> JoinBudget:
        """Look for a code as `read_budget` does; a wrong one counts while both limits allow.

        The same wrong code from the same client counts once: a page that reloads guesses nothing
        new. Attempts wait for each other, so that many at once do not slip past the limits together.
        """
        now = datetime.now(UTC)
        with self._writing() as connection:
            if connection.dialect.name != "sqlite":
                connection.execute(select(func.pg_advisory_xact_lock(_ADVISORY_LOCK)))
            budget = _read_budget(connection, code, client, now)
            if budget.workshop_id is None and budget.by_client < by_client and budget.by_all < by_all:
                connection.execute(delete(failed_joins).where(failed_joins.c.at <= now - WINDOW))
                same = failed_joins.c.code == code, failed_joins.c.client.is_not_distinct_from(client)
                if connection.execute(select(failed_joins.c.id).where(*same)).first() is None:
                    connection.execute(insert(failed_joins).values(client=client, code=code, at=now))
        return budget

    def remember_client(self, workshop_id: str, client: str) -> None:
        """Note that somebody has joined a workshop from this client."""
        values = {"workshop_id": workshop_id, "client": client}
        with self._writing() as connection:
            is_sqlite = connection.dialect.name == "sqlite"
            new = sqlite.insert(joined_clients) if is_sqlite else postgresql.insert(joined_clients)
            connection.execute(new.values(**values).on_conflict_do_nothing())

    def _find(self, found: Select[Any]) -> StoredWorkshop | None:
        with self._reading() as connection:
            row = connection.execute(found.where(workshops.c.closed_at.is_(None))).one_or_none()
        return None if row is None else read_workshop(row)


def _read_budget(connection: Connection, code: str, client: str | None, now: datetime) -> JoinBudget:
    workshop = select(workshops.c.id).where(workshops.c.join_code == code, workshops.c.closed_at.is_(None))
    here = joined_clients.c
    known = exists().where(and_(here.workshop_id == workshop.scalar_subquery(), here.client == client))
    recent = failed_joins.c.at > now - WINDOW
    mine = recent & (failed_joins.c.client == client)
    row = connection.execute(
        select(
            workshop.scalar_subquery().label("workshop_id"),
            known.label("known") if client is not None else literal(False).label("known"),
            select(func.count()).where(mine).scalar_subquery().label("by_client"),
            select(func.count()).where(recent).scalar_subquery().label("by_all"),
            select(func.min(failed_joins.c.at)).where(mine).scalar_subquery().label("oldest_by_client"),
            select(func.min(failed_joins.c.at)).where(recent).scalar_subquery().label("oldest_by_all"),
        )
    ).one()
    return JoinBudget(
        row.workshop_id, bool(row.known), row.by_client, row.by_all, row.oldest_by_client, row.oldest_by_all
    )
