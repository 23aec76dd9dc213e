"""The plan: the roadmap by horizon and over its weeks, what would be if it were done, what to find out."""

from datetime import date
from functools import partial

import streamlit as st

from reporting.narrative import RoadmapStory, tell_roadmap
from scoring.roadmap import Roadmap, plan_roadmap
from scoring.what_if import imagine, lift_levels
from services.follow_up import start_board
from ui.cases import Case, open_case
from ui.components import frame
from ui.components.markup import put_html
from ui.components.plan.capacity import ask_capacity
from ui.components.plan.gantt import put_gantt
from ui.components.plan.open_questions import put_open_questions
from ui.components.plan.steps import clear_ticks, list_ticked, put_steps
from ui.components.plan.tabs import put_tabs
from ui.components.plan.what_if import Outlook, ask_levels, put_outcome, put_outlook_line
from ui.components.plan.words import say, say_html
from ui.components.section import put_section
from ui.navigation import go_to, go_to_link
from ui.resources import get_store
from ui.session import get_language
from ui.words import set_phrases


def show() -> None:
    """Draw the plan of the case the address names."""
    case = open_case()
    if case is None:
        go_to("start", None)
    with frame.sheet("plan", frame.BOARD_WIDTH):
        with frame.masthead(case.diagnosis.profile.name):
            pass
        put_tabs(case.link, "plan")
        left, right = st.columns([19, 13], gap="large")
        with left:
            heading = st.container(gap=None)
            capacity = ask_capacity(case)
        roadmap = plan_roadmap(case.diagnosis, capacity)
        story = tell_roadmap(case.diagnosis, roadmap, get_language(), polite=True)
        with heading:
            _put_heading(story)
        with right:
            outlook = _put_what_if(case, roadmap)
        put_gantt(roadmap, story)
        put_steps(case, roadmap, story, date.today())
        _put_later(story)
        put_open_questions(case)
    put_outlook_line(outlook, frame.BOARD_WIDTH)
    _put_bar(case, roadmap)


def _put_heading(story: RoadmapStory) -> None:
    lines = "<br>".join(set_phrases(line) for line in story.story.title)
    put_html(f"<h1>{lines}</h1><p class='lead'>{set_phrases(story.story.deck)}</p>", "planhead")


def _put_what_if(case: Case, roadmap: Roadmap) -> Outlook:
    with st.container(key="what-if", gap="small"):
        outcome = st.container()
        moved = ask_levels(case.diagnosis)
        ticked = list_ticked(roadmap)
        if ticked:
            st.button(
                say("what_if.reset"), key="reset", type="tertiary", on_click=partial(clear_ticks, roadmap)
            )
        levels = lift_levels(case.diagnosis, ticked) | moved
        then = imagine(case.diagnosis, levels) if levels else case.diagnosis
        outlook = Outlook(case.diagnosis, then, len(ticked), len(moved))
        with outcome:
            put_outcome(outlook)
    return outlook


def _put_later(story: RoadmapStory) -> None:
    if story.later:
        items = "".join(f"<li>{set_phrases(title)}</li>" for title in story.later)
        body = (
            f"<details><summary>{say_html('later.show', n=len(story.later))}</summary>"
            f'<ul class="dots two-up">{items}</ul></details>'
        )
        put_section(say("later.label"), (say("later.title"),), say("later.text"), body)


def _put_bar(case: Case, roadmap: Roadmap) -> None:
    with frame.bottom_bar(frame.BOARD_WIDTH):
        if st.button(say("back_to_result"), key="back"):
            go_to_link("result", case.link)
        if st.button(say("to_board"), key="next", type="primary", disabled=not roadmap.steps):
            start_board(get_store(), case.link.token, roadmap, date.today(), get_language())
            go_to_link("board", case.link)


show()
