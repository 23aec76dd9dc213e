"""Bullets, numbered lists that each begin at 1, and numbered headings."""

from typing import Any

from docx.oxml.ns import qn

from reporting.kit.word.markup import element, parse

BULLETS, HEADINGS, LISTS = 1, 2, 3
"""The numbering's kinds; further lists are added as they come."""
UNNUMBERED = 0
"""Takes a paragraph out of the numbering of its style."""
_KINDS = (
    (BULLETS, "bullet", "•", "ListBullet", 340),
    (HEADINGS, "decimal", "%1", "Heading1", 454),
    (LISTS, "decimal", "%1.", "ListNumber", 400),
)


class Numbering:
    """The numbering of one document."""

    def __init__(self, document: Any) -> None:
        self._root = document.part.numbering_part.element
        self._last = LISTS
        for child in list(self._root):
            self._root.remove(child)
        for kind, form, text, style, indent in _KINDS:
            self._root.append(_define(kind, form, text, style, indent))
        for kind, *_ in _KINDS:
            self._root.append(parse(f'<w:num w:numId="{kind}"><w:abstractNumId w:val="{kind}"/></w:num>'))

    def begin_list(self) -> int:
        """A numbered list of its own, beginning at 1; its number."""
        self._last += 1
        start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        xml = f'<w:num w:numId="{self._last}"><w:abstractNumId w:val="{LISTS}"/>{start}</w:num>'
        self._root.append(parse(xml))
        return self._last


def number_paragraph(paragraph: Any, number: int) -> None:
    """Make a paragraph, or all of a style, part of a list."""
    properties = paragraph.get_or_add_pPr()
    for old in properties.findall(qn("w:numPr")):
        properties.remove(old)
    numbered = element("numPr")
    numbered.append(element("ilvl", val=0))
    numbered.append(element("numId", val=number))
    properties.insert_element_before(
        numbered, "w:pBdr", "w:shd", "w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _define(kind: int, form: str, text: str, style: str, indent: int) -> Any:
    linked = f'<w:pStyle w:val="{style}"/>' if kind == HEADINGS else ""
    return parse(
        f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl></w:abstractNum>'
    )
