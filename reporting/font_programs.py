"""The fonts inside a PDF, cut down to the outlines that are drawn.

WeasyPrint keeps the numbers of the glyphs when it leaves out the others, so the table of a Japanese font
that says where each outline begins stays 60,000 entries long: more bytes than the outlines themselves. PDF
needs no such table (ISO 32000-1, 9.7.4.2): the outlines name the characters they draw.
"""

from collections.abc import Iterable
from typing import Any

from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset

_OUTLINES = b"CFF "
_SUBSTITUTIONS = b"GSUB"
"""The table that would keep every form a drawn glyph can take; what is drawn has taken its form already."""


def shrink_fonts(document: Any, pdf: Any) -> None:
    """Put the outlines of the drawn glyphs alone in place of OpenType fonts: a finisher for WeasyPrint.

    Without HarfBuzz's subsetting library the fonts stay as they are.
    """
    if not harfbuzz_subset:
        return
    drawn: dict[bytes, set[int]] = {}
    fonts = {}
    for font in document.fonts.values():
        drawn.setdefault(font.name, set()).update(font.to_unicode)
        fonts[font.name] = font
    for descriptor in pdf.objects:
        if isinstance(descriptor, dict) and "FontFile3" in descriptor:
            name = descriptor["FontName"]
            program = pdf.objects[int(descriptor["FontFile3"].split()[0])]
            if outlines := _cut_outlines(fonts[name].hb_face, drawn[name]):
                program.stream = [outlines]
                program.extra["Subtype"] = "/CIDFontType0C"


def _cut_outlines(face: Any, glyphs: Iterable[int]) -> bytes:
    """The CFF table of a font with these glyphs only, renumbered; nothing where it has none."""
    wanted = ffi.gc(harfbuzz_subset.hb_subset_input_create_or_fail(), harfbuzz_subset.hb_subset_input_destroy)
    dropped = harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG
    _fill(harfbuzz_subset.hb_subset_input_glyph_set(wanted), glyphs)
    _fill(harfbuzz_subset.hb_subset_input_set(wanted, dropped), [_name(_SUBSTITUTIONS)])
    flags = harfbuzz_subset.HB_SUBSET_FLAGS_DESUBROUTINIZE | harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING
    harfbuzz_subset.hb_subset_input_set_flags(wanted, flags)
    cut = ffi.gc(harfbuzz_subset.hb_subset_or_fail(face, wanted), harfbuzz.hb_face_destroy)
    blob = ffi.gc(harfbuzz.hb_face_reference_table(cut, _name(_OUTLINES)), harfbuzz.hb_blob_destroy)
    length = ffi.new("unsigned int *")
    return bytes(ffi.unpack(harfbuzz.hb_blob_get_data(blob, length), length[0]))


def _fill(numbers: Any, values: Iterable[int]) -> None:
    array = ffi.new("hb_codepoint_t[]", sorted(values))
    harfbuzz.hb_set_add_sorted_array(numbers, array, len(array))


def _name(table: bytes) -> int:
    return int(harfbuzz.hb_tag_from_string(table, len(table)))
