"""What a room talks about: everybody's answers, the votes, hidden notes, the queue, the record."""

from sqlalchemy import and_, false, func, not_, select, update

from assessments.answers import Answer
from storage.database import Database
from storage.participant_statements import PARTICIPANT
from storage.statements import read_answer
from storage.tables import answers, respondents
from storage.workshop_records import BlindAnswers, KeptEntry, StoredWorkshop, Topic, Vote
from storage.workshop_statements import read_entry, read_topics, write_topics
from storage.workshop_tables import discussion_entries, discussion_events, hidden_notes, votes, workshops


class Discussions(Database):
    """The answers and the talk of workshops."""

    def read_blind_answers(self, workshop: StoredWorkshop) -> tuple[BlindAnswers, ...]:
        """Everybody's answers, in the order of the (random) respondent ids."""
        mine = respondents.c.round_id == workshop.round_id
        people = select(respondents).where(mine).order_by(respondents.c.id)
        given = select(answers).select_from(respondents.join(answers)).where(mine)
        with self._reading() as connection:
            found = connection.execute(people).all()
            rows = connection.execute(given.order_by(answers.c.respondent_id, answers.c.question_id)).all()
        by_person: dict[str, list[Answer]] = {}
        for row in rows:
            by_person.setdefault(row.respondent_id, []).append(read_answer(row))
        return tuple(
            BlindAnswers(person.id, person.group, person.name, tuple(by_person.get(person.id, ())))
            for person in found
        )

    def read_votes(self, workshop: StoredWorkshop) -> tuple[Vote, ...]:
        """All votes of the second and later ballots; those of an open ballot stay blind."""
        is_open = and_(
            workshops.c.ballot_open,
            votes.c.question_id == workshops.c.current_question,
            votes.c.ballot == workshops.c.ballot,
        )
        found = (
            select(votes, respondents.c.group)
            .select_from(PARTICIPANT.join(votes, votes.c.respondent_id == respondents.c.id))
            .where(workshops.c.id == workshop.id, not_(func.coalesce(is_open, false())))
            .order_by(votes.c.question_id, votes.c.ballot)
        )
        with self._reading() as connection:
            rows = connection.execute(found).all()
        return tuple(
            Vote(row.question_id, row.ballot, row.group, "unknown" if row.level is None else row.level)
            for row in rows
        )

    def read_hidden_notes(self, workshop: StoredWorkshop) -> frozenset[tuple[str, str]]:
        """Respondent and question of every note the facilitator has hidden."""
        found = select(hidden_notes.c.respondent_id, hidden_notes.c.question_id)
        with self._reading() as connection:
            rows = connection.execute(found.where(hidden_notes.c.workshop_id == workshop.id)).all()
        return frozenset((row.respondent_id, row.question_id) for row in rows)

    def read_queue(self, workshop: StoredWorkshop) -> tuple[Topic, ...] | None:
        """The discussion queue; None when there is none yet."""
        with self._reading() as connection:
            kept = connection.scalar(select(workshops.c.queue).where(workshops.c.id == workshop.id))
        return None if kept is None else read_topics(kept)

    def keep_queue(self, workshop: StoredWorkshop, topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
        """Keep a queue where there is none for this revelation; returns the one that is kept.

        Tells no screen: none can have seen the workshop without its queue.
        """
        same = workshops.c.id == workshop.id, workshops.c.revealed == workshop.revealed
        with self._writing() as connection:
            connection.execute(
                update(workshops).where(*same, workshops.c.queue.is_(None)).values(queue=write_topics(topics))
            )
            kept = connection.scalar(select(workshops.c.queue).where(workshops.c.id == workshop.id))
        return topics if kept is None else read_topics(kept)

    def read_entries(self, workshop: StoredWorkshop) -> tuple[KeptEntry, ...]:
        """What is on record, in the order the questions were first spoken about."""
        entries, events = discussion_entries.c, discussion_events.c
        first = (
            select(events.question_id, func.min(events.id).label("first"))
            .where(events.workshop_id == workshop.id)
            .group_by(events.question_id)
            .subquery()
        )
        found = (
            select(discussion_entries)
            .join(first, first.c.question_id == entries.question_id)
            .where(entries.workshop_id == workshop.id)
            .order_by(first.c.first)
        )
        with self._reading() as connection:
            rows = connection.execute(found).all()
        return tuple(KeptEntry(row.question_id, read_entry(row), row.updated_at) for row in rows)

    def find_authors(self, workshop: StoredWorkshop, question_id: str) -> tuple[str, ...]:
        """The respondents who wrote a note on a question."""
        found = (
            select(answers.c.respondent_id)
            .select_from(respondents.join(answers))
            .where(respondents.c.round_id == workshop.round_id, answers.c.question_id == question_id)
            .where(answers.c.note.is_not(None))
        )
        with self._reading() as connection:
            return tuple(connection.scalars(found).all())
