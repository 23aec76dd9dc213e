"""Scores, intervals, coverage and gated stages, for one company or ten thousand at once.

Matrices have one row per company and one column per question. An unknown level is NaN; a question that
does not apply leaves the weights. Formulas: docs/method.md.
"""

from dataclasses import dataclass, fields

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
    """The measures of one set of questions for every company: arrays of length companies; or of several
    sets, companies × sets."""

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

    def of_set(self, number: int) -> "Maturity":
        """The measures of one of several sets."""
        return Maturity(**{item.name: getattr(self, item.name)[:, number] for item in fields(self)})

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
    members = np.ones((1, levels.shape[1]), dtype=bool)
    return measure_sets(levels, applicable, weights, keys, members).of_set(0)


def measure_sets(
    levels: FloatArray, applicable: BoolArray, weights: FloatArray, keys: BoolArray, members: BoolArray
) -> Maturity:
    """The same of several sets of questions at once; `members` is sets × questions.

    Sums are matrix products: weights are whole and levels quarters at most, so nothing is rounded.
    """
    shares = np.where(members, weights, 0.0).T
    known = applicable & ~np.isnan(levels)
    floor = np.where(known, levels, 0.0)
    total, known_total, points = (part.astype(float) @ shares for part in (applicable, known, floor))
    open_points = (total - known_total) * TOP_LEVEL
    coverage = _divide(known_total, total, empty=0.0)
    cases = (np.where(known, levels, np.nan), *_fill_unknown(levels, applicable))
    gated = _gate_stages(np.stack(cases), shares, (members & keys).T.astype(float))
    return Maturity(
        score=_divide(points, known_total, empty=np.nan) / TOP_LEVEL * 100,
        low=_divide(points, total, empty=0.0) / TOP_LEVEL * 100,
        high=_divide(points + open_points, total, empty=float(TOP_LEVEL)) / TOP_LEVEL * 100,
        coverage=coverage,
        stage=np.where(coverage >= MINIMUM_COVERAGE - _ROUNDING, gated[0], np.nan),
        stage_low=gated[1],
        stage_high=gated[2],
    )


def _gate_stages(levels: FloatArray, shares: FloatArray, keyed: FloatArray) -> FloatArray:
    """The highest stage s at which 75 % of the weight stands at s or above and no key question stands
    below s - 1. NaN levels are left out; 0 where none is left.

    Levels are … × questions, the weights and the key questions of each set questions × sets.
    """
    stages = np.arange(1.0, TOP_LEVEL + 1).reshape(-1, *[1] * levels.ndim)
    total = (~np.isnan(levels)).astype(float) @ shares
    share = _divide((levels >= stages).astype(float) @ shares, total, empty=0.0)
    is_held_back = (levels < stages - 1).astype(float) @ keyed > 0
    reached = np.where((share >= STAGE_SHARE - _ROUNDING) & ~is_held_back, stages, 0.0)
    return np.asarray(reached.max(axis=0))


def reached_share(levels: FloatArray, weights: FloatArray, stage: int) -> float:
    """Share of the known weight of one company that stands at a stage or above, 0–1."""
    known = ~np.isnan(levels)
    total = float(weights[known].sum())
    return float(weights[known & (levels >= stage)].sum()) / total if total else 0.0


def _fill_unknown(levels: FloatArray, applicable: BoolArray) -> tuple[FloatArray, FloatArray]:
    """The levels with every unknown at the bottom, and at the top; NaN where a question does not apply."""
    unknown = np.isnan(levels)
    lowest, highest = np.where(unknown, 0.0, levels), np.where(unknown, float(TOP_LEVEL), levels)
    return np.where(applicable, lowest, np.nan), np.where(applicable, highest, np.nan)


def _divide(numerator: FloatArray, denominator: FloatArray, empty: float) -> FloatArray:
    result = np.full(numerator.shape, empty)
    np.divide(numerator, denominator, out=result, where=denominator > 0)
    return result
