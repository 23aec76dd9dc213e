"""Many companies at once, from arrays: the same levels, scores, intervals and stages as one by one.

Companies come and go in batches, so memory does not grow with their number. For what only one company has —
patterns, advice, agreed levels, the small groups of an anonymous workshop — there is `diagnose`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from assessments.models import DIMENSIONS, DimensionId, Edition, Questionnaire
from scoring.frames import BoolArray, FloatArray, IntArray
from scoring.maturity import Maturity, measure_sets
from scoring.votes import find_applicable, settle_votes

AT_A_TIME = 200
"""Companies scored in one go: their numbers fit into a processor's cache."""


@dataclass(frozen=True)
class Ballots:
    """What respondents of many companies answered; questions in the order of `Questionnaire.asked_in`."""

    levels: FloatArray
    """Companies × respondents × questions: 0–5, NaN where a respondent gave none."""
    groups: IntArray
    """Companies × respondents: the place of each one's group in GROUPS; -1 for nobody."""
    waived: BoolArray
    """Companies × respondents × questions: where a respondent said that it does not apply."""

    def cut(self, companies: int) -> Iterator[Self]:
        """The same in parts of so many companies."""
        for start in range(0, len(self.levels), companies):
            part = slice(start, start + companies)
            yield replace(self, levels=self.levels[part], groups=self.groups[part], waived=self.waived[part])


@dataclass(frozen=True)
class Scores:
    """Where many companies stand; arrays with one row or item per company."""

    levels: FloatArray
    """Companies × questions; NaN where nobody gave a level."""
    applicable: BoolArray
    """Companies × questions."""
    overall: Maturity
    dimensions: Mapping[DimensionId, Maturity]
    capabilities: Mapping[str, Maturity]


class Scorer:
    """Scores companies that were all asked the same questions."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        edition: Edition = "full",
        dimensions: tuple[DimensionId, ...] = DIMENSIONS,
    ) -> None:
        asked = questionnaire.asked_in(edition, dimensions)
        self._weights = np.array([float(question.weight) for question in asked])
        self._keys = np.array([question.key for question in asked], dtype=bool)
        self._dimensions = [dimension.id for dimension in questionnaire.dimensions]
        self._capabilities = [capability.id for capability in questionnaire.capabilities]
        sets = [{question.id for question in asked}]
        sets += [set(dimension.question_ids) for dimension in questionnaire.dimensions]
        sets += [{question.id for question in item.questions} for item in questionnaire.capabilities]
        self._members = np.array([[question.id in members for question in asked] for members in sets])

    def score(self, batches: Iterable[Ballots]) -> Iterator[Scores]:
        """The scores of each batch, as soon as it comes.

        Raises ValueError when a company has more respondents than `votes.MOST_RESPONDENTS`.
        """
        for batch in batches:
            for part in batch.cut(AT_A_TIME):
                yield self._score(part)

    def _score(self, ballots: Ballots) -> Scores:
        levels = settle_votes(ballots.levels, ballots.groups)
        applicable = find_applicable(levels, ballots.waived)
        found = measure_sets(levels, applicable, self._weights, self._keys, self._members)
        overall, *others = (found.of_set(number) for number in range(len(self._members)))
        count = len(self._dimensions)
        counts = applicable.astype(float) @ self._members[1 : 1 + count].T > 0
        is_too_little = (counts & np.isnan(found.stage[:, 1 : 1 + count])).any(axis=1)
        return Scores(
            levels,
            applicable,
            replace(overall, stage=np.where(is_too_little, np.nan, overall.stage)),
            dict(zip(self._dimensions, others[:count], strict=True)),
            dict(zip(self._capabilities, others[count:], strict=True)),
        )
