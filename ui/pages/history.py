"""The history: what each round has come to, what moved since the one before, and the next re-check."""

from datetime import datetime
from html import escape

import streamlit as st

from reporting.narrative import tell_comparison
from scoring.comparison import Comparison, compare
from services.follow_up import PastRound, read_history
from ui.cases import Case, find_newest, open_case
from ui.components import frame
from ui.components.downloads import offer_report
from ui.components.markup import put_html
from ui.components.plan.recheck import offer_recheck
from ui.components.plan.rounds import put_moves, put_rounds
from ui.components.plan.tabs import put_tabs
from ui.components.plan.words import say
from ui.navigation import go_to, go_to_link
from ui.resources import get_store
from ui.session import get_language
from ui.words import find_day, set_phrases


def show() -> None:
    """Draw the rounds of the company whose case the address names."""
    case = open_case()
    if case is None:
        go_to("start", None)
    rounds = read_history(get_store(), case.link.token)
    with frame.sheet("history", frame.RESULT_WIDTH):
        with frame.masthead(case.diagnosis.profile.name):
            pass
        put_tabs(case.link, "history")
        _put_rounds(rounds)
        offer_recheck(case)
    _put_bar(case)


def _put_rounds(rounds: tuple[PastRound, ...]) -> None:
    newest = rounds[-1] if rounds else None
    if newest is None or newest.baseline is None or newest.baseline_at is None:
        _put_title("first" if rounds else "none")
        if rounds:
            put_rounds(rounds)
        return
    if newest.open:
        _put_title("open")
        put_rounds(rounds)
        return
    comparison = compare(newest.baseline, newest.diagnosis)
    _put_heading(comparison, newest.baseline_at)
    put_rounds(rounds)
    put_moves(comparison, newest.diagnosis)


def _put_title(kind: str) -> None:
    """Why there is nothing to compare yet."""
    title, text = set_phrases(say(f"history.{kind}_title")), set_phrases(say(f"history.{kind}_text"))
    put_html(f"<h1>{title}</h1><p class='lead'>{text}</p>", "planhead")


def _put_heading(comparison: Comparison, earlier_at: datetime) -> None:
    """What moved, whether that is certain, and what became of the patterns."""
    told = tell_comparison(comparison, find_day(earlier_at), get_language(), polite=True)
    lines = "<br>".join(set_phrases(line) for line in told.story.title)
    patterns = "".join(f"<li>{escape(text)}</li>" for text in told.patterns)
    put_html(
        f"<h1>{lines}</h1><p class='lead'>{escape(told.story.deck)}</p>"
        + (f"<ul class='dots'>{patterns}</ul>" if patterns else ""),
        "planhead",
    )


def _put_bar(case: Case) -> None:
    with frame.bottom_bar(frame.RESULT_WIDTH):
        if st.button(say("to_board_page"), key="back"):
            go_to_link("board", case.link)
        offer_report(find_newest(case.link) or case.link, "secondary")


show()
