"""Scoring: one diagnosis against the bare drawing of its weights, many companies against a bare mean."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from assessments.answer_files import read_answers
from assessments.loading import load_questionnaire
from assessments.models import GROUPS, ORG_MODELS
from benchmarks.timing import Comparison, compare
from scoring.diagnosis import diagnose
from scoring.frames import settle_levels
from scoring.maturity import measure
from scoring.smaa import DRAWS, SEED

EXAMPLE = Path(__file__).parent.parent / "examples" / "company_b.yaml"
COMPANIES, RESPONDENTS = 1_000, 20


def run() -> Iterator[Comparison]:
    """The comparisons, one after another."""
    questionnaire = load_questionnaire()
    profile, answers = read_answers(EXAMPLE, questionnaire)
    axes = len(questionnaire.organisation.axes)
    yield compare(
        "one diagnosis",
        lambda: diagnose(questionnaire, answers, profile),
        f"drawing and ranking {DRAWS:,} weights in numpy",
        lambda: draw_and_rank(axes),
    )
    ids = [question.id for question in questionnaire.questions]
    weights = np.array([float(question.weight) for question in questionnaire.questions])
    keys = np.array([question.key for question in questionnaire.questions])
    levels = np.random.default_rng(1).integers(0, 6, (COMPANIES, RESPONDENTS, len(ids))).astype(float)
    frame = tidy(levels, ids)
    names = [str(company) for company in range(COMPANIES)]

    def score_all() -> object:
        matrix = settle_levels(frame, names, ids)
        return measure(matrix.levels, matrix.applicable, weights, keys)

    yield compare(
        f"scoring {COMPANIES:,} companies of {RESPONDENTS} respondents",
        score_all,
        "the bare numpy mean of the same numbers",
        lambda: levels.mean(axis=1) @ weights,
        runs=3,
    )


def draw_and_rank(axes: int) -> object:
    """What any SMAA has to do: draw weights and values, and see who comes first."""
    random = np.random.default_rng(SEED)
    weights = random.dirichlet(np.ones(axes), DRAWS)
    noise = random.uniform(-0.2, 0.2, (DRAWS, axes, len(ORG_MODELS)))
    utilities = np.einsum("da,dam->dm", weights, noise)
    return np.bincount(utilities.argmax(axis=1))


def tidy(levels: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]", ids: list[str]) -> pd.DataFrame:
    """The levels (companies × respondents × questions) as a tidy frame."""
    companies, respondents, questions = np.indices(levels.shape)
    groups = np.array(GROUPS)[respondents.ravel() % len(GROUPS)]
    return pd.DataFrame(
        {
            "company": pd.Categorical(companies.ravel().astype(str)),
            "respondent": respondents.ravel(),
            "group": pd.Categorical(groups),
            "question": pd.Categorical(np.array(ids)[questions.ravel()]),
            "level": levels.ravel(),
            "not_applicable": False,
        }
    )
