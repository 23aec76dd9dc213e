"""The company's calendar file: what is due, and the meetings that keep the work going."""

from datetime import date, datetime

from assessments.models import Language
from reporting.exports.calendar import Meeting, MeetingKind, write_calendar
from services.content import load_content
from services.follow_up.board import read_board
from services.follow_up.company import name_company, open_company
from storage.store import Store

WEEKLY_MINUTES = 30
"""The weekly meeting of marketing and sales (source map E.step)."""
MONTHLY_MINUTES = 60
"""The monthly review; a convention of ours."""


def make_calendar(
    store: Store,
    token: str,
    language: Language,
    made_on: date,
    first_weekly: datetime | None = None,
    first_monthly: datetime | None = None,
) -> bytes:
    """The calendar file (ICS) of the board's due dates and of the meetings, each from its first time on.

    The times are those on the clock of the company, without a time zone; None leaves a meeting out.
    Raises LinkNotFound, DatabaseProblem, ContentBroken.
    """
    board = read_board(store, token)
    name = name_company(open_company(store, token))
    chosen: tuple[tuple[MeetingKind, datetime | None, int], ...] = (
        ("weekly", first_weekly, WEEKLY_MINUTES),
        ("monthly", first_monthly, MONTHLY_MINUTES),
    )
    meetings = tuple(
        Meeting(f"{kind}-{name}", kind, first, minutes)
        for kind, first, minutes in chosen
        if first is not None
    )
    return write_calendar(board, meetings, load_content(), language, made_on)
