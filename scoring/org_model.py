"""Which organisation model to recommend, how sure that is, and the way there."""

from collections.abc import Callable

import numpy as np

from assessments.answers import Profile
from assessments.models import ORG_MODELS, Organisation, OrgModelId, RoleBand
from scoring.findings import Measure, OrganisationAdvice, PathStep, Robustness, Standing
from scoring.org_fit import analyse_fit

ROBUST, LEANING = 0.8, 0.6
"""Acceptability from which a recommendation is robust, or leaning; below, it is undecided."""
READY_MEAN = 2.5
"""Mean level of what a model needs from which a company is ready for it: more on the floor than
on paper."""
GROWING = ("early", "series_a", "series_b", "expansion")
GROWTH_SIZE = (50, 300)
"""Employees of the growing company that starts centralized and widens later (source map A.org)."""

MeasureNeeds = Callable[[tuple[str, ...]], Measure]


def advise_organisation(
    organisation: Organisation,
    profile: Profile,
    lookup: Callable[[str], Standing],
    measure_needs: MeasureNeeds,
) -> OrganisationAdvice:
    """The advice for a company.

    Fit (what suits the company) is kept apart from readiness (how mature what the model needs is):
    readiness changes the path, never the recommendation.
    """
    analysis = analyse_fit(organisation, profile)
    leading = ORG_MODELS[analysis.leader]
    robustness = grade_robustness(float(analysis.acceptability.max()))
    needs = organisation.model(leading).needs
    readiness = measure_needs(needs)
    return OrganisationAdvice(
        recommended="undecided" if robustness == "undecided" else leading,
        leading=leading,
        robustness=robustness,
        acceptability=dict(zip(ORG_MODELS, np.round(analysis.acceptability, 4).tolist(), strict=True)),
        criteria=analysis.criteria,
        readiness=readiness,
        readiness_questions=tuple(lookup(question) for question in needs),
        flips=analysis.flips,
        path=() if robustness == "undecided" else plan_path(leading, profile, readiness),
        role_band=choose_role_band(organisation, profile),
        missing=tuple(item.input for item in analysis.criteria if item.value is None),
    )


def grade_robustness(acceptability: float) -> Robustness:
    """How robust a recommendation is at this acceptability (0–1)."""
    if acceptability >= ROBUST:
        return "robust"
    return "leaning" if acceptability >= LEANING else "undecided"


def plan_path(target: OrgModelId, profile: Profile, readiness: Measure) -> tuple[PathStep, ...]:
    """The stations from today's organisation to the target.

    A company that is not ready gathers people and budget in one place first; a growing one of 50 to
    300 people that fits the centralized model widens to the hybrid one later (source map A.org).
    """
    today = profile.current_model
    steps = [] if today is None else [PathStep(today, "today")]
    ready = readiness.mean is not None and readiness.mean >= READY_MEAN
    if target == "centralized":
        steps.append(PathStep("centralized", "now"))
        if is_growing(profile):
            steps.append(PathStep("hybrid", "when_wider"))
    elif today == target or ready:
        steps.append(PathStep(target, "now"))
    else:
        steps.append(PathStep("centralized", "now"))
        steps.append(PathStep(target, "when_ready"))
    return tuple(steps)


def is_growing(profile: Profile) -> bool:
    """Whether this is the growing company of 50 to 300 people of the sources."""
    smallest, largest = GROWTH_SIZE
    return (
        profile.employees is not None
        and smallest <= profile.employees <= largest
        and profile.growth in GROWING
    )


def choose_role_band(organisation: Organisation, profile: Profile) -> RoleBand:
    """The first division of work that fits the company's size, else the last one."""
    for band in organisation.role_bands:
        limits = (
            (band.max_employees, profile.employees),
            (band.max_headcount, profile.marketing_headcount),
        )
        if any(top is not None and value is not None and value <= top for top, value in limits):
            return band
    return organisation.role_bands[-1]
