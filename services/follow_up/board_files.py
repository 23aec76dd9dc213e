"""The board as a file: taken away, filled in with a spreadsheet, brought back whole or not at all."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from assessments.answers import NAME_LENGTH, NOTE_LENGTH
from assessments.board import EARLIEST, LATEST, Board, BoardItem
from assessments.models import LANGUAGES, Language, Questionnaire
from reporting.exports.board.columns import Column, find_status, read_date
from reporting.exports.board.problems import CellProblem, UnreadableBoard
from reporting.exports.board.reading import FileRow, read_board_file
from reporting.exports.words import clean_line, clean_plain
from services.content import load_content
from services.errors import explain_storage_problems
from services.follow_up.board import MAXIMUM_STEPS, read_board
from services.follow_up.company import open_company
from services.follow_up.errors import BoardFileRefused
from storage.store import Store

BoardForm = Literal["csv", "xlsx"]
_TOO_LONG: dict[Column, int] = {"title": NAME_LENGTH, "owner": NAME_LENGTH, "evidence": NOTE_LENGTH}


@dataclass(frozen=True)
class Imported:
    """What an import did to the board."""

    added: int
    changed: int
    unchanged: int
    """Steps that the file has as the board had them. Steps that it lacks stay as they are, and are not
    counted."""


def export_board(store: Store, token: str, form: BoardForm, language: Language, made_on: date) -> bytes:
    """The board as a CSV file or a workbook; raises LinkNotFound, DatabaseProblem, ContentBroken."""
    # The library for workbooks is loaded when first asked for.
    from reporting.exports.board.writing import write_board_csv, write_board_xlsx

    board, content = read_board(store, token), load_content()
    if form == "csv":
        return write_board_csv(board, content, language)
    return write_board_xlsx(board, content, language, made_on)


def import_board(store: Store, token: str, data: bytes) -> Imported:
    """Bring a file back that was exported from the board; which form it has is told by its bytes.

    A row with an id changes its step, one without adds a step of the company's own. A step that was
    changed on the board after the export is never overwritten. Nothing is changed unless every row is
    sound: BoardFileRefused holds all problems with row, column and mend.
    Also raises LinkNotFound, DatabaseProblem, ContentBroken.
    """
    company = open_company(store, token)
    try:
        rows = read_board_file(data)
    except UnreadableBoard as error:
        raise BoardFileRefused(error.problems) from error
    with explain_storage_problems(), store.changing_board(company.id) as desk:
        board = desk.read()
        check = _Check(board, load_content())
        check.read(rows)
        if check.problems:
            raise BoardFileRefused(check.problems)
        for item_id, values in check.changes.items():
            desk.change(item_id, values)
        desk.add(check.new)
    return Imported(len(check.new), len(check.changes), check.unchanged)


@dataclass
class _Check:
    """The rows of a file held against the board."""

    board: Board
    content: Questionnaire
    problems: list[CellProblem] = field(default_factory=list)
    changes: dict[str, dict[str, Any]] = field(default_factory=dict)
    new: list[dict[str, Any]] = field(default_factory=list)
    unchanged: int = 0

    def read(self, rows: Iterable[FileRow]) -> None:
        """Sort all rows into changes, new steps and problems."""
        rows = tuple(rows)
        ids = Counter(row.cells["id"] for row in rows)
        taken = {name for item in self.board.items for name in self._names(item)}
        for row in rows:
            step_id = row.cells["id"]
            values = self._read_state(row)
            if not step_id:
                self._add(row, values, taken)
            elif ids[step_id] > 1:
                self._refuse(row, "id", "id_twice")
            elif step_id not in self.board.by_id:
                self._refuse(row, "id", "unknown_id")
            else:
                self._change(row, self.board.by_id[step_id], values)
        if len(self.board.items) + len(self.new) > MAXIMUM_STEPS:
            self.problems.append(CellProblem("board_full"))

    def _add(self, row: FileRow, values: dict[str, Any], taken: set[str]) -> None:
        title = clean_line(row.cells["title"])
        if not title:
            self._refuse(row, "title", "title_missing")
        elif title.casefold() in taken:
            self._refuse(row, "title", "already_there")
        taken.add(title.casefold())
        self.new.append({"title": title, **values})

    def _change(self, row: FileRow, item: BoardItem, values: dict[str, Any]) -> None:
        title = clean_line(row.cells["title"])
        if not title:
            self._refuse(row, "title", "title_missing")
        elif item.title is not None:
            values["title"] = title
        elif title.casefold() not in self._names(item):
            self._refuse(row, "title", "title_fixed", title)
        changed = {name: value for name, value in values.items() if getattr(item, name) != value}
        if not changed:
            self.unchanged += 1
        elif row.cells["revision"] != str(item.revision):
            self._refuse(row, None, "changed_since")
        else:
            self.changes[item.id] = changed

    def _read_state(self, row: FileRow) -> dict[str, Any]:
        """What the row says but for its title; problems are noted."""
        cells = row.cells
        status, due = find_status(cells["status"]), read_date(cells["due"])
        if status is None and (cells["status"] or cells["id"]):
            self._refuse(row, "status", "unknown_status", cells["status"])
        if cells["due"] and (due is None or not EARLIEST <= due <= LATEST):
            self._refuse(row, "due", "bad_date", cells["due"])
        for column, length in _TOO_LONG.items():
            if len(clean_plain(cells[column]).strip()) > length:
                self._refuse(row, column, f"{column}_too_long")
        return {
            "status": status or "open",
            "owner": clean_line(cells["owner"]),
            "due": due,
            "evidence": clean_plain(cells["evidence"]).strip(),
        }

    def _names(self, item: BoardItem) -> set[str]:
        return {item.name(self.content, language).casefold() for language in LANGUAGES}

    def _refuse(self, row: FileRow, column: Column | None, reason: str, found: str = "") -> None:
        self.problems.append(CellProblem(reason, row.row, column, found))
