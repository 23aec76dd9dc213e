"""Whether a PDF keeps the rules of PDF/UA-1."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import page
from fontTools.cffLib import CFFFontSet
from fontTools.misc.psCharStrings import T2WidthExtractor
from pypdf import PdfReader

OWN_RULE = "PDFUA1-FONT-GLYPH-WIDTH-001"
"""The checker reads every width by the font's first dictionary, while a Japanese font has several; veraPDF
does not. Widths are therefore compared here, each glyph by its own dictionary."""


def list_failures(pdf: bytes) -> list[str]:
    """Every broken rule in words; empty for a compliant file."""
    found = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    told = {f"{item.rule_id}: {item.message}" for item in found.failures if item.rule_id != OWN_RULE}
    return [*sorted(told), *_compare_widths(pdf)]


def _compare_widths(pdf: bytes) -> Iterator[str]:
    for name, font in _find_fonts(pdf).items():
        drawn = _read_widths(font["/W"])
        program = font["/FontDescriptor"]["/FontFile3"].get_data()
        for cid, width in _measure_outlines(program):
            if cid in drawn and abs(drawn[cid] - width) > 1:
                yield f"{name}: glyph {cid} is {width} wide in the font, {drawn[cid]} on the page"


def _find_fonts(pdf: bytes) -> dict[str, Any]:
    fonts = {}
    for sheet in PdfReader(BytesIO(pdf)).pages:
        for font in sheet["/Resources"].get("/Font", {}).values():
            descendant = font["/DescendantFonts"][0].get_object()
            fonts[str(descendant["/BaseFont"])] = descendant
    return fonts


def _read_widths(written: Any) -> dict[int, float]:
    """The array of widths by character (ISO 32000-1, 9.7.4.3), as WeasyPrint writes it: `c [w …]`."""
    widths: dict[int, float] = {}
    for first, row in zip(written[::2], written[1::2], strict=True):
        widths |= {int(first) + offset: float(width) for offset, width in enumerate(row)}
    return widths


def _measure_outlines(program: bytes) -> Iterator[tuple[int, float]]:
    """Character and width of every outline, from bare outlines or from a whole OpenType font."""
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(program), None)
    top = fonts[0]
    for glyph, name in enumerate(top.charset):
        private = top.FDArray[top.FDSelect[glyph]].Private
        outline = top.CharStrings[name]
        outline.decompile()
        extractor = T2WidthExtractor(
            getattr(private, "Subrs", []), fonts.GlobalSubrs, private.nominalWidthX, private.defaultWidthX
        )
        extractor.execute(outline)
        yield int(name.removeprefix("cid") if name.startswith("cid") else 0), extractor.width
