"""The sheet of answers, whose levels can be changed, and the sheet with the wording of every level."""

from xlsxwriter.worksheet import Worksheet

from assessments.models import LEVELS
from reporting.charts.svg import FLOOR_BAND, HAIRLINE, INDIGO, INK_SECOND, OCHRE, PAPER_BAND
from reporting.exports.workbook.book import Book
from reporting.exports.workbook.ledger import ANSWERS_TOP, LEVEL_COLUMN
from reporting.narrative.voice import read_level
from scoring.findings import Standing

COLUMNS = (
    "number",
    "dimension",
    "capability",
    "side",
    "question",
    "level",
    "wording",
    "key",
    "weight",
    "note",
)
CENTRED = ("number", "level", "key", "weight")
WIDTHS = (6, 12, 14, 10, 44, 12, 48, 7, 7, 48)
_FIRST_WORDING = 2
"""Column of level 0 on the sheet of wordings."""


def write_answers(book: Book) -> None:
    """Every question asked with its level, its wording and what was noted."""
    sheet = book.add_sheet("answers", WIDTHS)
    book.put_title(sheet, "answers")
    for column, key in enumerate(COLUMNS):
        align = "center" if key in CENTRED else "left"
        book.put_head(sheet, ANSWERS_TOP - 1, column, book.wording.tell(f"columns.{key}"), align=align)
    for place, standing in enumerate(book.diagnosis.standings):
        _write_answer(book, sheet, ANSWERS_TOP + place, standing)
    last = ANSWERS_TOP + len(book.diagnosis.standings) - 1
    sheet.freeze_panes(ANSWERS_TOP, LEVEL_COLUMN)
    sheet.repeat_rows(ANSWERS_TOP - 1)
    sheet.autofilter(ANSWERS_TOP - 1, 0, last, len(COLUMNS) - 1)
    _colour_levels(book, sheet, last)
    _check_levels(book, sheet, last)


def _write_answer(book: Book, sheet: Worksheet, row: int, standing: Standing) -> None:
    questionnaire, voice = book.diagnosis.questionnaire, book.wording.voice
    question = standing.question
    texts = (
        voice.read(questionnaire.dimension_of(question.id).title),
        voice.read(questionnaire.capability_of(question.id).title),
        voice.word(f"sides.{question.side}"),
        voice.read(question.text),
    )
    sheet.write_number(row, 0, questionnaire.number(question.id), book.style(**book.line(align="center")))
    for column, text in enumerate(texts, start=1):
        book.put(sheet, row, column, text, **book.line())
    _write_level(book, sheet, row, standing)
    book.put(sheet, row, 7, "◆" if question.key else "", **book.line(align="center"))
    sheet.write_number(row, 8, question.weight, book.style(**book.line(align="center")))
    remarks = [book.wording.say("answers.reason", text=text) for text in standing.reasons if text.strip()]
    remarks += [text for text in standing.notes if text.strip()]
    book.put(sheet, row, 9, "\n".join(remarks), **book.line(font_color=INK_SECOND, font_size=9))


def _write_level(book: Book, sheet: Worksheet, row: int, standing: Standing) -> None:
    """The level where it can be changed, and beside it what was chosen: that follows the level."""
    entry = book.style(**book.line(align="center", bold=True, border=1, border_color=HAIRLINE))
    if standing.level is not None:
        sheet.write_number(row, LEVEL_COLUMN, standing.level, entry)
    elif standing.status == "unanswered":
        sheet.write_blank(row, LEVEL_COLUMN, None, entry)
    else:
        sheet.write_string(row, LEVEL_COLUMN, book.wording.say(f"status.{standing.status}"), entry)
    level, chosen = f"$F{row + 1}", read_level(standing, book.wording.voice)
    wordings = book.refer("levels", f"$C{row + 1}:$H{row + 1}")
    sheet.write_formula(
        row,
        LEVEL_COLUMN + 1,
        f'=IF(ISNUMBER({level}),INDEX({wordings},1,INT({level})+1),"")',
        book.style(**book.line()),
        chosen,
    )
    longest = max(_read_levels(book, standing), key=len)
    book.make_room(sheet, row, LEVEL_COLUMN + 1, longest, text_wrap=True)


