"""Everybody's blind answers, once answering has ended: what may be shown of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessments.answers import AnswerSet, Respondent
from assessments.models import Group
from scoring.company import Company
from scoring.findings import PatternState
from services.content import load_content
from services.errors import explain_storage_problems
from services.workshop.memory import Memory
from services.workshop.notes import Note, list_notes
from services.workshop.plan import list_questions
from services.workshop.showing import Ballot, Reply, show_ballot
from storage.store import Store
from storage.workshop_records import BlindAnswers, StoredWorkshop


@dataclass(frozen=True)
class PatternTie:
    """A failure pattern or contradiction whose rule looks at the question."""

    pattern_id: str
    state: PatternState
    """As the blind answers have it."""


@dataclass(frozen=True)
class BlindView:
    """The blind answers to one question as they may be shown, with what only the server needs."""

    ballot: Ballot
    notes: tuple[tuple[str, Note], ...]
    """Author's id and note."""
    ties: tuple[PatternTie, ...]
    """Present before possible before absent, then by severity."""


_MEMORY: Memory[Mapping[str, BlindView]] = Memory(32)


def view_blind_answers(store: Store, workshop: StoredWorkshop) -> Mapping[str, BlindView]:
    """The blind answers by question, in the order asked. Only for a workshop that has revealed them.

    They do not change any more, so they are worked out once for each time answering ends.
    """
    return _MEMORY.get(workshop.id, workshop.revealed, lambda: _view_blind_answers(store, workshop))


def _view_blind_answers(store: Store, workshop: StoredWorkshop) -> dict[str, BlindView]:
    with explain_storage_problems():
        people = store.read_blind_answers(workshop)
    company = settle(workshop, people)
    given, anonymous = group_replies(people), workshop.plan.anonymous
    views = {}
    for question in list_questions(workshop.plan):
        replies = given.get(question.id, {})
        ballot = show_ballot(1, question.id, replies, anonymous)
        named = [group for group in ballot.gap.by_group if group not in ballot.pooled]
        views[question.id] = BlindView(
            ballot=ballot,
            notes=list_notes(workshop, question.id, people, named if anonymous else replies),
            ties=_find_ties(company, question.id),
        )
    return views


def settle(workshop: StoredWorkshop, people: Iterable[BlindAnswers]) -> Company:
    """The company as the blind answers alone have it, of an anonymous workshop as far as they are shown."""
    content = load_content()
    respondents = tuple(
        Respondent(
            group=person.group,
            answers=tuple(answer for answer in person.answers if content.has_question(answer.question)),
        )
        for person in people
    )
    plan = workshop.plan
    answers = AnswerSet(
        edition=plan.edition,
        dimensions=plan.dimensions,
        respondents=respondents,
        anonymous=plan.anonymous,
    )
    company = Company.settle(content, answers)
    # Only the levels are asked for here; going through everybody's notes would take most of the time.
    return Company(content, answers.model_copy(update={"respondents": ()}), company.matrix)


def group_replies(people: Iterable[BlindAnswers]) -> dict[str, dict[Group, list[Reply]]]:
    """What was answered by question and group."""
    given: dict[str, dict[Group, list[Reply]]] = {}
    for person in people:
        for answer in person.answers:
            given.setdefault(answer.question, {}).setdefault(person.group, []).append(answer.level)
    return given


def _find_ties(company: Company, question_id: str) -> tuple[PatternTie, ...]:
    return tuple(
        PatternTie(finding.pattern.id, finding.state)
        for finding in company.patterns
        if any(item.standing.question.id == question_id for item in finding.evidence)
    )
