"""The sheet of scores: live formulas on the answers, and charts of them that move along."""

from collections.abc import Iterator

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import HATCH, INK_SECOND
from reporting.exports.workbook.book import Book
from reporting.exports.workbook.ledger import SCORES_TOP, Ledger, Scope
from reporting.exports.workbook.score_charts import BEFORE, CHART_ROWS, FIRST_HELPER, HELPERS, insert_chart
from reporting.exports.workbook.stages import STAGES, gate_columns
from scoring.maturity import MINIMUM_COVERAGE, STAGE_SHARE, TOP_LEVEL

COLUMNS = ("scope", "name", "mean", "mean_low", "mean_high", "score", "low", "high", "coverage")
STAGE_COLUMNS = ("stage", "stage_low", "stage_high", "before", "change")
WIDTHS = (13, 26, *[8] * 6, 9, *[8] * 3, 10, 8, 3, *[8] * len(HELPERS))
NO_STAGE = "–"
_TOLERANCE = "1E-9"
Cell = tuple[int, str, str, float | str]
"""Column, number format, formula, and the value it has now."""


def write_scores(book: Book, ledger: Ledger) -> None:
    """Scores, intervals, coverage and stages of the company, dimensions, capabilities and sides."""
    sheet = book.add_sheet("scores", WIDTHS, pages=1)
    book.put_title(sheet, "scores")
    book.put_heads(sheet, SCORES_TOP - 1, COLUMNS[:2])
    book.put_heads(sheet, SCORES_TOP - 1, (*COLUMNS[2:], *STAGE_COLUMNS), 2, align="right")
    book.put_heads(sheet, SCORES_TOP - 1, HELPERS, FIRST_HELPER, align="right")
    for row, scope in enumerate(ledger.scopes, start=SCORES_TOP):
        _write_scope(book, ledger, sheet, row, scope)
    sheet.freeze_panes(SCORES_TOP, 2)
    below = SCORES_TOP + len(ledger.scopes) + 1
    sheet.print_area(0, 0, below + CHART_ROWS, FIRST_HELPER - 2)
    insert_chart(book, ledger, sheet, "capability", below, (760, 460))


def _write_scope(book: Book, ledger: Ledger, sheet: Worksheet, row: int, scope: Scope) -> None:
    bold = scope.kind in ("company", "dimension")
    text = book.line(bold=bold, text_wrap=False)
    book.put(sheet, row, 0, book.wording.tell(f"scopes.{scope.kind}"), **text)
    book.put(sheet, row, 1, scope.name, **text)
    cells = [*_measure(ledger, scope, row + 1)]
    if scope.is_staged:
        cells += _stage(ledger, scope, row + 1)
    for column, number, formula, value in cells:
        look = book.line(bold=bold, num_format=number, align="right")
        sheet.write_formula(row, column, formula, book.style(**look), value)
    _write_change(book, sheet, row, scope.measure.mean)
    for column, (formula, value) in enumerate(_bars(scope, row + 1), start=FIRST_HELPER):
        sheet.write_formula(row, column, formula, book.style(font_color=HATCH, num_format="0.0"), value)


def _measure(ledger: Ledger, scope: Scope, here: int) -> Iterator[Cell]:
    points, known, weight = (ledger.book.refer("stages", f"{name}{here}") for name in "CDE")
    measure = scope.measure
    mean, (low, high) = measure.mean, measure.mean_interval
    yield 2, "0.0", f'=IF({known}=0,"",{points}/{known})', "" if mean is None else mean
    yield 3, "0.0", f"=IF({weight}=0,0,{points}/{weight})", low
    rest = f"({points}+{TOP_LEVEL}*({weight}-{known}))"
    yield 4, "0.0", f"=IF({weight}=0,{TOP_LEVEL},{rest}/{weight})", high
    score = "" if measure.score is None else measure.score
    yield 5, "0.0", f'=IF({known}=0,"",{points}/({TOP_LEVEL}*{known})*100)', score
    yield 6, "0.0", f"=D{here}/{TOP_LEVEL}*100", measure.interval[0]
    yield 7, "0.0", f"=E{here}/{TOP_LEVEL}*100", measure.interval[1]
    yield 8, "0%", f"=IF({weight}=0,0,{known}/{weight})", measure.coverage


def _stage(ledger: Ledger, scope: Scope, here: int) -> Iterator[Cell]:
    measure = scope.measure
    needed = f"{MINIMUM_COVERAGE}-{_TOLERANCE}"
    too_little = [f"I{here}<{needed}"]
    if scope.kind == "company":
        first, last = ledger.rows("dimension")
        for row in range(first + 1, last + 2):
            too_little.append(f"AND({ledger.book.refer('stages', f'E{row}')}>0,I{row}<{needed})")
    stage = NO_STAGE if measure.stage is None else measure.stage
    known = f'=IF(OR({",".join(too_little)}),"{NO_STAGE}",{_highest(ledger, "known", here)})'
    yield 9, "0", known, stage
    yield 10, "0", "=" + _highest(ledger, "low", here), measure.stage_interval[0]
    yield 11, "0", "=" + _highest(ledger, "high", here), measure.stage_interval[1]


def _highest(ledger: Ledger, variant: str, here: int) -> str:
    """The highest stage whose share is reached and that no key question blocks."""
    parts = []
    for stage in STAGES:
        share, blockers = (
            ledger.book.refer("stages", f"{xl_col_to_name(column)}{here}")
            for column in gate_columns(variant, stage)
        )
        parts.append(f"IF(AND({share}>={STAGE_SHARE}-{_TOLERANCE},{blockers}=0),{stage},0)")
    return f"MAX({','.join(parts)})"


def _write_change(book: Book, sheet: Worksheet, row: int, mean: float | None) -> None:
    """The mean as diagnosed, which stays, and how far the present answers have moved from it."""
    before, here = book.line(num_format="0.0", font_color=INK_SECOND, align="right"), row + 1
    if mean is None:
        sheet.write_string(row, BEFORE, NO_STAGE, book.style(**before))
    else:
        sheet.write_number(row, BEFORE, mean, book.style(**before))
    formula = f'=IF(AND(ISNUMBER(C{here}),ISNUMBER(M{here})),C{here}-M{here},"")'
    look = book.style(**book.line(num_format="+0.0;-0.0;0.0", align="right"))
    sheet.write_formula(row, BEFORE + 1, formula, look, "" if mean is None else 0)


def _bars(scope: Scope, here: int) -> Iterator[tuple[str, float]]:
    """What the charts draw: the bar in one of two colours, and the interval on both sides of its end."""
    mean, (low, high) = scope.measure.mean, scope.measure.mean_interval
    on_floor = mean is not None and mean >= 3
    end = mean or 0.0
    for is_floor, condition in ((False, f"N(C{here})<3"), (True, f"N(C{here})>=3")):
        yield f"=IF({condition},N(C{here}),0)", end if on_floor == is_floor else 0
    for is_floor, condition in ((False, f"N(C{here})<3"), (True, f"N(C{here})>=3")):
        shown = on_floor == is_floor
        yield f"=IF({condition},N(C{here})-MIN(N(C{here}),D{here}),0)", end - min(end, low) if shown else 0
        yield f"=IF({condition},E{here}-N(C{here}),0)", high - end if shown else 0
