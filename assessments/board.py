"""The board: the roadmap's steps as the company carries them out, and what it notes on the way."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from assessments.answers import NAME_LENGTH, NOTE_LENGTH, Record
from assessments.models import Id, Language, Questionnaire

BoardStatus = Literal["open", "doing", "done", "dropped"]
BOARD_STATUSES: tuple[BoardStatus, ...] = ("open", "doing", "done", "dropped")
LogKind = Literal["fact", "judgement", "next_action"]
LOG_KINDS: tuple[LogKind, ...] = ("fact", "judgement", "next_action")
EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)
"""Due dates beyond these are slips of the pen."""
Name = Annotated[str, Field(max_length=NAME_LENGTH)]
Note = Annotated[str, Field(max_length=NOTE_LENGTH)]


class StepState(Record):
    """What people enter about a step."""

    status: BoardStatus = "open"
    owner: Name = ""
    """Who sees to it; empty when nobody does yet."""
    due: Annotated[date, Field(ge=EARLIEST, le=LATEST)] | None = None
    evidence: Note = ""
    """What shows that it is done: a document, a figure, a place to look."""


class BoardItem(StepState):
    """One step on the board: an action of the content, or a step of the company's own."""

    id: Annotated[str, Field(max_length=32)]
    action_id: Id | None = None
    """The action of the content; None for a step of the company's own."""
    title: Annotated[str, Field(min_length=1, max_length=NAME_LENGTH)] | None = None
    """The own step's title; None for an action, whose title is the content's."""
    position: int
    """Its place on the board, from 0."""
    revision: int
    """Grows with every change, from 1."""
    created_at: datetime
    """UTC."""
    updated_at: datetime
    """When it was last changed (UTC)."""

    @model_validator(mode="after")
    def _either_action_or_title(self) -> Self:
        if (self.action_id is None) == (self.title is None):
            raise ValueError("a step is an action of the content, or has a title of its own")
        return self

    @property
    def is_under_way(self) -> bool:
        """Whether it is being done or done."""
        return self.status in ("doing", "done")

    @property
    def is_pending(self) -> bool:
        """Whether something is still to be done."""
        return self.status in ("open", "doing")

    def name(self, questionnaire: Questionnaire, language: Language) -> str:
        """Its title in a language; the action's id where the content has no such action any more."""
        if self.title is not None:
            return self.title
        titles = {action.id: action.title.get(language) for action in questionnaire.actions}
        return titles.get(self.action_id or "", self.action_id or "")


class LogEntry(Record):
    """Something noted about a step; facts, judgements and next actions are kept apart."""

    id: int
    """Grows with time."""
    item_id: str
    kind: LogKind
    text: Annotated[str, Field(min_length=1, max_length=NOTE_LENGTH)]
    created_at: datetime
    """UTC."""


class Board(Record):
    """A company's board with everything noted about its steps."""

    items: tuple[BoardItem, ...] = ()
    """In the order of their positions."""
    log: tuple[LogEntry, ...] = ()
    """The oldest entry first."""

    def in_status(self, status: BoardStatus) -> tuple[BoardItem, ...]:
        """The steps in one column of the board."""
        return tuple(item for item in self.items if item.status == status)

    def log_of(self, item_id: str) -> tuple[LogEntry, ...]:
        """What was noted about a step, the oldest first."""
        return tuple(entry for entry in self.log if entry.item_id == item_id)

    @property
    def by_id(self) -> Mapping[str, BoardItem]:
        """The steps by their ids."""
        return {item.id: item for item in self.items}
