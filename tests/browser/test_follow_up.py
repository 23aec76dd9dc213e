"""From the verdict to the work and back: plan, board, re-check, history, and a report that compares."""

import re
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import expect

from reporting.narrative import tell_comparison
from scoring.comparison import compare
from services.follow_up import open_company, read_board
from services.self_service import resume_assessment
from services.takeaway import Link, open_report
from tests.browser.serving import Server
from tests.browser.visiting import Visitor

Enter = Callable[..., Visitor]
BETTER = 4
"""The level that all questions of the re-check are answered with."""


@pytest.mark.parametrize(("size", "language"), [("desktop", "ja"), ("phone", "en")])
def test_from_the_verdict_to_a_report_that_compares_the_rounds(
    enter: Enter, server: Server, size: str, language: Any
) -> None:
    token = server.begin("full", 1, kgi="unknown")
    visitor = enter(size)
    visitor.open(f"{server.url}/result", t=token, lang=language)
    go(visitor, "to-plan", "plan")
    imagine_a_step(visitor)
    go(visitor, "next", "board")
    finish_two_steps(visitor, server, token)
    go(visitor, "recheck-go", "answer")
    following = visitor.address("t")
    asked = answer_all(visitor)
    assert set(asked) == set(asked_in(server, following))
    go(visitor, "next", "result")
    go(visitor, "tab-history", "history")
    assert visitor.page.locator(".rnds li").count() == 2
    expect(visitor.page.locator(".rnds li").first).to_contain_text("+")
    said = read_pdf(visitor.download("pdf", language).read_bytes())
    assert squeeze("".join(find_finding(server, following, language))) in said
    assert visitor.complaints == []


def test_an_old_link_leads_on_and_its_answers_stay(enter: Enter, server: Server) -> None:
    token = server.begin("quick", 1)
    visitor = enter()
    visitor.open(f"{server.url}/history", t=token)
    go(visitor, "recheck-go", "answer")
    following = visitor.address("t")
    visitor.open(f"{server.url}/answer", t=token)
    assert visitor.page.locator('[class*="st-key-lv-"]').count() == 0
    go(visitor, "to-newest", "answer")
    assert visitor.address("t") == following


def test_targets_are_kept_and_taken_back(enter: Enter, server: Server) -> None:
    token = server.begin("quick", 1)
    visitor = enter()
    visitor.open(f"{server.url}/targets", t=token)
    for name, figure in (("revenue", "100000000"), ("order_value", "5000000")):
        type_figure(visitor, name, figure)
    expect(visitor.page.locator("h1")).to_contain_text("20")
    type_figure(visitor, "win_rate", "120")
    expect(visitor.page.locator('[role="alert"]')).to_be_visible()
    type_figure(visitor, "win_rate", "25")
    type_figure(visitor, "order_value", "")
    with server.store() as store:
        targets = open_company(store, token).targets
    assert targets is not None
    assert (targets.revenue, targets.order_value, targets.win_rate) == (1e8, None, 25)


def test_the_board_goes_out_and_comes_back(enter: Enter, server: Server) -> None:
    token = server.begin("quick", 1)
    visitor = enter()
    visitor.open(f"{server.url}/plan", t=token)
    go(visitor, "next", "board")
    visitor.page.locator(".st-key-board-files summary").click()
    file = visitor.download("board.csv", "ja")
    text = file.read_text(encoding="utf-8-sig")
    bring_back(visitor, text.replace("未着手", "そのうち", 1))
    expect(visitor.page.locator('[role="alert"] li').last).to_contain_text("「そのうち」")
    bring_back(visitor, text.replace("未着手", "進行中", 1))
    expect(visitor.page.locator(".notice")).to_be_visible()
    with server.store() as store:
        assert len(read_board(store, token).in_status("doing")) == 1


def bring_back(visitor: Visitor, text: str) -> None:
    """Import a file into the board."""
    field = visitor.page.locator('.st-key-file-board input[type="file"]')
    field.set_input_files({"name": "board.csv", "mimeType": "text/csv", "buffer": text.encode()})
    visitor.page.locator(".st-key-import-go button").wait_for()
    visitor.settle()
    visitor.press("import-go")


def test_the_kit_can_be_taken_along(enter: Enter, server: Server) -> None:
    visitor = enter()
    visitor.open(f"{server.url}/result", t=server.begin("quick", 1))
    for file, language in (("kit.zip", "ja"), ("kit/sla", "ja")):
        for summary in visitor.page.locator(".kits summary").all():
            summary.evaluate("e => { e.parentElement.open = true }")
        assert visitor.download(file, language).read_bytes().startswith(b"PK")


def go(visitor: Visitor, key: str, page: str) -> None:
    """Press what leads to another page; nothing there is wider than the window."""
    visitor.press(key)
    visitor.page.wait_for_url(f"**/{page}?**")
    visitor.settle()
    assert visitor.overflow() <= 0


def imagine_a_step(visitor: Visitor) -> None:
    score = visitor.page.locator(".wif .wr b").nth(1)
    expect(score).not_to_contain_text("→")
    visitor.page.locator('[class*="st-key-done-"] label').first.click()
    expect(score).to_contain_text("→")
    visitor.settle()


def finish_two_steps(visitor: Visitor, server: Server, token: str) -> None:
    """Begin and end the two steps that stand first; the columns follow."""
    with server.store() as store:
        first = [item.id for item in read_board(store, token).items[:2]]
    for step in first:
        for _ in ("begin", "end"):
            visitor.press(f"move-{step}")
    with server.store() as store:
        assert [item.id for item in read_board(store, token).in_status("done")] == first


def answer_all(visitor: Visitor) -> list[str]:
    asked: list[str] = []
    while visitor.address("s") != "review":
        for question in visitor.questions():
            visitor.choose(question, BETTER)
            asked.append(question)
        visitor.next_section()
    return asked


def asked_in(server: Server, token: str) -> tuple[str, ...]:
    with server.store() as store:
        return resume_assessment(store, token).asked or ()


def type_figure(visitor: Visitor, name: str, figure: str) -> None:
    field = visitor.page.locator(f".st-key-target-{name} input")
    field.fill(figure)
    field.press("Enter")
    visitor.settle()


def find_finding(server: Server, token: str, language: Any) -> tuple[str, ...]:
    """What the report says of the rounds, as the narrative words it."""
    with server.store() as store:
        diagnosis, enclosures = open_report(store, Link("draft", token))
    assert enclosures.earlier is not None
    comparison = compare(enclosures.earlier.diagnosis, diagnosis)
    return tell_comparison(comparison, enclosures.earlier.made_on, language, polite=False).story.title


def read_pdf(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return squeeze("".join(page.get_textpage().get_text_range() for page in document))


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)
