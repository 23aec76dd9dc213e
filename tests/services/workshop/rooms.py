"""Workshops for tests: opened, joined and answered in a few words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from assessments.answers import Answer, Profile
from assessments.models import DIMENSIONS, Group
from services.content import load_content
from services.workshop import (
    OpenedWorkshop,
    WorkshopPlan,
    end_answering,
    join_workshop,
    open_workshop,
    save_blind_answer,
)
from storage.store import Store

PROFILE = Profile(name="変革工業株式会社", employees=320)
QUESTIONS = [question.id for question in load_content().questions]
FIRST, SECOND, THIRD = QUESTIONS[:3]


def plan(**changes: Any) -> WorkshopPlan:
    """A plan of three groups, anonymous, with every question."""
    values: dict[str, Any] = {
        "profile": PROFILE,
        "edition": "full",
        "dimensions": DIMENSIONS,
        "groups": {"marketing": None, "sales": "営業本部", "management": None},
        "anonymous": True,
        "language": "ja",
        "answer_minutes": 20,
        "talk_minutes": 5,
    }
    return WorkshopPlan(**(values | changes))


@dataclass
class Room:
    """An opened workshop and the tokens of those who joined it."""

    store: Store
    opened: OpenedWorkshop
    people: dict[str, list[str]] = field(default_factory=dict)

    @property
    def token(self) -> str:
        return self.opened.facilitator_token

    @property
    def everyone(self) -> list[str]:
        return [token for tokens in self.people.values() for token in tokens]

    def join(self, group: Group, name: str | None = None) -> str:
        token = join_workshop(self.store, self.opened.join_key, group, name)
        self.people.setdefault(group, []).append(token)
        return token

    def reveal(self) -> None:
        end_answering(self.store, self.token)


def open_room(
    store: Store, levels: Mapping[Group, Sequence[Any]] | None = None, question: str = FIRST, **changes: Any
) -> Room:
    """A workshop in which each group has given these levels on one question.

    `(level, note)` adds a note; None joins without answering.
    """
    room = Room(store, open_workshop(store, plan(**changes)))
    for group, given in (levels or {}).items():
        for number, item in enumerate(given):
            token = room.join(group, f"{group}-{number}")
            level, note = item if isinstance(item, tuple) else (item, None)
            if level is not None:
                save_blind_answer(store, token, Answer(question=question, level=level, note=note))
    return room
