"""Answers of many respondents as tidy frames, and the levels a company stands at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from assessments.answers import AnswerSet

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]

COLUMNS = ["company", "respondent", "group", "question", "level", "not_applicable"]
"""Columns of a tidy frame: one row per respondent and answered question."""


@dataclass(frozen=True)
class LevelMatrix:
    """Where companies stand, one row per company, one column per question."""

    companies: tuple[str, ...]
    questions: tuple[str, ...]
    levels: FloatArray
    """0–5; NaN where nobody gave a level."""
    applicable: BoolArray
    """False where somebody said that the question does not apply and nobody gave a level."""


def tidy_answers(answer_sets: Mapping[str, AnswerSet]) -> pd.DataFrame:
    """A tidy frame of all answers by company; the level of a "don't know" is NaN."""
    rows = [
        (
            company,
            number,
            respondent.group,
            answer.question,
            float(answer.level) if isinstance(answer.level, int) else np.nan,
            answer.level == "not_applicable",
        )
        for company, answers in answer_sets.items()
        for number, respondent in enumerate(answers.respondents)
        for answer in respondent.answers
    ]
    return pd.DataFrame(rows, columns=COLUMNS).astype({"level": float, "not_applicable": bool})


def settle_levels(frame: pd.DataFrame, companies: Sequence[str], questions: Sequence[str]) -> LevelMatrix:
    """The level of each company on each question: the median of the group medians.

    The groups count equally, so that a large one does not outvote a small one. Answers to other
    questions or of other companies are left out.
    """
    index, columns = pd.Index(companies), pd.Index(questions)
    keys = ["company", "question"]
    known = frame[frame["level"].notna()]
    by_group = known.groupby([*keys, "group"], observed=True, sort=False)["level"].median()
    by_company = by_group.groupby(level=keys, observed=True, sort=False).median()
    levels = by_company.unstack("question").reindex(index=index, columns=columns)
    waived = frame.groupby(keys, observed=True, sort=False)["not_applicable"].any()
    not_applicable = waived.unstack("question").reindex(index=index, columns=columns)
    matrix = levels.to_numpy(dtype=float)
    excused = not_applicable.eq(True).to_numpy(dtype=bool)
    return LevelMatrix(tuple(companies), tuple(questions), matrix, ~excused | ~np.isnan(matrix))
