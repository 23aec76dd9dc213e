"""A YAML file once read: plain values, and the line each of them stands on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from assessments.problems import Problem

Value: TypeAlias = str | int | float | bool | tuple["Value", ...] | dict[str, "Value"] | None
Path: TypeAlias = tuple[str | int, ...]
"""Keys and positions from the top of a file down to a value."""


def name_field(path: Path) -> str:
    """A path as people write it: `capabilities[0].title.ja`."""
    parts = [f"[{part}]" if isinstance(part, int) else f".{part[:60]}" for part in path]
    return "".join(parts).removeprefix(".")


@dataclass(frozen=True)
class Document:
    """The values of one file with their lines."""

    file: str
    value: Value
    lines: Mapping[Path, int]
    """Line from 1 of each key and list item."""
    doubtful: frozenset[Path] = frozenset()
    """Places whose YAML is already reported, so that what follows from it is not reported again."""

    def line(self, path: Path) -> int:
        """The line of a value, or of the nearest one around it that is written down."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def is_doubtful(self, path: Path) -> bool:
        """Whether a place, or one around it, has been reported as unreadable."""
        return any(path[:length] in self.doubtful for length in range(len(path) + 1))

    def problem(self, path: Path, message: str, mend: str) -> Problem:
        """A problem at a place of this file."""
        return Problem(self.file, self.line(path), name_field(path), message, mend)

    @property
    def root(self) -> "Node":
        """The whole file as a node."""
        return Node(self, (), self.value)


@dataclass(frozen=True)
class Node:
    """A value together with its place. Reading what is not there yields nothing, never an error."""

    document: Document
    path: Path
    value: Value

    def child(self, key: str) -> "Node | None":
        """The value under a key, if this is a mapping that has it."""
        if isinstance(self.value, dict) and key in self.value:
            return Node(self.document, (*self.path, key), self.value[key])
        return None

    def at(self, key: str) -> "Node":
        """The value under a key, or this one when the key is not there: a place to report at."""
        return self.child(key) or self

    def children(self) -> Iterator["Node"]:
        """All values of a list or mapping."""
        if isinstance(self.value, tuple):
            for index, value in enumerate(self.value):
                yield Node(self.document, (*self.path, index), value)
        elif isinstance(self.value, dict):
            for key, value in self.value.items():
                yield Node(self.document, (*self.path, key), value)

    def each(self, key: str) -> Iterator["Node"]:
        """The items of the list under a key."""
        child = self.child(key)
        if child is not None and isinstance(child.value, tuple):
            yield from child.children()

    def value_of(self, key: str) -> Value:
        """The value under a key; None when the key is not there."""
        child = self.child(key)
        return None if child is None else child.value

    def text(self, key: str) -> str | None:
        """The text under a key; None when there is no text."""
        value = self.value_of(key)
        return value if isinstance(value, str) else None

    def problem(self, message: str, mend: str) -> Problem:
        """A problem with this value."""
        return self.document.problem(self.path, message, mend)

    @property
    def place(self) -> str:
        """Where the value stands: `file:line`."""
        return f"{self.document.file}:{self.document.line(self.path)}"
