"""What can go wrong in a workshop, in the words of the person it happens to."""

from services.errors import LinkNotFound, UserError


class WorkshopLinkNotFound(LinkNotFound):
    """No workshop belongs to the link, or the link does not give this right."""

    def __init__(self) -> None:
        UserError.__init__(self, "errors.workshop.link_not_found")


class CodeNotFound(UserError):
    """No open workshop has the code."""

    def __init__(self) -> None:
        super().__init__("errors.workshop.code_not_found")


class TooManyWrongCodes(UserError):
    """Too many wrong codes came; right ones are not looked at either until `minutes` have passed."""

    def __init__(self, minutes: int) -> None:
        super().__init__("errors.workshop.too_many_wrong_codes", minutes=minutes)


class WorkshopFull(UserError):
    """No more people can join."""

    def __init__(self, people: int) -> None:
        super().__init__("errors.workshop.full", people=people)


class WrongPhase(UserError):
    """The workshop is not where this can be done."""


class AnsweringOver(WrongPhase):
    """Blind answering has ended."""

    def __init__(self) -> None:
        super().__init__("errors.workshop.answering_over")


class StillAnswering(WrongPhase):
    """Blind answering has not ended yet."""

    def __init__(self) -> None:
        super().__init__("errors.workshop.still_answering")


class WorkshopClosed(WrongPhase):
    """The workshop is closed; nothing in it changes any more."""

    def __init__(self) -> None:
        super().__init__("errors.workshop.closed")


class AgreementExists(WrongPhase):
    """There is an agreement on record, so answering cannot begin again."""

    def __init__(self) -> None:
        super().__init__("errors.workshop.agreement_exists")


class BallotClosed(UserError):
    """No ballot is open on the question."""

    def __init__(self) -> None:
        super().__init__("errors.workshop.ballot_closed")


class InvalidEntry(UserError):
    """What was to be put on record breaks a rule; `field` says which part."""

    def __init__(self, field: str) -> None:
        super().__init__("errors.workshop.invalid_entry", field=field[:40])


class NothingToUndo(UserError):
    """No change of the entry is left to undo."""

    def __init__(self) -> None:
        super().__init__("errors.workshop.nothing_to_undo")


class NothingToRedo(UserError):
    """No undone change of the entry is left to redo."""

    def __init__(self) -> None:
        super().__init__("errors.workshop.nothing_to_redo")


class NoteNotFound(UserError):
    """The question has no such note any more."""

    def __init__(self) -> None:
        super().__init__("errors.workshop.note_not_found")


class ResultNotShared(UserError):
    """The facilitator has not opened the result to participants (or not closed the workshop yet)."""

    def __init__(self) -> None:
        super().__init__("errors.workshop.result_not_shared")


class RoomNotEmpty(UserError):
    """People have joined already, so simulated ones may not mix with them."""

    def __init__(self) -> None:
        super().__init__("errors.workshop.room_not_empty")
