"""The first sheet: what was found, and beside it what the present answers say."""

from io import BytesIO

from xlsxwriter.worksheet import Worksheet

from reporting.brand_raster import rasterise
from reporting.charts.svg import INDIGO, INK_SECOND, OCHRE, VERMILION
from reporting.exports.findings_text import break_title
from reporting.exports.workbook.book import Book
from reporting.exports.workbook.ledger import SCORES_TOP, Ledger
from reporting.exports.workbook.score_charts import insert_chart
from reporting.exports.workbook.scores import NO_STAGE
from reporting.narrative import Verdict, tell_verdict
from reporting.pages.facts_line import state_facts
from reporting.pages.letterhead import fit_scale
from reporting.typesetting import break_lines

TEXT_WIDTH = 175.0
"""Width of the sheet's texts in mm; they run over the columns beside them."""
LOGO_PIXELS = (140.0, 34.0)
"""Width and height into which the logo is fitted: the last column, two rows."""
_WIDTHS = (22, 46, 26, 20, 20)


def write_verdict(book: Book, ledger: Ledger) -> None:
    """The verdict, its live numbers, the reasons, the organisation and the decisions."""
    wording = book.wording
    sheet = book.add_sheet("verdict", _WIDTHS, landscape=False, pages=1)
    verdict = tell_verdict(book.diagnosis, wording.language, False, book.made_on)
    book.put(sheet, 0, 0, f"{book.company}　{wording.say('subject')}", bold=True)
    book.put(sheet, 1, 0, state_facts(book.diagnosis, wording, book.made_on), font_color=INK_SECOND)
    _put_brand(book, sheet)
    row = 3
    for line in break_title(verdict.headline, 22, TEXT_WIDTH):
        book.put(sheet, row, 0, line, bold=True, font_size=22)
        row += 1
    for line in break_lines(verdict.deck, TEXT_WIDTH, 10.5):
        book.put(sheet, row, 0, line, font_size=10.5)
        row += 1
    row = _write_numbers(book, sheet, row + 1)
    row = _write_counts(book, sheet, row + 1, verdict)
    row = _write_reasons(book, sheet, row + 1, verdict)
    row = _write_organisation(book, sheet, row + 1, verdict)
    row = _write_decisions(book, sheet, row + 1, verdict)
    insert_chart(book, ledger, sheet, "dimension", row + 1, (900, 260))


def _put_brand(book: Book, sheet: Worksheet) -> None:
    """The firm's logo in the right corner, its name and line on confidentiality under it."""
    logo = book.brand.logo
    last = len(_WIDTHS) - 1
    if book.brand_line:
        book.put(sheet, 2, last, book.brand_line, align="right", font_size=9, font_color=INK_SECOND)
    if logo is None:
        return
    picture = rasterise(logo)
    scale = fit_scale(picture, LOGO_PIXELS)
    place = {"x_offset": LOGO_PIXELS[0] - picture.width * scale, "y_offset": 2, "object_position": 1}
    size = {"x_scale": scale, "y_scale": scale}
    source = {"image_data": BytesIO(picture.data), "description": book.firm}
    sheet.insert_image(0, last, "logo.png", {**place, **size, **source})


def _write_numbers(book: Book, sheet: Worksheet, row: int) -> int:
    """Stage, score, interval and coverage: as diagnosed, and as the sheet of answers says now."""
    overall, wording = book.diagnosis.overall, book.wording
    book.put_heads(sheet, row, ("item", "diagnosed", "now"))
    here = SCORES_TOP + 1
    stage = NO_STAGE if overall.stage is None else overall.stage
    mean = NO_STAGE if overall.mean is None else overall.mean
    low, high = overall.mean_interval
    bounds = [book.refer("scores", f"{column}{here}") for column in "DE"]
    rows: tuple[tuple[str, float | str, str, str], ...] = (
        ("stage", stage, book.refer("scores", f"J{here}"), "0"),
        ("mean", mean, f'IF({book.refer("scores", f"C{here}")}="","{NO_STAGE}",'
         f"{book.refer('scores', f'C{here}')})", "0.0"),
        ("interval", f"{low:.1f}–{high:.1f}", f'TEXT({bounds[0]},"0.0")&"–"&TEXT({bounds[1]},"0.0")', "@"),
        ("coverage", overall.coverage, book.refer("scores", f"I{here}"), "0%"),
    )  # fmt: skip
    for key, value, formula, number in rows:
        row += 1
        look = book.line(num_format=number, align="left", font_size=12, bold=key == "stage")
        book.put(sheet, row, 0, wording.tell(f"columns.{key}"), **book.line())
        sheet.write(row, 1, value, book.style(**look))
        sheet.write_formula(row, 2, f"={formula}", book.style(**look), value)
    book.put(sheet, row + 1, 0, wording.tell("live"), font_color=INK_SECOND, font_size=9)
    return row + 2


def _write_counts(book: Book, sheet: Worksheet, row: int, verdict: Verdict) -> int:
    counts, wording = verdict.counts, book.wording
    for key, count, colour in (("floor", counts.floor, INDIGO), ("paper", counts.paper, OCHRE)):
        book.put(sheet, row, 0, wording.say(f"cover.on_{key}"), **book.line(bold=True, font_color=colour))
        look = book.line(num_format="0", align="left", bold=True, font_size=14)
        sheet.write_number(row, 1, count, book.style(**look))
        row += 1
    for key, count in (("below", counts.below), ("unknown", counts.unknown)):
        book.put(sheet, row, 0, wording.tell(f"counts.{key}"), **book.line(font_color=INK_SECOND))
        sheet.write_number(row, 1, count, book.style(**book.line(align="left")))
        row += 1
    return row


def _write_reasons(book: Book, sheet: Worksheet, row: int, verdict: Verdict) -> int:
    book.put(sheet, row, 0, verdict.reasons_label, bold=True, font_size=11)
    for reason in verdict.reasons:
        row += 1
        colour = {"font_color": VERMILION} if reason.pattern_id else {}
        book.put(sheet, row, 0, reason.title, **book.line(bold=True, **colour))
        book.put(sheet, row, 1, reason.text, **book.line())
    return row + 1


def _write_organisation(book: Book, sheet: Worksheet, row: int, verdict: Verdict) -> int:
    book.put(sheet, row, 0, book.wording.say("cover.organisation"), bold=True, font_size=11)
    line = verdict.organisation
    book.put(sheet, row + 1, 0, line.name, **book.line(bold=True))
    book.put(sheet, row + 1, 1, line.robustness, **book.line())
    book.put(sheet, row + 2, 0, "", **book.line())
    book.put(sheet, row + 2, 1, line.path, **book.line())
    return row + 3


def _write_decisions(book: Book, sheet: Worksheet, row: int, verdict: Verdict) -> int:
    wording = book.wording
    book.put_heads(sheet, row, ("decision", "decision_text", "owner", "due"))
    for place, decision in enumerate(verdict.decisions, start=1):
        sheet.write_number(row + place, 0, place, book.style(**book.line(align="left", bold=True)))
        book.put(sheet, row + place, 1, decision.text, **book.line(bold=True))
        book.put(sheet, row + place, 2, decision.owner_title, **book.line())
        look = book.line(num_format=wording.tell("date_format"), align="left")
        sheet.write_datetime(row + place, 3, decision.due, book.style(**look))
    return row + len(verdict.decisions) + 1
