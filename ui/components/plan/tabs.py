"""From one page after the verdict to another."""

import streamlit as st

from services.takeaway import Link
from ui.components.plan.newer_round import put_newer_round
from ui.components.plan.words import say
from ui.navigation import FOLLOW_UP, FollowUpPage, go_to_link


def put_tabs(link: Link, here: FollowUpPage) -> None:
    """The pages side by side, the one that is open marked; then the way to a newer round if there is one."""
    with st.container(key="tabs", horizontal=True, gap="small"):
        for page in FOLLOW_UP:
            is_here = page == here
            name = "tab-here" if is_here else f"tab-{page}"
            if st.button(say(f"tabs.{page}"), key=name, type="tertiary", disabled=is_here):
                go_to_link(page, link)
    put_newer_round(link, here)
