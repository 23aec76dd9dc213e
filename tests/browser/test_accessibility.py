"""axe-core finds nothing on any page, in light and dark."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.serving import Server
from tests.browser.visiting import Visitor

Enter = Callable[..., Visitor]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def tokens(server: Server) -> dict[str, str]:
    return {
        "begun": server.begin("full", None, handover_rule=2, lead_status="unknown", lead_scoring=4),
        "done": server.begin("full", 2, kgi=4, training=0, appraisal_yardsticks=1, org_model="unknown"),
    }


PAGES = {
    "start": ("", "", {}),
    "answers": ("/answer", "begun", {"s": "leads"}),
    "review": ("/answer", "begun", {"s": "review"}),
    "result": ("/result", "done", {}),
    "too little": ("/result", "begun", {}),
    "failure": ("/answer", "", {"t": "A" * 43}),
}


@pytest.mark.parametrize(
    ("scheme", "size", "language"), [("light", "phone", "ja"), ("dark", "desktop", "en")]
)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(
    enter: Enter, server: Server, tokens: dict[str, str], name: str, scheme: str, size: str, language: str
) -> None:
    path, draft, address = PAGES[name]
    visitor = enter(size, scheme)
    token = {"t": tokens[draft]} if draft else {}
    visitor.open(server.url + path, **token, **address, lang=language)
    visitor.page.wait_for_timeout(400)
    results = Axe().run(visitor.page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


def test_keyboard_walks_the_levels_and_keeps_its_place(
    enter: Enter, server: Server, tokens: dict[str, str]
) -> None:
    visitor = enter()
    token = server.begin("full", None)
    visitor.open(f"{server.url}/answer", t=token, s="leads")
    visitor.card("lead_status", 0).locator("input").focus()
    visitor.page.keyboard.press("Space")
    visitor.settle()
    for _ in range(3):
        visitor.page.keyboard.press("ArrowDown")
        visitor.settle()
    assert visitor.chosen("lead_status") == 3
    assert server.read(token)["lead_status"].level == 3
    focused = visitor.page.evaluate("document.activeElement.closest('[class*=st-key-lv-]') !== null")
    assert focused
