"""The styles of the kit's documents: ink on white, quiet rules, room to write in."""

from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from assessments.models import Language
from reporting.charts.svg import HAIRLINE, INK, INK_SECOND
from reporting.kit.word.markup import element, parse, set_fonts, set_language

TABLE, FORM = "Henkaku Table", "Henkaku Form"
"""To read; to write in, with lines between the columns."""
TINT = "F7F6F2"


@dataclass(frozen=True)
class Look:
    """How a style sets its paragraphs; sizes and spaces in points."""

    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    colour: str = INK
    keep_next: bool = False
    leading: float = 1.6
    """Line height as a multiple of the size; exact, because each program has its own for Yu Gothic."""


LOOKS = {
    "Normal": Look(10, before=3, after=5),
    "Title": Look(21, before=10, after=6, bold=True, leading=1.35, keep_next=True),
    "Subtitle": Look(10.5, after=10, colour=INK_SECOND),
    "Heading 1": Look(13, before=18, after=5, bold=True, leading=1.4, keep_next=True),
    "Heading 2": Look(10.5, before=12, after=4, bold=True, keep_next=True),
    "List Bullet": Look(10, after=3),
    "List Number": Look(10, after=3),
    "Header": Look(8.5, colour=INK_SECOND),
    "Footer": Look(8.5, colour=INK_SECOND),
    "Small": Look(8.5, before=7, after=5, colour=INK_SECOND),
    "Finding Label": Look(8.5, before=2, bold=True, colour=INK_SECOND, keep_next=True),
    "Finding": Look(10, before=2, after=2),
    "Finding Evidence": Look(8.5, colour=INK_SECOND, leading=1.55),
    "Table Head": Look(8.5, before=2.5, after=2.5, bold=True, colour=INK_SECOND, leading=1.45),
    "Table Text": Look(9.5, before=2.5, after=2.5, leading=1.5),
}

CLOSE = {
    "Title": Look(18, before=6, after=4, bold=True, leading=1.3, keep_next=True),
    "Heading 1": Look(11.5, before=9, after=3, bold=True, leading=1.35, keep_next=True),
    "Normal": Look(9.5, before=2, after=3, leading=1.5),
    "Finding": Look(9.5, before=1, after=1, leading=1.5),
    "Table Head": Look(8, before=1, after=1, bold=True, colour=INK_SECOND, leading=1.4),
    "Table Text": Look(9, before=1, after=1, leading=1.4),
}
"""What is set closer where everything has to fit one page."""


def set_styles(document: Any, language: Language, accent: str | None, *, close: bool) -> None:
    """Give a new document its styles; `accent` (`#rrggbb`) colours the title's rule, `close` saves room."""
    _set_defaults(document, language)
    for name, look in LOOKS.items():
        _set_style(document, name, CLOSE.get(name, look) if close else look, language)
    _rule_title(document, accent or INK)
    for name in ("Finding Label", "Finding", "Finding Evidence"):
        _frame(document.styles[name])
    document.styles["Normal"].paragraph_format.widow_control = True
    document.styles.element.append(_make_table_style(TABLE, 0, ""))
    between = f'<w:insideV w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE.lstrip("#")}"/>'
    document.styles.element.append(_make_table_style(FORM, 85, between))


def _set_defaults(document: Any, language: Language) -> None:
    properties = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    set_fonts(properties, language)
    set_language(properties, language)


def _set_style(document: Any, name: str, look: Look, language: Language) -> None:
    if name in document.styles:
        style = document.styles[name]
    else:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.quick_style = True
    properties = style.element.get_or_add_pPr()
    for old in list(properties):
        properties.remove(old)
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, False
    style.font.color.rgb = RGBColor.from_string(look.colour.lstrip("#"))
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = Pt(look.before), Pt(look.after)
    spacing.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    spacing.line_spacing = Pt(round(look.size * look.leading * 2) / 2)
    spacing.keep_with_next = look.keep_next
    properties.append(element("snapToGrid", val=0))
    if name.startswith("Heading"):
        properties.append(element("outlineLvl", val=int(name[-1]) - 1))
    _order(properties)
    set_fonts(style.element.get_or_add_rPr(), language)
    for tag in ("spacing", "kern"):
        for old in style.element.rPr.findall(qn(f"w:{tag}")):
            style.element.rPr.remove(old)


_SEQUENCE = ("keepNext", "keepLines", "widowControl", "numPr", "pBdr", "shd", "tabs", "snapToGrid", "spacing",
             "ind", "contextualSpacing", "jc", "outlineLvl")  # fmt: skip


def _order(properties: Any) -> None:
    """The order the format prescribes."""
    ranks = {qn(f"w:{tag}"): place for place, tag in enumerate(_SEQUENCE)}
    properties[:] = sorted(properties, key=lambda child: ranks[child.tag])


def _rule_title(document: Any, colour: str) -> None:
    properties = document.styles["Title"].element.get_or_add_pPr()
    border = element("pBdr")
    border.append(element("top", val="single", sz=18, space=12, color=colour.lstrip("#")))
    properties.append(border)
    _order(properties)


def _frame(style: Any) -> None:
    """A rule at the left and a quiet ground."""
    properties = style.element.get_or_add_pPr()
    border = element("pBdr")
    border.append(element("left", val="single", sz=18, space=10, color=INK.lstrip("#")))
    properties.append(border)
    properties.append(element("shd", val="clear", color="auto", fill=TINT))
    style.paragraph_format.left_indent = Mm(4)
    _order(properties)


def _make_table_style(name: str, left: int, between: str) -> Any:
    """A style for tables; `left`: space in twips before the text of a cell."""
    hairline, ink = HAIRLINE.lstrip("#"), INK.lstrip("#")
    return parse(
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        "<w:tblPr><w:tblBorders>"
        f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{ink}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{hairline}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{hairline}"/>'
        f'{between}</w:tblBorders><w:tblCellMar><w:top w:w="30" w:type="dxa"/>'
        f'<w:left w:w="{left}" w:type="dxa"/>'
        '<w:bottom w:w="30" w:type="dxa"/><w:right w:w="200" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{ink}"/>'
        "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )
