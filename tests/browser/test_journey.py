"""One person answers alone, with everything that can go wrong on the way; no answer is ever lost."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from assessments.answers import Answer
from tests.browser.serving import Server
from tests.browser.visiting import Visitor

Enter = Callable[..., Visitor]
LEVELS = (2, 3, 1, 4, 0, 5)
SECTIONS = 12


@pytest.mark.parametrize(("size", "first", "second"), [("desktop", "ja", "en"), ("phone", "en", "ja")])
def test_from_the_start_to_the_report(
    enter: Enter, own_server: Server, size: str, first: str, second: str
) -> None:
    visitor = enter(size)
    page = visitor.page
    begin(visitor, own_server, first)
    token = visitor.address("t")
    given: dict[str, Any] = {}
    for place in range(SECTIONS):
        here = visitor.questions()
        for question in here:
            given[question] = LEVELS[len(given) % len(LEVELS)]
            visitor.choose(question, given[question])
        interrupt(visitor, own_server, place)
        assert {question: visitor.chosen(question) for question in here} == {q: given[q] for q in here}
        visitor.next_section()
    assert {q: answer.level for q, answer in own_server.read(token).items()} == given
    visitor.press("next")
    page.wait_for_url("**/result?**")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_be_visible(timeout=20_000)
    assert visitor.overflow() <= 0
    assert visitor.address("lang") == second
    assert visitor.download("pdf", second).read_bytes().startswith(b"%PDF")
    assert visitor.complaints == []


def begin(visitor: Visitor, server: Server, language: str) -> None:
    """Fill in some of the profile and begin the quick edition."""
    page = visitor.page
    visitor.open(server.url, lang=language)
    page.get_by_role("textbox").first.fill("ナギ精機")
    page.locator(".st-key-profile-employees input").fill("320")
    page.keyboard.press("Tab")
    visitor.press("go-quick")
    page.wait_for_url("**/answer?**s=**")
    visitor.settle()


def interrupt(visitor: Visitor, server: Server, place: int) -> None:
    """What happens on the way: a refresh, another language, a power cut."""
    if place == 3:
        visitor.page.reload()
    elif place == 5:
        visitor.press("language")
    elif place == 8:
        server.restart()
        visitor.page.reload()
    visitor.settle()


def test_a_server_that_dies_under_an_open_page_loses_nothing(enter: Enter, own_server: Server) -> None:
    token = own_server.begin("full", None)
    visitor = enter()
    visitor.open(f"{own_server.url}/answer", t=token, s="leads")
    visitor.choose("handover_rule", 2)
    own_server.restart()
    # The page reconnects by itself; nobody reloads it.
    visitor.page.wait_for_timeout(1500)
    visitor.settle()
    visitor.choose("lead_status", 4)
    expect(visitor.card("handover_rule", 2)).to_have_attribute("data-selected", "true")
    assert {q: answer.level for q, answer in own_server.read(token).items()} == {
        "handover_rule": 2,
        "lead_status": 4,
    }


def test_an_answer_given_while_the_server_is_down_is_saved_when_it_is_back(
    enter: Enter, own_server: Server
) -> None:
    token = own_server.begin("full", None)
    visitor = enter()
    visitor.open(f"{own_server.url}/answer", t=token, s="leads")
    visitor.choose("handover_rule", 2)
    own_server.kill()
    visitor.card("lead_scoring", 3).click(position={"x": 120, "y": 14})
    visitor.page.wait_for_timeout(500)
    own_server.start()
    visitor.page.wait_for_timeout(2500)
    visitor.settle()
    shown = visitor.chosen("lead_scoring")
    stored = own_server.read(token).get("lead_scoring")
    assert shown == (stored.level if stored else None), "what is shown as chosen has to be what is saved"


def test_another_device_goes_on_from_the_link(enter: Enter, server: Server) -> None:
    token = server.begin("full", None, handover_rule=2)
    first = enter()
    first.open(f"{server.url}/answer", t=token, s="leads")
    first.page.locator(".st-key-take button").first.click()
    link = first.page.locator(".take .link").inner_text()
    second = enter("phone")
    second.open(link)
    second.page.wait_for_function("() => location.search.includes('s=')")
    second.open(f"{server.url}/answer", t=second.address("t"), s="leads")
    assert second.chosen("handover_rule") == 2
    second.choose("handover_rule", 4)
    first.page.keyboard.press("Escape")
    first.choose("lead_status", 1)
    expect(first.card("handover_rule", 4)).to_have_attribute("data-selected", "true")


def test_reasons_and_evidence_are_saved_while_one_types(enter: Enter, server: Server) -> None:
    token = server.begin("full", None)
    visitor = enter()
    visitor.open(f"{server.url}/answer", t=token, s="leads")
    visitor.choose("handover_rule", 7)
    assert server.read(token) == {}
    visitor.page.locator(".st-key-note-not_applicable-handover_rule input").fill("営業部門がない")
    visitor.page.wait_for_timeout(1300)
    visitor.settle()
    assert server.read(token)["handover_rule"] == Answer(
        question="handover_rule", level="not_applicable", reason="営業部門がない"
    )
    visitor.choose("lead_status", 3)
    visitor.page.locator(".st-key-note-evidence-lead_status input").fill("SFAの画面")
    visitor.page.wait_for_timeout(1300)
    visitor.settle()
    visitor.page.reload()
    visitor.settle()
    expect(visitor.page.locator(".st-key-note-evidence-lead_status input")).to_have_value("SFAの画面")
    expect(visitor.page.locator(".st-key-note-not_applicable-handover_rule input")).to_have_value(
        "営業部門がない"
    )


def test_the_report_comes_in_the_other_language_too(enter: Enter, server: Server) -> None:
    visitor = enter()
    visitor.open(f"{server.url}/result", t=server.begin("quick", 2))
    assert visitor.download("pdf", "en").read_bytes().startswith(b"%PDF")
    assert visitor.download("json", "ja").read_text(encoding="utf-8").startswith("{")


def test_no_address_with_a_token_is_written_to_the_log(enter: Enter, server: Server) -> None:
    token = server.begin("quick", 2)
    visitor = enter()
    visitor.open(f"{server.url}/result", t=token)
    assert token not in server.log()
