"""Answers of many respondents as tidy frames, and the levels a company stands at.

pandas is loaded with the first frame: it takes seventy megabytes, and reading a diagnosis takes none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assessments.answers import AnswerSet
from assessments.models import GROUPS, LEVELS

if TYPE_CHECKING:
    import pandas as pd

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

COLUMNS = ["company", "respondent", "group", "question", "level", "not_applicable"]
"""Columns of a tidy frame: one row per respondent and answered question."""
_BINS = len(GROUPS) * LEVELS


@dataclass(frozen=True)
class LevelMatrix:
    """Where companies stand, one row per company, one column per question."""

    companies: tuple[str, ...]
    questions: tuple[str, ...]
    levels: FloatArray
    """0–5; NaN where nobody gave a level."""
    applicable: BoolArray
    """False where somebody said that the question does not apply and nobody gave a level."""


def tidy_answers(answer_sets: Mapping[str, AnswerSet]) -> "pd.DataFrame":
    """A tidy frame of all answers by company; the level of a "don't know" is NaN."""
    import pandas as pd

    rows = [
        (company, number, respondent.group, answer.question, answer.level)
        for company, answers in answer_sets.items()
        for number, respondent in enumerate(answers.respondents)
        for answer in respondent.answers
    ]
    columns = list(zip(*rows, strict=True)) if rows else [()] * (len(COLUMNS) - 1)
    given = columns.pop()
    levels = np.array([level if isinstance(level, int) else np.nan for level in given], dtype=float)
    waived = np.array([level == "not_applicable" for level in given], dtype=bool)
    return pd.DataFrame(dict(zip(COLUMNS, [*columns, levels, waived], strict=True)), copy=False)


def settle_levels(frame: "pd.DataFrame", companies: Sequence[str], questions: Sequence[str]) -> LevelMatrix:
    """The level of each company on each question: the median of the group medians.

    The groups count equally, so that a large one does not outvote a small one. Answers to other
    questions or of other companies are left out.
    """
    shape = (len(companies), len(questions))
    company, question = _codes(frame["company"], companies), _codes(frame["question"], questions)
    place = company * shape[1] + question
    outside = (company < 0) | (question < 0)
    level = frame["level"].to_numpy(dtype=float)
    known = ~outside & ~np.isnan(level)
    cell = place[known] * len(GROUPS) + _codes(frame["group"], GROUPS)[known]
    votes = np.bincount(cell * LEVELS + level[known].astype(int), minlength=shape[0] * shape[1] * _BINS)
    reached = np.moveaxis(votes.reshape(*shape, len(GROUPS), LEVELS), (-1, -2), (0, 1)).cumsum(axis=0)
    levels = median_of_groups(group_medians(reached))
    waived = place[~outside & frame["not_applicable"].to_numpy(dtype=bool)]
    excused = np.bincount(waived, minlength=shape[0] * shape[1]).reshape(shape) > 0
    return LevelMatrix(tuple(companies), tuple(questions), levels, ~excused | ~np.isnan(levels))


def _codes(column: "pd.Series", names: Sequence[str]) -> IntArray:
    """The place of each value among the names, -1 for others; quick on categoricals."""
    places = {name: place for place, name in enumerate(names)}
    if column.dtype == "category":
        known = [places.get(name, -1) for name in column.cat.categories]
        return np.array([*known, -1])[column.cat.codes.to_numpy()]
    return np.array([places.get(value, -1) for value in column.tolist()], dtype=np.int64)


def group_medians(reached: npt.NDArray[np.integer]) -> FloatArray:
    """Medians from how many votes lie at each level or below (first dimension); NaN where nobody voted."""
    voters = reached[-1]
    lower = (reached <= (voters - 1) // 2).sum(axis=0, dtype=np.uint8)
    upper = (reached <= voters // 2).sum(axis=0, dtype=np.uint8)
    return np.where(voters > 0, (lower + upper) / 2.0, np.nan)


def median_of_groups(medians: FloatArray) -> FloatArray:
    """Medians along the first dimension, NaN left out; NaN where there is nothing else."""
    ranked = np.sort(medians, axis=0)
    groups = (~np.isnan(ranked)).sum(axis=0, keepdims=True)
    lower = np.take_along_axis(ranked, np.maximum(groups - 1, 0) // 2, axis=0)
    upper = np.take_along_axis(ranked, groups // 2, axis=0)
    return np.asarray(((lower + upper) / 2)[0])
