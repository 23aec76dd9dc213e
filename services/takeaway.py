"""From a link to everything its report holds."""

from dataclasses import dataclass, replace
from typing import Literal

from reporting.enclosures import Earlier, Enclosures
from scoring.findings import Diagnosis
from scoring.roadmap import DEFAULT_CAPACITY
from services.brands import brand_of
from services.content import load_content
from services.errors import explain_storage_problems
from services.follow_up import open_company, read_history
from services.self_service import diagnose_draft, resume_assessment
from services.workshop import result_for_facilitator, room_for_facilitator
from storage.follow_up_records import StoredCompany
from storage.store import Store


@dataclass(frozen=True)
class Link:
    """What somebody opens a report with."""

    kind: Literal["draft", "facilitator"]
    token: str


def open_report(store: Store, link: Link) -> tuple[Diagnosis, Enclosures]:
    """The diagnosis behind a link, and what its report shows beside it.

    Participants of a workshop have no such link: what they may see is on their own screen.
    Raises LinkNotFound, WorkshopLinkNotFound, StillAnswering, DatabaseProblem, ContentBroken.
    """
    company = open_company(store, link.token)
    enclosures = Enclosures(
        brand=brand_of(store, link.token),
        capacity=company.capacity or DEFAULT_CAPACITY,
        targets=company.targets,
        earlier=_find_earlier(store, link.token, company),
    )
    if link.kind == "draft":
        return diagnose_draft(load_content(), resume_assessment(store, link.token)), enclosures
    room = room_for_facilitator(store, link.token)
    return result_for_facilitator(store, link.token), replace(enclosures, room=room)


def _find_earlier(store: Store, token: str, company: StoredCompany) -> Earlier | None:
    """The round that a link's round is to be compared with; None for the first one."""
    with explain_storage_problems():
        is_first = len(store.list_rounds(company.id)) < 2
    if is_first:
        return None  # most are; looking back would diagnose the round once more
    for past in read_history(store, token):
        if past.id == company.round_id and past.baseline is not None and past.baseline_at is not None:
            return Earlier(past.baseline, past.baseline_at.date())
    return None
