"""Native tables whose rows are measured beforehand, so that none runs off its slide."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Mm, Pt

from reporting.charts.svg import HAIRLINE, INK_SECOND
from reporting.exports.slides.canvas import Canvas, colour_of, describe
from reporting.exports.slides.lettering import Type
from reporting.exports.words import clean_line
from reporting.glyphs import MM_PER_POINT

HEAD = Type(9.5, 12.5, bold=True, colour=INK_SECOND)
PADDING, GUTTER = 2.0, 5.0
Row = Sequence[tuple[str, Type]]
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own style without lines and fills."""


def measure_row(cells: Row, widths: Sequence[float]) -> float:
    """Height of a row in mm."""
    return 2 * PADDING + max(
        look.height(text, width - GUTTER) for (text, look), width in zip(cells, widths, strict=True)
    )


def fit_rows(rows: Sequence[Row], widths: Sequence[float], room: float) -> int:
    """How many rows go into this height, the head included."""
    used = 2 * PADDING + HEAD.leading * MM_PER_POINT
    for count, row in enumerate(rows):
        used += measure_row(row, widths)
        if used > room:
            return count
    return len(rows)


def measure_table(heads: Sequence[tuple[str, str]], rows: Sequence[Row], widths: Sequence[float]) -> float:
    """Height of a table in mm."""
    return sum(measure_row(row, widths) for row in _list_lines(heads, rows))


def draw_table(
    canvas: Canvas,
    place: tuple[float, float],
    widths: Sequence[float],
    heads: Sequence[tuple[str, str]],
    rows: Sequence[Row],
    alt: str,
) -> None:
    """A table at a place (left, top): heads with their colours, then rows with a hairline above each."""
    lines = _list_lines(heads, rows)
    heights = [measure_row(row, widths) for row in lines]
    left, top = place
    frame = canvas.slide.shapes.add_table(
        len(lines), len(widths), Mm(left), Mm(top), Mm(sum(widths)), Mm(sum(heights))
    )
    describe(frame, alt)
    table = frame.table
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN
    table.horz_banding = False
    for column, width in enumerate(widths):
        table.columns[column].width = Mm(width)
    for number, (row, height) in enumerate(zip(lines, heights, strict=True)):
        table.rows[number].height = Mm(height)
        for column, (text, look) in enumerate(row):
            _fill_cell(table.cell(number, column), text, look, number > 0)


def _list_lines(heads: Sequence[tuple[str, str]], rows: Sequence[Row]) -> list[Row]:
    """The heads as a row, and the rows under it."""
    return [[(text, HEAD.in_colour(colour)) for text, colour in heads], *rows]


def _fill_cell(cell: Any, text: str, look: Type, has_line: bool) -> None:
    cell.margin_left, cell.margin_right = 0, Mm(GUTTER)
    cell.margin_top = cell.margin_bottom = Mm(PADDING)
    cell.vertical_anchor = MSO_ANCHOR.TOP
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.line_spacing = Pt(look.leading)
    paragraph.text = clean_line(text)
    for run in paragraph.runs:
        run.font.size, run.font.bold = Pt(look.size), look.bold
        run.font.color.rgb = colour_of(look.colour)
    if not paragraph.runs:  # an empty line is as high as the font of its end
        paragraph._p.get_or_add_endParaRPr().set("sz", str(int(look.size * 100)))
    if has_line:
        line = (
            f'<a:lnT {nsdecls("a")} w="7620"><a:solidFill><a:srgbClr val="{HAIRLINE.lstrip("#")}"/>'
            "</a:solidFill></a:lnT>"
        )
        cell._tc.get_or_add_tcPr().insert(0, parse_xml(line))
