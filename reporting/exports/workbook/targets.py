"""The sheet of the company's figures: what was entered, the funnel both ways, rates, return, surveys."""

from xlsxwriter.worksheet import Worksheet

from assessments.targets import Targets
from reporting.charts.svg import INK_SECOND
from reporting.exports.findings_text import join_title
from reporting.exports.workbook.book import Book
from reporting.narrative import tell_bands, tell_targets
from reporting.narrative.targets import name_figure
from reporting.pages.target_words import begin_line, name_rung
from scoring.targets import Plan, plan_targets

FUNNEL = ("rung", "needed", "monthly", "yearly")
WIDTHS = (40, 22, 22, 22, 60)
TOP = 6


def write_targets(book: Book, targets: Targets | None) -> None:
    """The company's figures as they were on the day; no sheet without any. The kit's KPI sheet goes on."""
    if targets is None or targets == Targets():
        return
    language = book.wording.language
    plan = plan_targets(targets)
    told = tell_targets(targets, plan, language, False)
    sheet = book.add_sheet("targets", WIDTHS, pages=1)
    book.put_title(sheet, "targets")
    book.put(sheet, 3, 0, join_title(told.story.title, book.wording.language), bold=True)
    book.put(sheet, 4, 0, told.story.deck, font_color=INK_SECOND)
    row = _write_inputs(book, sheet, targets)
    row = _write_funnel(book, sheet, row + 1, plan)
    row = _write_gains(book, sheet, row + 1, plan)
    for line in filter(None, (told.bottleneck, told.returns)):
        book.put(sheet, row, 0, line)
        row += 1
    _write_bands(book, sheet, row + 1, targets, plan)


def _write_inputs(book: Book, sheet: Worksheet, targets: Targets) -> int:
    """What was entered; what was not stays visibly open."""
    book.put_head(sheet, TOP - 1, 0, book.wording.tell("targets.figure"))
    book.put_head(sheet, TOP - 1, 1, book.wording.tell("targets.value"))
    row = TOP
    for name in Targets.model_fields:
        book.put(sheet, row, 0, begin_line(name_figure(name, book.wording.language)), **book.line())
        _write_value(book, sheet, row, 1, getattr(targets, name), "#,##0.##")
        row += 1
    return row


def _write_value(book: Book, sheet: Worksheet, row: int, column: int, value: float | None, form: str) -> None:
    if value is None:
        book.put(sheet, row, column, book.wording.say("targets.open"), **book.line(font_color=INK_SECOND))
    else:
        sheet.write_number(row, column, value, book.style(**book.line(num_format=form, align="left")))


def _write_funnel(book: Book, sheet: Worksheet, row: int, plan: Plan) -> int:
    for column, key in enumerate(FUNNEL):
        book.put_head(sheet, row, column, book.wording.tell(f"targets.{key}"))
    for rung in plan.chain:
        row += 1
        book.put(sheet, row, 0, name_rung(rung, book.wording), **book.line())
        _write_value(book, sheet, row, 1, plan.needed[rung], "#,##0")
        if rung in plan.monthly:
            _write_value(book, sheet, row, 2, plan.monthly[rung], "#,##0")
        else:
            book.put(sheet, row, 2, "–", **book.line(font_color=INK_SECOND))
        _write_value(book, sheet, row, 3, plan.yearly[rung], "#,##0")
    return row + 1


def _write_gains(book: Book, sheet: Worksheet, row: int, plan: Plan) -> int:
    if not plan.sensitivities:
        return row
    book.put_head(sheet, row, 0, book.wording.say("targets.gains"))
    book.put_head(sheet, row, 1, "%")
    for item in plan.sensitivities:
        row += 1
        book.put(sheet, row, 0, begin_line(name_figure(item.rate, book.wording.language)), **book.line())
        _write_value(book, sheet, row, 1, item.gain, "+0.0")
    return row + 1


def _write_bands(book: Book, sheet: Worksheet, row: int, targets: Targets, plan: Plan) -> None:
    bands = tell_bands(book.diagnosis.questionnaire, targets, plan, book.wording.language, False)
    if not bands:
        return
    for column, key in enumerate(("own", "figure_value", "", "", "statement")):
        book.put_head(sheet, row, column, book.wording.tell(f"columns.{key}"))
    for place, band in enumerate(bands, start=row + 1):
        book.put(sheet, place, 0, band.own, **book.line(bold=True))
        book.put(sheet, place, 1, band.value, **book.line())
        for column in (2, 3):
            book.put(sheet, place, column, "", **book.line())
        statement = " ".join(filter(None, (band.statement, band.limit)))
        book.put(sheet, place, 4, statement, **book.line())
