"""The case the address names, for the pages after the verdict: a draft's or a facilitated workshop's."""

from dataclasses import dataclass

from reporting.enclosures import Enclosures
from scoring.findings import Diagnosis
from scoring.roadmap import Roadmap, plan_roadmap
from services.follow_up import find_last_round
from services.takeaway import Link, open_report
from ui.drafts import open_draft
from ui.resources import get_store
from ui.session import get_host, get_token


@dataclass(frozen=True)
class Case:
    """A company's diagnosis with what belongs to it, and the link that opened it."""

    link: Link
    diagnosis: Diagnosis
    enclosures: Enclosures

    @property
    def roadmap(self) -> Roadmap:
        """Its roadmap at the capacity it gave."""
        return plan_roadmap(self.diagnosis, self.enclosures.capacity)


def find_link() -> Link | None:
    """The link in the address; a participant's is none."""
    if token := get_token():
        return Link("draft", token)
    host = get_host()
    return Link("facilitator", host) if host else None


def find_newest(link: Link) -> Link | None:
    """The link of the last re-check that followed a link's round; None where none did.

    Raises LinkNotFound, DatabaseProblem.
    """
    last = find_last_round(get_store(), link.token)
    return None if last == link.token else Link("draft", last)


def list_answerable(link: Link) -> frozenset[str]:
    """The questions that can be answered with a link; a facilitator's answers none.

    Raises LinkNotFound, DatabaseProblem.
    """
    opened = open_draft() if link.kind == "draft" else None
    if opened is None or opened.draft.is_followed:
        return frozenset()
    return frozenset(question.id for question in opened.asked)


def open_case() -> Case | None:
    """The case the address names, read from the store now; None when it names none.

    Raises LinkNotFound, WorkshopLinkNotFound, StillAnswering, DatabaseProblem, ContentBroken.
    """
    link = find_link()
    return None if link is None else Case(link, *open_report(get_store(), link))
