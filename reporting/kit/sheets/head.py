"""What stands at the head of a document: which finding it answers, who carries it out, how to fill it in."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from reporting.charts.svg import HAIRLINE, INK_SECOND
from reporting.exports.words import clean_line
from reporting.kit.findings import find_answered
from reporting.kit.notes import cut_note, list_notes
from reporting.kit.sheets.book import ENTRY, KitBook
from scoring.minutes import MinutesItem, list_actions
from scoring.roadmap import Step

SHOWN_STEPS = 2
SHOWN_LINES = 6
"""Notes and decisions that are repeated; a row of a sheet holds no more."""


def write_head(book: KitBook, sheet: Worksheet, last: int, label: int = 0) -> int:
    """The head over columns 0 to `last`, its labels over those to `label`; the first free row below."""
    case = book.case
    answered = find_answered(case, book.document)
    made = f"{book.company}　{case.wording.write_date(case.made_on)}"
    book.put(sheet, 0, 0, book.title, bold=True, font_size=16, font_color=book.accent)
    book.put_wide(sheet, 1, (0, last), made, font_color=INK_SECOND)
    evidence = book.common.say("head.between").join(answered.evidence)
    rows = [
        ("answers", answered.text),
        ("evidence", evidence),
        ("steps", _tell_steps(book)),
        ("agreed", _tell_agreed(book)),
        ("notes", _join(book, list_notes(case, book.document))),
    ]
    row = 2
    for key, text in rows:
        if text:
            row += 1
            _write_row(book, sheet, row, (label, last), key, text)
    return _write_legend(book, sheet, row + 1, (label, last))


def _write_row(book: KitBook, sheet: Worksheet, row: int, ends: tuple[int, int], key: str, text: str) -> None:
    look = {"bottom": 1, "bottom_color": HAIRLINE, "font_size": 9}
    label, last = ends
    name = book.common.say(f"head.{key}")
    book.put_wide(sheet, row, (0, label), name, **look, bold=True, font_color=INK_SECOND)
    book.put_wide(sheet, row, (label + 1, last), text, **look)


def _tell_steps(book: KitBook) -> str:
    """The roadmap's steps that this document is for, with owner and dates; empty where there is none."""
    steps = book.case.steps_for(book.document)[:SHOWN_STEPS]
    return book.common.say("head.between").join(_tell_step(book, step) for step in steps)


def _tell_step(book: KitBook, step: Step) -> str:
    case, language = book.case, book.case.language
    owner = case.diagnosis.questionnaire.owner(step.action.owner)
    start, end = (case.wording.write_date(day) for day in (case.starts_on(step), case.ends_on(step)))
    return book.common.say(
        "head.step",
        title=step.action.title.get(language),
        owner=owner.title.get(language),
        start=start,
        end=end,
    )


def _join(book: KitBook, lines: Sequence[str]) -> str:
    """The first lines, and how many more there are."""
    more = len(lines) - SHOWN_LINES
    last = [book.common.say("head.more", n=more)] if more > 0 else []
    return "\n".join([*lines[:SHOWN_LINES], *last])


def _tell_agreed(book: KitBook) -> str:
    """What a workshop decided to do about the document's questions; empty where it decided nothing."""
    case = book.case
    ids = {standing.question.id for standing in case.standings_for(book.document)}
    items = [item for item in list_actions(case.enclosures.room.minutes) if item.question_id in ids]
    return _join(book, [_tell_action(book, item) for item in items])


def _tell_action(book: KitBook, item: MinutesItem) -> str:
    case = book.case
    due = case.wording.write_date(item.due) if item.due else ""
    who = book.common.say("comma").join(part for part in (clean_line(item.owner), due) if part)
    action = cut_note(clean_line(item.next_action))
    return book.common.say("head.action", action=action, who=who) if who else action


def _write_legend(book: KitBook, sheet: Worksheet, row: int, ends: tuple[int, int]) -> int:
    """What the colour of cells means."""
    look = {"bg_color": ENTRY, "border": 1, "border_color": HAIRLINE, "align": "center", "font_size": 9}
    label, last = ends
    book.put_wide(sheet, row, (0, label), book.common.say("head.entry"), **look)
    text = book.common.say("head.legend")
    book.put_wide(sheet, row, (label + 1, last), text, font_size=9, font_color=INK_SECOND, indent=1)
    return row + 2
