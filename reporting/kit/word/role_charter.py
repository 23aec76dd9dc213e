"""The role charter for a company of this size and organisation model."""

from collections.abc import Iterator

from reporting.kit.case import KitCase
from reporting.kit.word.filling import Filling, Rows
from reporting.kit.word.writing import write_document
from reporting.narrative import tell_organisation_line

FEWEST_PEOPLE, MOST_PEOPLE = 3, 8
"""Rows for names: one for each person in marketing, within what fits."""


def render(case: KitCase) -> bytes:
    """The charter as a Word document."""
    return write_document(case, "role_charter", Filling(dict(_find_values(case)), _find_rows(case)))


def _find_values(case: KitCase) -> Iterator[tuple[str, str]]:
    line = tell_organisation_line(case.diagnosis, case.language, polite=True)
    yield "model", line.name
    yield "robustness", line.robustness
    yield "path", line.path
    yield "advice", case.role_band.advice.get(case.language, polite=True)
    units = case.diagnosis.profile.business_units or 0
    if units > 1:
        yield "units", str(units)
    if case.role_band.id == "phased":
        yield "phased", case.role_band.title.get(case.language)


def _find_rows(case: KitCase) -> dict[str, Rows]:
    people = case.diagnosis.profile.marketing_headcount or 0
    return {
        "roles": [
            (role.title.get(case.language), role.does.get(case.language)) for role in case.role_band.roles
        ],
        "people": [()] * max(FEWEST_PEOPLE, min(people, MOST_PEOPLE)),
    }
