"""The items exchanged between MA and CRM or SFA, each with how far it is in use here (D.data)."""

from typing import Any

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import FLOOR_BAND, INDIGO, INK_SECOND, PAPER_BAND
from reporting.kit.sheets.blocks import PAPER_INK, name_status, tell_status
from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.head import write_head

WIDTHS = (5, 22, 22, 10, 11, 23, 5, 12, 9, 14, 14, 15, 17, 12)
NUMBER, ITEM, PURPOSE, WAY, MASTER, FORM, KEY, ENTERS, REQUIRED, MOMENT, STATE, MA, CRM, CHECKED = range(14)
HEADS = (
    "number",
    "item",
    "purpose",
    "way",
    "master",
    "form",
    "key",
    "enters",
    "required",
    "moment",
    "state",
    "ma_field",
    "crm_field",
    "checked",
)


def write_items(book: KitBook) -> None:
    """Every item with direction, form, who enters it and the state the answers tell of."""
    sheet = book.add_sheet("items", WIDTHS)
    row = write_head(book, sheet, CHECKED, ITEM)
    row = _write_link(book, sheet, row)
    book.put_heads(sheet, row, HEADS)
    items, top = book.words.node("items"), row + 1
    for place, item in enumerate(items):
        _write_item(book, sheet, top + place, place + 1, item)
    last = top + len(items) - 1
    _offer_choices(book, sheet, top, last)
    _count_checked(book, sheet, row - 1, top, last)
    sheet.freeze_panes(0, PURPOSE)
    sheet.repeat_rows(row)


def _write_link(book: KitBook, sheet: Worksheet, row: int) -> int:
    """Where the link between the tools stands; the row of the heads."""
    book.put_section(sheet, row, book.words.say("sections.items"))
    book.put_note(sheet, row + 1, (0, CHECKED), tell_status(book, "ma_sfa_link"))
    return row + 4


def _write_item(book: KitBook, sheet: Worksheet, row: int, number: int, item: dict[str, Any]) -> None:
    sheet.write_number(row, NUMBER, number, book.style(**book.line(align="center")))
    book.put(sheet, row, ITEM, book.words.read(item["name"]), **book.line(bold=True))
    for column, key in ((PURPOSE, "purpose"), (FORM, "form"), (MOMENT, "moment")):
        book.put(sheet, row, column, book.words.read(item[key]), **book.line(font_size=9))
    book.put_entry(sheet, row, WAY, book.words.say(f"ways.{item['way']}"), align="center")
    book.put_entry(sheet, row, MASTER, book.words.say(f"masters.{item['master']}"), align="center")
    book.put(sheet, row, KEY, "◎" if item.get("key") else "", **book.line(align="center"))
    book.put(sheet, row, ENTERS, _name_author(book, item["enters"]), **book.line(font_size=9))
    required = book.words.say(f"required.{'must' if item['required'] else 'may'}")
    book.put_entry(sheet, row, REQUIRED, required, align="center")
    _write_state(book, sheet, row, item["question"])
    for column in (MA, CRM):
        book.put_entry(sheet, row, column)
    book.put_entry(sheet, row, CHECKED, num_format=book.shape("day"))


def _name_author(book: KitBook, author: str) -> str:
    """A department by its own name, or what enters the item by itself."""
    return (
        book.owner(author) if author in ("marketing", "sales", "both") else book.words.say(f"enters.{author}")
    )


def _write_state(book: KitBook, sheet: Worksheet, row: int, question_id: str) -> None:
    """How far the item is in use, by the answer to the question it hangs on."""
    standing = book.case.find_standing(question_id)
    status = name_status(standing)
    looks: dict[str, dict[str, Any]] = {
        "in_use": {"bg_color": FLOOR_BAND, "font_color": INDIGO},
        "on_paper": {"bg_color": PAPER_BAND, "font_color": PAPER_INK},
        "to_settle": {},
    }
    text = book.words.say(
        "state",
        state=book.common.say(f"status.{status}"),
        number=book.diagnosis.questionnaire.number(question_id),
    )
    look = looks.get(status, {"font_color": INK_SECOND, "italic": True})
    book.put(sheet, row, STATE, text, **book.line(font_size=9, **look))


def _offer_choices(book: KitBook, sheet: Worksheet, top: int, last: int) -> None:
    for column, key in ((WAY, "ways"), (MASTER, "masters"), (REQUIRED, "required")):
        choices = [book.words.read(text) for text in book.words.node(key).values()]
        book.offer(sheet, (top, column, last, column), choices)


def _count_checked(book: KitBook, sheet: Worksheet, row: int, top: int, last: int) -> None:
    """How many items were seen to arrive in the other tool."""
    area = xl_range_abs(top, CHECKED, last, CHECKED)
    label, total = book.words.say("checked"), last - top + 1
    shown = f"{label} 0 / {total}"
    look = {"bold": True, "bottom": 0, "text_wrap": False}
    book.put_live(sheet, row, 0, f'"{label} "&COUNT({area})&" / {total}"', shown, **look)
