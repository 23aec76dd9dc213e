"""SMAA-2: how often each alternative comes first when the weights are not known.

Lahdelma & Salminen (2001), "SMAA-2: Stochastic multicriteria acceptability analysis for group
decision making". Weights are drawn uniformly from the simplex, judgements within their imprecision;
the draws are seeded, so that the same company always reads the same.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from scoring.frames import BoolArray, FloatArray

DRAWS = 10_000
SEED = 2026
IMPRECISION = 0.2
"""Half-width of the uniform imprecision of a fit (0–1): the curves are judgements."""


@dataclass(frozen=True)
class Draws:
    """The random numbers of one analysis, the same for every company."""

    weights: FloatArray
    """axes × draws, each column adding up to 1."""
    noise: FloatArray
    """alternatives × draws: the imprecision of the fits, weighted and summed over the axes."""
    spread: FloatArray
    """criteria × draws, uniform on 0–1: where an unknown input lies within its range."""


@cache
def draw(axes: int, criteria: int, alternatives: int) -> Draws:
    """The seeded draws for an analysis of this size."""
    random = np.random.default_rng(SEED)
    weights = random.dirichlet(np.ones(axes), DRAWS)
    imprecision = random.uniform(-IMPRECISION, IMPRECISION, (DRAWS, axes, alternatives))
    noise = np.einsum("da,dam->md", weights, imprecision)
    spread = random.uniform(0.0, 1.0, (DRAWS, criteria))
    arrays = [np.ascontiguousarray(array) for array in (weights.T, noise, spread.T)]
    for array in arrays:
        array.setflags(write=False)
    return Draws(*arrays)


def rank_first(utilities: FloatArray) -> FloatArray:
    """Share of draws (last dimension) in which each alternative (the one before) comes first."""
    return np.asarray(_find_first(utilities).sum(axis=-1, dtype=np.int32) / utilities.shape[-1])


def central_weights(utilities: FloatArray, weights: FloatArray) -> FloatArray:
    """alternatives × axes: the mean weights of the draws in which each alternative comes first;
    0 where it never does."""
    first = _find_first(utilities).astype(float)
    return np.asarray((first @ weights.T) / np.maximum(first.sum(axis=1, keepdims=True), 1))


def _find_first(utilities: FloatArray) -> BoolArray:
    return np.asarray(utilities == utilities.max(axis=-2, keepdims=True))
