"""The sheet of perception gaps: how the groups see each question, and a native chart of the widest."""

from xlsxwriter.worksheet import Worksheet

from assessments.models import GROUPS, Group
from reporting.charts.svg import HAIRLINE, INK, INK_SECOND
from reporting.exports.words import clean_line
from reporting.exports.workbook.book import FONT, Book
from reporting.narrative.groups import GroupNames
from scoring.disclosure import show_gaps
from scoring.gaps import FLAG_FROM, TALK_FROM, PerceptionGap
from scoring.minutes import Room

MARKS: dict[Group, tuple[str, str]] = {
    "marketing": ("circle", "#0B7268"),
    "sales": ("triangle", "#6A2C8A"),
    "management": ("square", "#23282C"),
    "business_unit": ("diamond", "#C45C98"),
    "other": ("plus", "#6B6455"),
}
"""Mark and colour of each group, the same as on the screen."""
TOP = 5
WIDEST = 12
"""Questions on the chart."""


def write_gaps(book: Book, room: Room) -> None:
    """Every question that groups answered, those furthest apart first; no sheet where there is none."""
    shown = show_gaps(book.diagnosis)
    groups = [group for group in GROUPS if any(group in gap.by_group for gap in shown.gaps)]
    if not groups:
        return
    names = GroupNames(book.wording.voice, book.diagnosis.questionnaire, room.labels, shown.pooled)
    pooled = min(shown.pooled, default="")
    called = {group: clean_line(names.name(group, pooled)) for group in groups}
    tail = ("difference", "noise", "beyond", "agreement", "respondents")
    sheet = book.add_sheet("gaps", (7, 30, *[13] * len(groups), *[11] * len(tail)))
    book.put_title(sheet, "gaps")
    book.put_heads(sheet, TOP - 1, ("number", "question"))
    for column, group in enumerate(groups, start=2):
        text = f"{called[group]} {book.wording.tell('columns.median')}"
        book.put_head(sheet, TOP - 1, column, text, align="right")
    book.put_heads(sheet, TOP - 1, tail, 2 + len(groups), align="right")
    gaps = sorted(shown.gaps, key=lambda gap: -gap.beyond_noise)
    for row, gap in enumerate(gaps, start=TOP):
        _write_gap(book, sheet, row, gap, groups)
    _flag(book, sheet, TOP + len(gaps) - 1, 2 + len(groups))
    sheet.freeze_panes(TOP, 2)
    sheet.repeat_rows(TOP - 1)
    _insert_widest(book, sheet, called, min(WIDEST, len(gaps)))


def _write_gap(book: Book, sheet: Worksheet, row: int, gap: PerceptionGap, groups: list[Group]) -> None:
    questionnaire = book.diagnosis.questionnaire
    question = questionnaire.question(gap.question_id)
    sheet.write_number(row, 0, questionnaire.number(question.id), book.style(**book.line(align="center")))
    book.put(sheet, row, 1, book.wording.voice.read(question.title), **book.line())
    for column, group in enumerate(groups, start=2):
        view = gap.by_group.get(group)
        if view is None:
            sheet.write_blank(row, column, None, book.style(**book.line()))
        else:
            sheet.write_number(row, column, view.median, book.style(**book.line(num_format="0.0#")))
    numbers = (gap.difference, gap.noise, gap.beyond_noise, gap.r_wg, gap.n)
    formats = ("0.0#", "0.00", "0.00", "0.00", "0")
    for column, (number, shown) in enumerate(zip(numbers, formats, strict=True), start=2 + len(groups)):
        look = book.style(**book.line(num_format=shown))
        if number is None:
            sheet.write_blank(row, column, None, look)
        else:
            sheet.write_number(row, column, number, look)


def _flag(book: Book, sheet: Worksheet, last: int, column: int) -> None:
    """Bold where it is worth talking about, underlined where it is flagged; a difference is no risk."""
    area = (TOP, column, last, column)
    flagged = book.workbook.add_format({"bold": True, "underline": 1})
    talked = book.workbook.add_format({"bold": True})
    sheet.conditional_format(
        *area, {"type": "cell", "criteria": ">=", "value": round(FLAG_FROM, 6) - 1e-6, "format": flagged}
    )
    sheet.conditional_format(*area, {"type": "cell", "criteria": ">=", "value": TALK_FROM, "format": talked})


def _insert_widest(book: Book, sheet: Worksheet, called: dict[Group, str], count: int) -> None:
    """Marks of the groups for the questions they see most differently, joined by a line."""
    name, last = book.sheet_name("gaps"), TOP + count - 1
    chart = book.workbook.add_chart({"type": "line"})
    for column, (group, called_group) in enumerate(called.items(), start=2):
        mark, colour = MARKS[group]
        chart.add_series(
            {
                "name": called_group.lstrip("="),
                "categories": [name, TOP, 1, last, 1],
                "values": [name, TOP, column, last, column],
                "line": {"none": True},
                "marker": {
                    "type": mark,
                    "size": 8,
                    "fill": {"color": colour},
                    "border": {"color": colour},
                },
            }
        )
    chart.set_high_low_lines({"line": {"color": INK_SECOND, "width": 1}})
    title = book.wording.tell("charts.gaps", n=count)
    chart.set_title({"name": title, "overlay": False, "name_font": {"name": FONT, "size": 11, "color": INK}})
    grid = {"visible": True, "line": {"color": HAIRLINE, "width": 0.5}}
    chart.set_y_axis({"min": 0, "max": 5, "major_unit": 1, "num_format": "0", "major_gridlines": grid})
    chart.set_x_axis({"num_font": {"name": FONT, "size": 8, "rotation": -45}})
    chart.set_legend({"position": "bottom", "font": {"name": FONT, "size": 9}})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": 820, "height": 420})
    sheet.insert_chart(TOP, 8 + len(called), chart, {"description": title, "object_position": 3})
