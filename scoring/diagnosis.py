"""The one door: questionnaire, answers and profile in, diagnosis out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

import numpy as np

from assessments.answers import Answer, AnswerSet, Profile
from assessments.models import SIDES, DimensionId, Question, Questionnaire, Side
from scoring.findings import Diagnosis, Measure, NextStage, SideComparison, Standing, Status
from scoring.frames import LevelMatrix, settle_levels, tidy_answers
from scoring.maturity import (
    STAGE_SHARE,
    TOP_LEVEL,
    measure,
    reached_share,
)
from scoring.org_model import advise_organisation
from scoring.patterns import find_patterns

SHORT_BY = 10.0
"""Points of score by which one side has to lag before it is called short."""
_COMPANY = "company"


def diagnose(questionnaire: Questionnaire, answers: AnswerSet, profile: Profile) -> Diagnosis:
    """Score a company's answers, find its patterns and advise on its organisation.

    Raises KeyError when an answer names a question that the questionnaire does not have.
    """
    for respondent in answers.respondents:
        for answer in respondent.answers:
            questionnaire.question(answer.question)
    return _Company(questionnaire, answers, profile).diagnose()


class _Company:
    """The settled levels of one company and the measures taken on them."""

    def __init__(self, questionnaire: Questionnaire, answers: AnswerSet, profile: Profile) -> None:
        self.questionnaire, self.answers, self.profile = questionnaire, answers, profile
        self.asked = questionnaire.asked_in(answers.edition)
        self.matrix: LevelMatrix = settle_levels(
            tidy_answers({_COMPANY: answers}), [_COMPANY], [question.id for question in self.asked]
        )
        self.weights = np.array([float(question.weight) for question in self.asked])
        self.keys = np.array([question.key for question in self.asked], dtype=bool)

    @cached_property
    def standings(self) -> dict[str, Standing]:
        given: dict[str, list[Answer]] = {}
        for respondent in self.answers.respondents:
            for answer in respondent.answers:
                given.setdefault(answer.question, []).append(answer)
        return {
            question.id: self._stand(question, column, given.get(question.id, []))
            for column, question in enumerate(self.asked)
        }

    def _stand(self, question: Question, column: int, given: list[Answer]) -> Standing:
        level = float(self.matrix.levels[0, column])
        status: Status = "unknown" if given else "unanswered"
        if not np.isnan(level):
            status = "level"
        elif not self.matrix.applicable[0, column]:
            status = "not_applicable"
        return Standing(
            question=question,
            status=status,
            level=level if status == "level" else None,
            notes=tuple(answer.note for answer in given if answer.note),
            reasons=tuple(answer.reason for answer in given if answer.reason),
        )

    def lookup(self, question_id: str) -> Standing:
        """The standing on any question; one outside the edition is not asked."""
        found = self.standings.get(question_id)
        return found or Standing(self.questionnaire.question(question_id), "not_asked", None)

    def measure(self, question_ids: Iterable[str]) -> Measure:
        """The measure of some questions; those outside the edition are left out."""
        wanted = set(question_ids)
        columns = np.array([question.id in wanted for question in self.asked], dtype=bool)
        maturity = measure(
            self.matrix.levels[:, columns],
            self.matrix.applicable[:, columns],
            self.weights[columns],
            self.keys[columns],
        )
        return maturity.row(0)

    def diagnose(self) -> Diagnosis:
        questionnaire = self.questionnaire
        capabilities = {
            capability.id: self.measure(question.id for question in capability.questions)
            for capability in questionnaire.capabilities
        }
        dimensions = {
            dimension.id: self.measure(dimension.question_ids) for dimension in questionnaire.dimensions
        }
        overall = self._overall(dimensions)
        return Diagnosis(
            questionnaire=questionnaire,
            profile=self.profile,
            answers=self.answers,
            standings=tuple(self.standings.values()),
            overall=overall,
            dimensions=dimensions,
            capabilities=capabilities,
            sides=self._compare_sides(),
            next_stage=self._explain_next(overall),
            patterns=find_patterns(questionnaire, self.lookup),
            organisation=advise_organisation(
                questionnaire.organisation, self.profile, self.lookup, self.measure
            ),
        )

    def _overall(self, dimensions: Mapping[DimensionId, Measure]) -> Measure:
        """The company's measure; no stage is claimed while a dimension is too little known."""
        overall = self.measure(question.id for question in self.asked)
        for dimension in self.questionnaire.dimensions:
            standings = [self.standings[q] for q in dimension.question_ids if q in self.standings]
            counts = any(standing.applies for standing in standings)
            if counts and dimensions[dimension.id].stage is None:
                return replace(overall, stage=None)
        return overall

    def _compare_sides(self) -> SideComparison:
        design, implementation = (
            self.measure(question.id for question in self.asked if question.side == side) for side in SIDES
        )
        if design.score is None or implementation.score is None:
            return SideComparison(design, implementation, "unknown", None)
        difference = design.score - implementation.score
        short: Side = "implementation" if difference > 0 else "design"
        named = short if abs(difference) >= SHORT_BY else "neither"
        return SideComparison(design, implementation, named, difference)

    def _explain_next(self, overall: Measure) -> NextStage | None:
        if overall.stage is None or overall.stage == TOP_LEVEL:
            return None
        stage = overall.stage + 1
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
