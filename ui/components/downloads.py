"""What one takes home: the report in either language and in every form its readers use."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from assessments.models import Language
from reporting.kit import KIT_DOCUMENTS, DocumentForm
from services.takeaway import Link
from ui.components.brand.link import offer_brand
from ui.components.markup import put_html
from ui.components.section import head
from ui.language import other_language
from ui.session import get_language
from ui.takeaway import make_address
from ui.takeaway_files import SHAPE, kit_address
from ui.words import say, say_html, set_phrases

_FILES: tuple[tuple[str, dict[str, str], str], ...] = (
    ("xlsx", {}, "xlsx"),
    ("pptx", {SHAPE: "wide"}, "pptx_wide"),
    ("pptx", {SHAPE: "a4"}, "pptx_a4"),
    ("html", {}, "html"),
    ("json", {}, "json"),
)
"""File, its options, and its name in the catalogue."""
_FORMS: dict[DocumentForm, str] = {"docx": "Word", "xlsx": "Excel"}


def put_downloads(link: Link) -> None:
    """The section at the end of the page with everything that can be taken along."""
    with st.container(key="downloads", horizontal=True, gap=None):
        put_html(f'<div class="lab ph">{set_phrases(say("result.downloads"))}</div>', "seclab")
        with st.container(key="downloads-body", gap="small"):
            put_html(head((say("result.downloads_title"),), say("result.downloads_text")), "body")
            other = other_language(get_language())
            files = draw_file(link, "pdf", say(f"result.pdf_{other}"), language=other)
            files += "".join(
                draw_file(link, file, say(f"result.{name}"), options=options)
                for file, options, name in _FILES
            )
            put_html(files, "dls")
            put_html(_list_kit(link), "kits")
            offer_brand(link)


def _list_kit(link: Link) -> str:
    """The working documents: all in one ZIP, and each by itself, folded away."""
    language = get_language()
    items = "".join(
        f"<li><div><b>{escape(document.title(language))}</b>"
        f"<p class='sm mut'>{escape(document.about(language))}</p></div>"
        f"{draw_file(link, kit_address(document.id), _FORMS[document.form])}</li>"
        for document in KIT_DOCUMENTS
    )
    each = say_html("result.kit_each", n=len(KIT_DOCUMENTS))
    return (
        f"<h3>{say_html('result.kit_title')}</h3><p class='sm'>{say_html('result.kit_text')}</p>"
        f"<div class='dls'>{draw_file(link, kit_address(None), say('result.kit_zip'))}</div>"
        f"<details><summary>{each}</summary><ul>{items}</ul></details>"
    )


def offer_report(link: Link, kind: str = "primary") -> None:
    """A button that makes the PDF in the visitor's language when it is pressed."""
    put_html(draw_file(link, "pdf", say(f"result.pdf_{get_language()}"), kind), "dl1", width="content")


def draw_file(
    link: Link,
    file: str,
    label: str,
    kind: str = "secondary",
    language: Language | None = None,
    options: Mapping[str, str] | None = None,
) -> str:
    """A link to a file that looks like a button, as HTML.

    `henkaku.js` shows that the file is being made, or why it was not. `language`: the file's, where it is
    not the visitor's.
    """
    address = make_address(link, file, language or get_language(), get_language(), **(options or {}))
    texts = f'data-busy="{say_html("result.making")}" data-failed="{say_html("result.not_made")}"'
    return (
        f'<span class="dl"><a class="btn {kind}" href="{escape(address)}" download {texts}>'
        f"{escape(label)}</a><span class='dlm sm' role='status'></span></span>"
    )
