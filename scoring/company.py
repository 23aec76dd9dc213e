"""Where one company stands: its settled levels, and every measure that can be taken on them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Self

import numpy as np

from assessments.answers import Answer, AnswerSet
from assessments.models import SIDES, DimensionId, Group, Question, Questionnaire, Side
from scoring.findings import Diagnosis, Measure, NextStage, PatternFinding, SideComparison, Standing, Status
from scoring.frames import LevelMatrix, settle_levels, tidy_answers
from scoring.maturity import STAGE_SHARE, TOP_LEVEL, measure, reached_share
from scoring.patterns import find_patterns
from scoring.small_groups import choose_shown, count_shown

SHORT_BY = 10.0
"""Points of score by which one side has to lag before it is called short."""
_NAME = "company"


class Company:
    """One company's levels on the questions of an edition."""

    def __init__(self, questionnaire: Questionnaire, answers: AnswerSet, matrix: LevelMatrix) -> None:
        self.questionnaire, self.answers, self.matrix = questionnaire, answers, matrix
        self.asked = questionnaire.asked_in(answers.edition, answers.dimensions)
        self.weights = np.array([float(question.weight) for question in self.asked])
        self.keys = np.array([question.key for question in self.asked], dtype=bool)

    @classmethod
    def settle(cls, questionnaire: Questionnaire, answers: AnswerSet) -> Self:
        """The company behind some answers.

        In an anonymous workshop its levels rest on the groups that may be shown.
        """
        asked = [question.id for question in questionnaire.asked_in(answers.edition, answers.dimensions)]
        frame = tidy_answers({_NAME: answers})
        matrix = settle_levels(count_shown(frame) if answers.anonymous else frame, [_NAME], asked)
        agreed = {item.question: float(item.level) for item in answers.agreed if item.question in asked}
        return cls(questionnaire, answers, matrix).with_levels(agreed)

    @classmethod
    def restore(cls, diagnosis: Diagnosis) -> Self:
        """The company behind a diagnosis, from its levels as they were settled there."""
        standings = diagnosis.standings
        matrix = LevelMatrix(
            companies=(_NAME,),
            questions=tuple(standing.question.id for standing in standings),
            levels=np.array([[np.nan if item.level is None else item.level for item in standings]]),
            applicable=np.array([[standing.applies for standing in standings]], dtype=bool),
        )
        return cls(diagnosis.questionnaire, diagnosis.answers, matrix)

    def with_levels(self, levels: Mapping[str, float]) -> Self:
        """The same company, were these questions (those the edition asks) at these levels."""
        changed, applicable = self.matrix.levels.copy(), self.matrix.applicable.copy()
        for question_id, level in levels.items():
            column = self.matrix.questions.index(question_id)
            changed[0, column], applicable[0, column] = level, True
        matrix = replace(self.matrix, levels=changed, applicable=applicable)
        return type(self)(self.questionnaire, self.answers, matrix)

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """Where the company stands on each question the edition asks."""
        given: dict[str, list[tuple[Group, Answer]]] = {}
        for respondent in self.answers.respondents:
            for answer in respondent.answers:
                given.setdefault(answer.question, []).append((respondent.group, answer))
        return {
            question.id: self._stand(question, column, given.get(question.id, []))
            for column, question in enumerate(self.asked)
        }

    def _stand(self, question: Question, column: int, given: list[tuple[Group, Answer]]) -> Standing:
        level = float(self.matrix.levels[0, column])
        groups = Counter(group for group, _ in given)
        heard = choose_shown(groups) if self.answers.anonymous else groups
        status: Status = "unknown" if given else "unanswered"
        if not np.isnan(level):
            status = "level"
        elif not self.matrix.applicable[0, column]:
            status = "not_applicable"
        return Standing(
            question=question,
            status=status,
            level=level if status == "level" else None,
            notes=tuple(answer.note for _, answer in given if answer.note),
            reasons=tuple(answer.reason for group, answer in given if answer.reason and group in heard),
        )

    def lookup(self, question_id: str) -> Standing:
        """The standing on any question; one outside the edition is not asked."""
        found = self.standings.get(question_id)
        return found or Standing(self.questionnaire.question(question_id), "not_asked", None)

    def measure(self, question_ids: Iterable[str]) -> Measure:
        """The measure of some questions; those outside the edition are left out."""
        return self._measure_sets([question_ids])[0]

    def _measure_sets(self, sets: Iterable[Iterable[str]]) -> list[Measure]:
        """Several measures at once: each set is a row in which only its own questions apply."""
        columns = {question.id: column for column, question in enumerate(self.asked)}
        rows = [[columns[question] for question in ids if question in columns] for ids in sets]
        chosen = np.zeros((len(rows), len(columns)), dtype=bool)
        for row, members in enumerate(rows):
            chosen[row, members] = True
        levels = np.broadcast_to(self.matrix.levels, chosen.shape)
        maturity = measure(levels, chosen & self.matrix.applicable, self.weights, self.keys)
        return [maturity.row(row) for row in range(len(rows))]

    @cached_property
    def dimensions(self) -> dict[DimensionId, Measure]:
        """The measure of each dimension."""
        dimensions = self.questionnaire.dimensions
        measures = self._measure_sets(item.question_ids for item in dimensions)
        return {item.id: found for item, found in zip(dimensions, measures, strict=True)}

    @cached_property
    def capabilities(self) -> dict[str, Measure]:
        """The measure of each capability by its id."""
        capabilities = self.questionnaire.capabilities
        measures = self._measure_sets([question.id for question in item.questions] for item in capabilities)
        return {item.id: found for item, found in zip(capabilities, measures, strict=True)}

    @cached_property
    def patterns(self) -> tuple[PatternFinding, ...]:
        """All patterns held against the standings."""
        return find_patterns(self.questionnaire, self.lookup)

    @cached_property
    def overall(self) -> Measure:
        """The company's measure; no stage is claimed while a dimension is too little known."""
        overall = self.measure(question.id for question in self.asked)
        for dimension in self.questionnaire.dimensions:
            standings = [self.standings[q] for q in dimension.question_ids if q in self.standings]
            counts = any(standing.applies for standing in standings)
            if counts and self.dimensions[dimension.id].stage is None:
                return replace(overall, stage=None)
        return overall

    def compare_sides(self) -> SideComparison:
        """Strategy design against implementation."""
        design, implementation = self._measure_sets(
            [question.id for question in self.asked if question.side == side] for side in SIDES
        )
        if design.score is None or implementation.score is None:
            return SideComparison(design, implementation, "unknown", None)
        difference = design.score - implementation.score
        short: Side = "implementation" if difference > 0 else "design"
        named = short if abs(difference) >= SHORT_BY else "neither"
        return SideComparison(design, implementation, named, difference)

    def explain_next(self) -> NextStage | None:
        """Why the next stage is not reached; None at the top, or when no stage is claimed."""
        if self.overall.stage is None or self.overall.stage == TOP_LEVEL:
            return None
        stage = self.overall.stage + 1
        known = [standing for standing in self.standings.values() if standing.level is not None]
        below = [standing for standing in known if standing.level < stage]  # type: ignore[operator]
        blockers = [s for s in below if s.question.key and s.level < stage - 1]  # type: ignore[operator]
        return NextStage(
            stage=stage,
            needed_share=STAGE_SHARE,
            reached_share=reached_share(self.matrix.levels[0], self.weights, stage),
            key_blockers=tuple(sorted(blockers, key=lambda s: (s.level, -s.question.weight))),
            below=tuple(sorted(below, key=lambda s: (-s.question.weight, s.level))),
        )
