"""On the result: the roadmap's first steps and the way to all of them; what moved since the last round."""

from html import escape

import streamlit as st

from reporting.narrative import StepStory, tell_comparison, tell_roadmap
from scoring.comparison import compare
from ui.cases import Case
from ui.components.markup import put_html
from ui.components.plan.words import say, say_html
from ui.components.section import head, put_section
from ui.navigation import go_to_link
from ui.session import get_language
from ui.words import set_phrases

SHOWN = 3
"""Steps that are shown; the plan has all of them."""


def put_next_steps(case: Case) -> None:
    """The section that leads on from the verdict to the work."""
    roadmap = case.roadmap
    story = tell_roadmap(case.diagnosis, roadmap, get_language(), polite=True)
    with st.container(key="next-steps", horizontal=True, gap=None):
        put_html(f'<div class="lab ph">{set_phrases(say("next.label"))}</div>', "seclab")
        with st.container(key="next-steps-body", gap="small"):
            steps = "".join(_draw_step(told) for told in story.steps[:SHOWN])
            listed = f"<ol class='firsts'>{steps}</ol>" if steps else ""
            put_html(head(story.story.title, story.story.deck) + listed, "body")
            if st.button(say("next.go"), key="to-plan", type="primary"):
                go_to_link("plan", case.link)


def _draw_step(told: StepStory) -> str:
    return (
        f"<li><b>{told.number}</b><div><h3>{set_phrases(told.title)}</h3>"
        f"<p class='sm mut'>{escape(told.owner)}　{escape(told.when)}</p>"
        f"<p class='sm'><b>{say_html('steps.monday')}</b>　{escape(told.first_step)}</p></div></li>"
    )


def put_since(case: Case) -> None:
    """What moved since the round before; nothing in the first one."""
    earlier = case.enclosures.earlier
    if earlier is None:
        return
    comparison = compare(earlier.diagnosis, case.diagnosis)
    told = tell_comparison(comparison, earlier.made_on, get_language(), polite=True)
    patterns = "".join(f"<li>{escape(text)}</li>" for text in told.patterns)
    body = f"<ul class='dots'>{patterns}</ul>" if patterns else ""
    put_section(say("next.since"), told.story.title, told.story.deck, body)
