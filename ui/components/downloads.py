"""What one takes home: the report in either language and in every form its readers use."""

from html import escape

import streamlit as st

from assessments.models import Language
from reporting.exports.forms import Form, SlideShape
from services.takeaway import Link
from ui.components.brand.link import offer_brand
from ui.components.markup import put_html
from ui.components.section import head
from ui.language import other_language
from ui.session import get_language
from ui.takeaway import make_address
from ui.words import say, say_html, set_phrases

_OFFICE: tuple[tuple[Form, SlideShape, str], ...] = (
    ("xlsx", "wide", "xlsx"),
    ("pptx", "wide", "pptx_wide"),
    ("pptx", "a4", "pptx_a4"),
    ("html", "wide", "html"),
    ("json", "wide", "json"),
)
"""Form, shape of slides, and the name in the catalogue."""


def put_downloads(link: Link) -> None:
    """The section at the end of the page with everything that can be taken along."""
    with st.container(key="downloads", horizontal=True, gap=None):
        put_html(f'<div class="lab ph">{set_phrases(say("result.downloads"))}</div>', "seclab")
        with st.container(key="downloads-body", gap="small"):
            put_html(head((say("result.downloads_title"),), say("result.downloads_text")), "body")
            other = _offer(link, "pdf", "wide", say(f"result.pdf_{other_language(get_language())}"),
                           report=other_language(get_language()))  # fmt: skip
            office = "".join(
                _offer(link, form, shape, say(f"result.{name}")) for form, shape, name in _OFFICE
            )
            put_html(f"{other}{office}", "dls")
            offer_brand(link)


def offer_report(link: Link, kind: str = "primary") -> None:
    """A button that makes the PDF in the visitor's language when it is pressed."""
    put_html(_offer(link, "pdf", "wide", say(f"result.pdf_{get_language()}"), kind), "dl1", width="content")


def _offer(
    link: Link,
    form: Form,
    shape: SlideShape,
    label: str,
    kind: str = "secondary",
    report: Language | None = None,
) -> str:
    """A link that looks like a button; `henkaku.js` shows that the file is being made, or why it was not."""
    language = get_language()
    address = make_address(link, form, report or language, language, shape)
    texts = f'data-busy="{say_html("result.making")}" data-failed="{say_html("result.not_made")}"'
    return (
        f'<span class="dl"><a class="btn {kind}" href="{escape(address)}" download {texts}>'
        f"{escape(label)}</a><span class='dlm sm' role='status'></span></span>"
    )
