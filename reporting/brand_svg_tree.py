"""Reads an SVG's elements without a document type, entities or anything outside the file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from reporting.brand_refusal import LogoRefused

ELEMENTS, DEPTH = 5_000, 40
"""How many elements there may be, and how deep one may lie in another."""
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_GAP = "\n"
"""Stands between a namespace and a name; no namespace holds it."""


@dataclass
class Node:
    """An element of the SVG namespace; attributes of other namespaces are left out, but for xlink's href."""

    tag: str
    attributes: dict[str, str]
    children: list["Node"] = field(default_factory=list)
    text: str = ""

    def walk(self) -> Iterator["Node"]:
        """This element and all those in it."""
        yield self
        for child in self.children:
            yield from child.walk()


def read_tree(data: bytes) -> Node:
    """The outermost element; raises LogoRefused."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=_GAP)
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.EntityDeclHandler = _refuse_doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.add_text
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise LogoRefused("svg_broken") from error
    if reader.root is None:
        raise LogoRefused("svg_broken")
    return reader.root


def _refuse_doctype(*_: object) -> None:
    raise LogoRefused("svg_doctype")


class _Reader:
    """Collects elements; those of other namespaces are passed over with all that is in them."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []
        self._passed = 0
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, tag = name.rpartition(_GAP)
        self._count += 1
        if self._count > ELEMENTS or len(self._open) + self._passed > DEPTH:
            raise LogoRefused("svg_too_complex")
        if self._passed or namespace not in (_SVG, ""):
            self._passed += 1
            return
        node = Node(tag, dict(_read_attributes(attributes)))
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)

    def end(self, _name: str) -> None:
        if self._passed:
            self._passed -= 1
        else:
            self._open.pop()

    def add_text(self, text: str) -> None:
        if self._open and not self._passed:
            self._open[-1].text += text


def _read_attributes(attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in attributes.items():
        namespace, _, local = name.rpartition(_GAP)
        if namespace == "" or (namespace == _XLINK and local == "href"):
            yield local, value
