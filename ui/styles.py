"""The style sheet: linked from the document, sent along by pages where the document is not ours."""

import hashlib
from functools import cache
from pathlib import Path
from threading import Event

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response

from assessments.models import LANGUAGES, Language
from i18n.text import translate
from ui.compression import accepts_brotli, compress
from ui.session import get_language

PATH = "/henkaku.css"
_SHEETS = (
    "base",
    "ladder",
    "widgets",
    "levels",
    "start",
    "answer",
    "result",
    "dot_plot",
    "gaps",
    "host",
    "room",
    "plan",
    "follow_up",
    "brand",
)
_WORDS = ("paper", "floor", "skip", "failed")
_STATIC = Path(__file__).parent / "static"
_YEAR = 365 * 24 * 3600
_LINKED = Event()


@cache
def read_styles(language: Language | None = None) -> str:
    """The sheet with the words it shows itself: in one language, or in whichever the document is in."""
    rules = (f":root:lang({each}){{{_write_words(each)}}}" for each in LANGUAGES)
    words = "".join(rules) if language is None else f":root{{{_write_words(language)}}}"
    sheets = "\n".join((_STATIC / f"{name}.css").read_text(encoding="utf-8") for name in _SHEETS)
    return f"{words}\n{sheets}"


def _write_words(language: Language) -> str:
    return "".join(f"--t-{name}:{_quote(translate(f'ui.style.{name}', language))};" for name in _WORDS)


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("<", "\\3c ")
    return f'"{escaped}"'


def link_styles() -> str:
    """The link to the sheet, as HTML for the end of a document's body; pages no longer send the sheet along.

    Streamlit adds its own rules to the head while it runs: only what stands in the body comes after them.
    A browser runs no script of the document before it has the sheet, so nothing is ever seen without it.
    """
    _LINKED.set()
    return f'<link rel="stylesheet" href=".{PATH}?v={_find_version()}">'


@cache
def _find_version() -> str:
    return hashlib.sha256(read_styles().encode()).hexdigest()[:16]


async def send_styles(request: Request) -> Response:
    """The sheet; for a year where it is asked for by its version."""
    is_current = request.query_params.get("v") == _find_version()
    headers = {
        "Cache-Control": f"public, immutable, max-age={_YEAR}" if is_current else "no-cache",
        "Vary": "Accept-Encoding",
    }
    if not accepts_brotli(request.headers):
        return Response(read_styles(), media_type="text/css", headers=headers)
    headers["Content-Encoding"] = "br"
    return Response(_compress_styles(), media_type="text/css", headers=headers)


@cache
def _compress_styles() -> bytes:
    return compress(read_styles().encode())


def are_linked() -> bool:
    """Whether the documents this process serves are ours and link the sheet; not so under `streamlit run`."""
    return _LINKED.is_set()


def put_styles() -> None:
    """Load the sheet on a page whose document does not link it."""
    if not are_linked():
        st.html(f"<style>{read_styles(get_language())}</style>")
