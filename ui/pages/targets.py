"""The targets: figures in; funnel backward and forward, returns and bottleneck out."""

import streamlit as st

from reporting.narrative import tell_bands, tell_targets
from scoring.targets import plan_targets
from ui.cases import Case, open_case
from ui.components import frame
from ui.components.markup import put_html
from ui.components.plan.funnel import put_funnel, put_reading
from ui.components.plan.tabs import put_tabs
from ui.components.plan.targets_form import ask_targets
from ui.components.plan.words import say, say_html
from ui.navigation import go_to, go_to_link
from ui.session import get_language
from ui.words import set_phrases


def show() -> None:
    """Draw the targets of the case the address names."""
    case = open_case()
    if case is None:
        go_to("start", None)
    with frame.sheet("targets", frame.BOARD_WIDTH):
        with frame.masthead(case.diagnosis.profile.name):
            pass
        put_tabs(case.link, "targets")
        heading = st.container(gap=None)
        left, right = st.columns([13, 16], gap="large")
        with left, st.container(key="targets-form", gap="medium"):
            put_html(f"<p>{say_html('targets.why')}</p>", "sm mut")
            targets = ask_targets(case)
        plan = plan_targets(targets)
        story = tell_targets(targets, plan, get_language(), polite=True)
        with heading:
            lines = "<br>".join(set_phrases(line) for line in story.story.title)
            put_html(f"<h1>{lines}</h1><p class='lead'>{set_phrases(story.story.deck)}</p>", "planhead")
        with right:
            put_funnel(targets, plan)
            bands = tell_bands(case.diagnosis.questionnaire, targets, plan, get_language(), polite=True)
            put_reading(story, plan, bands)
    _put_bar(case)


def _put_bar(case: Case) -> None:
    with frame.bottom_bar(frame.BOARD_WIDTH):
        if st.button(say("back_to_result"), key="back"):
            go_to_link("result", case.link)
        if st.button(say("to_plan"), key="next", type="primary"):
            go_to_link("plan", case.link)


show()
