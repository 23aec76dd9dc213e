"""axe-core finds nothing on any page, in light and dark."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from services.follow_up import log_entry
from tests.browser.serving import Server
from tests.browser.visiting import Visitor
from tests.ui.follow_ups import check_again, put_on_board

Enter = Callable[..., Visitor]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def tokens(server: Server) -> dict[str, str]:
    return {
        "begun": server.begin("full", None, handover_rule=2, lead_status="unknown", lead_scoring=4),
        "done": server.begin("full", 2, kgi=4, training=0, appraisal_yardsticks=1, org_model="unknown"),
    }


@pytest.fixture(scope="module")
def under_way(server: Server) -> dict[str, str]:
    """A company whose steps are on the board and whose re-check is answered; its links and a step."""
    first = server.begin("full", 1, kgi="unknown", lead_scoring="unknown")
    with server.store() as store:
        board = put_on_board(store, first, done=2)
        log_entry(store, first, board.items[0].id, "fact", "先週の20件のうち12件")
        newest = check_again(store, first, 4)
    return {"first": first, "newest": newest, "step": board.items[0].id}


FOLLOW_UP = {
    "plan": ("/plan", "newest"),
    "targets": ("/targets", "newest"),
    "board": ("/board", "newest"),
    "step": ("/board", "newest"),
    "history": ("/history", "newest"),
    "result of a re-check": ("/result", "newest"),
    "earlier round": ("/history", "first"),
    "closed round": ("/answer", "first"),
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


@pytest.mark.parametrize(
    ("scheme", "size", "language"), [("light", "phone", "ja"), ("dark", "desktop", "en")]
)
@pytest.mark.parametrize("name", FOLLOW_UP)
def test_axe_finds_nothing_after_the_verdict(
    enter: Enter, server: Server, under_way: dict[str, str], name: str, scheme: str, size: str, language: str
) -> None:
    path, link = FOLLOW_UP[name]
    visitor = enter(size, scheme)
    step = {"s": under_way["step"]} if name == "step" else {}
    visitor.open(server.url + path, t=under_way[link], **step, lang=language)
    for summary in visitor.page.locator("summary").all():
        summary.evaluate("e => { e.parentElement.open = true }")
    visitor.page.wait_for_timeout(400)
    assert visitor.overflow() <= 0
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
