"""From template and filling to a finished Word document."""

from assessments.models import KitDocumentId, Text
from reporting.kit.case import KitCase
from reporting.kit.word.ends import write_opening, write_record
from reporting.kit.word.filling import Filler, Filling
from reporting.kit.word.paper import Paper
from reporting.kit.word.template import (
    Block,
    Bullets,
    Grid,
    Heading,
    Item,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    Record,
    Row,
    Signatures,
    Table,
    load_template,
)
from reporting.kit.words import Words

NOTHING_MORE = Filling()
SIGNING_HEIGHT = 13
"""mm to sign in."""


def write_document(case: KitCase, document: KitDocumentId, filling: Filling = NOTHING_MORE) -> bytes:
    """The document with this id for a case."""
    template = load_template(document)
    names = Words("documents", case.language)
    filler = Filler(case, template, filling)
    paper = Paper(case, names.say(f"{document}.title"), template)
    about = "" if template.one_page else names.say(f"{document}.about")
    write_opening(paper, document, about, filler.open_decisions())
    for block in template.body:
        if filler.shows(block):
            if isinstance(block, Record):
                write_record(paper, document)
            else:
                _write_block(paper, filler, block)
    return paper.close()


def _write_block(paper: Paper, filler: Filler, block: Block) -> None:
    match block:
        case Heading():
            paper.add(filler.read(block.heading), "Heading 1")
        case Paragraph():
            paper.add(filler.read(block.text))
        case Note():
            paper.add(filler.read(block.note), "Small")
        case Bullets():
            for text in _read_items(filler, block.bullets):
                paper.add(text, "List Bullet")
        case Numbered():
            paper.add_numbered(_read_items(filler, block.numbered))
        case Table():
            _write_table(paper, filler, block.table)
        case Signatures():
            words = Words("parts", paper.language)
            rows = [(role,) for role in _read_items(filler, block.signatures)]
            paper.add_table(words.say_each("signature_heads"), (36, 42, 22), rows, SIGNING_HEIGHT)
        case PageBreak():
            paper.break_page()


def _read_items(filler: Filler, items: tuple[Item, ...]) -> list[str]:
    return [filler.read(item) for item in items if filler.shows(item)]


def _write_table(paper: Paper, filler: Filler, grid: Grid) -> None:
    rows = [[filler.read(cell) for cell in cells] for cells in _choose_rows(filler, grid)]
    rows += [list(row) for row in filler.find_rows(grid.filled_by)] if grid.filled_by else []
    paper.add_table(
        [filler.read(text) for text in grid.head],
        grid.widths,
        [*rows, *[()] * grid.empty_rows],
        grid.row_height,
    )


def _choose_rows(filler: Filler, grid: Grid) -> list[tuple[Text, ...]]:
    chosen: list[tuple[Text, ...]] = []
    for row in grid.rows:
        if not isinstance(row, Row):
            chosen.append(row)
        elif filler.shows(row):
            chosen.append(row.cells)
    return chosen
