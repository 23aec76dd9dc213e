"""An SVG from outside rebuilt from what draws: nothing runs, nothing is fetched, nothing is without end."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from reporting.brand import Logo
from reporting.brand_refusal import LogoRefused
from reporting.brand_svg_rules import check_element, choose_attributes, read_style_sheet
from reporting.brand_svg_tree import Node, read_tree

DRAWN = 10_000
"""Shapes that may be drawn, those of `use`, clips, masks and gradients counted each time they are used."""
DASHES = 2_000
"""Dashes that a line along the longest side may have."""
LONGEST = 100_000.0
"""Largest side of a view box, in its own units."""
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use"}
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[+-]?\d{1,3})?)\s*([a-z]*)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d*\.?\d+(?:e[+-]?\d{1,3})?", re.IGNORECASE)
_REFERENCE = re.compile(r"url\(#([^)]+)\)|^#(.+)$")
CHAIN = 100
"""How many elements may lie in and refer to one another in a row."""


def rebuild_svg(data: bytes) -> Logo:
    """The logo with only what is allowed of it; raises LogoRefused."""
    root = read_tree(data)
    if root.tag != "svg":
        raise LogoRefused("svg_broken")
    left, top, width, height = _read_box(root)
    classes = read_style_sheet(root)
    kept = Node("svg", {}, [item for child in root.children for item in _keep(child, classes)])
    kept.attributes = _inherit(root, classes)
    _check_drawing(kept, max(width, height))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:g} {top:g} {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}"{_write_attributes(kept)}>'
    )
    svg = head + "".join(map(_write, kept.children)) + "</svg>"
    return Logo(svg.encode(), "image/svg+xml", width, height)


def _read_box(root: Node) -> tuple[float, float, float, float]:
    """Left, top, width and height of what is shown."""
    numbers = [float(number) for number in _NUMBER.findall(root.attributes.get("viewBox", ""))]
    if len(numbers) != 4:
        numbers = [0.0, 0.0, *(_read_length(root.attributes.get(side, "")) for side in ("width", "height"))]
    left, top, width, height = numbers
    if not (0 < width <= LONGEST and 0 < height <= LONGEST and max(abs(left), abs(top)) <= LONGEST):
        raise LogoRefused("svg_no_size")
    return left, top, width, height


def _read_length(text: str) -> float:
    """A length in pixels; 0 where there is none."""
    found = _LENGTH.fullmatch(text)
    if found is None or found.group(2).lower() not in _UNITS:
        return 0.0
    return float(found.group(1)) * _UNITS[found.group(2).lower()]


def _keep(node: Node, classes: dict[str, dict[str, str]]) -> Iterator[Node]:
    """The element with what is allowed in it, unless it draws nothing and says nothing."""
    if check_element(node):
        children = [item for child in node.children for item in _keep(child, classes)]
        yield Node(node.tag, choose_attributes(node, classes), children)


def _inherit(root: Node, classes: dict[str, dict[str, str]]) -> dict[str, str]:
    """What the outermost element passes on to those inside: colours and lines, not its place and size."""
    placed = {"x", "y", "width", "height", "viewBox", "preserveAspectRatio", "transform"}
    chosen = choose_attributes(root, classes)
    return {name: value for name, value in chosen.items() if name not in placed}


def _check_drawing(root: Node, side: float) -> None:
    """LogoRefused when it draws nothing, runs in circles, or draws more than a page should have to."""
    nodes = list(root.walk())
    if not any(node.tag in _SHAPES for node in nodes):
        raise LogoRefused("svg_nothing")
    if any(0 < _measure_dashes(node) < side / DASHES for node in nodes):
        raise LogoRefused("svg_too_complex")
    known = {node.attributes["id"]: node for node in nodes if "id" in node.attributes}
    _count(root, known, {}, set())


def _measure_dashes(node: Node) -> float:
    return sum(float(number) for number in _NUMBER.findall(node.attributes.get("stroke-dasharray", "")))


def _count(node: Node, known: dict[str, Node], counted: dict[int, int], open_: set[int]) -> int:
    """Shapes that are drawn for an element, with everything it refers to."""
    if id(node) in open_ or len(open_) > CHAIN:
        raise LogoRefused("svg_too_complex")
    if id(node) not in counted:
        open_.add(id(node))
        targets = [known[name] for name in _list_references(node) if name in known]
        total = 1 + sum(_count(item, known, counted, open_) for item in (*node.children, *targets))
        if total > DRAWN:
            raise LogoRefused("svg_too_complex")
        open_.discard(id(node))
        counted[id(node)] = total
    return counted[id(node)]


def _list_references(node: Node) -> Iterator[str]:
    for name, value in node.attributes.items():
        if name == "href" or "url(" in value:
            yield from ("".join(found) for found in _REFERENCE.findall(value))


def _write(node: Node) -> str:
    return f"<{node.tag}{_write_attributes(node)}>{''.join(map(_write, node.children))}</{node.tag}>"


def _write_attributes(node: Node) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in node.attributes.items())
