"""One slide to draw on, in mm from its top left corner: texts measured beforehand, lines, boxes."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_PATTERN
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Mm, Pt

from reporting.charts.svg import HATCH, INK_SECOND, WHITE
from reporting.exports.slides.deck import MARGIN, TITLE_SIZE, TITLE_TOP, Deck
from reporting.exports.slides.lettering import DECK, LABEL, ROOM, Type
from reporting.exports.words import clean_line
from reporting.glyphs import MM_PER_POINT
from reporting.narrative import Story
from reporting.typesetting import choose_size

TITLE_SIZES = (TITLE_SIZE, 24.0, 22.0, 20.0, 18.0)
_ALIGN = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}


class Canvas:
    """A slide with its title, its label and what runs along its foot."""

    def __init__(self, deck: Deck, label: str, story: Story | None) -> None:
        self.deck, self.wording = deck, deck.wording
        self.slide = deck.add_slide()
        self.number = len(deck.presentation.slides)
        self.bottom = deck.height - 18.0
        """Where content has to end, in mm."""
        self.text(MARGIN, 10.5, 90, label, LABEL.in_colour(deck.accent))
        self._put_foot()
        if story is not None:
            self.top = self._put_head(story)
            """Where content begins under the deck, in mm."""

    def _put_head(self, story: Story) -> float:
        self.title(story.title, MARGIN, TITLE_TOP, self.deck.inner)
        if not story.deck:
            return TITLE_TOP + 30.0
        return float(self.text(MARGIN, 46.0, self.deck.inner, story.deck, DECK)) + 4.0

    def _put_foot(self) -> None:
        y, half = self.deck.height - 11.0, self.deck.inner / 2
        foot, subject = Type(8, 11, colour=INK_SECOND), self.wording.say("subject")
        name_room, room = (half - 80, half - 30) if self.deck.foot else (half, half + 60)
        name = foot.shorten(self.deck.company, name_room)
        self.text(MARGIN, y, room, self.wording.say("head", company=name, subject=subject), foot)
        if self.deck.foot:
            look, width = Type(7, 9.5, colour=INK_SECOND, align="right"), half + 3
            top = y + foot.leading * MM_PER_POINT - look.height(self.deck.foot, width)
            self.text(MARGIN + half - 25, top, width, self.deck.foot, look)
        box = self.text(self.deck.width - MARGIN - 20, y, 20, "", Type(8, 11, align="right"), as_box=True)
        number = (
            f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
            f'<a:rPr lang="en-US" sz="800"/><a:t>{self.number}</a:t></a:fld>'
        )
        box.text_frame.paragraphs[0]._p.append(parse_xml(number))

    def title(
        self,
        lines: tuple[str, ...],
        left: float,
        top: float,
        width: float,
        sizes: tuple[float, ...] = TITLE_SIZES,
    ) -> float:
        """The slide's title, a finding, in two lines at most; returns where it ends."""
        size, broken = choose_size(lines, width * ROOM, sizes, 2)
        leading = size * 1.4
        shape = self.slide.shapes.title
        height = max(len(broken), 2) * leading * MM_PER_POINT
        shape.left, shape.top, shape.width, shape.height = Mm(left), Mm(top), Mm(width), Mm(height)
        _set_frame(shape.text_frame)
        _write(shape.text_frame.paragraphs[0], "\v".join(broken), Type(size, leading, bold=True))
        return top + height

    def text(
        self, left: float, top: float, width: float, text: str, look: Type, *, as_box: bool = False
    ) -> Any:
        """A text box as high as its text; returns where it ends, or the box itself."""
        height = max(look.height(text, width), look.leading * MM_PER_POINT)
        box = self.slide.shapes.add_textbox(Mm(left), Mm(top), Mm(width), Mm(height))
        _set_frame(box.text_frame)
        lines = look.lines(text, width)
        shown = "\v".join(lines) if look.bold and len(lines) > 1 else clean_line(text)
        _write(box.text_frame.paragraphs[0], shown, look)
        return box if as_box else top + height

    def stack(self, left: float, top: float, width: float, parts: Sequence[tuple[str, Type, float]]) -> float:
        """Texts under each other, each with the space in mm above it; returns where they end."""
        for text, look, space in parts:
            if text:
                top = float(self.text(left, top + space, width, text, look))
        return top

    def picture(self, data: bytes, left: float, top: float, width: float, height: float, alt: str) -> None:
        """A picture of this size."""
        drawn = self.slide.shapes.add_picture(BytesIO(data), Mm(left), Mm(top), Mm(width), Mm(height))
        describe(drawn, alt)

    def box(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        fill: str | None,
        *,
        edge: str | None = None,
        holder: Any = None,
        shape: Any = MSO_SHAPE.RECTANGLE,
    ) -> Any:
        """A rectangle (or another shape); without fill only its edge."""
        shapes = (holder or self.slide).shapes
        drawn = shapes.add_shape(shape, Mm(left), Mm(top), Mm(width), Mm(height))
        _drop_style(drawn)
        if fill is None:
            drawn.fill.background()
        else:
            drawn.fill.solid()
            drawn.fill.fore_color.rgb = colour_of(fill)
        if edge is None:
            drawn.line.fill.background()
        else:
            drawn.line.color.rgb = colour_of(edge)
            drawn.line.width = Pt(0.8)
        return drawn

    def hatch(self, left: float, top: float, width: float, height: float, holder: Any = None) -> Any:
        """A rectangle hatched as unknown."""
        drawn = self.box(left, top, width, height, WHITE, edge=HATCH, holder=holder)
        hatch_fill(drawn.fill)
        drawn.line.width = Pt(0.5)
        return drawn

    def line(
        self, x1: float, y1: float, x2: float, y2: float, colour: str, points: float, holder: Any = None
    ) -> Any:
        """A straight line, its width in points."""
        shapes = (holder or self.slide).shapes
        drawn = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Mm(x1), Mm(y1), Mm(x2), Mm(y2))
        _drop_style(drawn)
        drawn.line.color.rgb = colour_of(colour)
        drawn.line.width = Pt(points)
        return drawn

    def group(self, alt: str) -> Any:
        """Shapes that move together, with what they say in words."""
        made = self.slide.shapes.add_group_shape()
        describe(made, alt)
        return made


def colour_of(text: str) -> RGBColor:
    """A colour written as `#RRGGBB`."""
    colour: RGBColor = RGBColor.from_string(text.lstrip("#"))
    return colour


def hatch_fill(fill: Any) -> None:
    """Fill with 45° lines: what is not known."""
    fill.patterned()
    fill.pattern = MSO_PATTERN.LIGHT_UPWARD_DIAGONAL
    fill.fore_color.rgb = colour_of(HATCH)
    fill.back_color.rgb = colour_of(WHITE)


def describe(shape: Any, alt: str) -> None:
    """Give a shape its text alternative."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", alt)


def _drop_style(shape: Any) -> None:
    """Take the theme's shadow and outline off a shape."""
    for style in shape._element.xpath("./p:style"):
        shape._element.remove(style)


def _set_frame(frame: Any) -> None:
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP


def _write(paragraph: Any, text: str, look: Type) -> None:
    paragraph.alignment = _ALIGN[look.align]
    paragraph.line_spacing = Pt(look.leading)
    paragraph.text = text
    for run in paragraph.runs:
        run.font.size, run.font.bold = Pt(look.size), look.bold
        run.font.color.rgb = colour_of(look.colour)
