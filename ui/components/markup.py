"""Our own HTML on a page, always under the class `hk` that the style sheet is written for."""

from html import escape
from typing import Literal

import streamlit as st

from ui.session import get_language


def put_html(
    body: str,
    classes: str = "",
    *,
    tag: str = "div",
    role: str | None = None,
    label: str | None = None,
    width: int | Literal["stretch", "content"] = "stretch",
    **data: str,
) -> None:
    """Place HTML. `body` is taken as it stands: escape every text that goes into it.

    `role` and `label` name a figure for screen readers; `data` become `data-` attributes.
    """
    attributes = {"class": f"hk {classes}".strip(), "lang": get_language(), "role": role, "aria-label": label}
    attributes |= {f"data-{name}": value for name, value in data.items()}
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
    st.html(_Markup(f"<{tag}{written}>{body}</{tag}>"), width=width)


class _Markup:
    """HTML as it stands. Of a plain string Streamlit would ask first whether it is the name of a file."""

    def __init__(self, html: str) -> None:
        self._html = html

    def _repr_html_(self) -> str:
        return self._html


def hide_visually(text: str) -> str:
    """A text for screen readers only, as HTML."""
    return f'<span class="vh">{escape(text)}</span>'
