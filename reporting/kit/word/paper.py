"""The Word document being written: paragraphs and tables with real styles."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from assessments.models import Language
from reporting.exports.archive import fix_times
from reporting.exports.words import clean_plain
from reporting.kit.case import KitCase
from reporting.kit.word.markup import element, set_compatibility
from reporting.kit.word.numbering import BULLETS, HEADINGS, Numbering, number_paragraph
from reporting.kit.word.page import TEXT_WIDTH, set_page, set_properties, write_letterhead
from reporting.kit.word.styles import FORM, TABLE, set_styles
from reporting.kit.word.template import Template

MARGINS = {False: 22, True: 17}
"""mm above and below the text; less where a document has to stay on one page."""
AFTER_TABLE = Pt(10)
KEPT_TOGETHER = 6
"""Rows up to which a table stays on one page; of a longer one, its first and last rows do."""
KEPT_FIRST, KEPT_LAST = 3, 2
TWIPS = 1440 / 25.4
"""Word's unit of length in a mm."""


class Paper:
    """A document about one case, open for writing."""

    def __init__(self, case: KitCase, title: str, template: Template) -> None:
        self.case, self.title = case, title
        self._breaks = self._after_table = False
        self._document = Document()
        set_compatibility(self._document.settings.element)
        set_styles(self._document, case.language, case.brand.accent, close=template.one_page)
        self._style_ids = {style.name: style.style_id for style in self._document.styles}
        self._numbering = Numbering(self._document)
        number_paragraph(self._style("List Bullet"), BULLETS)
        if template.numbered_headings:
            number_paragraph(self._style("Heading 1"), HEADINGS)
        set_page(self._document, MARGINS[template.one_page])
        write_letterhead(self._document, case, title)
        set_properties(self._document, case, title)

    @property
    def language(self) -> Language:
        """The language it is written in."""
        return self.case.language

    def add(self, text: str, style: str = "Normal") -> Any:
        """A paragraph; whatever the text holds, it stays text."""
        paragraph = self._document.add_paragraph(clean_plain(text))
        self._set_style(paragraph, style)
        if self._breaks:
            paragraph.paragraph_format.page_break_before = True
        elif self._after_table and not style.startswith("Heading"):
            paragraph.paragraph_format.space_before = AFTER_TABLE
        self._breaks = self._after_table = False
        return paragraph

    def add_numbered(self, texts: Sequence[str]) -> None:
        """A list that begins at 1."""
        number = self._numbering.begin_list()
        for text in texts:
            number_paragraph(self.add(text, "List Number")._p, number)

    def add_table(
        self,
        head: Sequence[str],
        widths: Sequence[int],
        rows: Sequence[Sequence[str]],
        row_height: int = 0,
    ) -> None:
        """A table with columns of so many percent.

        A row shorter than the head leaves its other cells to write in; it is at least `row_height` mm high.
        """
        if self._after_table:
            self.add("", "Small")
        elif self._document.paragraphs:
            self._document.paragraphs[-1].paragraph_format.keep_with_next = True
        is_form = any(len(row) < len(head) for row in rows)
        table = self._document.add_table(rows=0, cols=len(head), style=FORM if is_form else TABLE)
        table.autofit = False
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        for name, value in (("firstRow", 1), ("firstColumn", 0), ("noVBand", 1), ("noHBand", 1)):
            look.set(qn(f"w:{name}"), str(value))
        self._add_row(table, head, widths, "Table Head").append(element("tblHeader"))
        for row in rows:
            missing = len(head) - len(row)
            properties = self._add_row(table, [*row, *[""] * missing], widths, "Table Text")
            if missing:
                properties.append(element("trHeight", val=round(row_height * TWIPS), hRule="atLeast"))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(TEXT_WIDTH * width / 100)
        _keep_together(table.rows)
        self._after_table = True

    def break_page(self) -> None:
        """What follows begins on a new page."""
        self._breaks, self._after_table = True, False

    def close(self) -> bytes:
        """The finished file; the same content gives the same bytes."""
        if self._after_table:
            self.add("", "Small")
        target = BytesIO()
        self._document.save(target)
        return fix_times(target.getvalue(), self.case.made_on)

    def _add_row(self, table: Any, cells: Sequence[str], widths: Sequence[int], style: str) -> Any:
        row = table.add_row()
        for cell, text, width in zip(row.cells, cells, widths, strict=True):
            cell.width = Mm(TEXT_WIDTH * width / 100)
            self._set_style(cell.paragraphs[0], style)
            cell.paragraphs[0].add_run(clean_plain(text))
        properties = row._tr.get_or_add_trPr()
        properties.append(element("cantSplit"))
        return properties

    def _set_style(self, paragraph: Any, name: str) -> None:
        # the library searches all its styles for each paragraph, which took most of the time
        paragraph._p.style = self._style_ids[name]

    def _style(self, name: str) -> Any:
        return self._document.styles[name].element


def _keep_together(rows: Any) -> None:
    count = len(rows)
    for place, row in enumerate(rows):
        near_end = place < KEPT_FIRST or count - KEPT_LAST <= place
        if place < count - 1 and (near_end or count <= KEPT_TOGETHER):
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
