"""The sheet of failure patterns: what was found, on which answers it rests, what to do."""

from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import INK_SECOND, VERMILION
from reporting.exports.workbook.book import Book
from reporting.narrative.voice import write_level
from scoring.findings import Evidence, PatternFinding

COLUMNS = (
    "state",
    "severity",
    "pattern",
    "finding",
    "evidence",
    "consequence",
    "countermeasure",
    "room_question",
    "decision_text",
    "owner",
    "days",
    "sources",
)
WIDTHS = (11, 8, 26, 36, 44, 32, 36, 32, 28, 16, 8, 12)
TOP = 5


def write_patterns(book: Book) -> None:
    """All patterns, the present ones first."""
    sheet = book.add_sheet("patterns", WIDTHS)
    book.put_title(sheet, "patterns")
    book.put_heads(sheet, TOP - 1, COLUMNS)
    for row, finding in enumerate(book.diagnosis.patterns, start=TOP):
        _write_pattern(book, sheet, row, finding)
    sheet.freeze_panes(TOP, 3)
    sheet.repeat_rows(TOP - 1)
    sheet.autofilter(TOP - 1, 0, TOP + len(book.diagnosis.patterns) - 1, len(COLUMNS) - 1)


def _write_pattern(book: Book, sheet: Worksheet, row: int, finding: PatternFinding) -> None:
    pattern, voice, wording = finding.pattern, book.wording.voice, book.wording
    is_present = finding.state == "present"
    kind = "contradiction" if is_present and pattern.contradiction else finding.state
    colour = VERMILION if is_present else INK_SECOND
    book.put(sheet, row, 0, wording.tell(f"states.{kind}"), **book.line(bold=is_present, font_color=colour))
    book.put(sheet, row, 1, wording.tell(f"severity.{pattern.severity}"), **book.line())
    book.put(sheet, row, 2, voice.read(pattern.title), **book.line(bold=is_present))
    texts = (
        voice.read(pattern.finding),
        "\n".join(_state_evidence(book, item) for item in finding.evidence),
        voice.read(pattern.consequence),
        voice.read(pattern.countermeasure),
        voice.read(pattern.room_question),
        voice.read(pattern.decision),
        voice.read(book.diagnosis.questionnaire.owner(pattern.decided_by).title),
    )
    ink = {} if is_present else {"font_color": INK_SECOND}
    for column, text in enumerate(texts, start=3):
        book.put(sheet, row, column, text, **book.line(**ink))
    sheet.write_number(row, 10, pattern.decided_within_days, book.style(**book.line(**ink)))
    book.put(sheet, row, 11, ", ".join(pattern.sources), **book.line(**ink))


def _state_evidence(book: Book, item: Evidence) -> str:
    """One answer the rule looks at, with whether it speaks for the pattern."""
    standing, wording = item.standing, book.wording
    sign = {True: "●", None: "?", False: "○"}[item.speaks_for]
    level = (
        wording.say(f"status.{standing.status}") if standing.level is None else write_level(standing.level)
    )
    return wording.tell(
        "evidence",
        sign=sign,
        number=book.diagnosis.questionnaire.number(standing.question.id),
        title=wording.voice.read(standing.question.title),
        level=level,
    )
