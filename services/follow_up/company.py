"""The company a link speaks for: its profile, its targets, the time its team has."""

import hashlib
from math import isfinite

from pydantic import ValidationError

from assessments.answer_files import HOURS_IN_A_WEEK, MOST_PEOPLE
from assessments.targets import Targets
from scoring.roadmap import Capacity
from services.errors import LinkNotFound, explain_storage_problems
from services.follow_up.errors import InvalidCapacity, InvalidTarget
from services.input_checks import check_record
from services.tokens import hash_token
from services.workshop.access import hash_for
from storage.follow_up_records import StoredCompany
from storage.store import Store


def open_company(store: Store, token: str) -> StoredCompany:
    """The company behind the link of somebody who answers alone, or of a workshop's facilitator.

    A participant's link leads to no company. Raises LinkNotFound, DatabaseProblem.
    """
    plain = hash_token(token) if isinstance(token, str) else None
    if plain is None:
        raise LinkNotFound
    with explain_storage_problems():
        company = store.find_company(plain, hash_for("facilitator", token))
    if company is None:
        raise LinkNotFound
    return company


def keep_targets(store: Store, token: str, targets: Targets) -> None:
    """Keep what the company aims at in place of what it aimed at before; what is None is not known.

    Raises InvalidTarget, LinkNotFound, DatabaseProblem.
    """
    try:
        checked = check_record(targets)
    except ValidationError as error:
        raise InvalidTarget(str(error.errors()[0]["loc"][0])) from error
    company = open_company(store, token)
    with explain_storage_problems():
        store.keep_targets(company.id, checked)


def keep_capacity(store: Store, token: str, capacity: Capacity) -> None:
    """Keep how many people give how many hours a week, in place of what was said before.

    1 to 1,000 people; above 0 and up to 168 hours. Raises InvalidCapacity, LinkNotFound, DatabaseProblem.
    """
    checked = _check_capacity(capacity)
    company = open_company(store, token)
    with explain_storage_problems():
        store.keep_capacity(company.id, checked)


def name_company(company: StoredCompany) -> str:
    """A lasting name for the company outside the database, from which its id cannot be told."""
    return hashlib.sha256(f"company:{company.id}".encode()).hexdigest()[:32]


def _check_capacity(capacity: Capacity) -> Capacity:
    people, hours = capacity.people, capacity.hours_a_week
    if type(people) is not int or not 1 <= people <= MOST_PEOPLE:
        raise InvalidCapacity("people")
    if type(hours) not in (int, float) or not (isfinite(hours) and 0 < hours <= HOURS_IN_A_WEEK):
        raise InvalidCapacity("hours_a_week")
    return Capacity(people=people, hours_a_week=float(hours))
