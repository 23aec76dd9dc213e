"""A facilitator's hand on the workshop: one transaction in which nobody else changes it."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from storage.entry_history import EntryHistory
from storage.tables import respondents
from storage.workshop_records import Entry, StoredWorkshop, Topic
from storage.workshop_statements import write_topics
from storage.workshop_tables import hidden_notes, joined_clients, votes, workshops


class WorkshopDesk:
    """One workshop, held within a transaction."""

    def __init__(self, connection: Connection, workshop: StoredWorkshop) -> None:
        self._connection = connection
        self._values: dict[str, Any] = {}
        self.now = datetime.now(UTC)
        """The moment of everything that is changed here."""
        self.workshop = workshop
        """The workshop as it was before."""
        self._entries = EntryHistory(connection, workshop.id, self.now)

    def change(self, **values: Any) -> None:
        """Set columns of the workshop, and tell all screens."""
        self._values |= {**values, "revision": self.workshop.revision + 1}

    def find_entry(self, question_id: str) -> Entry | None:
        """What is on record about a question; None when nothing is."""
        return self._entries.find(question_id)

    def has_agreements(self) -> bool:
        """Whether the room has agreed, or agreed to disagree, on any question."""
        return self._entries.has_agreements()

    def record(self, question_id: str, entry: Entry) -> None:
        """Put an entry on record; recording what is there already changes nothing."""
        if self._entries.record(question_id, entry):
            self.change()

    def undo(self, question_id: str) -> bool:
        """Take the last change of an entry back; False when there is none left."""
        return self._note_change(self._entries.undo(question_id))

    def redo(self, question_id: str) -> bool:
        """Make the change undone last again; False when there is none."""
        return self._note_change(self._entries.redo(question_id))

    def _note_change(self, changed: bool) -> bool:
        if changed:
            self.change()
        return changed

    def save_queue(self, topics: tuple[Topic, ...] | None) -> None:
        """Keep the discussion queue, or forget it."""
        self.change(queue=None if topics is None else write_topics(topics))

    def has_queue(self) -> bool:
        """Whether a discussion queue is kept."""
        found = select(workshops.c.queue.is_not(None)).where(workshops.c.id == self.workshop.id)
        return bool(self._connection.scalar(found))

    def find_last_ballot(self, question_id: str) -> int:
        """The last ballot on a question in which somebody voted; 1 is the blind answers."""
        cast = select(func.max(votes.c.ballot)).select_from(respondents.join(votes))
        mine = respondents.c.round_id == self.workshop.round_id
        return self._connection.scalar(cast.where(mine, votes.c.question_id == question_id)) or 1

    def hide_note(self, respondent_id: str, question_id: str) -> None:
        """Show a note nowhere; hiding it again changes nothing."""
        note = self._note(respondent_id, question_id)
        columns = hidden_notes.c
        found = select(columns.question_id).where(*(columns[name] == value for name, value in note.items()))
        if self._connection.execute(found).first() is None:
            self._connection.execute(hidden_notes.insert().values(**note))
            self.change()

    def show_note(self, respondent_id: str, question_id: str) -> None:
        """Show a hidden note again."""
        note = self._note(respondent_id, question_id)
        shown = delete(hidden_notes).where(*(hidden_notes.c[name] == value for name, value in note.items()))
        if self._connection.execute(shown).rowcount:
            self.change()

    def forget_clients(self) -> None:
        """Forget from where people joined."""
        mine = joined_clients.c.workshop_id == self.workshop.id
        self._connection.execute(delete(joined_clients).where(mine))

    def save(self) -> None:
        """Write what was set; called once, before the transaction ends."""
        if self._values:
            mine = workshops.c.id == self.workshop.id
            self._connection.execute(update(workshops).where(mine).values(**self._values))

    def _note(self, respondent_id: str, question_id: str) -> dict[str, str]:
        return {
            "workshop_id": self.workshop.id,
            "respondent_id": respondent_id,
            "question_id": question_id,
        }
