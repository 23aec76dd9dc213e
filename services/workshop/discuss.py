"""What the room talks about: the queue, and all that may be shown of each question."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assessments.models import Group
from services.errors import explain_storage_problems
from services.workshop.access import find_facilitated, find_participant, require_revealed
from services.workshop.blind import BlindView, PatternTie, view_blind_answers
from services.workshop.memory import Memory
from services.workshop.notes import Note
from services.workshop.queue import read_or_make_queue
from services.workshop.showing import Ballot, Reply, Wording, find_furthest, show_ballot
from storage.store import Store
from storage.workshop_records import StoredWorkshop, Topic, Vote


@dataclass(frozen=True)
class Talk:
    """One question before the room."""

    question_id: str
    ballots: tuple[Ballot, ...]
    """The blind answers, then every closed vote in which somebody voted."""
    furthest: tuple[Wording, Wording] | None
    """The two levels furthest apart in the blind answers, lower first; None where all see the same."""
    notes: tuple[Note, ...]
    """Participants' notes that are not hidden."""
    hidden_notes: tuple[str, ...]
    """Keys of the hidden ones, for `show_note`; nothing on a participant's phone."""
    ties: tuple[PatternTie, ...]
    """Patterns and contradictions whose rules look at the question: present, possible, absent ones."""
    room_question: str | None
    """The pattern whose `room_question` to ask: the gravest that is present or hangs on this
    question, else the gravest possible one; None where none is near."""

    @property
    def blind(self) -> Ballot:
        """The blind answers."""
        return self.ballots[0]

    @property
    def latest(self) -> Ballot:
        """The last closed ballot."""
        return self.ballots[-1]


@dataclass(frozen=True)
class Discussion:
    """All that the room may talk about."""

    queue: tuple[Topic, ...]
    """What to talk about, the most important first; the order stays while the room talks."""
    talks: Mapping[str, Talk]
    """Every question asked, by id in the order asked, those outside the queue too."""


_MEMORY: Memory[Discussion] = Memory(32)


def prepare_discussion(store: Store, facilitator_token: str) -> Discussion:
    """The queue and all questions with what may be shown of them; polling it costs one statement.

    Raises WorkshopLinkNotFound, StillAnswering, DatabaseProblem, ContentBroken.
    """
    return _discuss(store, find_facilitated(store, facilitator_token))


def look_at_question(store: Store, participant_token: str) -> Talk | None:
    """The question before the room as a phone may show it; None when there is none now.

    While blind answering lasts and after the workshop is closed there is none. Polling it costs one
    statement. Raises WorkshopLinkNotFound, DatabaseProblem, ContentBroken.
    """
    workshop = find_participant(store, participant_token).workshop
    if workshop.phase != "discussing" or workshop.current_question is None:
        return None
    talk = _discuss(store, workshop).talks.get(workshop.current_question)
    return None if talk is None else replace(talk, hidden_notes=())


def _discuss(store: Store, workshop: StoredWorkshop) -> Discussion:
    require_revealed(workshop)
    return _MEMORY.get(workshop.id, workshop.revision, lambda: _make_discussion(store, workshop))


def _make_discussion(store: Store, workshop: StoredWorkshop) -> Discussion:
    blind = view_blind_answers(store, workshop)
    queue = read_or_make_queue(store, workshop)
    with explain_storage_problems():
        votes = store.read_votes(workshop)
        hidden = store.read_hidden_notes(workshop)
    by_question = group_votes(workshop, votes)
    decisive = {topic.question_id: topic.patterns for topic in queue}
    talks = {
        question_id: _make_talk(
            question_id,
            view,
            (view.ballot, *by_question.get(question_id, ())),
            {author for author, question in hidden if question == question_id},
            decisive.get(question_id, ()),
        )
        for question_id, view in blind.items()
    }
    return Discussion(queue, talks)


def group_votes(workshop: StoredWorkshop, votes: tuple[Vote, ...]) -> dict[str, tuple[Ballot, ...]]:
    """The closed ballots from the second on, by question."""
    given: dict[tuple[str, int], dict[Group, list[Reply]]] = {}
    for vote in votes:
        place = given.setdefault((vote.question_id, vote.ballot), {})
        place.setdefault(vote.group, []).append(vote.level)
    ballots: dict[str, tuple[Ballot, ...]] = {}
    for (question_id, number), replies in sorted(given.items()):
        shown = show_ballot(number, question_id, replies, workshop.plan.anonymous)
        ballots[question_id] = (*ballots.get(question_id, ()), shown)
    return ballots


def _make_talk(
    question_id: str,
    view: BlindView,
    ballots: tuple[Ballot, ...],
    hidden: set[str],
    decisive: tuple[str, ...],
) -> Talk:
    return Talk(
        question_id=question_id,
        ballots=ballots,
        furthest=find_furthest(view.ballot.gap),
        notes=tuple(note for author, note in view.notes if author not in hidden),
        hidden_notes=tuple(note.key for author, note in view.notes if author in hidden),
        ties=view.ties,
        room_question=_choose_pattern(view.ties, decisive),
    )


def _choose_pattern(ties: tuple[PatternTie, ...], decisive: tuple[str, ...]) -> str | None:
    present = [tie.pattern_id for tie in ties if tie.state == "present"]
    possible = [tie.pattern_id for tie in ties if tie.state == "possible"]
    return next(iter([*decisive, *present, *possible]), None)
