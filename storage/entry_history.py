"""What the room put on record, with every change of it: record, undo, redo."""

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, delete, insert, select, update

from storage.workshop_records import Entry
from storage.workshop_statements import read_entry, write_entry
from storage.workshop_tables import discussion_entries, discussion_events

Kind = Literal["change", "undo", "redo"]


class EntryHistory:
    """The entries of one workshop within one transaction.

    Undo walks back through the changes and redo forth again, until a new change overtakes what was
    undone. Both leave an event of their own.
    """

    def __init__(self, connection: Connection, workshop_id: str, now: datetime) -> None:
        self._connection, self._workshop_id, self._now = connection, workshop_id, now

    def find(self, question_id: str) -> Entry | None:
        """The entry about a question; None when nothing is on record."""
        row = self._connection.execute(
            select(discussion_entries).where(*self._about(question_id))
        ).one_or_none()
        return None if row is None else read_entry(row)

    def has_agreements(self) -> bool:
        """Whether the room has agreed, or agreed to disagree, on any question."""
        found = select(discussion_entries.c.question_id).where(
            discussion_entries.c.workshop_id == self._workshop_id,
            discussion_entries.c.status.in_(("agreed", "disagreed")),
        )
        return self._connection.execute(found.limit(1)).first() is not None

    def record(self, question_id: str, entry: Entry) -> bool:
        """Put an entry on record; False when it says what is on record already."""
        before = self.find(question_id)
        if entry == (before or Entry()):
            return False
        self._connection.execute(
            update(discussion_events)
            .where(*self._changes(question_id), discussion_events.c.state == "undone")
            .values(state="dropped")
        )
        self._replace(question_id, before, entry, "change")
        return True

    def undo(self, question_id: str) -> bool:
        """Take the last change back; False when there is none left."""
        return self._move(question_id, "undo")

    def redo(self, question_id: str) -> bool:
        """Do the change undone last again; False when there is none."""
        return self._move(question_id, "redo")

    def _move(self, question_id: str, kind: Literal["undo", "redo"]) -> bool:
        state, becomes = ("done", "undone") if kind == "undo" else ("undone", "done")
        events = discussion_events.c
        found = select(events.id, events.before, events.after).where(
            *self._changes(question_id), events.state == state
        )
        order = events.id.desc() if kind == "undo" else events.id
        change = self._connection.execute(found.order_by(order).limit(1)).one_or_none()
        if change is None:
            return False
        self._connection.execute(
            update(discussion_events).where(events.id == change.id).values(state=becomes)
        )
        kept = change.before if kind == "undo" else change.after
        entry = None if kept is None else Entry.model_validate(kept)
        self._replace(question_id, self.find(question_id), entry, kind)
        return True

    def _replace(self, question_id: str, before: Entry | None, after: Entry | None, kind: Kind) -> None:
        about, connection = self._about(question_id), self._connection
        connection.execute(delete(discussion_entries).where(*about))
        place = {"workshop_id": self._workshop_id, "question_id": question_id}
        if after is not None:
            connection.execute(
                insert(discussion_entries).values(**place, **write_entry(after), updated_at=self._now)
            )
        connection.execute(
            insert(discussion_events).values(
                **place, kind=kind, state="done", before=_dump(before), after=_dump(after), at=self._now
            )
        )

    def _about(self, question_id: str) -> tuple[Any, ...]:
        entries = discussion_entries.c
        return entries.workshop_id == self._workshop_id, entries.question_id == question_id

    def _changes(self, question_id: str) -> tuple[Any, ...]:
        events = discussion_events.c
        mine = events.workshop_id == self._workshop_id, events.question_id == question_id
        return *mine, events.kind == "change"


def _dump(entry: Entry | None) -> dict[str, Any] | None:
    return None if entry is None else entry.model_dump(mode="json")
