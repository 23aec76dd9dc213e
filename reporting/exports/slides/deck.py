"""The presentation being made: its size, its theme, and a fresh slide when one is needed."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Mm

from reporting.brand import PLAIN, Brand
from reporting.charts.svg import FLOOR_BAND, HAIRLINE, INDIGO, INK, INK_SECOND, OCHRE, PAPER_BAND, VERMILION
from reporting.exports.archive import choose_time, fix_times
from reporting.exports.kinds import SlideShape
from reporting.exports.words import ExportWording, clean_line
from scoring.findings import Diagnosis

SHAPES: dict[SlideShape, tuple[float, float]] = {"wide": (338.667, 190.5), "a4": (297.0, 210.0)}
"""Width and height of a slide in mm: 16:9, and A4 landscape."""
FONT, OTHER_FONT = "Yu Gothic", "Noto Sans CJK JP"
"""The font that Office brings along for Japanese, and the one of the printed report."""
MARGIN, TITLE_TOP, BODY_TOP = 18.0, 17.0, 60.0
TITLE_SIZE = 26.0
_FURNITURE = (PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE)
_THEME_COLOURS = {
    "dk1": INK,
    "lt1": "#FFFFFF",
    "dk2": INK_SECOND,
    "lt2": PAPER_BAND,
    "accent1": INDIGO,
    "accent2": OCHRE,
    "accent3": VERMILION,
    "accent4": INK_SECOND,
    "accent5": HAIRLINE,
    "accent6": FLOOR_BAND,
    "hlink": INDIGO,
    "folHlink": INK_SECOND,
}


@dataclass
class Deck:
    """A presentation about one diagnosis, open for adding slides."""

    diagnosis: Diagnosis
    wording: ExportWording
    made_on: date
    shape: SlideShape = "wide"
    brand: Brand = PLAIN

    def __post_init__(self) -> None:
        self.width, self.height = SHAPES[self.shape]
        self.presentation = Presentation()
        self.presentation.slide_width = Mm(self.width)
        self.presentation.slide_height = Mm(self.height)
        name = self.diagnosis.profile.name.strip() or self.wording.say("no_company")
        self.company = clean_line(name)
        self._describe()
        self._theme()
        self._keep_one_layout()

    @property
    def accent(self) -> str:
        """The colour of labels, which mean nothing by it."""
        return self.brand.accent or INK

    @property
    def foot(self) -> str:
        """What a brand puts at the foot of every slide; empty without one."""
        parts = (clean_line(self.brand.firm), clean_line(self.brand.confidentiality))
        return self.wording.say("fact_space").join(part for part in parts if part)

    @property
    def inner(self) -> float:
        """Width between the margins in mm."""
        return self.width - 2 * MARGIN

    def add_slide(self) -> Any:
        """An empty slide with a place for its title."""
        return self.presentation.slides.add_slide(self.presentation.slide_layouts[0])

    def close(self) -> bytes:
        """The finished file."""
        target = BytesIO()
        self.presentation.save(target)
        return fix_times(target.getvalue(), self.made_on)

    def _describe(self) -> None:
        properties = self.presentation.core_properties
        properties.title = self.wording.say("document_title", company=self.company[:200])
        properties.author = properties.last_modified_by = clean_line(self.brand.firm) or "Henkaku"
        properties.language = self.wording.language
        properties.created = properties.modified = choose_time(self.made_on)

    def _theme(self) -> None:
        """Our fonts and colours as the file's theme, so that what is added later looks alike."""
        master = self.presentation.slide_master
        part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype == RT.THEME)
        part._blob = _paint_theme(part.blob)  # python-pptx keeps it as bytes and offers no way in
        for style in master._element.iter(qn("p:titleStyle")):
            paragraph = style.find(qn("a:lvl1pPr"))
            paragraph.set("algn", "l")
            paragraph.find(qn("a:defRPr")).set("sz", str(int(TITLE_SIZE * 100)))
            paragraph.find(qn("a:defRPr")).set("b", "1")

    def _keep_one_layout(self) -> None:
        """Only the layout in use, without the template's places for date, footer and number."""
        layouts, master = self.presentation.slide_layouts, self.presentation.slide_master
        for layout in list(layouts):
            if layout.name != "Title Only":
                layouts.remove(layout)
        for holder in (master, layouts[0]):
            for shape in list(holder.placeholders):
                if shape.placeholder_format.type in _FURNITURE:
                    shape._element.getparent().remove(shape._element)
                    continue
                top = TITLE_TOP if shape.placeholder_format.type == PP_PLACEHOLDER.TITLE else BODY_TOP
                height = BODY_TOP - TITLE_TOP if top == TITLE_TOP else self.height - BODY_TOP - 18
                shape.left, shape.top = Mm(MARGIN), Mm(top)
                shape.width, shape.height = Mm(self.inner), Mm(height)


def _paint_theme(blob: bytes) -> bytes:
    root = parse_xml(blob)
    for name, colour in _THEME_COLOURS.items():
        for holder in root.iter(qn(f"a:{name}")):
            for child in list(holder):
                holder.remove(child)
            holder.append(parse_xml(f'<a:srgbClr {nsdecls("a")} val="{colour.lstrip("#")}"/>'))
    for kind in ("a:majorFont", "a:minorFont"):
        for fonts in root.iter(qn(kind)):
            for name in ("a:latin", "a:ea"):
                fonts.find(qn(name)).set("typeface", FONT)
            for font in fonts.findall(qn("a:font")):
                if font.get("script") == "Jpan":
                    font.set("typeface", OTHER_FONT)
    return bytes(serialize_part_xml(root))
