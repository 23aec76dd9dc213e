"""What the workshop adds to its diagnosis, for the report."""

from scoring.minutes import MinutesItem as ReportedItem
from scoring.minutes import Room, Votes
from services.workshop.access import find_facilitated, find_participant
from services.workshop.result import MinutesItem, minutes_for_facilitator, minutes_for_participant
from services.workshop.showing import Ballot
from storage.store import Store
from storage.workshop_records import WorkshopPlan


def room_for_facilitator(store: Store, facilitator_token: str) -> Room:
    """Group names, anonymity and minutes, as the report takes them beside the diagnosis.

    Raises WorkshopLinkNotFound, StillAnswering, DatabaseProblem, ContentBroken.
    """
    plan = find_facilitated(store, facilitator_token).plan
    return _make_room(plan, minutes_for_facilitator(store, facilitator_token))


def room_for_participant(store: Store, participant_token: str) -> Room:
    """The same, once the workshop is closed and its result shared.

    Raises WorkshopLinkNotFound, ResultNotShared, DatabaseProblem, ContentBroken.
    """
    plan = find_participant(store, participant_token).workshop.plan
    return _make_room(plan, minutes_for_participant(store, participant_token))


def _make_room(plan: WorkshopPlan, minutes: tuple[MinutesItem, ...]) -> Room:
    return Room(plan.groups, plan.anonymous, tuple(_report_item(item) for item in minutes))


def _report_item(item: MinutesItem) -> ReportedItem:
    return ReportedItem(
        question_id=item.question_id,
        before=_report_votes(item.before),
        after=tuple(_report_votes(ballot) for ballot in item.after),
        **dict(item.entry),
    )


def _report_votes(ballot: Ballot) -> Votes:
    return Votes(ballot.number, ballot.gap, ballot.pooled, ballot.unknown, ballot.hidden)
