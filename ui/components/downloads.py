"""What one takes home: the report in either language, and the data."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Literal

import streamlit as st

from assessments.models import Language
from scoring.findings import Diagnosis
from scoring.minutes import Room
from services.reports import export_json, render_report
from ui.components.markup import put_html
from ui.components.section import head
from ui.language import other_language
from ui.session import get_language
from ui.words import say, set_phrases

PDF = "application/pdf"
_NO_ROOM = Room()


def put_downloads(diagnosis: Diagnosis, room: Room = _NO_ROOM) -> None:
    """The section at the end of the page with everything that can be taken along.

    `room`: what a workshop adds to its report.
    """
    with st.container(key="downloads", horizontal=True, gap=None):
        put_html(f'<div class="lab ph">{set_phrases(say("result.downloads"))}</div>', "seclab")
        with st.container(key="downloads-body", gap="small"):
            put_html(head((say("result.downloads_title"),), say("result.downloads_text")), "body")
            with st.container(horizontal=True):
                offer_report(diagnosis, other_language(get_language()), "secondary", room)
                _offer(
                    say("result.json"),
                    partial(export_json, diagnosis),
                    _name(diagnosis, "json"),
                    "application/json",
                    "json",
                )


def offer_report(
    diagnosis: Diagnosis, language: Language, kind: Literal["primary", "secondary"], room: Room = _NO_ROOM
) -> None:
    """A button that makes the report when it is pressed; a workshop's needs its `room`."""
    name = _name(diagnosis, "pdf", language)
    _offer(
        say(f"result.pdf_{language}"),
        partial(render_report, diagnosis, language, room),
        name,
        PDF,
        f"pdf-{language}",
        kind,
    )


def _offer(
    label: str,
    make: Callable[[], str | bytes],
    name: str,
    mime: str,
    key: str,
    kind: Literal["primary", "secondary"] = "secondary",
) -> None:
    st.download_button(label, make, file_name=name, mime=mime, key=key, type=kind, on_click="ignore")


def _name(diagnosis: Diagnosis, ending: str, language: Language | None = None) -> str:
    """A file name that says whose it is and of which day, without what file systems refuse."""
    company = re.sub(r"[^\w-]+", "-", diagnosis.profile.name).strip("-")[:60]
    parts = ("henkaku", company, date.today().isoformat(), language or "")
    return "_".join(part for part in parts if part) + f".{ending}"
