"""What the facilitator's screens stand in: a slide that scales with the window, its head and its bar."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st

from ui.components.frame import switch_language
from ui.components.markup import put_html
from ui.session import get_language


@contextmanager
def slide(place: str) -> Iterator[None]:
    """A page for the projector: every length follows the window, 28 px of text at 1920 × 1080.

    `place` names what it shows: when it changes, the browser goes back to the top.
    """
    with st.container(key="projector", gap=None):
        put_html("", "place", tag="span", place=f"host/{place}", language=get_language())
        yield


@contextmanager
def head(title: str, company: str) -> Iterator[None]:
    """The line at the top; what is drawn inside stands before the language switch."""
    with st.container(key="phead", horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        put_html(
            f'<span class="mk"></span><b>{escape(title)}</b><span class="end">{escape(company)}</span>',
            "lobh",
            tag="header",
        )
        yield
        switch_language()


@contextmanager
def bar() -> Iterator[None]:
    """The bar at the bottom of the window."""
    with (
        st.bottom,
        st.container(
            key="bar", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ),
    ):
        yield
