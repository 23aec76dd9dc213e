"""Everything in a content folder by id, read leniently so that one mistake hides no other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from assessments.content_files import KINDS
from assessments.document import Document, Node
from assessments.problems import Problem, suggest


@dataclass(frozen=True)
class ContentIndex:
    """The documents that could be read, by their path within the folder."""

    folder: str
    documents: Mapping[str, Document]

    def _items(self, kind: str, key: str) -> tuple[Node, ...]:
        return tuple(item for document in self.of_kind(kind) for item in document.root.each(key))

    def of_kind(self, kind: str) -> list[Document]:
        """The documents of one kind."""
        names = next(known.files for known in KINDS if known.name == kind)
        return [self.documents[name] for name in names if name in self.documents]

    def is_whole(self, kind: str) -> bool:
        """Whether every file of a kind could be read, so that what is missing in it does not exist."""
        return len(self.of_kind(kind)) == len(next(known.files for known in KINDS if known.name == kind))

    @cached_property
    def dimensions(self) -> tuple[Node, ...]:
        """The dimensions, one per file."""
        return tuple(document.root for document in self.of_kind("dimension"))

    @cached_property
    def capabilities(self) -> tuple[Node, ...]:
        """All capabilities in the order of the files."""
        return self._items("dimension", "capabilities")

    @cached_property
    def questions(self) -> tuple[Node, ...]:
        """All questions in the order of the files."""
        return tuple(question for part in self.capabilities for question in part.each("questions"))

    @cached_property
    def patterns(self) -> tuple[Node, ...]:
        """All patterns."""
        return self._items("patterns", "patterns")

    @cached_property
    def actions(self) -> tuple[Node, ...]:
        """All actions."""
        return self._items("actions", "actions")

    @cached_property
    def figures(self) -> tuple[Node, ...]:
        """All survey figures."""
        return self._items("figures", "figures")

    @cached_property
    def sources(self) -> tuple[Node, ...]:
        """All entries of the source map."""
        return self._items("sources", "sources")

    @cached_property
    def owners(self) -> tuple[Node, ...]:
        """All owner roles."""
        return self._items("questionnaire", "owners")

    def organisation(self, key: str) -> tuple[Node, ...]:
        """The `models`, `criteria` or `role_bands`."""
        return self._items("organisation", key)


def collect_ids(nodes: Iterable[Node]) -> dict[str, Node]:
    """Nodes by id; of several with the same id the first."""
    found: dict[str, Node] = {}
    for node in nodes:
        if (node_id := node.text("id")) is not None:
            found.setdefault(node_id, node)
    return found


@dataclass(frozen=True)
class Register:
    """What can be referred to: the ids of one kind of thing."""

    noun: str
    known: frozenset[str] | None
    """None when their file could not be read: then nothing can be said about a reference."""

    def refuse(self, node: Node | None) -> Iterator[Problem]:
        """A problem when a node names something that does not exist."""
        if node is None or self.known is None or not isinstance(node.value, str):
            return
        if node.value not in self.known:
            message = f"there is no {self.noun} `{node.value[:60]}`"
            yield node.problem(message, suggest(node.value, self.known))

    def refuse_each(self, nodes: Iterable[Node]) -> Iterator[Problem]:
        """The same for a list, which may also name each thing once only."""
        seen: set[str] = set()
        for node in nodes:
            yield from self.refuse(node)
            if isinstance(node.value, str):
                if node.value in seen:
                    message = f"`{node.value[:60]}` is named twice in this list"
                    yield node.problem(message, "remove one of the two")
                seen.add(node.value)


def register(index: ContentIndex, noun: str, kind: str, nodes: Iterable[Node]) -> Register:
    """The ids of some nodes, unknown unless all files of their kind could be read."""
    return Register(noun, frozenset(collect_ids(nodes)) if index.is_whole(kind) else None)
