"""Workshops as their facilitator sees and changes them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.participant_statements import read_progress, select_progress
from storage.statements import write_answer
from storage.tables import answers, respondents
from storage.workshop_desk import WorkshopDesk
from storage.workshop_records import BlindAnswers, Entry, NewWorkshop, StoredProgress, StoredWorkshop
from storage.workshop_statements import insert_workshop, read_entry, read_workshop, select_workshop
from storage.workshop_tables import discussion_entries, workshops


class Workshops(Database):
    """Kept workshops."""

    def add_workshop(self, facilitator_hash: str, new: NewWorkshop, client: str | None = None) -> bool:
        """Open a workshop as a round of its own; False when an open workshop has the same join code.

        `client`: from where; others from there count as known to the workshop.
        """
        with self._writing() as connection:
            code = workshops.c.join_code == new.join_code
            taken = select(workshops.c.id).where(code, workshops.c.closed_at.is_(None))
            if connection.execute(taken).first() is not None:
                return False
            try:
                with connection.begin_nested():
                    for statement in insert_workshop(new, facilitator_hash, datetime.now(UTC), client):
                        connection.execute(statement)
            except IntegrityError:  # another process took the code in this moment
                return False
        return True

    def find_as_facilitator(
        self, facilitator_hash: str
    ) -> tuple[StoredWorkshop, Mapping[str, Entry], tuple[StoredProgress, ...]] | None:
        """A workshop with its entries by question and how far everybody is; in two statements."""
        entries = discussion_entries.c
        columns = (entries[name] for name in ("question_id", *Entry.model_fields))
        found = select_workshop(*columns).outerjoin(discussion_entries, entries.workshop_id == workshops.c.id)
        with self._reading() as connection:
            rows = connection.execute(found.where(workshops.c.facilitator_hash == facilitator_hash)).all()
            if not rows:
                return None
            workshop = read_workshop(rows[0])
            people = connection.execute(select_progress(workshop)).all()
        kept = {row.question_id: read_entry(row) for row in rows if row.question_id is not None}
        return workshop, kept, tuple(read_progress(row) for row in people)

    def find_workshop(self, facilitator_hash: str) -> StoredWorkshop | None:
        """The workshop of a facilitator; in one statement."""
        found = select_workshop().where(workshops.c.facilitator_hash == facilitator_hash)
        with self._reading() as connection:
            row = connection.execute(found).one_or_none()
        return None if row is None else read_workshop(row)

    @contextmanager
    def changing_workshop(self, facilitator_hash: str) -> Iterator[WorkshopDesk | None]:
        """Change a workshop: all that is done with the desk is kept when the block ends, or nothing.

        The block may do nothing else with the store, which waits for it.
        None when no workshop has this token.
        """
        found = select_workshop().where(workshops.c.facilitator_hash == facilitator_hash)
        with self._writing() as connection:
            row = connection.execute(found.with_for_update(of=workshops)).one_or_none()
            if row is None:
                yield None
                return
            desk = WorkshopDesk(connection, read_workshop(row))
            yield desk
            desk.save()

    def add_people(self, workshop: StoredWorkshop, people: Sequence[tuple[str, BlindAnswers]]) -> bool:
        """Add participants with all their answers at once, each with a token's hash.

        False, and nothing added, when somebody is there already.
        """
        now = datetime.now(UTC)
        joined = [
            {
                "id": person.respondent_id,
                "round_id": workshop.round_id,
                "group": person.group,
                "name": person.name,
                "token_hash": token_hash,
                "created_at": now,
            }
            for token_hash, person in people
        ]
        given = [
            {"respondent_id": person.respondent_id, "updated_at": now, **write_answer(answer)}
            for _, person in people
            for answer in person.answers
        ]
        present = select(respondents.c.id).where(respondents.c.round_id == workshop.round_id).limit(1)
        with self._writing() as connection:
            if connection.execute(present).first() is not None:
                return False
            connection.execute(insert(respondents), joined)
            connection.execute(insert(answers), given)
        return True
