"""Simulated people never mix with real ones."""

from typing import Any

import pytest

from services.errors import InvalidChoice
from services.workshop import AnsweringOver, RoomNotEmpty, fill_workshop, view_as_facilitator
from storage.store import Store
from tests.services.workshop.rooms import open_room


def test_a_room_with_people_in_it_is_not_filled(store: Store) -> None:
    room = open_room(store, {"sales": [1]})
    with pytest.raises(RoomNotEmpty):
        fill_workshop(store, room.token, 5)
    assert view_as_facilitator(store, room.token).people == 1


def test_one_can_join_a_filled_room(store: Store) -> None:
    room = open_room(store)
    fill_workshop(store, room.token, 7)
    room.join("sales")
    progress = view_as_facilitator(store, room.token).progress
    assert [len(group) for group in progress.values()] == [3, 3, 2]
    with pytest.raises(RoomNotEmpty):
        fill_workshop(store, room.token, 7)


@pytest.mark.parametrize("people", [0, -1, 201, 2.5, True, "9"])
def test_an_impossible_room_is_refused(store: Store, people: Any) -> None:
    room = open_room(store)
    with pytest.raises(InvalidChoice):
        fill_workshop(store, room.token, people)


def test_a_revealed_room_is_not_filled(store: Store) -> None:
    room = open_room(store)
    room.reveal()
    with pytest.raises(AnsweringOver):
        fill_workshop(store, room.token, 5)
