"""What the facilitator's and a participant's screens show; read again and again while they are open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from assessments.answers import Answer
from assessments.models import Group
from scoring.small_groups import choose_shown
from services.errors import explain_storage_problems
from services.workshop.access import hash_for
from services.workshop.errors import WorkshopLinkNotFound
from services.workshop.plan import list_questions
from storage.store import Store
from storage.workshop_records import Entry, Phase, StoredProgress, Timer, VoteLevel, WorkshopPlan


@dataclass(frozen=True)
class PersonProgress:
    """How far one participant is; never what was answered."""

    name: str | None
    """None in an anonymous workshop, or when none was given."""
    answered: int
    """Questions answered."""
    asked: int
    """Questions asked."""
    voted: bool
    """Whether this person has voted in the current ballot (from the second on)."""


@dataclass(frozen=True)
class Workshop:
    """The workshop as its facilitator sees it."""

    plan: WorkshopPlan
    phase: Phase
    join_code: str
    join_key: str
    """What the QR code carries."""
    current_question: str | None
    """The question the room talks about; None before one is chosen."""
    ballot: int
    """The last ballot on the current question; 1 is the blind answers."""
    ballot_open: bool
    timer: Timer | None
    share_result: bool
    revision: int
    """Grows with every change but participants' answers and votes."""
    closed_at: datetime | None
    """UTC; None while it is open."""
    progress: Mapping[Group, tuple[PersonProgress, ...]]
    """Everybody who has joined, by group in the order of GROUPS; every planned group is there.
    In an anonymous workshop those who are furthest come first, else those who joined first."""
    entries: Mapping[str, Entry]
    """What is on record, by question id."""

    @property
    def people(self) -> int:
        """How many have joined."""
        return sum(len(group) for group in self.progress.values())

    @property
    def left_out(self) -> tuple[Group, ...]:
        """Groups with people, too few for an anonymous workshop to count them."""
        sizes = {group: len(people) for group, people in self.progress.items() if people}
        counted = choose_shown(sizes) if self.plan.anonymous else sizes
        return tuple(group for group in sizes if group not in counted)

    @property
    def votes(self) -> int:
        """How many have voted in the current ballot."""
        return sum(person.voted for group in self.progress.values() for person in group)


@dataclass(frozen=True)
class Participation:
    """The workshop as one participant sees it."""

    plan: WorkshopPlan
    phase: Phase
    group: Group
    name: str | None
    answers: Mapping[str, Answer]
    """The own answers by question id, the one saved last at the end."""
    current_question: str | None
    ballot: int
    """The last ballot on the current question; 1 is the blind answers."""
    ballot_open: bool
    """Whether a vote on the current question may be cast now."""
    own_vote: VoteLevel | None
    """The own vote in that ballot; None before it is cast, and in ballot 1."""
    timer: Timer | None
    share_result: bool
    """Whether, once the workshop is closed, the own link leads to the result."""
    revision: int


def view_as_facilitator(store: Store, facilitator_token: str) -> Workshop:
    """The workshop with everybody's progress and the record; two statements.

    Raises WorkshopLinkNotFound, DatabaseProblem, ContentBroken.
    """
    token_hash = hash_for("facilitator", facilitator_token)
    with explain_storage_problems():
        found = store.find_as_facilitator(token_hash)
    if found is None:
        raise WorkshopLinkNotFound
    stored, entries, people = found
    return Workshop(
        plan=stored.plan,
        phase=stored.phase,
        join_code=stored.join_code,
        join_key=stored.join_key,
        current_question=stored.current_question,
        ballot=stored.ballot,
        ballot_open=stored.ballot_open,
        timer=stored.timer,
        share_result=stored.share_result,
        revision=stored.revision,
        closed_at=stored.closed_at,
        progress=_group_progress(stored.plan, people),
        entries=entries,
    )


def view_as_participant(store: Store, participant_token: str) -> Participation:
    """The participant's own place and answers; two statements.

    Raises WorkshopLinkNotFound, DatabaseProblem.
    """
    token_hash = hash_for("participant", participant_token)
    with explain_storage_problems():
        found = store.find_with_answers(token_hash)
    if found is None:
        raise WorkshopLinkNotFound
    participant, answers = found
    workshop = participant.workshop
    return Participation(
        plan=workshop.plan,
        phase=workshop.phase,
        group=participant.group,
        name=participant.name,
        answers=answers,
        current_question=workshop.current_question,
        ballot=workshop.ballot,
        ballot_open=workshop.ballot_open,
        own_vote=participant.own_vote,
        timer=workshop.timer,
        share_result=workshop.share_result,
        revision=workshop.revision,
    )


def read_revision(store: Store, participant_token: str) -> int:
    """The workshop's revision, for a phone's heartbeat: one statement, one number.

    Raises WorkshopLinkNotFound, DatabaseProblem.
    """
    token_hash = hash_for("participant", participant_token)
    with explain_storage_problems():
        revision = store.find_revision(token_hash)
    if revision is None:
        raise WorkshopLinkNotFound
    return revision


def _group_progress(
    plan: WorkshopPlan, people: tuple[StoredProgress, ...]
) -> dict[Group, tuple[PersonProgress, ...]]:
    asked = len(list_questions(plan))
    by_group: dict[Group, list[PersonProgress]] = {group: [] for group in plan.groups}
    for person in people:
        name = None if plan.anonymous else person.name
        progress = PersonProgress(name, person.answered, asked, person.voted)
        by_group.setdefault(person.group, []).append(progress)
    if plan.anonymous:
        # Not in the order they joined: somebody in the room has seen who came when.
        for progresses in by_group.values():
            progresses.sort(key=lambda person: (-person.answered, -person.voted))
    return {group: tuple(progresses) for group, progresses in by_group.items()}
