"""Screens ask again and again: what they ask costs one or two statements, all by an index."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

import services
from services.workshop import (
    Entry,
    cast_vote,
    choose_question,
    fill_workshop,
    look_at_question,
    open_ballot,
    prepare_discussion,
    read_revision,
    record_entry,
    view_as_facilitator,
    view_as_participant,
)
from storage.store import Store
from tests.services.workshop.rooms import FIRST, SECOND, open_room

POLLS: list[tuple[str, Callable[[Store, str, str], Any], int]] = [
    ("view_as_facilitator", lambda store, facilitator, me: view_as_facilitator(store, facilitator), 2),
    ("view_as_participant", lambda store, facilitator, me: view_as_participant(store, me), 2),
    ("read_revision", lambda store, facilitator, me: read_revision(store, me), 1),
    ("prepare_discussion", lambda store, facilitator, me: prepare_discussion(store, facilitator), 1),
    ("look_at_question", lambda store, facilitator, me: look_at_question(store, me), 1),
]


@contextmanager
def _listen(store: Store) -> Iterator[list[tuple[str, Any]]]:
    said: list[tuple[str, Any]] = []

    def listen(connection: Any, cursor: Any, statement: str, parameters: Any, *rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            said.append((statement, parameters))

    event.listen(store._engine, "before_cursor_execute", listen)
    try:
        yield said
    finally:
        event.remove(store._engine, "before_cursor_execute", listen)


@pytest.mark.parametrize(("name", "poll", "statements"), POLLS, ids=[name for name, _, _ in POLLS])
def test_a_polling_screen_costs_one_or_two_statements_by_index(
    name: str, poll: Callable[[Store, str, str], Any], statements: int, tmp_path: Any
) -> None:
    store = services.connect(f"sqlite:///{tmp_path / 'henkaku.db'}")
    room = open_room(store)
    fill_workshop(store, room.token, 30)
    me = room.join("sales")
    room.reveal()
    record_entry(store, room.token, SECOND, Entry(fact="事実"))
    choose_question(store, room.token, FIRST)
    open_ballot(store, room.token, FIRST)
    cast_vote(store, me, FIRST, 3)
    poll(store, room.token, me)
    with _listen(store) as said:
        poll(store, room.token, me)
    assert len(said) == statements
    with store._reading() as connection:
        for statement, parameters in said:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            assert not [row.detail for row in plan if row.detail.startswith("SCAN")], statement
    store.close()
