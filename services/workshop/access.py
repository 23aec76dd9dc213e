"""Who may do what: a facilitator's right and a participant's come from their own token only."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from services.errors import explain_storage_problems
from services.tokens import hash_token
from services.workshop.errors import StillAnswering, WorkshopClosed, WorkshopLinkNotFound
from storage.store import Store
from storage.workshop_desk import WorkshopDesk
from storage.workshop_records import StoredParticipant, StoredWorkshop

Role = Literal["facilitator", "participant"]


def hash_for(role: Role, token: str) -> str:
    """The hash under which a token of this role is kept; WorkshopLinkNotFound when it is no token.

    The role is hashed too, so a token is never found as anything but what it was made for: not as
    another role's, nor as that of an assessment answered alone.
    """
    plain = hash_token(token) if isinstance(token, str) else None
    if plain is None:
        raise WorkshopLinkNotFound
    return hashlib.sha256(f"{role}:{plain}".encode()).hexdigest()


def find_facilitated(store: Store, facilitator_token: str) -> StoredWorkshop:
    """The facilitator's workshop; raises WorkshopLinkNotFound, DatabaseProblem."""
    token_hash = hash_for("facilitator", facilitator_token)
    with explain_storage_problems():
        workshop = store.find_workshop(token_hash)
    if workshop is None:
        raise WorkshopLinkNotFound
    return workshop


def find_participant(store: Store, participant_token: str) -> StoredParticipant:
    """The participant's place in the workshop; raises WorkshopLinkNotFound, DatabaseProblem."""
    token_hash = hash_for("participant", participant_token)
    with explain_storage_problems():
        participant = store.find_participant(token_hash)
    if participant is None:
        raise WorkshopLinkNotFound
    return participant


@contextmanager
def changing(store: Store, facilitator_token: str) -> Iterator[WorkshopDesk]:
    """Hold the facilitator's workshop for one change, which is kept whole or not at all.

    Raises WorkshopLinkNotFound, DatabaseProblem.
    """
    token_hash = hash_for("facilitator", facilitator_token)
    with explain_storage_problems(), store.changing_workshop(token_hash) as desk:
        if desk is None:
            raise WorkshopLinkNotFound
        yield desk


@contextmanager
def discussing(store: Store, facilitator_token: str) -> Iterator[WorkshopDesk]:
    """The same, only while the room talks; also raises StillAnswering, WorkshopClosed."""
    with changing(store, facilitator_token) as desk:
        require_revealed(desk.workshop)
        require_open(desk.workshop)
        yield desk


def require_open(workshop: StoredWorkshop) -> None:
    """WorkshopClosed when it is closed."""
    if workshop.phase == "closed":
        raise WorkshopClosed


def require_revealed(workshop: StoredWorkshop) -> None:
    """StillAnswering while answers are blind."""
    if workshop.phase == "answering":
        raise StillAnswering
