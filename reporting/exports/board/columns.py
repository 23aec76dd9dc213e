"""The columns of a board's file, and how what stands in them is written and read as text."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal, TypeVar, get_args

from assessments.board import BOARD_STATUSES, BoardItem, BoardStatus
from assessments.models import LANGUAGES, Language, Questionnaire
from i18n.text import translate

Column = Literal["title", "status", "owner", "due", "evidence", "id", "revision"]
COLUMNS: tuple[Column, ...] = get_args(Column)
Name = TypeVar("Name", bound=str)
_FORMULA_LIKE = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_DATES = (
    re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?"),
    re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})"),
    re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日"),
)


def name_column(column: Column, language: Language) -> str:
    """A column's heading."""
    return translate(f"follow_up.board.{column}", language)


def name_status(status: BoardStatus, language: Language) -> str:
    """A status in words."""
    return translate(f"follow_up.statuses.{status}", language)


def write_cells(item: BoardItem, questionnaire: Questionnaire, language: Language) -> dict[Column, str]:
    """A step as texts, by column."""
    return {
        "title": item.name(questionnaire, language),
        "status": name_status(item.status, language),
        "owner": item.owner,
        "due": "" if item.due is None else item.due.isoformat(),
        "evidence": item.evidence,
        "id": item.id,
        "revision": str(item.revision),
    }


def find_column(heading: str) -> Column | None:
    """The column with a heading, in either language; None when there is none."""
    return _find(heading, COLUMNS, "follow_up.board")


def find_status(word: str) -> BoardStatus | None:
    """The status a word stands for, in either language; None when it stands for none."""
    return _find(word, BOARD_STATUSES, "follow_up.statuses")


def read_date(text: str) -> date | None:
    """The day, written year first as a file or a spreadsheet has it; None when it is not one.

    An order that depends on the country (3/4/2027) is not guessed at.
    """
    for form in _DATES:
        found = form.fullmatch(text)
        if found:
            try:
                return date(*map(int, found.groups()))
            except ValueError:
                return None
    return None


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula."""
    return _FORMULA_LIKE.match(text) is not None


def make_inert(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if is_formula_like(text) else text


def read_inert(text: str) -> str:
    """What `make_inert` was given."""
    return text[1:] if text.startswith("'") and is_formula_like(text) else text


def _find(word: str, names: Iterable[Name], area: str) -> Name | None:
    wanted = word.strip().casefold()
    for name in names:
        words = [str(name), *(translate(f"{area}.{name}", language) for language in LANGUAGES)]
        if wanted in [text.casefold() for text in words]:
            return name
    return None
