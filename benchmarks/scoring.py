"""Scoring: one diagnosis against the bare drawing of its weights, many companies against a bare mean."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil

from assessments.answer_files import read_answers
from assessments.loading import load_questionnaire
from assessments.models import GROUPS, ORG_MODELS
from benchmarks.timing import Comparison, compare
from scoring.batch import Ballots, Scorer
from scoring.diagnosis import diagnose
from scoring.frames import FloatArray
from scoring.smaa import DRAWS, SEED

EXAMPLE = Path(__file__).parent.parent / "examples" / "company_b.yaml"
COMPANIES, RESPONDENTS = 10_000, 20
UNKNOWN = 0.1
"""Share of answers without a level, a third of them because the question does not apply."""
BATCH, BATCHES = 1_000, 100
MILESTONES = (10_000, 50_000, 100_000)
"""Companies streamed in after which memory is read."""


def run() -> Iterator[object]:
    """The comparisons, one after another."""
    questionnaire = load_questionnaire()
    profile, answers = read_answers(EXAMPLE, questionnaire)
    axes = len(questionnaire.organisation.axes)
    yield compare(
        "one diagnosis",
        lambda: diagnose(questionnaire, answers, profile),
        f"drawing and ranking {DRAWS:,} weights in numpy",
        lambda: draw_and_rank(axes),
        runs=50,
    )
    scorer, questions = Scorer(questionnaire), len(questionnaire.questions)
    yield compare_many(scorer, questions)
    yield stream(scorer, questions)


def compare_many(scorer: Scorer, questions: int) -> Comparison:
    """Scoring many companies beside the least that anybody could do with as many numbers."""
    ballots = make_ballots(COMPANIES, questions, seed=1)
    return compare(
        f"scoring {COMPANIES:,} companies of {RESPONDENTS} respondents",
        lambda: sum(len(scores.levels) for scores in scorer.score([ballots])),
        "numpy's bare mean of the same numbers (nanmean over respondents)",
        lambda: np.nanmean(ballots.levels, axis=1),
    )


def draw_and_rank(axes: int) -> object:
    """What any SMAA has to do: draw weights and values, and see who comes first."""
    random = np.random.default_rng(SEED)
    weights = random.dirichlet(np.ones(axes), DRAWS)
    noise = random.uniform(-0.2, 0.2, (DRAWS, axes, len(ORG_MODELS)))
    utilities = np.einsum("da,dam->dm", weights, noise)
    return np.bincount(utilities.argmax(axis=1))


def make_ballots(companies: int, questions: int, seed: int) -> Ballots:
    """Answers at random, the respondents spread over all groups."""
    random = np.random.default_rng(seed)
    levels: FloatArray = random.integers(0, 6, (companies, RESPONDENTS, questions)).astype(float)
    missing = random.random(levels.shape)
    levels[missing < UNKNOWN] = np.nan
    groups = np.broadcast_to(np.arange(RESPONDENTS) % len(GROUPS), levels.shape[:2])
    return Ballots(levels, groups, missing < UNKNOWN / 3)


def stream(scorer: Scorer, questions: int) -> str:
    """Memory while companies stream in."""
    process, scored, resident = psutil.Process(), 0, []
    for scores in scorer.score(make_ballots(BATCH, questions, seed) for seed in range(BATCHES)):
        scored += len(scores.levels)
        if scored in MILESTONES:
            resident.append(f"{process.memory_info().rss / 2**20:.0f} MB after {scored:,}")
    return f"memory as companies stream in: {', '.join(resident)}"
