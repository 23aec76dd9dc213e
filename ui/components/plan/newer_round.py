"""From a round that was followed by a re-check to the newest one."""

import streamlit as st

from services.takeaway import Link
from ui.cases import find_newest
from ui.components.markup import put_html
from ui.components.plan.words import say, say_html
from ui.navigation import FollowUpPage, go_to, go_to_link
from ui.words import set_phrases


def put_newer_round(link: Link, here: FollowUpPage) -> None:
    """A note with a button to the same page of the newest round; nothing where the link opens that one."""
    newest = find_newest(link)
    if newest is None:
        return
    with st.container(key="newer", horizontal=True, vertical_alignment="center"):
        put_html(f"<p>{say_html('newer.text')}</p>", "sm", role="status")
        if st.button(say("newer.go"), key="to-newest"):
            go_to_link(here, newest)


def put_closed_round(link: Link) -> None:
    """In place of the questions of such a round: its answers stay as they are."""
    title, text = set_phrases(say("newer.closed")), say_html("newer.closed_text")
    put_html(f"<h1>{title}</h1><p>{text}</p>", "failure")
    newest = find_newest(link)
    if newest and st.button(say("newer.go"), key="to-newest", type="primary"):
        go_to("answer", newest.token)
