"""What the room puts on record about a question, and which notes it shows."""

from pydantic import ValidationError

from services.errors import explain_storage_problems
from services.workshop.access import discussing, find_facilitated, require_open, require_revealed
from services.workshop.errors import InvalidEntry, NoteNotFound, NothingToRedo, NothingToUndo
from services.workshop.notes import make_note_key
from services.workshop.plan import check_asked
from storage.store import Store
from storage.workshop_records import Entry, EntryStatus


def record_entry(store: Store, facilitator_token: str, question_id: str, entry: Entry) -> None:
    """Put an entry on record in place of the one before, which undo brings back.

    Recording what is there already changes nothing. Raises WorkshopLinkNotFound, UnknownQuestion,
    InvalidEntry, StillAnswering, WorkshopClosed, DatabaseProblem.
    """
    with discussing(store, facilitator_token) as desk:
        check_asked(desk.workshop, question_id)
        desk.record(question_id, _check_entry(entry))


def skip_question(store: Store, facilitator_token: str, question_id: str) -> None:
    """Note that the room will not talk about a question; texts on record stay, an agreed level goes.

    Raises WorkshopLinkNotFound, UnknownQuestion, StillAnswering, WorkshopClosed, DatabaseProblem.
    """
    _set_status(store, facilitator_token, question_id, "skipped")


def park_question(store: Store, facilitator_token: str, question_id: str) -> None:
    """Note that the room comes back to a question later; else as `skip_question`."""
    _set_status(store, facilitator_token, question_id, "parked")


def undo_entry(store: Store, facilitator_token: str, question_id: str) -> None:
    """Take the last change of a question's entry back; again for the one before. All stays on record.

    Raises WorkshopLinkNotFound, UnknownQuestion, NothingToUndo, StillAnswering, WorkshopClosed,
    DatabaseProblem.
    """
    with discussing(store, facilitator_token) as desk:
        if not desk.undo(check_asked(desk.workshop, question_id)):
            raise NothingToUndo


def redo_entry(store: Store, facilitator_token: str, question_id: str) -> None:
    """Make the change undone last again, unless another change has come meanwhile.

    Raises WorkshopLinkNotFound, UnknownQuestion, NothingToRedo, StillAnswering, WorkshopClosed,
    DatabaseProblem.
    """
    with discussing(store, facilitator_token) as desk:
        if not desk.redo(check_asked(desk.workshop, question_id)):
            raise NothingToRedo


def hide_note(store: Store, facilitator_token: str, question_id: str, note_key: str) -> None:
    """Show a participant's note nowhere any more, not even in the report; `Note.key` names it.

    Hiding it again changes nothing. Raises WorkshopLinkNotFound, UnknownQuestion, NoteNotFound,
    StillAnswering, WorkshopClosed, DatabaseProblem.
    """
    author = _find_author(store, facilitator_token, question_id, note_key)
    with discussing(store, facilitator_token) as desk:
        desk.hide_note(author, question_id)


def show_note(store: Store, facilitator_token: str, question_id: str, note_key: str) -> None:
    """Show a hidden note again; else as `hide_note`."""
    author = _find_author(store, facilitator_token, question_id, note_key)
    with discussing(store, facilitator_token) as desk:
        desk.show_note(author, question_id)


def _set_status(store: Store, facilitator_token: str, question_id: str, status: EntryStatus) -> None:
    with discussing(store, facilitator_token) as desk:
        kept = desk.find_entry(check_asked(desk.workshop, question_id)) or Entry()
        desk.record(question_id, kept.model_copy(update={"status": status, "level": None}))


def _check_entry(entry: Entry) -> Entry:
    values = {
        name: value.replace("\0", "").strip() if isinstance(value, str) else value
        for name, value in entry.__dict__.items()
    }
    try:
        return Entry.model_validate(values)
    except ValidationError as error:
        place = error.errors()[0]["loc"]
        raise InvalidEntry(str(place[0]) if place else "level") from error


def _find_author(store: Store, facilitator_token: str, question_id: str, note_key: str) -> str:
    workshop = find_facilitated(store, facilitator_token)
    require_revealed(workshop)
    require_open(workshop)
    check_asked(workshop, question_id)
    with explain_storage_problems():
        authors = store.find_authors(workshop, question_id)
    for author in authors:
        if make_note_key(workshop, question_id, author) == note_key:
            return author
    raise NoteNotFound
