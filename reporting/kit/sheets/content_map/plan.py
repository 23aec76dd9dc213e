"""What the map starts with: stages, readers, states and proposed content (E.step5)."""

from dataclasses import dataclass
from typing import Any

from reporting.kit.words import Words

ROWS = 40
"""Pieces of content there is room for."""
READERS = 6
"""Readers there is room for; the last two are empty, to be added."""


@dataclass(frozen=True)
class Piece:
    """One proposed piece of content."""

    stage: str
    reader: str
    question: str
    content: str


@dataclass(frozen=True)
class Plan:
    """The proposal in one language."""

    stages: tuple[str, ...]
    readers: tuple[str, ...]
    states: tuple[str, ...]
    """In use, there but not used, being made, missing: in this order."""
    pieces: tuple[Piece, ...]

    @property
    def lacking(self) -> tuple[str, str]:
        """The states that count as a gap: being made, and missing."""
        return self.states[2], self.states[3]


def read_plan(words: Words) -> Plan:
    """The proposal of the template."""
    stages: dict[str, Any] = words.node("stages")
    readers: dict[str, Any] = words.node("readers")
    pieces = tuple(
        Piece(
            words.read(stages[each["stage"]]),
            words.read(readers[each["reader"]]),
            words.read(each["question"]),
            words.read(each["content"]),
        )
        for each in words.node("pieces")
    )
    return Plan(
        tuple(words.read(text) for text in stages.values()),
        tuple(words.read(text) for text in readers.values()),
        words.say_each("states"),
        pieces,
    )
