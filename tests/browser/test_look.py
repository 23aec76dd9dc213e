"""The pages look as they were drawn: style sheet alive, cards tappable, nothing wider than the window."""

from collections.abc import Callable

import pytest

from tests.browser.serving import Server
from tests.browser.visiting import Visitor

Enter = Callable[..., Visitor]


def style(visitor: Visitor, selector: str, name: str) -> str:
    return str(visitor.page.locator(selector).first.evaluate("(e, name) => getComputedStyle(e)[name]", name))


def test_the_style_sheet_is_alive(enter: Enter, server: Server) -> None:
    visitor = enter()
    visitor.open(f"{server.url}/answer", t=server.begin("full", None), s="leads")
    group = '.st-key-lv-handover_rule [data-testid="stRadioGroup"]'
    assert style(visitor, group, "display") == "grid"
    assert style(visitor, f"{group} > div", "backgroundColor") == "rgb(255, 255, 255)"
    assert style(visitor, f"{group} strong", "borderRadius") == "50%"
    assert style(visitor, '[data-testid="stBaseButton-primary"]', "backgroundColor") == "rgb(16, 24, 32)"
    half = visitor.page.locator(f"{group} > div").nth(3)
    words = half.evaluate("e => getComputedStyle(e, '::after').content")
    assert words == '"ここから、現場で動いている"'


def test_dark_follows_the_device(enter: Enter, server: Server) -> None:
    visitor = enter(scheme="dark")
    visitor.open(f"{server.url}/answer", t=server.begin("full", None), s="leads")
    assert style(
        visitor, '.st-key-lv-handover_rule [data-testid="stRadioGroup"] > div', "backgroundColor"
    ) == ("rgb(28, 32, 35)")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_card_can_be_tapped_anywhere(enter: Enter, server: Server, size: str) -> None:
    token = server.begin("full", None)
    visitor = enter(size)
    visitor.open(f"{server.url}/answer", t=token, s="leads")
    box = visitor.card("lead_status", 0).bounding_box()
    assert box is not None
    spots = [
        (4, 4),
        (box["width"] - 5, 4),
        (4, box["height"] - 5),
        (box["width"] - 5, box["height"] - 5),
        (box["width"] / 2, box["height"] / 2),
    ]
    for choice, (x, y) in zip((0, 1, 2, 1, 0), spots, strict=True):
        visitor.card("lead_status", choice).click(position={"x": x, "y": y})
        visitor.settle()
        assert visitor.chosen("lead_status") == choice


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_is_wider_than_a_phone(enter: Enter, server: Server, language: str) -> None:
    token = server.begin("full", 2, kgi="unknown")
    visitor = enter("phone")
    for path, address in (
        ("", {}),
        ("", {"t": token}),
        ("/answer", {"t": token, "s": "customers"}),
        ("/answer", {"t": token, "s": "review"}),
        ("/result", {"t": token}),
    ):
        visitor.open(server.url + path, **address, lang=language)
        assert visitor.overflow() <= 0, (path, address)
        for details in visitor.page.locator("details").all():
            details.evaluate("e => { e.open = true }")
        assert visitor.overflow() <= 0, (path, address)


def test_the_document_has_the_visitors_language_at_once_and_after_a_switch(
    enter: Enter, server: Server
) -> None:
    token = server.begin("full", None)
    visitor = enter()
    visitor.open(f"{server.url}/answer", t=token, s="leads")
    assert visitor.page.evaluate("document.documentElement.lang") == "ja"
    visitor.press("language")
    visitor.page.wait_for_function("() => document.documentElement.lang === 'en'")
    assert visitor.address("s") == "leads"
    # The language is remembered where the address does not say it.
    visitor.open(server.url)
    assert visitor.page.evaluate("document.documentElement.lang") == "en"


def test_a_new_section_begins_at_the_top(enter: Enter, server: Server) -> None:
    visitor = enter("phone")
    visitor.open(f"{server.url}/answer", t=server.begin("full", None), s="customers")
    visitor.page.locator('[data-testid="stMain"]').evaluate("e => e.scrollTo(0, 99999)")
    visitor.next_section()
    visitor.page.wait_for_function("() => document.querySelector('[data-testid=\"stMain\"]').scrollTop === 0")


def test_nothing_is_fetched_from_anywhere_else(enter: Enter, server: Server) -> None:
    visitor = enter()
    visitor.open(f"{server.url}/result", t=server.begin("quick", 3))
    visitor.page.wait_for_timeout(500)
    elsewhere = [url for url in visitor.requests if not url.startswith((server.url, "data:", "blob:"))]
    assert elsewhere == []
    assert visitor.complaints == []
