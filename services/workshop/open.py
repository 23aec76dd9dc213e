"""Opening a workshop."""

from dataclasses import dataclass

from services.content import load_content
from services.errors import explain_storage_problems
from services.tokens import make_token
from services.workshop.access import hash_for
from services.workshop.codes import make_code, make_key
from services.workshop.plan import check_plan
from storage.follow_up_records import StoredCompany
from storage.store import Store
from storage.workshop_records import NewWorkshop, WorkshopPlan

_TRIES = 20


@dataclass(frozen=True)
class OpenedWorkshop:
    """What the facilitator gets; the token is the only way back and cannot be shown again."""

    facilitator_token: str
    join_code: str
    """Six characters for people to type."""
    join_key: str
    """For the QR code: does what the code does, and is never slowed. Take it for nothing else."""


def open_workshop(
    store: Store, plan: WorkshopPlan, client: str | None = None, company: StoredCompany | None = None
) -> OpenedWorkshop:
    """Open a workshop in phase `answering`. Raises InvalidChoice, ContentBroken, DatabaseProblem.

    `company`: one that is there already (`services.follow_up.open_company`); the workshop is a new round
    of it and its profile is renewed. Its other rounds stay as they are, and nobody in the room sees them.

    `client` is what `name_client` makes of the facilitator's address: phones that share it, as on the
    room's network, are never slowed when they type the code.
    """
    plan, content = check_plan(plan), load_content()
    company_id = None if company is None else company.id
    opened = OpenedWorkshop(make_token(), make_code(), make_key())
    for _ in range(_TRIES):
        new = NewWorkshop(plan, content.id, content.version, opened.join_code, opened.join_key, company_id)
        with explain_storage_problems():
            if store.add_workshop(hash_for("facilitator", opened.facilitator_token), new, client):
                return opened
        opened = OpenedWorkshop(make_token(), make_code(), make_key())
    raise RuntimeError("no free join code: are there millions of open workshops?")
