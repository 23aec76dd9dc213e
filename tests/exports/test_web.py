"""The web page: everything inside it, nothing asked of the network, whatever people type."""

import base64
import hashlib
import re
from html import unescape
from html.parser import HTMLParser

import pytest

from assessments.models import Language
from reporting.exports.web import render_web_page
from scoring.findings import Diagnosis
from tests.exports.conftest import MADE_ON, build_cases

ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section", "footer", "div"),
    *("h1", "h2", "h3", "h4", "p", "span", "a", "b", "i", "bdi", "br", "wbr", "img", "ol", "ul", "li"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}


class Reader(HTMLParser):
    """Collects elements, their attributes, and what opens and closes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "img", "br", "wbr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", build_cases())
def test_it_holds_everything_it_shows(cases: dict[str, Diagnosis], name: str, language: Language) -> None:
    html = render_web_page(cases[name], language, MADE_ON)
    reader = Reader(html)
    assert reader.open == []
    assert {tag for tag, _ in reader.elements} <= ALLOWED
    for tag, attributes in reader.elements:
        assert not [key for key in attributes if key.startswith("on") or key == "style"], attributes
        for key in ("src", "href"):
            address = attributes.get(key)
            assert address is None or address.startswith("data:" if tag == "img" else "#"), address
        if tag == "img":
            assert attributes.get("alt") is not None
    ids = [attributes["id"] for _, attributes in reader.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in reader.elements:
        if tag == "a":
            assert (attributes["href"] or "")[1:] in ids


def test_the_policy_allows_its_own_style_only(cases: dict[str, Diagnosis]) -> None:
    html = render_web_page(cases["company_b"], "ja", MADE_ON)
    style = html.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(
        str(attributes["content"])
        for tag, attributes in Reader(html).elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "url(" not in style
    assert "@import" not in style


def test_what_people_type_stays_text(cases: dict[str, Diagnosis]) -> None:
    html = render_web_page(cases["hostile"], "ja", MADE_ON)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]", html)


def test_it_says_what_the_report_says_in_the_language_asked_for(cases: dict[str, Diagnosis]) -> None:
    for name in ("company_b", "half_unknown", "healthy", "workshop"):
        for language in ("ja", "en"):
            html = unescape(render_web_page(cases[name], language, MADE_ON))  # type: ignore[arg-type]
            assert f'<html lang="{language}">' in html
            for finding in cases[name].patterns_in("present"):
                assert finding.pattern.title.get(language) in html  # type: ignore[arg-type]
            for standing in cases[name].standings:
                assert f'id="q{cases[name].questionnaire.number(standing.question.id)}"' in html
