"""Participants' notes, apart from who wrote them."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from assessments.models import Group
from storage.workshop_records import BlindAnswers, StoredWorkshop


@dataclass(frozen=True)
class Note:
    """A participant's evidence for an answer. Plain text: show it as text, never as markup."""

    key: str
    """Names the note to `hide_note`; tells nothing about its author."""
    text: str
    group: Group | None
    """The author's group; None where it is too small to be shown apart in an anonymous workshop."""


def make_note_key(workshop: StoredWorkshop, question_id: str, respondent_id: str) -> str:
    """The key of a note: the same on every screen, different for each question of one author.

    Nobody can work it out or trace it back without the ids, which are random and never shown.
    """
    text = f"{workshop.id}:{question_id}:{respondent_id}"
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def list_notes(
    workshop: StoredWorkshop, question_id: str, people: Iterable[BlindAnswers], shown: Iterable[Group]
) -> tuple[tuple[str, Note], ...]:
    """The notes on a question with their authors' ids, in an order that tells nothing of the authors.

    `shown`: the groups that may be named.
    """
    found = [
        (person, answer.note.strip())
        for person in people
        for answer in person.answers
        if answer.question == question_id and answer.note and answer.note.strip()
    ]
    notes = [
        (
            person.respondent_id,
            Note(
                make_note_key(workshop, question_id, person.respondent_id),
                text,
                person.group if person.group in set(shown) else None,
            ),
        )
        for person, text in found
    ]
    return tuple(sorted(notes, key=lambda item: item[1].key))
