"""From votes to the level a company stands at: the median of each group, then the median of those.

The groups count equally, so that a large one does not outvote a small one.
"""

import numpy as np
import numpy.typing as npt

from assessments.models import GROUPS, LEVELS
from scoring.frames import BoolArray, FloatArray, IntArray, group_medians, median_of_groups

MOST_RESPONDENTS = 255
"""Respondents one company may have here: as many as a byte counts."""
_AT_OR_BELOW = np.array([sum(256.0**rung for rung in range(level, LEVELS)) for level in range(LEVELS)] + [0])
"""A vote as a number of base 256 with a 1 at its own level and every one above; the last is no vote. Added
up, the digits count the votes at each level or below, and 6 digits fit into a float without rounding."""


def settle_votes(levels: FloatArray, groups: IntArray) -> FloatArray:
    """The level of each company on each question, companies × questions; NaN where nobody gave one.

    `levels` is companies × respondents × questions, whole numbers 0–5, NaN where a respondent gave none;
    `groups` companies × respondents, the place of each one's group in GROUPS, -1 for nobody.
    """
    if levels.shape[1] > MOST_RESPONDENTS:
        raise ValueError(f"more than {MOST_RESPONDENTS} respondents of one company")
    votes = _AT_OR_BELOW.take(np.where(np.isnan(levels), LEVELS, levels).astype(np.int8))
    belongs = (groups[:, None, :] == np.arange(len(GROUPS))[:, None]).astype(float)
    sums = (belongs @ votes).astype("<u8")
    digits: npt.NDArray[np.uint8] = sums.view(np.uint8).reshape(*sums.shape, 8)[..., :LEVELS]
    medians = group_medians(np.ascontiguousarray(np.moveaxis(digits, -1, 0)))
    return median_of_groups(np.moveaxis(medians, 1, 0))


def find_applicable(levels: FloatArray, waived: BoolArray) -> BoolArray:
    """Companies × questions: false where somebody said that it does not apply and nobody gave a level.

    `levels` is companies × questions, `waived` companies × respondents × questions.
    """
    return ~waived.any(axis=1) | ~np.isnan(levels)
