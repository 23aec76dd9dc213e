"""Buttons that lead to another section of the answering pages."""

from collections.abc import Iterable
from typing import Literal

import streamlit as st

from ui import answer_session, session

Look = Literal["primary", "secondary", "tertiary"]


def put_turn(
    label: str,
    key: str,
    section: str,
    watched: Iterable[str],
    look: Look = "secondary",
    *,
    wrap: bool | None = None,
) -> None:
    """A button that goes to a section.

    The page is turned before the run that the press causes, so that the old one is not drawn once more.
    `watched`: keys of the widgets on this page. Where one holds what has not been saved, or the session
    that drew the button is lost, the run saves first and turns the page at its end.
    """
    args = key, section, tuple(watched)
    pressed = st.button(label, key=key, type=look, wrap=wrap, on_click=_turn, args=args)
    if pressed and answer_session.take_turned() != key:
        session.set_section(section)
        st.rerun()


def put_way_out(label: str, key: str, look: Look = "secondary") -> bool:
    """A button that leads from a section to another page; returns whether it was pressed there.

    It stands where other sections have a button of `put_turn` with the same key.
    """
    return st.button(label, key=key, type=look) and answer_session.take_turned() != key


def _turn(key: str, section: str, watched: tuple[str, ...]) -> None:
    is_free = not answer_session.has_unsaved(watched)
    answer_session.note_turned(key if is_free else None)
    if is_free:
        session.set_section(section)
