"""The boards of companies: the steps they carry out, and what they note about them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, func, insert, select, update

from assessments.board import Board, BoardItem, LogEntry, LogKind
from storage.database import Database
from storage.follow_up_tables import board_items, board_log
from storage.tables import companies


class Boards(Database):
    """The boards of companies."""

    def read_board(self, company_id: str) -> Board:
        """A company's board; empty before anything was put on it."""
        with self._reading() as connection:
            return _read_board(connection, company_id)

    @contextmanager
    def changing_board(self, company_id: str) -> Iterator["BoardDesk"]:
        """Change a board: all that is done with the desk is kept when the block ends, or nothing.

        The block may do nothing else with the store, which waits for it.
        """
        with self._writing() as connection:
            held = select(companies.c.id).where(companies.c.id == company_id).with_for_update()
            connection.execute(held).one()
            yield BoardDesk(connection, company_id)


class BoardDesk:
    """One board, held within a transaction in which nobody else changes it."""

    def __init__(self, connection: Connection, company_id: str) -> None:
        self._connection, self._company_id = connection, company_id
        self.now = datetime.now(UTC)
        """The moment of everything that is changed here."""

    def read(self) -> Board:
        """The board as it is now."""
        return _read_board(self._connection, self._company_id)

    def add(self, steps: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
        """Put steps at the end of the board; returns their ids.

        Each maps fields of BoardItem, `action_id` or `title` among them, to values.
        """
        mine = board_items.c.company_id == self._company_id
        last = self._connection.scalar(select(func.max(board_items.c.position)).where(mine))
        start = 0 if last is None else last + 1
        new = [self._write_new(step, start + place) for place, step in enumerate(steps)]
        if new:
            self._connection.execute(insert(board_items), new)
        return tuple(item["id"] for item in new)

    def change(self, item_id: str, values: Mapping[str, Any]) -> None:
        """Set fields of a step; the step is one of this board's."""
        mine = board_items.c.id == item_id, board_items.c.company_id == self._company_id
        told = {"revision": board_items.c.revision + 1, "updated_at": self.now}
        self._connection.execute(update(board_items).where(*mine).values(**values, **told))

    def arrange(self, item_ids: Sequence[str]) -> None:
        """Give the steps their positions in this order; no step counts as changed by it."""
        for position, item_id in enumerate(item_ids):
            mine = board_items.c.id == item_id, board_items.c.company_id == self._company_id
            self._connection.execute(update(board_items).where(*mine).values(position=position))

    def log(self, item_id: str, kind: LogKind, text: str) -> None:
        """Note something about a step; the step is one of this board's."""
        self._connection.execute(
            insert(board_log).values(item_id=item_id, kind=kind, text=text, created_at=self.now)
        )

    def _write_new(self, step: Mapping[str, Any], position: int) -> dict[str, Any]:
        usual = {
            "action_id": None,
            "title": None,
            "status": "open",
            "owner": "",
            "due": None,
            "evidence": "",
        }
        return {
            **usual,
            **step,
            # A letter in front, so that no spreadsheet takes it for a number.
            "id": f"s{uuid4().hex[1:]}",
            "company_id": self._company_id,
            "position": position,
            "revision": 1,
            "created_at": self.now,
            "updated_at": self.now,
        }


def _read_board(connection: Connection, company_id: str) -> Board:
    items = select(board_items).where(board_items.c.company_id == company_id)
    log = select(board_log).join(board_items).where(board_items.c.company_id == company_id)
    return Board(
        items=tuple(
            _read_item(row)
            for row in connection.execute(items.order_by(board_items.c.position, board_items.c.id))
        ),
        log=tuple(_read_log(row) for row in connection.execute(log.order_by(board_log.c.id))),
    )


def _read_item(row: Row[Any]) -> BoardItem:
    return BoardItem.model_validate({name: getattr(row, name) for name in BoardItem.model_fields})


def _read_log(row: Row[Any]) -> LogEntry:
    return LogEntry.model_validate({name: getattr(row, name) for name in LogEntry.model_fields})