def _read_levels(book: Book, standing: Standing) -> tuple[str, ...]:
    """The wordings of a question's levels."""
    return tuple(book.wording.voice.read(level) for level in standing.question.levels)


def _colour_levels(book: Book, sheet: Worksheet, last: int) -> None:
    """Paper and floor in the report's colours, whatever the level is changed to."""
    area = (ANSWERS_TOP, LEVEL_COLUMN, last, LEVEL_COLUMN)
    level = f"$F{ANSWERS_TOP + 1}"
    bands = ((f"{level}>=3", FLOOR_BAND, INDIGO), (f"{level}<3", PAPER_BAND, "#8A5A12"))
    for condition, band, ink in bands:
        look = book.workbook.add_format({"bg_color": band, "font_color": ink})
        sheet.conditional_format(
            *area, {"type": "formula", "criteria": f"=AND(ISNUMBER({level}),{condition})", "format": look}
        )


def list_choices(book: Book) -> list[float | str]:
    """What a level may be set to: 0 to 5, the medians that occur, and the two words."""
    levels = {float(level) for level in range(LEVELS)}
    levels |= {item.level for item in book.diagnosis.standings if item.level is not None}
    words = [book.wording.say(f"status.{status}") for status in ("unknown", "not_applicable")]
    return [*sorted(levels), *words]


def _check_levels(book: Book, sheet: Worksheet, last: int) -> None:
    count = len(list_choices(book))
    sheet.data_validation(
        ANSWERS_TOP,
        LEVEL_COLUMN,
        last,
        LEVEL_COLUMN,
        {
            "validate": "list",
            "source": "=" + book.refer("levels", f"$J${ANSWERS_TOP + 1}:$J${ANSWERS_TOP + count}"),
            "input_title": book.wording.tell("validation.title"),
            "input_message": book.wording.tell("validation.input"),
            "error_title": book.wording.tell("validation.title"),
            "error_message": book.wording.tell("validation.error"),
        },
    )


def write_levels(book: Book) -> None:
    """What every level of every question looks like, one row each, as on the sheet of answers."""
    sheet = book.add_sheet("levels", (6, 22, *[34] * LEVELS, 3, 14))
    book.put_title(sheet, "levels")
    book.put_heads(sheet, ANSWERS_TOP - 1, ("number", "question"))
    questionnaire, voice = book.diagnosis.questionnaire, book.wording.voice
    for number, level in enumerate(questionnaire.levels):
        colour = OCHRE if number < 3 else INDIGO
        look = {"bold": True, "bottom": 2, "bottom_color": colour, "font_size": 9}
        book.put(
            sheet, ANSWERS_TOP - 1, _FIRST_WORDING + number, f"{number} {voice.read(level.name)}", **look
        )
    for row, standing in enumerate(book.diagnosis.standings, start=ANSWERS_TOP):
        question = standing.question
        sheet.write_number(row, 0, questionnaire.number(question.id), book.style(**book.line(align="center")))
        book.put(sheet, row, 1, voice.read(question.title), **book.line())
        for column, text in enumerate(_read_levels(book, standing), start=_FIRST_WORDING):
            book.put(sheet, row, column, text, **book.line(font_size=9))
    book.put_heads(sheet, ANSWERS_TOP - 1, ("choices",), 9)
    for row, choice in enumerate(list_choices(book), start=ANSWERS_TOP):
        sheet.write(row, 9, choice, book.style(align="center"))
    sheet.freeze_panes(ANSWERS_TOP, _FIRST_WORDING)
    sheet.repeat_rows(ANSWERS_TOP - 1)
