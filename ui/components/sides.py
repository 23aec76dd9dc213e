"""Paper and floor: which of the two sides is short, and what is stuck between them."""

from html import escape

import streamlit as st

from reporting.narrative import tell_sides
from scoring.findings import Diagnosis, Standing
from ui.components.answer_rows import write_number
from ui.components.level_chart import put_level_chart
from ui.components.markup import put_html
from ui.components.section import head
from ui.session import get_language
from ui.words import read_html, say, say_html, set_phrases

SHOWN = 8
"""Questions listed at once; the rest unfold."""


def put_sides(diagnosis: Diagnosis, *, with_chart: bool = True) -> None:
    """The comparison, the chart, and the list of what is stuck on paper.

    Participants' phones do without the chart: its script alone is 4.7 MB.
    """
    story = tell_sides(diagnosis, get_language(), polite=True)
    with st.container(key="sides", horizontal=True, gap=None):
        put_html(f'<div class="lab ph">{set_phrases(say("result.sides"))}</div>', "seclab", width=184)
        with st.container(key="sides-body", gap="small"):
            put_html(head(story.title, story.deck), "body")
            if with_chart:
                put_level_chart(diagnosis)
            put_html(_list_stuck(diagnosis), "stuck")


def _list_stuck(diagnosis: Diagnosis) -> str:
    stuck = diagnosis.stuck_on_paper
    if not stuck:
        return ""
    title = f"<h3>{set_phrases(say('result.stuck_title', n=len(stuck)))}</h3>"
    shown = "".join(_list_question(diagnosis, standing) for standing in stuck[:SHOWN])
    rest = "".join(_list_question(diagnosis, standing) for standing in stuck[SHOWN:])
    more = ""
    if rest:
        more = (
            f"<details><summary>{say_html('result.show_more', n=len(stuck) - SHOWN)}</summary>"
            f"<ul>{rest}</ul></details>"
        )
    return f"{title}<ul>{shown}</ul>{more}"


def _list_question(diagnosis: Diagnosis, standing: Standing) -> str:
    number = write_number(diagnosis, standing)
    return f"<li><span>{escape(number)}</span>{read_html(standing.question.title)}</li>"
