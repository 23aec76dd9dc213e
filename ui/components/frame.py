"""What every page stands in: masthead, a sheet of one width, the bar at the bottom."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

import streamlit as st

from i18n.text import translate
from ui.components.markup import put_html
from ui.language import other_language
from ui.session import get_language, set_language
from ui.styles import are_linked
from ui.words import say

ANSWER_WIDTH = 736
RESULT_WIDTH = 1080
START_WIDTH = 1120
BOARD_WIDTH = 1160
PHONE_WIDTH = 560
"""Widths of the sheets, in pixels."""
_MARK = str(Path(__file__).parent.parent / "static" / "mark.svg")


@contextmanager
def sheet(name: str, width: int, place: str = "") -> Iterator[None]:
    """The centred column a page is set in.

    `place` names what it shows: when it changes, the browser goes back to the top.
    """
    with st.container(key=name, width=width, gap=None):
        put_html("", "place", tag="span", place=f"{name}/{place}", language=get_language())
        yield


@contextmanager
def bottom_bar(width: int) -> Iterator[None]:
    """The bar that stays at the bottom of the window, in the same column as the sheet."""
    with (
        st.bottom,
        st.container(
            key="bar",
            width=width,
            horizontal=True,
            horizontal_alignment="distribute",
            vertical_alignment="center",
        ),
    ):
        yield


@contextmanager
def masthead(context: str = "", state: str = "") -> Iterator[None]:
    """The line at the top: product, whose assessment this is, what state it is in, language.

    What is drawn inside stands before the language switch.
    """
    product = translate("terms.product", get_language())
    latin = '<span class="en"> Henkaku</span>' if get_language() == "ja" else ""
    whose = f'<span class="ctx">{escape(context)}</span>' if context else ""
    with st.container(key="mast", horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        put_html(
            f'<span class="mk"></span><b>{escape(product)}{latin}</b>{whose}'
            f'<span class="end">{escape(state)}</span>',
            "mast",
            tag="header",
        )
        yield
        switch_language()


def switch_language() -> None:
    """A button that shows the same place in the other language."""
    language = other_language(get_language())
    if st.button(translate("terms.language_name", language), key="language", type="tertiary", help=None):
        set_language(language)
        st.rerun()


def put_page_config() -> None:
    """Title in the browser's tab, wide layout; and the mark, where the document does not bring it along."""
    st.set_page_config(page_title=say("title"), page_icon=None if are_linked() else _MARK, layout="wide")
