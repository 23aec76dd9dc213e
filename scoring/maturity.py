"""Scores, intervals, coverage and gated stages, for one company or ten thousand at once.

All functions take matrices with one row per company and one column per question. An unknown level
is NaN; a question that does not apply leaves the weights. Formulas: docs/method.md.
"""

from dataclasses import dataclass

import numpy as np

from scoring.findings import Measure
from scoring.frames import BoolArray, FloatArray

TOP_LEVEL = 5
STAGE_SHARE = 0.75
"""Share of weight that has to stand at a stage or above."""
MINIMUM_COVERAGE = 0.6
"""Share of weight that has to be known before a stage is claimed."""
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Maturity:
    """The measures of one set of questions for every company; arrays of length companies."""

    score: FloatArray
    """0–100, NaN where nothing is known."""
    low: FloatArray
    high: FloatArray
    coverage: FloatArray
    """0–1; 0 where no question applies."""
    stage: FloatArray
    """0–5, NaN where coverage is too low."""
    stage_low: FloatArray
    stage_high: FloatArray

    def row(self, company: int) -> Measure:
        """The measure of one company."""
        score, stage = float(self.score[company]), float(self.stage[company])
        return Measure(
            score=None if np.isnan(score) else score,
            interval=(float(self.low[company]), float(self.high[company])),
            coverage=float(self.coverage[company]),
            stage=None if np.isnan(stage) else int(stage),
            stage_interval=(int(self.stage_low[company]), int(self.stage_high[company])),
        )


def measure(levels: FloatArray, applicable: BoolArray, weights: FloatArray, keys: BoolArray) -> Maturity:
    """Score, Manski interval, coverage and gated stage of a set of questions."""
    known = applicable & ~np.isnan(levels)
    weight = applicable * weights
    known_weight = known * weights
    total, known_total = weight.sum(axis=1), known_weight.sum(axis=1)
    points = (np.where(known, levels, 0.0) * weights).sum(axis=1)
    open_points = (total - known_total) * TOP_LEVEL
    coverage = _divide(known_total, total, empty=0.0)
    stage = gate_stages(np.where(known, levels, np.nan), weights, keys)
    return Maturity(
        score=_divide(points, known_total, empty=np.nan) / TOP_LEVEL * 100,
        low=_divide(points, total, empty=0.0) / TOP_LEVEL * 100,
        high=_divide(points + open_points, total, empty=float(TOP_LEVEL)) / TOP_LEVEL * 100,
        coverage=coverage,
        stage=np.where(coverage >= MINIMUM_COVERAGE - _ROUNDING, stage, np.nan),
        stage_low=gate_stages(_fill_unknown(levels, applicable, 0.0), weights, keys),
        stage_high=gate_stages(_fill_unknown(levels, applicable, TOP_LEVEL), weights, keys),
    )


def gate_stages(levels: FloatArray, weights: FloatArray, keys: BoolArray) -> FloatArray:
    """The highest stage s at which 75 % of the weight stands at s or above and no key question
    stands below s - 1. NaN levels are left out; 0 where none is left."""
    known = ~np.isnan(levels)
    total = (known * weights).sum(axis=1)
    weakest_key = np.where(known & keys, levels, np.inf).min(axis=1, initial=np.inf)
    stages = np.zeros(levels.shape[0])
    for stage in range(1, TOP_LEVEL + 1):
        share = _divide((known & (levels >= stage)) @ weights, total, empty=0.0)
        reached = (share >= STAGE_SHARE - _ROUNDING) & (weakest_key >= stage - 1)
        stages = np.where(reached, stage, stages)
    return stages


def reached_share(levels: FloatArray, weights: FloatArray, stage: int) -> float:
    """Share of the known weight of one company that stands at a stage or above, 0–1."""
    known = ~np.isnan(levels)
    total = float(weights[known].sum())
    return float(weights[known & (levels >= stage)].sum()) / total if total else 0.0


def _fill_unknown(levels: FloatArray, applicable: BoolArray, level: float) -> FloatArray:
    return np.where(applicable, np.where(np.isnan(levels), level, levels), np.nan)


def _divide(numerator: FloatArray, denominator: FloatArray, empty: float) -> FloatArray:
    result = np.full(numerator.shape, empty)
    np.divide(numerator, denominator, out=result, where=denominator > 0)
    return result
