"""What the groups of a workshop see differently, in words."""

from dataclasses import dataclass

from assessments.models import Language
from reporting.narrative import GapsStory, tell_gaps
from scoring.disclosure import ShownGaps, show_gaps
from scoring.findings import Diagnosis
from services.workshop.access import find_facilitated, find_participant
from services.workshop.memory import Memory
from services.workshop.result import result_for_facilitator, result_for_participant
from storage.store import Store
from storage.workshop_records import StoredWorkshop


@dataclass(frozen=True)
class WorkshopGaps:
    """The perception gaps as everybody who sees the result may see them."""

    shown: ShownGaps
    story: GapsStory
    """In the screen's register (です・ます)."""


_MEMORY: Memory[WorkshopGaps] = Memory(64)


def gaps_for_facilitator(store: Store, facilitator_token: str, language: Language) -> WorkshopGaps:
    """Where the groups differ, by their own names; of an anonymous workshop only what may be shown.

    Raises WorkshopLinkNotFound, StillAnswering, DatabaseProblem, ContentBroken.
    """
    workshop = find_facilitated(store, facilitator_token)
    return _tell(workshop, result_for_facilitator(store, facilitator_token), language)


def gaps_for_participant(store: Store, participant_token: str, language: Language) -> WorkshopGaps:
    """The same, once the workshop is closed and its result shared.

    Raises WorkshopLinkNotFound, ResultNotShared, DatabaseProblem, ContentBroken.
    """
    workshop = find_participant(store, participant_token).workshop
    return _tell(workshop, result_for_participant(store, participant_token), language)


def _tell(workshop: StoredWorkshop, diagnosis: Diagnosis, language: Language) -> WorkshopGaps:
    """Told once for a whole room: the effect of each gap on the verdict takes a third of a second."""
    key = f"{workshop.id}:{language}"
    return _MEMORY.get(key, workshop.revision, lambda: _make_story(workshop, diagnosis, language))


def _make_story(workshop: StoredWorkshop, diagnosis: Diagnosis, language: Language) -> WorkshopGaps:
    plan = workshop.plan
    shown = show_gaps(diagnosis)
    return WorkshopGaps(shown, tell_gaps(diagnosis, shown, language, True, plan.groups))
