"""Coming back: the link of a draft to take along, and the field to paste it into."""

import streamlit as st

from ui.components.copy_link import put_copy_link
from ui.components.markup import put_html
from ui.links import make_link, read_token
from ui.navigation import go_to
from ui.session import get_language
from ui.words import say, say_html


def offer_resume() -> None:
    """A field for the link of a draft; opens the draft."""
    with st.popover(say("resume.open"), key="resume", type="tertiary"):
        pasted = st.text_input(
            say("resume.paste"), key="resume-link", placeholder=say("resume.example"), autocomplete="off"
        )
        go_on = st.button(say("resume.go"), key="resume-go", type="primary")
        token = read_token(pasted or "")
        if token and go_on:
            go_to("answer", token)
        if pasted and not token:
            put_html(f"<p class='sm'>{say_html('resume.not_a_link')}</p>", role="alert")


def show_link(token: str) -> None:
    """The draft's link with a button that copies it."""
    link = make_link(st.context.url or "", token, get_language())
    with st.popover(say("resume.take"), key="take", type="tertiary"):
        put_copy_link(say("resume.take_text"), link, say("resume.copy"), say("resume.copied"))
