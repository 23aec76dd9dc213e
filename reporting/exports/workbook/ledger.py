"""Where everything that is calculated stands: the questions' rows, and those of whatever is scored."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from xlsxwriter.utility import xl_col_to_name

from assessments.models import SIDES, Question
from reporting.exports.workbook.book import Book
from scoring.findings import Measure, Standing

ANSWERS_TOP, WORK_TOP, SCORES_TOP = 5, 5, 5
"""First row of data on the sheets `answers`, `work` and `scores`/`stages`, counted from 0."""
LEVEL_COLUMN = 5
"""Column of the levels on the sheet `answers`: the only cells meant to be changed."""
ScopeKind = Literal["company", "dimension", "capability", "side"]
_OF_SCOPE = {"dimension": "B", "capability": "C", "side": "D"}
"""Columns of the sheet `work` that hold the ids."""
WORK = {"weight": "E", "key": "F", "level": "G", "known": "H", "applies": "I", "points": "J"}
WORK_VARIANTS = {"known": "G", "low": "K", "high": "L"}
"""Columns of the sheet `work` with the levels as known, with every unknown at 0, and at 5."""


@dataclass(frozen=True)
class Scope:
    """A set of questions that has a score: the company, a dimension, a capability or a side."""

    kind: ScopeKind
    id: str
    name: str
    measure: Measure
    questions: tuple[Standing, ...]

    @property
    def is_staged(self) -> bool:
        """Whether a stage is claimed for it."""
        return self.kind != "side"


class Ledger:
    """All rows of a book's calculation."""

    def __init__(self, book: Book) -> None:
        self.book, self.diagnosis = book, book.diagnosis
        self.count = len(book.diagnosis.standings)

    @cached_property
    def scopes(self) -> tuple[Scope, ...]:
        """The company, its dimensions, capabilities and sides, as they stand on the sheet `scores`."""
        diagnosis, voice = self.diagnosis, self.book.wording.voice
        questionnaire = diagnosis.questionnaire
        name = self.book.wording.tell("scopes.company")
        scopes = [Scope("company", "company", name, diagnosis.overall, diagnosis.standings)]
        for dimension in questionnaire.dimensions:
            own = self._standings(q for capability in dimension.capabilities for q in capability.questions)
            measure = diagnosis.dimensions[dimension.id]
            scopes.append(Scope("dimension", dimension.id, voice.read(dimension.title), measure, own))
        for capability in questionnaire.capabilities:
            own = self._standings(capability.questions)
            measure = diagnosis.capabilities[capability.id]
            scopes.append(Scope("capability", capability.id, voice.read(capability.title), measure, own))
        measures = {"design": diagnosis.sides.design, "implementation": diagnosis.sides.implementation}
        for side in SIDES:
            own = tuple(item for item in diagnosis.standings if item.question.side == side)
            scopes.append(Scope("side", side, voice.word(f"sides.{side}"), measures[side], own))
        return tuple(scopes)

    def _standings(self, questions: Iterable[Question]) -> tuple[Standing, ...]:
        wanted = {question.id for question in questions}
        return tuple(item for item in self.diagnosis.standings if item.question.id in wanted)

    def rows(self, kind: ScopeKind) -> tuple[int, int]:
        """First and last row of one kind on the sheets `scores` and `stages`, counted from 0."""
        places = [SCORES_TOP + place for place, scope in enumerate(self.scopes) if scope.kind == kind]
        return places[0], places[-1]

    def work(self, column: str) -> str:
        """A column of the sheet `work`, all questions."""
        first, last = WORK_TOP + 1, WORK_TOP + self.count
        return self.book.refer("work", f"${column}${first}:${column}${last}")

    def only(self, scope: Scope) -> str:
        """What narrows SUMIFS and COUNTIFS to a scope; nothing for the company."""
        if scope.kind == "company":
            return ""
        return f',{self.work(_OF_SCOPE[scope.kind])},"{scope.id}"'

    def level_cell(self, place: int) -> str:
        """The cell of a question's level on the sheet `answers`."""
        return self.book.refer("answers", f"${xl_col_to_name(LEVEL_COLUMN)}${ANSWERS_TOP + place + 1}")
