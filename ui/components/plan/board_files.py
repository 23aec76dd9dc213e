"""The board as a file: taken along for a spreadsheet or a calendar, and brought back whole or not at all."""

from datetime import date, datetime, time, timedelta
from html import escape

import streamlit as st

from assessments.board import Board
from services.errors import UserError
from services.follow_up import BoardFileRefused, add_step, import_board
from ui.cases import Case
from ui.components.downloads import draw_file
from ui.components.file_choice import choose_file
from ui.components.markup import put_html
from ui.components.notice import perform
from ui.components.plan.words import say, say_html
from ui.resources import get_store
from ui.session import get_language, set_notice
from ui.takeaway_files import MONTHLY, WEEKLY

_TEN = time(10, 0)


def put_files(case: Case, board: Board, today: date) -> None:
    """An own step, the files, the calendar, and the way back in."""
    with st.expander(say("board.own"), key="own-step"):
        _ask_own_step(case)
    with st.expander(say("board.files"), key="board-files"):
        put_html(f"<p>{say_html('board.files_text')}</p>", "sm mut")
        put_html(
            draw_file(case.link, "board.xlsx", say("board.xlsx"))
            + draw_file(case.link, "board.csv", say("board.csv")),
            "dls",
        )
        _ask_import(case, board)
    with st.expander(say("board.calendar"), key="board-calendar"):
        _offer_calendar(case, today)


def _ask_own_step(case: Case) -> None:
    with st.form(key="own-form", clear_on_submit=True, border=False):
        title = st.text_input(
            say("board.own_title"), key="own-title", max_chars=200, placeholder=say("board.own_example")
        )
        if st.form_submit_button(say("board.own_go"), key="own-go") and (title or "").strip():
            perform(lambda: add_step(get_store(), case.link.token, title))
            st.rerun()


def _ask_import(case: Case, board: Board) -> None:
    """The field begins anew once the board is another one, as after an import."""
    turn = sum(item.revision for item in board.items)
    uploaded = choose_file(
        say("board.import"),
        say("board.import_choose"),
        say("board.import_refused"),
        ["csv", "xlsx"],
        "board",
        turn,
    )
    if uploaded is None or not st.button(say("board.import_go"), key="import-go"):
        return
    try:
        done = import_board(get_store(), case.link.token, uploaded.getvalue())
    except BoardFileRefused as error:
        lines = "".join(f"<li>{escape(line)}</li>" for line in error.explain(get_language()).splitlines())
        put_html(f"<ul>{lines}</ul>", "hint bad sm", role="alert")
    except UserError as error:
        put_html(f"<p>{escape(error.explain(get_language()))}</p>", "hint bad sm", role="alert")
    else:
        set_notice(say("board.imported", added=done.added, changed=done.changed, unchanged=done.unchanged))
        st.rerun()


def _offer_calendar(case: Case, today: date) -> None:
    """The first weekly meeting next Monday, the first monthly one a month on, unless told otherwise."""
    put_html(f"<p>{say_html('board.calendar_text')}</p>", "sm mut")
    monday = today + timedelta(days=7 - today.weekday())
    weekly = _ask_time("weekly", monday)
    monthly = _ask_time("monthly", monday + timedelta(weeks=4))
    options = {
        name: moment.isoformat(timespec="minutes")
        for name, moment in ((WEEKLY, weekly), (MONTHLY, monthly))
        if moment is not None
    }
    put_html(draw_file(case.link, "calendar.ics", say("board.ics"), options=options), "dls")


def _ask_time(name: str, day: date) -> datetime | None:
    left, right = st.columns(2, vertical_alignment="bottom")
    chosen: date | None = left.date_input(
        say(f"board.{name}"), value=day, key=f"cal-{name}", format="YYYY/MM/DD"
    )
    at: time | None = right.time_input(say("board.at"), value=_TEN, key=f"cal-{name}-at", step=900)
    return datetime.combine(chosen, at) if chosen and at else None
