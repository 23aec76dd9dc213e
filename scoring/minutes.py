"""What a workshop puts on record beside its answers, as a report or a screen may show it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from assessments.models import Group
from scoring.gaps import PerceptionGap

TalkStatus = Literal["open", "parked", "skipped", "agreed", "disagreed"]
"""How far the room came with a question; `disagreed`: it agreed to disagree, the votes decide."""


@dataclass(frozen=True)
class Votes:
    """How one ballot on a question went, as far as it may be shown."""

    number: int
    """1 for the blind answers, then 2, 3 …"""
    gap: PerceptionGap
    pooled: tuple[Group, ...] = ()
    """Groups too small to be shown apart that stand together as `other`; usually none."""
    unknown: int = 0
    """People who said that they do not know."""
    hidden: int = 0
    """People whose answers are not shown, because their groups are too small."""


@dataclass(frozen=True)
class MinutesItem:
    """What is on record about one question, with the votes behind it."""

    question_id: str
    status: TalkStatus
    before: Votes
    """The blind answers."""
    level: int | None = None
    """The level agreed on, 0–5; given exactly when the status is `agreed`."""
    fact: str = ""
    judgement: str = ""
    next_action: str = ""
    owner: str = ""
    due: date | None = None
    after: tuple[Votes, ...] = ()
    """The later ballots, in order."""


@dataclass(frozen=True)
class Room:
    """What the room adds to a diagnosis: its own names for the groups, and its minutes."""

    labels: Mapping[Group, str | None] = field(default_factory=dict)
    """The groups' own names; the usual one where there is none."""
    anonymous: bool = False
    """Groups under three (`scoring.small_groups.SMALLEST_SHOWN`) must never be shown apart."""
    minutes: tuple[MinutesItem, ...] = ()
    """In the order the questions were first spoken about."""


def list_actions(minutes: tuple[MinutesItem, ...]) -> tuple[MinutesItem, ...]:
    """The items that have a next action, the earliest due date first, those without a date last."""
    with_action = [item for item in minutes if item.next_action.strip()]
    return tuple(sorted(with_action, key=lambda item: item.due or date.max))
