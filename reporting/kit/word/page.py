"""The page around the text: size and margins, header and footer, the firm's logo, the file's properties."""

from io import BytesIO
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.shared import Mm

from reporting.brand import Logo
from reporting.brand_raster import rasterise
from reporting.exports.archive import choose_time
from reporting.exports.words import clean_line, clean_plain
from reporting.kit.case import KitCase
from reporting.kit.word.markup import LOCALES, add_field
from reporting.pages.letterhead import fit_scale

TEXT_WIDTH = 164
"""mm between the margins of an A4 page."""
LOGO_BOX = (34.0, 8.0)
"""mm that a logo may take."""
LINE_LIMIT = 40
"""Characters of a name or a line on confidentiality that fit into a header or footer."""
PROPERTY_LIMIT = 255
"""Characters that a property of a file can hold."""


def set_page(document: Any, margin: int) -> None:
    """A4, with so many mm above and below the text."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - TEXT_WIDTH) / 2)
    section.top_margin, section.bottom_margin = Mm(margin), Mm(margin)
    section.header_distance, section.footer_distance = Mm(margin / 2), Mm(margin / 2)
    section.different_first_page_header_footer = True


def write_letterhead(document: Any, case: KitCase, title: str) -> None:
    """The logo on the first page, title and company on the others, maker and page number on all."""
    section, brand = document.sections[0], case.brand
    _write_line(section.header.paragraphs[0], "Header", title, case.company)
    if brand.logo is not None:
        _write_logo(section.first_page_header.paragraphs[0], brand.logo, clean_line(brand.firm))
    said = (clean_line(brand.firm) or case.wording.say("mark"), clean_line(brand.confidentiality))
    maker = case.wording.say("fact_space").join(_shorten(text) for text in said if text)
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        _write_line(paragraph, "Footer", maker, "")
        add_field(paragraph, "PAGE")
        paragraph.add_run(" / ")
        add_field(paragraph, "NUMPAGES")


def set_properties(document: Any, case: KitCase, title: str) -> None:
    """Title, author, language and day, as a program shows them."""
    properties = document.core_properties
    properties.title = clean_plain(f"{title} {case.company}")[:PROPERTY_LIMIT]
    properties.author = clean_line(case.brand.firm)[:PROPERTY_LIMIT] or "Henkaku"
    properties.last_modified_by = properties.author
    properties.language = LOCALES[case.language]
    properties.comments = ""
    properties.revision = 1
    properties.created = properties.modified = choose_time(case.made_on)
    # the library's own template brings a picture of itself
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]


def _write_line(paragraph: Any, style: str, left: str, right: str) -> None:
    paragraph.style = style
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{clean_plain(left)}\t{_shorten(right)}")


def _write_logo(paragraph: Any, logo: Logo, firm: str) -> None:
    """The logo at the right; the line is as high as it."""
    scale = fit_scale(logo, LOGO_BOX)
    paragraph.style = "Header"
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    width, height = Mm(logo.width * scale), Mm(logo.height * scale)
    shown = paragraph.add_run().add_picture(BytesIO(rasterise(logo).data), width, height)
    shown._inline.docPr.set("descr", firm)
    for side in ("distT", "distB", "distL", "distR"):
        shown._inline.set(side, "0")


def _shorten(text: str) -> str:
    return text if len(text) <= LINE_LIMIT else f"{text[: LINE_LIMIT - 1]}…"
