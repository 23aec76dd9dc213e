"""How far respondents agree on a level: r_wg, its conventional labels, and what chance would give.

James, Demaree & Wolf (1984), "Estimating within-group interrater reliability with and without response
bias", Journal of Applied Psychology 69(1); labels after LeBreton & Senter (2008), "Answers to 20
questions about interrater reliability and interrater agreement", Organizational Research Methods 11(4).
"""

from collections.abc import Sequence
from functools import cache
from typing import Literal

import numpy as np

from assessments.models import LEVELS
from scoring.frames import FloatArray


def expected_variance(options: int) -> float:
    """σ²_E, the variance of so many options chosen at random with equal chances."""
    return (options**2 - 1) / 12


EXPECTED_VARIANCE = expected_variance(LEVELS)
"""That of six levels: 35 / 12 ≈ 2.917."""
MINIMUM_FOR_WORDS = 6
"""Respondents from which agreement is put into words; below, only the dots are shown."""
CHANCE_DRAWS = 20_000
SEED = 2026

AgreementLabel = Literal["lacking", "weak", "moderate", "strong", "very_strong"]
_LABELS: tuple[tuple[float, AgreementLabel], ...] = (
    (0.905, "very_strong"),
    (0.705, "strong"),
    (0.505, "moderate"),
    (0.305, "weak"),
    (0.0, "lacking"),
)
"""Bounds between the published two-digit bands 0–.30, .31–.50, .51–.70, .71–.90 and .91–1."""


def within_group_agreement(levels: Sequence[float], options: int = LEVELS) -> float | None:
    """r_wg = 1 - S² / σ²_E, clipped at 0; S² with n - 1. None for fewer than two levels.

    1 is full agreement; 0 is no more agreement than levels chosen at random would show.
    """
    if len(levels) < 2:
        return None
    variance = float(np.var(np.asarray(levels, dtype=float), ddof=1))
    return max(0.0, 1 - variance / expected_variance(options))


def label_agreement(agreement: float) -> AgreementLabel:
    """The conventional label of an r_wg."""
    return next(label for bound, label in _LABELS if agreement >= bound)


def chance_of_agreement(agreement: float, respondents: int, options: int = LEVELS) -> float:
    """How often so many respondents choosing at random would agree this much or more, 0–1.

    By simulation with CHANCE_DRAWS seeded draws: the standard error is below 0.004.
    """
    drawn = _random_agreements(respondents, options)
    reached = len(drawn) - np.searchsorted(drawn, agreement - 1e-9)
    return float(reached / len(drawn))


@cache
def _random_agreements(respondents: int, options: int) -> FloatArray:
    """Sorted r_wg of random answers."""
    random = np.random.default_rng(SEED)
    levels = random.integers(0, options, (CHANCE_DRAWS, respondents))
    agreements = np.maximum(0.0, 1 - levels.var(axis=1, ddof=1) / expected_variance(options))
    return np.sort(agreements)
