"""Choosing a file, in the visitor's language: Streamlit's own field speaks English only."""

from html import escape

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from ui.components.markup import put_html


def choose_file(
    label: str, button: str, refused: str, endings: list[str], name: str, turn: int = 0
) -> UploadedFile | None:
    """A button that lets a file be chosen; the file in the run after, None before.

    Streamlit's field is there unseen; `henkaku.js` opens it. `refused` is said where it has taken a file of
    another kind, or too large a one. With another `turn` the field begins anew.
    """
    with st.container(key=f"file-{name}", gap=None):
        uploaded = st.file_uploader(label, type=endings, key=f"file-{name}-{turn}")
        put_html(
            f"<button type='button' class='btn secondary' data-choose='file-{name}'"
            f" aria-label='{escape(f'{label}: {button}')}'>{escape(button)}</button>"
            f"<p class='sm refused' role='alert'>{escape(refused)}</p>",
        )
    return uploaded
