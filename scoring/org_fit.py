"""How the organisation models fit a company: criteria, utilities, and what would flip the choice."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from assessments.answers import GROWTH, Profile
from assessments.models import ORG_MODELS, Criterion, Organisation, ProfileInput
from scoring.findings import CriterionFit, Flip
from scoring.frames import FloatArray, IntArray
from scoring.smaa import Draws, central_weights, draw, rank_first

FLIP_DRAWS = 2_000
"""Draws used to look for flips; the choice itself uses all."""
_DEGREES = np.arange(0.0, 6.0)
_GRIDS: dict[ProfileInput, FloatArray] = {
    "business_units": np.arange(1.0, 11.0),
    "products": np.arange(1.0, 21.0),
    "segment_difference": _DEGREES,
    "one_brand_need": _DEGREES,
    "closeness_need": _DEGREES,
    "employees": np.array([20, 50, 80, 100, 150, 200, 300, 400, 500, 700, 1000, 2000, 3000, 5000.0]),
    "growth": _DEGREES,
    "marketing_headcount": np.arange(0.0, 31.0),
}
"""Values tried in the search for the nearest flip."""


@dataclass(frozen=True)
class FitAnalysis:
    """The outcome of the weighing for one company."""

    acceptability: FloatArray
    """By model in the order of ORG_MODELS, 0–1, adding up to 1."""
    criteria: tuple[CriterionFit, ...]
    flips: tuple[Flip, ...]

    @property
    def leader(self) -> int:
        """Index in ORG_MODELS of the model that comes first most often."""
        return int(self.acceptability.argmax())


def profile_value(profile: Profile, name: ProfileInput) -> float | None:
    """The value of an input; growth as its place in GROWTH (0–5); None when not known."""
    if name == "growth":
        return None if profile.growth is None else float(GROWTH.index(profile.growth))
    value = getattr(profile, name)
    return None if value is None else float(value)


def curve_fits(criterion: Criterion, values: FloatArray) -> FloatArray:
    """models × values: the fit (0–1) of each model at each value of the criterion's input."""
    return np.stack([np.interp(values, *_split_curve(criterion.curves[model])) for model in ORG_MODELS])


@cache
def _split_curve(curve: tuple[tuple[float, float], ...]) -> tuple[FloatArray, FloatArray]:
    """The inputs and the fits of a curve's points."""
    inputs, fits = np.array(curve).T
    return inputs, fits


def analyse_fit(organisation: Organisation, profile: Profile) -> FitAnalysis:
    """Weigh the models for a company; inputs that are not known spread over their whole range."""
    draws = draw(len(organisation.axes), len(organisation.criteria), len(ORG_MODELS))
    fits = [
        _criterion_fits(criterion, profile, draws.spread[column])
        for column, criterion in enumerate(organisation.criteria)
    ]
    shares = _shares(organisation)
    utilities = draws.noise + sum(
        draws.weights[axis] * share * fit for (axis, share), fit in zip(shares, fits, strict=True)
    )
    acceptability = rank_first(utilities)
    central = central_weights(utilities, draws.weights)
    criteria = tuple(
        CriterionFit(
            criterion_id=criterion.id,
            input=criterion.input,
            value=profile_value(profile, criterion.input),
            fit=dict(zip(ORG_MODELS, fit.mean(axis=1).tolist(), strict=True)),
            central_weight=dict(zip(ORG_MODELS, (central[:, axis] * share).tolist(), strict=True)),
        )
        for criterion, fit, (axis, share) in zip(organisation.criteria, fits, shares, strict=True)
    )
    flips = _find_flips(organisation, profile, utilities, draws, int(acceptability.argmax()))
    return FitAnalysis(acceptability, criteria, flips)


def _shares(organisation: Organisation) -> list[tuple[int, float]]:
    """By criterion: its axis and its share of the axis's weight."""
    axes = [axis.id for axis in organisation.axes]
    belongs = [axes.index(criterion.axis) for criterion in organisation.criteria]
    return [(axis, 1 / belongs.count(axis)) for axis in belongs]


def _criterion_fits(criterion: Criterion, profile: Profile, spread: FloatArray) -> FloatArray:
    """models × 1, or models × draws where the input is not known."""
    value = profile_value(profile, criterion.input)
    if value is not None:
        return curve_fits(criterion, np.array([value]))
    ends = [point[0] for curve in criterion.curves.values() for point in curve]
    return curve_fits(criterion, min(ends) + spread * (max(ends) - min(ends)))


def _find_flips(
    organisation: Organisation, profile: Profile, utilities: FloatArray, draws: Draws, leader: int
) -> tuple[Flip, ...]:
    flips = []
    for criterion, (axis, share) in zip(organisation.criteria, _shares(organisation), strict=True):
        now = profile_value(profile, criterion.input)
        if now is None:
            continue
        grid = _GRIDS[criterion.input]
        fits = curve_fits(criterion, np.append(grid, now))
        weight = draws.weights[axis, :FLIP_DRAWS] * share
        leaders = _find_leaders(utilities[:, :FLIP_DRAWS], weight, fits[:, :-1] - fits[:, -1:])
        other = np.flatnonzero(leaders != leader)
        if len(other):
            nearest = other[np.abs(np.searchsorted(grid, now) - other).argmin()]
            becomes = ORG_MODELS[leaders[nearest]]
            flips.append(Flip(criterion.input, now, float(grid[nearest]), becomes))
    return tuple(flips)


def _find_leaders(utilities: FloatArray, weight: FloatArray, changes: FloatArray) -> IntArray:
    """Which model would lead at each of the changes (models × changes); equal ones are tried once."""
    starts = np.append(True, (changes[:, 1:] != changes[:, :-1]).any(axis=0))
    moved = weight * changes.T[starts, :, None]
    moved += utilities
    return np.asarray(rank_first(moved).argmax(axis=-1)[starts.cumsum() - 1])
