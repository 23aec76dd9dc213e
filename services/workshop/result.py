"""What the workshop has come to: the diagnosis and the minutes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from assessments.answers import Agreement, Answer, AnswerSet, Respondent
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis
from services.content import load_content
from services.errors import explain_storage_problems
from services.workshop.access import find_facilitated, find_participant, require_revealed
from services.workshop.blind import view_blind_answers
from services.workshop.discuss import group_votes
from services.workshop.errors import ResultNotShared
from services.workshop.memory import Memory
from services.workshop.notes import make_note_key
from services.workshop.showing import Ballot
from storage.store import Store
from storage.workshop_records import BlindAnswers, Entry, KeptEntry, StoredWorkshop


@dataclass(frozen=True)
class MinutesItem:
    """What is on record about one question, with the votes behind it."""

    question_id: str
    entry: Entry
    recorded_at: datetime
    """When the entry was last changed (UTC)."""
    before: Ballot
    """The blind answers."""
    after: tuple[Ballot, ...]
    """The later votes, in order."""


_RESULTS: Memory[Diagnosis] = Memory(32)


def result_for_facilitator(store: Store, facilitator_token: str) -> Diagnosis:
    """The diagnosis over agreed levels, else the median of group medians; a preview until closing.

    In an anonymous workshop it holds no names; its levels and gaps rest on the groups that may be shown;
    each answer is dealt to some member of its group and each note to anybody, so that nobody's answers can
    be put together. Never show or export `answers.respondents`: groups too small to be shown are in it.
    Raises WorkshopLinkNotFound, StillAnswering, DatabaseProblem, ContentBroken.
    """
    return _result(store, find_facilitated(store, facilitator_token))


def result_for_participant(store: Store, participant_token: str) -> Diagnosis:
    """The same, once the workshop is closed and its result shared.

    Raises WorkshopLinkNotFound, ResultNotShared, DatabaseProblem, ContentBroken.
    """
    return _result(store, _find_shared(store, participant_token))


def result_of_workshop(store: Store, workshop: StoredWorkshop) -> Diagnosis:
    """The same for a workshop to which the caller's right was checked before.

    Raises StillAnswering, DatabaseProblem, ContentBroken.
    """
    return _result(store, workshop)


def minutes_for_facilitator(store: Store, facilitator_token: str) -> tuple[MinutesItem, ...]:
    """What is on record, in the order the questions were first spoken about; also while the room talks.

    Raises WorkshopLinkNotFound, StillAnswering, DatabaseProblem, ContentBroken.
    """
    return _minutes(store, find_facilitated(store, facilitator_token))


def minutes_for_participant(store: Store, participant_token: str) -> tuple[MinutesItem, ...]:
    """The same, once the workshop is closed and its result shared.

    Raises WorkshopLinkNotFound, ResultNotShared, DatabaseProblem, ContentBroken.
    """
    return _minutes(store, _find_shared(store, participant_token))


def _find_shared(store: Store, participant_token: str) -> StoredWorkshop:
    workshop = find_participant(store, participant_token).workshop
    if workshop.phase != "closed" or not workshop.share_result:
        raise ResultNotShared
    return workshop


def _minutes(store: Store, workshop: StoredWorkshop) -> tuple[MinutesItem, ...]:
    require_revealed(workshop)
    blind = view_blind_answers(store, workshop)
    with explain_storage_problems():
        entries, votes = store.read_entries(workshop), store.read_votes(workshop)
    later = group_votes(workshop, votes)
    return tuple(
        MinutesItem(
            question_id=kept.question_id,
            entry=kept.entry,
            recorded_at=kept.updated_at,
            before=blind[kept.question_id].ballot,
            after=later.get(kept.question_id, ()),
        )
        for kept in entries
        if kept.question_id in blind
    )


def _result(store: Store, workshop: StoredWorkshop) -> Diagnosis:
    require_revealed(workshop)
    return _RESULTS.get(workshop.id, workshop.revision, lambda: _make_result(store, workshop))


def _make_result(store: Store, workshop: StoredWorkshop) -> Diagnosis:
    with explain_storage_problems():
        people = store.read_blind_answers(workshop)
        hidden = store.read_hidden_notes(workshop)
        entries = store.read_entries(workshop)
    answers = collect_answers(workshop, people, hidden, entries)
    return diagnose(load_content(), answers, workshop.plan.profile)


def collect_answers(
    workshop: StoredWorkshop,
    people: Iterable[BlindAnswers],
    hidden: frozenset[tuple[str, str]],
    entries: Iterable[KeptEntry],
) -> AnswerSet:
    """The round's answers: everybody who answered something, without hidden notes, and what was agreed."""
    content, plan = load_content(), workshop.plan
    asked = {question.id for question in content.asked_in(plan.edition, plan.dimensions)}
    kept = [
        replace(
            person,
            answers=tuple(
                _hide(answer) if (person.respondent_id, answer.question) in hidden else answer
                for answer in person.answers
                if answer.question in asked
            ),
        )
        for person in people
    ]
    dealt = deal_answers(workshop, kept) if plan.anonymous else kept
    return AnswerSet(
        edition=plan.edition,
        dimensions=plan.dimensions,
        respondents=tuple(
            Respondent(group=person.group, name=person.name, answers=person.answers)
            for person in dealt
            if person.answers
        ),
        agreed=tuple(
            Agreement(question=item.question_id, level=item.entry.level)
            for item in entries
            if item.entry.level is not None and item.question_id in asked
        ),
        anonymous=plan.anonymous,
    )


def deal_answers(workshop: StoredWorkshop, people: Iterable[BlindAnswers]) -> list[BlindAnswers]:
    """The same answers, each dealt to some member of its group, each note to somebody who answered.

    What is counted by group stays the same; whose answers go together is lost. The dealing is the
    same each time, so that two results cannot be laid over each other.
    """
    crowd = list(people)
    given: dict[str, list[tuple[BlindAnswers, Answer]]] = {}
    for person in crowd:
        for answer in person.answers:
            given.setdefault(answer.question, []).append((person, answer))
    dealt: dict[str, list[Answer]] = {person.respondent_id: [] for person in crowd}
    for question_id, pairs in given.items():
        mixed = sorted(pairs, key=lambda pair: make_note_key(workshop, question_id, pair[0].respondent_id))
        notes = [answer.note for _, answer in mixed if answer.note]
        hands: dict[str, list[Answer]] = {}
        for person, answer in mixed:
            hands.setdefault(person.group, []).append(answer)
        for number, (person, _) in enumerate(pairs):
            answer = hands[person.group].pop()
            note = notes[number] if number < len(notes) else None
            dealt[person.respondent_id].append(answer.model_copy(update={"note": note}))
    return [replace(person, name=None, answers=tuple(dealt[person.respondent_id])) for person in crowd]


def _hide(answer: Answer) -> Answer:
    return answer.model_copy(update={"note": None})
