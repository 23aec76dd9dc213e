"""Nobody gets anywhere with a link that does not give the right; every public function is tried."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

import services
from assessments.answers import Answer, Profile
from services import self_service, workshop
from services.errors import LinkNotFound
from services.tokens import make_token
from services.workshop import (
    AnsweringOver,
    Entry,
    NoteNotFound,
    NothingToRedo,
    NothingToUndo,
    RoomNotEmpty,
    WorkshopLinkNotFound,
    WrongPhase,
    close_workshop,
    prepare_discussion,
    record_entry,
    view_as_facilitator,
)
from storage.store import Store
from tests.services.workshop.rooms import FIRST, SECOND, Room, open_room, plan

FUNCTIONS: dict[str, Callable[..., Any]] = {
    name: thing for name in workshop.__all__ if inspect.isfunction(thing := getattr(workshop, name))
}
ROLES = ("facilitator", "participant")
WITHOUT_TOKEN = {
    *("open_workshop", "find_workshop", "join_workshop"),  # open to anybody, see test_joining
    *("list_questions", "name_client", "find_furthest"),  # without a store
}
ARGUMENTS: dict[str, Any] = {
    "answer": Answer(question=FIRST, level=1, note="偽"),
    "question_id": FIRST,
    "level": 1,
    "seconds": 60,
    "share_result": True,
    "note_key": "x",
    "entry": Entry(status="agreed", level=5, fact="偽", due=date(2027, 1, 31)),
    "people": 3,
    "seed": 1,
    "language": "ja",
    "plan": plan(),
}
"""A right value for every parameter, so that only the token can be at fault."""
PHASES = ("answering", "discussing", "closed")
MALFORMED = ["", "x", "a" * 43, "あ" * 43, "a" * 10_000, "' OR 1=1 --", "\ud800", None]


def role_of(name: str) -> str | None:
    parameters = inspect.signature(FUNCTIONS[name]).parameters
    return next((role for role in ROLES if f"{role}_token" in parameters), None)


GUARDED = sorted(name for name in FUNCTIONS if role_of(name))


def call(name: str, store: Store, token: Any) -> Any:
    """Call a function with a token and right values for all else; KeyError for an unknown parameter."""
    first, second, *rest = inspect.signature(FUNCTIONS[name]).parameters
    assert (first, second) == ("store", f"{role_of(name)}_token")
    return FUNCTIONS[name](store, token, *(ARGUMENTS[parameter] for parameter in rest))


def test_every_function_asks_for_a_token_or_is_known_not_to_need_one() -> None:
    assert set(FUNCTIONS) - set(GUARDED) == WITHOUT_TOKEN
    assert len(GUARDED) > 25


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Path]]:
    """One database for all attempts: none of them may change it."""
    folder = tmp_path_factory.mktemp("access")
    store = services.connect(f"sqlite:///{folder / 'henkaku.db'}")
    yield store, folder / "henkaku.db"
    store.close()


def _make_room(store: Store, phase: str) -> Room:
    room = open_room(store, {"marketing": [(4, "証拠"), 4, 5], "sales": [0, 1, 1]})
    if phase != "answering":
        room.reveal()
        record_entry(store, room.token, SECOND, Entry(status="disagreed", fact="事実"))
        prepare_discussion(store, room.token)
    if phase == "closed":
        close_workshop(store, room.token, share_result=False)
    return room


@pytest.fixture(scope="module")
def rooms(place: tuple[Store, Path]) -> dict[str, Room]:
    return {phase: _make_room(place[0], phase) for phase in PHASES}


@pytest.fixture(scope="module")
def strangers(place: tuple[Store, Path], rooms: dict[str, Room]) -> dict[str, list[Any]]:
    """Tokens that do not give a role's right, by role."""
    alone = self_service.start_assessment(place[0], Profile(), "full", "ja")
    neither = [*MALFORMED, make_token(), alone]
    keys = [key for room in rooms.values() for key in (room.opened.join_code, room.opened.join_key)]
    facilitators = [room.token for room in rooms.values()]
    participants = [token for room in rooms.values() for token in room.everyone]
    return {
        "facilitator": [*neither, *keys, *participants],
        "participant": [*neither, *keys, *facilitators],
    }


def _read_everything(file: Path) -> dict[str, list[Any]]:
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars()
        rows = {name: connection.execute(text(f'SELECT * FROM "{name}"')).all() for name in names.all()}
    engine.dispose()
    return {name: sorted(map(repr, found)) for name, found in rows.items()}


@pytest.mark.parametrize("name", GUARDED)
def test_a_link_without_the_right_reads_and_changes_nothing(
    name: str, place: tuple[Store, Path], strangers: dict[str, list[Any]]
) -> None:
    store, file = place
    before = _read_everything(file)
    for token in strangers[str(role_of(name))]:
        with pytest.raises(WorkshopLinkNotFound):
            call(name, store, token)
    assert _read_everything(file) == before


@pytest.mark.parametrize("name", [name for name in GUARDED if role_of(name) == "facilitator"])
@pytest.mark.parametrize("phase", PHASES)
def test_another_workshops_facilitator_reaches_only_the_own_workshop(
    name: str, phase: str, store: Store
) -> None:
    mine, other = _make_room(store, phase), _make_room(store, phase)
    before = view_as_facilitator(store, mine.token)
    talks = None if phase == "answering" else prepare_discussion(store, mine.token)
    with suppress(WrongPhase, NothingToUndo, NothingToRedo, NoteNotFound, AnsweringOver, RoomNotEmpty):
        call(name, store, other.token)
    assert view_as_facilitator(store, mine.token) == before
    assert talks is None or prepare_discussion(store, mine.token) == talks


def test_a_note_of_another_workshop_cannot_be_hidden(store: Store) -> None:
    mine, other = _make_room(store, "discussing"), _make_room(store, "discussing")
    (note,) = prepare_discussion(store, mine.token).talks[FIRST].notes
    with pytest.raises(workshop.NoteNotFound):
        workshop.hide_note(store, other.token, FIRST, note.key)
    assert prepare_discussion(store, mine.token).talks[FIRST].notes == (note,)


def test_workshop_links_do_nothing_in_an_assessment_answered_alone(store: Store) -> None:
    room = _make_room(store, "answering")
    before = view_as_facilitator(store, room.token)
    answer = ARGUMENTS["answer"]
    for token in (room.token, *room.everyone):
        for attempt in (
            lambda token: self_service.resume_assessment(store, token),
            lambda token: self_service.save_answer(store, token, answer),
            lambda token: self_service.clear_answer(store, token, FIRST),
            lambda token: self_service.update_profile(store, token, Profile(name="他社")),
            lambda token: self_service.change_edition(store, token, "quick"),
        ):
            with pytest.raises(LinkNotFound):
                attempt(token)
    assert view_as_facilitator(store, room.token) == before


def test_the_database_holds_no_token(place: tuple[Store, Path], rooms: dict[str, Room]) -> None:
    kept = str(_read_everything(place[1]))
    for room in rooms.values():
        for token in (room.token, *room.everyone):
            assert token not in kept
