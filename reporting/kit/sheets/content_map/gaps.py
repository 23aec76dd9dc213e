"""Where nothing is in use yet: by stage and reader, by state, and what sales says is missing."""

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import VERMILION
from reporting.kit.sheets.blocks import write_log
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.content_map import content
from reporting.kit.sheets.content_map.content import GAPS_TOP, HIGHEST_RANK, READERS_ROW
from reporting.kit.sheets.content_map.plan import READERS, ROWS, Plan, read_plan
from reporting.kit.sheets.formulas import locate

WIDTHS = (26, *[17] * READERS, 17, 17)
LOWEST_CHOICE = 3


def write_gaps(book: KitBook, top: int) -> None:
    """Live counts over the map whose first row is `top`, then the log of sales' remarks."""
    sheet = book.add_sheet("gaps", WIDTHS, pages=1)
    plan = read_plan(book.words)
    book.put_title(sheet, "gaps")
    _write_matrix(book, sheet, plan, top)
    row = _write_states(book, sheet, plan, top, GAPS_TOP + len(plan.stages) + 2)
    _write_choice(book, sheet, top, row + 1)
    book.put_section(sheet, row + 3, book.words.say("sections.voices"))
    heads = [book.words.say(f"columns.{key}") for key in ("date", "scene", "asked", "answer")]
    write_log(book, sheet, row + 4, heads, ((0, 0), (1, 2), (3, 5), (6, 8)), 8)


def _area(book: KitBook, top: int, column: int) -> str:
    return book.refer("content", str(xl_range_abs(top, column, top + ROWS - 1, column)))


def _write_matrix(book: KitBook, sheet: Worksheet, plan: Plan, top: int) -> None:
    """How many pieces are in use for each stage and reader; an empty field is a gap."""
    book.put_head(sheet, READERS_ROW, 0, book.words.say("columns.in_use_by"))
    look = {"bold": True, "font_size": 9, "align": "center"}
    for column in range(1, READERS + 1):
        reader = plan.readers[column - 1] if column <= len(plan.readers) else None
        book.put_entry(sheet, READERS_ROW, column, reader, **look)
    stages, readers, states = (
        _area(book, top, column) for column in (content.STAGE, content.READER, content.STATE)
    )
    for row, stage in enumerate(plan.stages, start=GAPS_TOP):
        book.put(sheet, row, 0, stage, **book.line(bold=True))
        for column in range(1, READERS + 1):
            reader = locate(READERS_ROW, column)
            count = f'COUNTIFS({stages},{locate(row, 0)},{readers},{reader},{states},"{plan.states[0]}")'
            shown = 0 if column <= len(plan.readers) else None
            book.put_live(sheet, row, column, f'IF({reader}="","",{count})', shown, align="center")
    empty = book.workbook.add_format({"font_color": VERMILION, "bold": True, "underline": 1})
    area = (GAPS_TOP, 1, GAPS_TOP + len(plan.stages) - 1, READERS)
    first = f"{locate(GAPS_TOP, 1)}".replace("$", "")
    rule = f"=AND(ISNUMBER({first}),{first}=0)"
    sheet.conditional_format(*area, {"type": "formula", "criteria": rule, "format": empty})


def _write_states(book: KitBook, sheet: Worksheet, plan: Plan, top: int, row: int) -> int:
    """Pieces by stage and state, gaps and the share in use; the first free row below."""
    book.put_section(sheet, row, book.words.say("sections.states"))
    book.put_head(sheet, row + 1, 0, book.words.say("columns.stage"))
    heads = ("listed", *plan.states, "open", "lacking", "share")
    for column, head in enumerate(heads, start=1):
        text = head if head in plan.states else book.words.say(f"columns.{head}")
        book.put_head(sheet, row + 1, column, text, align="right")
    for place, stage in enumerate(plan.stages, start=row + 2):
        _write_stage(book, sheet, plan, top, place, stage)
    return row + 2 + len(plan.stages)


def _write_stage(book: KitBook, sheet: Worksheet, plan: Plan, top: int, row: int, stage: str) -> None:
    book.put(sheet, row, 0, stage, **book.line(bold=True))
    stages, states = (_area(book, top, column) for column in (content.STAGE, content.STATE))
    pieces = _area(book, top, content.CONTENT)
    listed = sum(piece.stage == stage for piece in plan.pieces)
    here, first, in_use, _, made, missing = (locate(row, column) for column in range(6))
    formulas: list[tuple[str, float | None]] = [(f'COUNTIFS({stages},{here},{pieces},"?*")', listed)]
    formulas += [(f'COUNTIFS({stages},{here},{states},"{state}")', 0) for state in plan.states]
    counted = f"SUM({in_use}:{missing})"
    formulas += [(f"{first}-{counted}", listed), (f"{made}+{missing}", 0)]
    for column, (formula, value) in enumerate(formulas, start=1):
        strong = column == len(formulas)
        book.put_live(sheet, row, column, formula, value, align="right", bold=strong)
    look = {"num_format": book.shape("whole_rate"), "align": "right"}
    shown = 0 if listed else None
    book.put_live(sheet, row, 8, f'IF({first}>0,{in_use}/{first},"")', shown, **look)


def _write_choice(book: KitBook, sheet: Worksheet, top: int, row: int) -> None:
    """Whether three to five pieces were chosen to begin with."""
    area = _area(book, top, content.RANK)
    count = f"COUNTA({area})"
    good, bad = (book.words.say(f"checks.{key}") for key in ("narrow", "choose"))
    book.put(sheet, row, 0, book.words.say("checks.name"), bold=True)
    sheet.merge_range(row, 1, row, len(WIDTHS) - 1, "", book.style(**book.line()))
    formula = f'IF(AND({count}>={LOWEST_CHOICE},{count}<={HIGHEST_RANK}),"{good}","{bad}"&" ("&{count}&")")'
    book.put_live(sheet, row, 1, formula, f"{bad} (0)")
