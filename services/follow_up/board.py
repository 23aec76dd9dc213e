"""The board: the roadmap's steps are put on it, carried out, and what happens is noted."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any, get_args

from pydantic import ValidationError

from assessments.answers import NAME_LENGTH, NOTE_LENGTH
from assessments.board import Board, BoardItem, BoardStatus, LogKind, StepState
from assessments.models import Language
from reporting.exports.words import clean_line, clean_plain
from scoring.roadmap import DAYS_A_WEEK, Roadmap, Step
from services.content import load_content
from services.errors import explain_storage_problems
from services.follow_up.company import open_company
from services.follow_up.errors import BoardFull, InvalidStep, StepNotFound
from storage.boards import BoardDesk
from storage.store import Store

MAXIMUM_STEPS = 500
MAXIMUM_ENTRIES = 5_000
"""Entries of the log over all steps; keeps somebody who has a link from filling the disk."""


def read_board(store: Store, token: str) -> Board:
    """The company's board; empty before it was started. Raises LinkNotFound, DatabaseProblem."""
    company = open_company(store, token)
    with explain_storage_problems():
        return store.read_board(company.id)


def start_board(store: Store, token: str, roadmap: Roadmap, starts_on: date, language: Language) -> Board:
    """Put the roadmap's steps on the board, in its order; those that are there already stay as they are.

    Each comes with its due date, as many weeks after `starts_on` as it is done in, and the role that
    owns it by the content, named in `language`. Doing it again changes nothing; a later roadmap adds its
    new steps at the end. Raises LinkNotFound, DatabaseProblem, BoardFull, ContentBroken.
    """
    with _changing(store, token) as desk:
        present = {item.action_id for item in desk.read().items}
        new = [step for step in roadmap.steps if step.action.id not in present]
        _add(desk, [_write_step(step, starts_on, language) for step in new])
        return desk.read()


def add_step(store: Store, token: str, title: str, state: StepState | None = None) -> str:
    """Put a step of the company's own at the end of the board; returns its id.

    Raises InvalidStep, BoardFull, LinkNotFound, DatabaseProblem.
    """
    step = {"title": check_title(title), **check_state(dict(state or StepState()))}
    with _changing(store, token) as desk:
        return _add(desk, [step])[0]


def move_step(store: Store, token: str, step_id: str, status: BoardStatus) -> BoardItem:
    """Move a step to another column; returns it as it is now.

    Like all functions below that change a step, it changes nothing where the step says so already, and
    raises StepNotFound, InvalidStep, LinkNotFound, DatabaseProblem.
    """
    return _change(store, token, step_id, status=status)


def drop_step(store: Store, token: str, step_id: str) -> BoardItem:
    """Put a step aside for good; it stays on the board with all that was noted about it."""
    return _change(store, token, step_id, status="dropped")


def set_owner(store: Store, token: str, step_id: str, owner: str) -> BoardItem:
    """Say who sees to a step; an empty text says that nobody does yet."""
    return _change(store, token, step_id, owner=owner)


def set_due(store: Store, token: str, step_id: str, due: date | None) -> BoardItem:
    """Say by when a step is to be done; None takes the date away."""
    return _change(store, token, step_id, due=due)


def set_evidence(store: Store, token: str, step_id: str, evidence: str) -> BoardItem:
    """Say what shows that a step is done."""
    return _change(store, token, step_id, evidence=evidence)


def rename_step(store: Store, token: str, step_id: str, title: str) -> BoardItem:
    """Give a step of the company's own another title; InvalidStep for a step of the content."""
    checked = check_title(title)
    with _changing(store, token) as desk:
        item = _find(desk, step_id)
        if item.title is None:
            raise InvalidStep("title")
        return change_item(desk, item, {"title": checked})


def place_step(store: Store, token: str, step_id: str, before: str | None) -> None:
    """Put a step in front of another one, or (None) at the end of the board.

    Raises StepNotFound, LinkNotFound, DatabaseProblem.
    """
    with _changing(store, token) as desk:
        ids = [item.id for item in desk.read().items]
        if step_id not in ids or (before is not None and before not in ids):
            raise StepNotFound
        if step_id == before:
            return
        ids.remove(step_id)
        ids.insert(len(ids) if before is None else ids.index(before), step_id)
        desk.arrange(ids)


def log_entry(store: Store, token: str, step_id: str, kind: LogKind, text: str) -> None:
    """Note a fact, a judgement or a next action about a step; what is noted is never changed.

    Raises InvalidStep, BoardFull, StepNotFound, LinkNotFound, DatabaseProblem.
    """
    noted = clean_plain(text).strip() if isinstance(text, str) else ""
    if kind not in get_args(LogKind) or not 0 < len(noted) <= NOTE_LENGTH:
        raise InvalidStep("log")
    with _changing(store, token) as desk:
        _find(desk, step_id)
        if len(desk.read().log) >= MAXIMUM_ENTRIES:
            raise BoardFull(MAXIMUM_ENTRIES)
        desk.log(step_id, kind, noted)


def check_title(title: str) -> str:
    """A title as it is kept: one line of 1 to 200 characters; InvalidStep otherwise."""
    line = clean_line(title) if isinstance(title, str) else ""
    if not 0 < len(line) <= NAME_LENGTH:
        raise InvalidStep("title")
    return line


def check_state(values: Mapping[str, Any]) -> dict[str, Any]:
    """What people entered about a step as it is kept; InvalidStep names the field that breaks a rule."""
    clean = dict(values)
    for name, keep in (("owner", clean_line), ("evidence", _clean_text)):
        if isinstance(clean.get(name), str):
            clean[name] = keep(clean[name])
    try:
        return dict(StepState.model_validate(clean))
    except ValidationError as error:
        raise InvalidStep(str(error.errors()[0]["loc"][0])) from error


def change_item(desk: BoardDesk, item: BoardItem, values: Mapping[str, Any]) -> BoardItem:
    """Set fields of a step, checked before; nothing is written where all are so already."""
    changed = {name: value for name, value in values.items() if getattr(item, name) != value}
    if not changed:
        return item
    desk.change(item.id, changed)
    return desk.read().by_id[item.id]


@contextmanager
def _changing(store: Store, token: str) -> Iterator[BoardDesk]:
    company = open_company(store, token)
    with explain_storage_problems(), store.changing_board(company.id) as desk:
        yield desk


def _change(store: Store, token: str, step_id: str, **values: Any) -> BoardItem:
    with _changing(store, token) as desk:
        item = _find(desk, step_id)
        state = {name: getattr(item, name) for name in StepState.model_fields}
        return change_item(desk, item, check_state(state | values))


def _find(desk: BoardDesk, step_id: str) -> BoardItem:
    item = desk.read().by_id.get(step_id)
    if item is None:
        raise StepNotFound
    return item


def _add(desk: BoardDesk, steps: list[dict[str, Any]]) -> tuple[str, ...]:
    if len(desk.read().items) + len(steps) > MAXIMUM_STEPS:
        raise BoardFull(MAXIMUM_STEPS)
    return desk.add(steps)


def _write_step(step: Step, starts_on: date, language: Language) -> dict[str, Any]:
    return {
        "action_id": step.action.id,
        "owner": load_content().owner(step.action.owner).title.get(language),
        "due": starts_on + timedelta(days=step.end_week * DAYS_A_WEEK),
    }


def _clean_text(text: str) -> str:
    return clean_plain(text).strip()
