"""What the facilitator does: phases, the question on the screen, second votes, the timer."""

from services.errors import InvalidChoice
from services.workshop.access import changing, discussing, require_open, require_revealed
from services.workshop.errors import AgreementExists
from services.workshop.plan import check_asked
from storage.store import Store
from storage.workshop_desk import WorkshopDesk

LONGEST_TIMER = 8 * 60 * 60
"""Seconds."""


def end_answering(store: Store, facilitator_token: str) -> None:
    """Reveal the answers: phase `discussing`. Does nothing when the room is talking already.

    The discussion queue is made at the next `prepare_discussion` and then stays. Raises
    WorkshopLinkNotFound, WorkshopClosed, DatabaseProblem.
    """
    with changing(store, facilitator_token) as desk:
        require_open(desk.workshop)
        if desk.workshop.phase == "answering":
            _clear_table(desk, phase="discussing", revealed=desk.workshop.revision + 1)


def resume_answering(store: Store, facilitator_token: str) -> None:
    """Go back to blind answering, as long as nothing is agreed. Does nothing while it lasts.

    Raises WorkshopLinkNotFound, AgreementExists, WorkshopClosed, DatabaseProblem.
    """
    with changing(store, facilitator_token) as desk:
        require_open(desk.workshop)
        if desk.workshop.phase == "discussing":
            if desk.has_agreements():
                raise AgreementExists
            _clear_table(desk, phase="answering", revealed=None, queue=None)


def choose_question(store: Store, facilitator_token: str, question_id: str | None) -> None:
    """Put a question before the room, or none (the queue). Closes an open ballot, stops the timer.

    Does nothing when it is there already. Raises WorkshopLinkNotFound, UnknownQuestion,
    StillAnswering, WorkshopClosed, DatabaseProblem.
    """
    with discussing(store, facilitator_token) as desk:
        _choose(desk, question_id)


def open_ballot(store: Store, facilitator_token: str, question_id: str) -> int:
    """Open a second (third …) blind vote on a question, putting it before the room if need be.

    Returns the ballot's number, 2 or more; does nothing when it is open already. Raises
    WorkshopLinkNotFound, UnknownQuestion, StillAnswering, WorkshopClosed, DatabaseProblem.
    """
    with discussing(store, facilitator_token) as desk:
        workshop = desk.workshop
        if workshop.ballot_open and workshop.current_question == question_id:
            return workshop.ballot
        _choose(desk, question_id)
        ballot = desk.find_last_ballot(question_id) + 1
        desk.change(ballot=ballot, ballot_open=True)
        return ballot


def close_ballot(store: Store, facilitator_token: str) -> None:
    """Close the open ballot and show how it went. Does nothing when none is open.

    Votes acknowledged before count, later ones are refused. A ballot without a vote leaves nothing.
    Raises WorkshopLinkNotFound, StillAnswering, WorkshopClosed, DatabaseProblem.
    """
    with discussing(store, facilitator_token) as desk:
        if desk.workshop.ballot_open:
            desk.change(ballot=_find_last_ballot(desk), ballot_open=False)


def start_timer(store: Store, facilitator_token: str, seconds: int) -> None:
    """Start the clock anew on every screen, for 1 second to 8 hours.

    Raises WorkshopLinkNotFound, InvalidChoice (`seconds`), WorkshopClosed, DatabaseProblem.
    """
    with changing(store, facilitator_token) as desk:
        require_open(desk.workshop)
        if type(seconds) is not int or not 1 <= seconds <= LONGEST_TIMER:
            raise InvalidChoice("seconds")
        desk.change(timer_started_at=desk.now, timer_seconds=seconds)


def stop_timer(store: Store, facilitator_token: str) -> None:
    """Take the clock away. Does nothing when there is none.

    Raises WorkshopLinkNotFound, WorkshopClosed, DatabaseProblem.
    """
    with changing(store, facilitator_token) as desk:
        require_open(desk.workshop)
        if desk.workshop.timer is not None:
            desk.change(timer_started_at=None, timer_seconds=None)


def close_workshop(store: Store, facilitator_token: str, share_result: bool) -> None:
    """End the workshop: its result stands, its code is free, nothing in it changes any more.

    `share_result` opens the result to participants' links; calling this again changes only that.
    Raises WorkshopLinkNotFound, StillAnswering, DatabaseProblem.
    """
    with changing(store, facilitator_token) as desk:
        require_revealed(desk.workshop)
        desk.change(share_result=bool(share_result))
        if desk.workshop.phase == "discussing":
            _clear_table(desk, phase="closed", closed_at=desk.now)
            desk.forget_clients()


def _choose(desk: WorkshopDesk, question_id: str | None) -> None:
    if question_id is not None:
        check_asked(desk.workshop, question_id)
    if question_id != desk.workshop.current_question:
        ballot = 1 if question_id is None else desk.find_last_ballot(question_id)
        _clear_table(desk, current_question=question_id, ballot=ballot)


def _clear_table(desk: WorkshopDesk, **values: object) -> None:
    """Whatever comes next, no ballot stays open and no clock runs on."""
    cleared: dict[str, object] = {"ballot_open": False, "timer_started_at": None, "timer_seconds": None}
    if desk.workshop.ballot_open:
        cleared["ballot"] = _find_last_ballot(desk)
    desk.change(**(cleared | values))


def _find_last_ballot(desk: WorkshopDesk) -> int:
    return desk.find_last_ballot(desk.workshop.current_question or "")
