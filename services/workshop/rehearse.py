"""A room of simulated people, so that a consultant can practise before the client comes."""

from uuid import uuid4

import numpy as np

from assessments.answers import Answer
from assessments.models import Group, Language, Question
from i18n.text import read_catalogue, translate
from services.errors import InvalidChoice, explain_storage_problems
from services.tokens import make_token
from services.workshop.access import find_facilitated, hash_for
from services.workshop.errors import AnsweringOver, RoomNotEmpty
from services.workshop.plan import list_questions
from storage.store import Store
from storage.workshop_records import BlindAnswers

MOST_PEOPLE = 200
PAPER = 0.5
"""Levels by which what is designed stands above what is in use: the company everybody knows."""
SPREAD = 0.5
"""Standard deviation of people's levels around their group's view."""
DISPUTED = 0.2
"""Share of questions on which groups differ by much more than their usual view."""
TEMPER, CALM = 1.5, 0.15
"""Standard deviation, in levels, by which groups differ on a disputed question, and on others."""
UNKNOWN = (0.04, 0.2)
"""Chance of "don't know" where the group is close to the facts, and where it is not."""
NOTED = 0.12
"""Chance of a note."""
_BIAS: dict[Group, float] = {
    "marketing": 0.15,
    "sales": -0.25,
    "management": 0.25,
    "business_unit": -0.15,
    "other": 0.0,
}
"""Levels by which a group sees everything better or worse than it is."""


def fill_workshop(store: Store, facilitator_token: str, people: int, seed: int = 1) -> None:
    """Let simulated people join and answer everything; the same seed gives the same room.

    For workshops that nobody has joined yet (oneself can join afterwards). Raises
    WorkshopLinkNotFound, InvalidChoice (`people`, 1–200), AnsweringOver, RoomNotEmpty, DatabaseProblem.
    """
    workshop = find_facilitated(store, facilitator_token)
    if type(people) is not int or not 1 <= people <= MOST_PEOPLE:
        raise InvalidChoice("people")
    if workshop.phase != "answering":
        raise AnsweringOver
    plan, random = workshop.plan, np.random.default_rng(seed)
    questions, groups = list_questions(plan), tuple(plan.groups)
    disputed = {question.id for question in questions if random.random() < DISPUTED}
    views = {group: _imagine_view(group, questions, disputed, random) for group in groups}
    crowd = []
    for number in range(people):
        group = groups[number % len(groups)]
        name = translate("rehearsal.name", plan.language, number=number + 1)
        given = tuple(
            _imagine_answer(question, group, views[group][question.id], plan.language, random)
            for question in questions
        )
        person = BlindAnswers(uuid4().hex, group, None if plan.anonymous else name, given)
        crowd.append((hash_for("participant", make_token()), person))
    with explain_storage_problems():
        if not store.add_people(workshop, crowd):
            raise RoomNotEmpty


def _imagine_view(
    group: Group, questions: tuple[Question, ...], disputed: set[str], random: np.random.Generator
) -> dict[str, float]:
    """The level a group sees on each question; the truth behind it is the same for all groups."""
    view = {}
    for number, question in enumerate(questions):
        truth = np.random.default_rng(number).normal(2.2, 0.8)
        truth += PAPER if question.side == "design" else -PAPER
        temper = random.normal(0, TEMPER if question.id in disputed else CALM)
        view[question.id] = float(truth + _BIAS[group] + temper)
    return view


def _imagine_answer(
    question: Question, group: Group, view: float, language: Language, random: np.random.Generator
) -> Answer:
    close, far = UNKNOWN
    if random.random() < (close if group in question.answered_best_by else far):
        return Answer(question=question.id, level="unknown")
    level = int(np.clip(round(view + random.normal(0, SPREAD)), 0, 5))
    note = _imagine_note(level, language, random) if random.random() < NOTED else None
    return Answer(question=question.id, level=level, note=note)


def _imagine_note(level: int, language: Language, random: np.random.Generator) -> str:
    place = "paper" if level <= 2 else "floor"
    keys = sorted(key for key in read_catalogue(language) if key.startswith(f"rehearsal.notes.{place}."))
    return translate(keys[int(random.integers(len(keys)))], language)
