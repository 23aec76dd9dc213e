"""The page of brands in Chromium: a logo is chosen, the browser remembers, the report carries it."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe

from services.brands import brand_of
from tests.browser.serving import Server
from tests.browser.test_accessibility import RULES
from tests.browser.visiting import Visitor

Enter = Callable[..., Visitor]
LOGO = Path(__file__).parents[2] / "examples" / "brand" / "logo.svg"
FIELD = ".st-key-file-logo"


def fill(visitor: Visitor, name: str, text: str) -> None:
    field = visitor.page.locator(f".st-key-brand-{name}-0 input")
    field.fill(text)
    field.press("Tab")
    visitor.settle()


def choose_logo(visitor: Visitor, data: bytes, name: str = "logo.svg") -> None:
    with visitor.page.expect_file_chooser() as chooser:
        visitor.page.locator(f"{FIELD} button.btn").click()
    chooser.value.set_files(files=[{"name": name, "mimeType": "image/png", "buffer": data}])
    visitor.settle()


def test_a_brand_is_set_up_remembered_and_printed(enter: Enter, server: Server) -> None:
    visitor = enter()
    visitor.open(f"{server.url}/brand")
    fill(visitor, "firm", "みなもと経営研究所")
    fill(visitor, "accent", "#0a7d5a")
    fill(visitor, "confidentiality", "関係者限り。")
    choose_logo(visitor, LOGO.read_bytes())
    picture = visitor.page.locator(".bp .fm img")
    picture.wait_for()
    assert picture.evaluate("e => e.complete && e.naturalWidth > 0")
    visitor.press("next")
    visitor.page.get_by_text("保存しました").wait_for()
    visitor.page.wait_for_function("() => document.cookie.includes('henkaku_brand=')")
    # another visit, as after closing the window
    visitor.open(server.url)
    visitor.press("go-quick")
    visitor.page.wait_for_url("**/answer?**")
    token = visitor.address("t")
    with server.store() as store:
        assert brand_of(store, token).firm == "みなもと経営研究所"
    answer = visitor.page.context.request.get(f"{server.url}/takeaway/pdf?t={token}&r=ja&lang=ja")
    assert answer.ok
    pages = pypdfium2.PdfDocument(answer.body())
    assert "みなもと経営研究所" in pages[0].get_textpage().get_text_range()
    assert "関係者限り。" in pages[1].get_textpage().get_text_range()
    assert visitor.complaints == []


def test_a_browser_forgets_its_brand_when_told_to(enter: Enter, server: Server) -> None:
    visitor = enter()
    visitor.open(f"{server.url}/brand")
    fill(visitor, "firm", "みなもと")
    visitor.press("next")
    visitor.page.wait_for_function("() => document.cookie.includes('henkaku_brand=')")
    visitor.press("brand-off-browser")
    visitor.page.wait_for_function("() => !document.cookie.includes('henkaku_brand=')")


def test_a_file_that_is_no_logo_is_refused_and_the_logo_stays(enter: Enter, server: Server) -> None:
    visitor = enter()
    visitor.open(f"{server.url}/brand")
    choose_logo(visitor, LOGO.read_bytes())
    visitor.page.locator(".bp .fm img").wait_for()
    choose_logo(visitor, b"<html>", "logo.png")
    visitor.page.get_by_text("PNG、JPEG、SVGのどれでもありません").wait_for()
    assert visitor.page.locator(".bp .fm img").count() == 1
    choose_logo(visitor, b"x" * 6_000_000, "large.png")
    visitor.page.get_by_text("受け取れませんでした").wait_for()
    assert visitor.page.locator(".bp .fm img").count() == 1
    visitor.press("brand-logo-off")
    visitor.page.locator(".bp .fm img").wait_for(state="detached")


@pytest.mark.parametrize(
    ("scheme", "size", "language"), [("light", "phone", "ja"), ("dark", "desktop", "en")]
)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    enter: Enter, server: Server, scheme: str, size: str, language: str
) -> None:
    visitor = enter(size, scheme)
    visitor.open(f"{server.url}/brand", t=server.begin("quick", 2), lang=language)
    fill(visitor, "firm", "Minamoto Management Research みなもと経営研究所")
    fill(visitor, "accent", "#ffd400")
    choose_logo(visitor, LOGO.read_bytes())
    visitor.page.locator(".bp .fm img").wait_for()
    visitor.press("next")
    visitor.page.wait_for_timeout(400)
    results = Axe().run(visitor.page, options=RULES)
    assert results.violations_count == 0, results.generate_report()
    assert visitor.overflow() <= 0
    shown = visitor.page.locator(FIELD).inner_text()
    assert "Upload" not in shown
    assert "per file" not in shown
