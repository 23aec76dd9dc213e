"""Finding a workshop by its code and joining it; wrong codes are slowed, rooms are not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil

from assessments.models import Group, Language
from services.errors import explain_storage_problems
from services.tokens import make_token
from services.workshop.access import hash_for
from services.workshop.codes import is_key, normalise_code
from services.workshop.errors import CodeNotFound, TooManyWrongCodes, WorkshopFull
from services.workshop.plan import check_group, check_name
from storage.join_attempts import WINDOW
from storage.participants import MAXIMUM_PEOPLE
from storage.store import Store
from storage.workshop_records import JoinBudget, Phase, StoredWorkshop

WRONG_BY_CLIENT = 30
"""Wrong codes that one client may try within an hour."""
WRONG_BY_ALL = 300
"""Wrong codes that all clients together may try within an hour: 23⁶ codes take 56 years of it."""


@dataclass(frozen=True)
class Invitation:
    """What somebody who knows the code sees before joining."""

    company: str
    groups: Mapping[Group, str | None]
    """The groups to choose from, each with its own name or None for the usual one."""
    anonymous: bool
    """True: do not ask for a name, it is not kept."""
    language: Language
    phase: Phase
    """`answering`, or `discussing` for somebody who comes late (who may vote, but not answer)."""
    answer_minutes: int
    """Time planned for answering, in minutes."""


def find_workshop(store: Store, code: str, client: str | None = None) -> Invitation:
    """The open workshop with a join code (however typed) or join key.

    `client` is what `name_client` makes of the address, None where it is not known. Raises
    CodeNotFound, TooManyWrongCodes, DatabaseProblem.
    """
    workshop = _find(store, code, client)
    plan = workshop.plan
    return Invitation(
        plan.profile.name, plan.groups, plan.anonymous, plan.language, workshop.phase, plan.answer_minutes
    )


def join_workshop(
    store: Store, code: str, group: Group, name: str | None = None, client: str | None = None
) -> str:
    """Join a workshop; returns the participant's token, the only way back to the own answers.

    The name is kept in an open workshop only. Raises CodeNotFound, TooManyWrongCodes, InvalidChoice
    (`group`, `name`), WorkshopFull, DatabaseProblem.
    """
    workshop = _find(store, code, client)
    group = check_group(workshop.plan, group)
    kept = None if workshop.plan.anonymous else check_name(name)
    token = make_token()
    with explain_storage_problems():
        joined = store.join_workshop(workshop.id, hash_for("participant", token), group, kept)
        if joined and client is not None:
            store.remember_client(workshop.id, client)
    if not joined:
        raise WorkshopFull(MAXIMUM_PEOPLE)
    return token


def _find(store: Store, code: str, client: str | None) -> StoredWorkshop:
    text = code.strip()
    if is_key(text):
        with explain_storage_problems():
            workshop = store.find_by_key(text)
    else:
        workshop = _find_by_code(store, text, client)
    if workshop is None:
        raise CodeNotFound
    return workshop


def _find_by_code(store: Store, text: str, client: str | None) -> StoredWorkshop | None:
    code = normalise_code(text)
    if code is None:
        return None
    with explain_storage_problems():
        budget = store.read_budget(code, client)
        if not budget.is_known:
            # Over the limit nobody learns whether a code is right: else guessing would go on.
            _require_budget(budget)
            budget = store.try_code(code, client, WRONG_BY_CLIENT, WRONG_BY_ALL)
            _require_budget(budget)
        return None if budget.workshop_id is None else store.find_by_id(budget.workshop_id)


def _require_budget(budget: JoinBudget) -> None:
    for wrong, limit, oldest in (
        (budget.by_client, WRONG_BY_CLIENT, budget.oldest_by_client),
        (budget.by_all, WRONG_BY_ALL, budget.oldest_by_all),
    ):
        if wrong >= limit and oldest is not None:
            wait = oldest + WINDOW - datetime.now(UTC)
            raise TooManyWrongCodes(max(1, ceil(wait.total_seconds() / 60)))
