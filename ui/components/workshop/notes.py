"""What people wrote beside their answers; the facilitator may take one off every screen."""

from functools import partial
from html import escape

import streamlit as st

from services.workshop import Note, Talk, hide_note, show_note
from ui.components.markup import put_html
from ui.components.notice import perform
from ui.components.workshop.group_marks import Labels, draw_mark, name_group, tint
from ui.components.workshop.words import count, say, say_html
from ui.resources import get_store


def put_notes(token: str, talk: Talk, labels: Labels) -> None:
    """The notes on a question, each with a button that hides it, and the way to bring one back."""
    if not talk.notes:
        put_html(f"<p class='mut'>{say_html('notes.none')}</p>", "nt")
    for number, note in enumerate(talk.notes):
        with st.container(key=f"remark-{number}", horizontal=True, vertical_alignment="center", wrap=False):
            put_html(_draw_note(note, labels), "nt")
            if st.button(say("notes.hide"), key=f"hide-{note.key}", type="tertiary"):
                perform(partial(hide_note, get_store(), token, talk.question_id, note.key))
                st.rerun()
    if talk.hidden_notes:
        with st.container(horizontal=True, vertical_alignment="center"):
            put_html(
                f"<p class='mut'>{escape(count('notes.hidden', len(talk.hidden_notes)))}</p>",
                "nt",
                width="content",
            )
            if st.button(say("notes.show"), key="show-notes", type="tertiary"):
                for key in talk.hidden_notes:
                    perform(partial(show_note, get_store(), token, talk.question_id, key))
                st.rerun()


def _draw_note(note: Note, labels: Labels) -> str:
    who = ""
    if note.group is not None:
        who = f"<span class='vh'>{escape(name_group(note.group, labels))}</span>{draw_mark(note.group)}"
    colour = tint(note.group) if note.group else ""
    return f"<p class='{colour}'>{who}<span>{escape(say('quoted', text=note.text))}</span></p>"
