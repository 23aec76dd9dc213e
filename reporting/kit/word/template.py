"""What a template of a Word document may hold: blocks in both languages, shown on conditions over answers."""

from functools import cache
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from assessments.models import Condition, Content, Id, Text
from reporting.kit.words import read_template

Percent = Annotated[int, Field(gt=0, le=100)]


class Decision(Text):
    """Something only the company can decide: a blank in the text until the case fills it in."""

    width: Annotated[int, Field(ge=1, le=30)] = 6
    """Length of the blank in full-width characters."""


class Shown(Content):
    """Whether a part is shown. Several conditions must all hold."""

    when: Condition | None = None
    """Shown when the answers make it true."""
    unless: Condition | None = None
    """Shown when the answers do not make it true: false or unknown."""
    given: Id | None = None
    """Shown when the case fills in this value or these rows."""
    lacking: Id | None = None
    """Shown when it does not."""


class Item(Shown, Text):
    """An entry of a list."""


class Heading(Shown):
    """A section's heading."""

    heading: Text


class Paragraph(Shown):
    """A paragraph."""

    text: Text


class Note(Shown):
    """A paragraph in small type."""

    note: Text


class Bullets(Shown):
    """A list."""

    bullets: Annotated[tuple[Item, ...], Field(min_length=1)]


class Numbered(Shown):
    """A list in order."""

    numbered: Annotated[tuple[Item, ...], Field(min_length=1)]


class Row(Shown):
    """A row of a table."""

    cells: Annotated[tuple[Text, ...], Field(min_length=1)]


class Grid(Content):
    """A table's content: rows as written, or filled in from the case, then empty ones to write in.

    A row with fewer cells than the head leaves the others to write in.
    """

    head: Annotated[tuple[Text, ...], Field(min_length=1)]
    widths: Annotated[tuple[Percent, ...], Field(min_length=1)]
    """Of the columns, in percent of the text's width."""
    rows: tuple[Row | tuple[Text, ...], ...] = ()
    filled_by: Id | None = None
    """Rows that the case fills in."""
    empty_rows: Annotated[int, Field(ge=0, le=20)] = 0
    row_height: Annotated[int, Field(ge=6, le=40)] = 11
    """Least height in mm of a row to write in."""


class Table(Shown):
    """A table; its head is repeated on every page."""

    table: Grid


class Signatures(Shown):
    """Lines to sign on, one for each role."""

    signatures: Annotated[tuple[Item, ...], Field(min_length=1)]


class Record(Shown):
    """What the diagnosis has on record about the document's subject; nothing when it has nothing."""

    record: Literal[True]


class PageBreak(Shown):
    """The next block begins on a new page."""

    page_break: Literal[True]


_KINDS = {
    "heading": Heading,
    "text": Paragraph,
    "note": Note,
    "bullets": Bullets,
    "numbered": Numbered,
    "table": Table,
    "signatures": Signatures,
    "record": Record,
    "page_break": PageBreak,
}


def _block_kind(value: Any) -> str | None:
    if isinstance(value, dict):
        return next((name for name in _KINDS if name in value), None)
    return next((name for name, kind in _KINDS.items() if isinstance(value, kind)), None)


Block = Annotated[
    Annotated[Heading, Tag("heading")]
    | Annotated[Paragraph, Tag("text")]
    | Annotated[Note, Tag("note")]
    | Annotated[Bullets, Tag("bullets")]
    | Annotated[Numbered, Tag("numbered")]
    | Annotated[Table, Tag("table")]
    | Annotated[Signatures, Tag("signatures")]
    | Annotated[Record, Tag("record")]
    | Annotated[PageBreak, Tag("page_break")],
    Discriminator(_block_kind),
]
"""A part of a document's body, told apart by its first key."""


class Template(Content):
    """A document's template."""

    numbered_headings: bool = False
    one_page: bool = False
    """Set close, so that it stays on one page."""
    decides: dict[Id, Decision] = Field(default_factory=dict)
    """The blanks by the placeholders they stand in for."""
    by_band: dict[Id, dict[Id, Text]] = Field(default_factory=dict)
    """Values that depend on the size of the company: by role band, then by placeholder."""
    body: Annotated[tuple[Block, ...], Field(min_length=1)]


@cache
def load_template(name: str) -> Template:
    """The template of a document; raises pydantic's ValidationError when it is not sound."""
    return Template.model_validate(read_template(name))
