"""Native charts of scores: a bar to the mean on the ladder, its interval as an error bar."""

from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import HAIRLINE, HATCH, INDIGO, INK, INK_SECOND, OCHRE
from reporting.exports.findings_text import join_title
from reporting.exports.workbook.book import FONT, Book
from reporting.exports.workbook.ledger import Ledger, ScopeKind
from reporting.narrative import tell_capabilities

BEFORE = 12
"""Column of the mean as diagnosed."""
FIRST_HELPER = 15
"""First column of what the charts are drawn from."""
HELPERS = ("bar_paper", "bar_floor", "paper_minus", "paper_plus", "floor_minus", "floor_plus")
CHART_ROWS = 24
"""Rows a chart covers."""


def insert_chart(
    book: Book, ledger: Ledger, sheet: Worksheet, kind: ScopeKind, row: int, size: tuple[int, int]
) -> None:
    """A bar chart of one kind of scope from the first cell of a row, in pixels; it follows the scores."""
    first, last = ledger.rows(kind)
    chart = book.workbook.add_chart({"type": "bar"})
    for place, (key, colour) in enumerate((("paper", OCHRE), ("floor", INDIGO))):
        minus, plus = FIRST_HELPER + 2 + 2 * place, FIRST_HELPER + 3 + 2 * place
        chart.add_series(
            {
                "name": book.wording.tell(f"columns.bar_{key}"),
                "categories": [book.sheet_name("scores"), first, 1, last, 1],
                "values": [
                    book.sheet_name("scores"),
                    first,
                    FIRST_HELPER + place,
                    last,
                    FIRST_HELPER + place,
                ],
                "fill": {"color": colour},
                "gap": 60,
                "overlap": 100,
                "x_error_bars": {
                    "type": "custom",
                    "end_style": 0,
                    "plus_values": _cells(book, first, last, plus),
                    "minus_values": _cells(book, first, last, minus),
                    "line": {"color": INK, "width": 1},
                },
            }
        )
    chart.set_title({"name": _title(book, kind), "overlay": False, "name_font": _font(11, bold=True)})
    chart.set_x_axis(
        {
            "min": 0,
            "max": 5,
            "major_unit": 1,
            "num_format": "0",
            "major_gridlines": {"visible": True, "line": {"color": HAIRLINE, "width": 0.5}},
            "line": {"none": True},
            "num_font": _font(9),
        }
    )
    chart.set_y_axis({"reverse": True, "crossing": "max", "num_font": _font(9), "line": {"color": HATCH}})
    chart.set_legend({"position": "bottom", "font": _font(9)})
    chart.set_size({"width": size[0], "height": size[1]})
    chart.set_chartarea({"border": {"none": True}})
    options = {"description": _title(book, kind), "object_position": 1}
    sheet.insert_chart(row, 0, chart, options)


def _cells(book: Book, first: int, last: int, column: int) -> str:
    name = chr(ord("A") + column)
    return "=" + book.refer("scores", f"${name}${first + 1}:${name}${last + 1}")


def _font(size: float, *, bold: bool = False) -> dict[str, object]:
    return {"name": FONT, "size": size, "bold": bold, "color": INK if bold else INK_SECOND}


def _title(book: Book, kind: ScopeKind) -> str:
    """The finding at the time of the diagnosis; of dimensions, what the chart shows."""
    if kind == "capability":
        story = tell_capabilities(book.diagnosis, book.wording.language, False)
        return join_title(story.title, book.wording.language)
    return book.wording.tell("charts.dimensions")
