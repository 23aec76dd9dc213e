"""Who has no right gets nowhere, and what people write stays text, on every screen and on paper."""

import re
from collections.abc import Callable

import pypdfium2
import pytest
from playwright.sync_api import expect

from assessments.answers import Answer, Profile
from assessments.models import Group
from services.workshop import (
    Entry,
    OpenedWorkshop,
    WorkshopPlan,
    choose_question,
    close_workshop,
    end_answering,
    join_workshop,
    list_questions,
    open_workshop,
    record_entry,
    save_blind_answer,
    view_as_facilitator,
)
from tests.browser.attending import FOLLOW, RADIO
from tests.browser.serving import Server
from tests.browser.visiting import Visitor

Enter = Callable[..., Visitor]
QUESTION = "shared_kpis"
SECTIONS = ("", "minutes", "result")
"""Everything a facilitator's address can show."""
SECRETS = ("ナギ精機", "共通KPIがない")
"""What only those in the one workshop may read."""
NOTE = '<img src=x onerror="window.hit=1"> **太字** [x](http://evil.example/) $y$'
NAME = "<script>window.hit=1</script> _佐藤_"
LABEL = "<b>関西</b> [支社](http://evil.example/)"
FACT = "<svg onload=window.hit=1> ![絵](http://evil.example/a.png) # 見出し"


def hold(server: Server, company: str, **labels: str) -> tuple[OpenedWorkshop, list[str]]:
    """A workshop by name with three people in each of two groups, who have answered; their tokens."""
    plan = WorkshopPlan(
        profile=Profile(name=company),
        edition="quick",
        dimensions=("alignment",),
        groups={"marketing": None, "sales": labels.get("sales")},
        anonymous=False,
        language="ja",
        answer_minutes=10,
        talk_minutes=5,
    )
    people = []
    with server.store() as store:
        opened = open_workshop(store, plan)
        for number in range(6):
            group: Group = "marketing" if number < 3 else "sales"
            token = join_workshop(store, opened.join_code, group, "高橋")
            for question in list_questions(plan):
                level = 4 if group == "marketing" and question.id == QUESTION else 1
                save_blind_answer(store, token, Answer(question=question.id, level=level))
            people.append(token)
    return opened, people


def open_wide(server: Server, opened: OpenedWorkshop) -> None:
    """Put the disputed question before the room, with something on record."""
    with server.store() as store:
        token = opened.facilitator_token
        end_answering(store, token)
        choose_question(store, token, QUESTION)
        record_entry(store, token, QUESTION, Entry(status="agreed", level=2, fact=SECRETS[1]))


@pytest.mark.parametrize("closed", [False, True], ids=["discussing", "closed"])
def test_nobody_but_its_facilitator_gets_to_a_workshops_screens(
    enter: Enter, server: Server, closed: bool
) -> None:
    opened, people = hold(server, SECRETS[0])
    other, _ = hold(server, "ほかの会社")
    open_wide(server, opened)
    with server.store() as store:
        if closed:
            close_workshop(store, opened.facilitator_token, share_result=False)
        before = view_as_facilitator(store, opened.facilitator_token)
    visitor = enter("projector")
    for wrong in (people[0], opened.join_key, opened.join_code):
        for section in SECTIONS:
            visitor.open(f"{server.url}/host", h=wrong, s=section)
            expect(visitor.page.locator(".failure")).to_contain_text("このリンクで開けるワークショップはあり")
            gets_nowhere(visitor)
    for path, name, token in (
        ("host", "p", opened.facilitator_token),
        ("room", "p", other.facilitator_token),
        ("room", "p", opened.facilitator_token),
        ("answer", "t", people[0]),
        ("result", "t", people[0]),
        ("result", "t", opened.facilitator_token),
    ):
        visitor.open(f"{server.url}/{path}", **{name: token})
        gets_nowhere(visitor)
    for section in SECTIONS:
        visitor.open(f"{server.url}/host", h=other.facilitator_token, s=section)
        expect(visitor.page.locator("body")).to_contain_text("ほかの会社", timeout=FOLLOW)
        gets_nowhere(visitor)
    seat = enter("phone")
    for section in ("result", "minutes"):
        seat.open(f"{server.url}/room", p=people[0], s=section)
        assert not any(secret in seat.page.inner_text("body") for secret in SECRETS)
        expect(seat.page.locator(".mins, [data-testid=stDownloadButton]")).to_have_count(0)
    with server.store() as store:
        assert view_as_facilitator(store, opened.facilitator_token) == before
    assert "Traceback" not in server.log()


def test_a_facilitator_acts_on_the_own_workshop_only(enter: Enter, server: Server) -> None:
    (opened, people), (other, _) = hold(server, SECRETS[0]), hold(server, "ほかの会社")
    open_wide(server, opened)
    open_wide(server, other)
    with server.store() as store:
        before = view_as_facilitator(store, opened.facilitator_token)
    visitor = enter("projector")
    visitor.open(f"{server.url}/host", h=other.facilitator_token)
    for key in ("undo", "vote", "next", "park"):
        visitor.page.evaluate("token => history.replaceState(null, '', '?h=' + token)", people[0])
        visitor.press(key)
        assert SECRETS[0] not in visitor.page.inner_text("body")
    with server.store() as store:
        assert view_as_facilitator(store, opened.facilitator_token) == before
        assert view_as_facilitator(store, other.facilitator_token).entries[QUESTION].status == "parked"
    visitor.open(f"{server.url}/host", h=people[0])
    expect(visitor.page.locator(".failure")).to_be_visible()


def gets_nowhere(visitor: Visitor) -> None:
    """Nothing of the workshop is on the page, and no traceback either."""
    text = visitor.page.inner_text("body")
    assert not any(word in text for word in (*SECRETS, "Traceback"))


def test_what_people_write_is_text_everywhere(enter: Enter, server: Server) -> None:
    opened, (writer, *_) = hold(server, "<i>ナギ精機</i> **B**", sales=LABEL)
    screens = {name: enter(size) for name, size in (("host", "projector"), ("writer", "phone"))}
    host, phone = screens["host"], screens["writer"]
    with server.store() as store:
        guest = join_workshop(store, opened.join_code, "sales", NAME)
    host.open(f"{server.url}/host", h=opened.facilitator_token)
    expect(host.page.locator(".grp")).to_contain_text(NAME, timeout=FOLLOW)
    expect(host.page.locator(".grp")).to_contain_text(LABEL)
    enter_note(phone, server, writer)
    other = enter("phone")
    other.open(f"{server.url}/join", c=opened.join_key)
    expect(other.page.locator(f".st-key-join-group {RADIO}").nth(1)).to_contain_text(LABEL)
    other.open(f"{server.url}/room", p=guest)
    expect(other.page.locator(".mast")).to_contain_text(LABEL)
    screens["guest"] = other
    with server.store() as store:
        end_answering(store, opened.facilitator_token)
        choose_question(store, opened.facilitator_token, QUESTION)
    expect(phone.page.locator(".you")).to_contain_text(NOTE, timeout=FOLLOW)
    expect(host.page.get_by_role("tab").nth(1)).to_be_visible(timeout=FOLLOW)
    host.settle()
    host.page.get_by_role("tab").nth(1).click()
    expect(host.page.locator(".nt").first).to_contain_text(NOTE)
    record_fact(host)
    host.press("to-minutes")
    expect(host.page.locator(".mn")).to_contain_text(FACT, timeout=FOLLOW)
    with server.store() as store:
        close_workshop(store, opened.facilitator_token, share_result=True)
    expect(host.page.locator(".st-key-share-result")).to_be_visible(timeout=FOLLOW)
    report = host.download("pdf", "ja")
    for name in ("writer", "guest"):
        expect(screens[name].page.locator(".st-key-see-result")).to_be_visible(timeout=FOLLOW)
        screens[name].press("see-result")
        expect(screens[name].page.locator(".mins")).to_contain_text(FACT, timeout=FOLLOW)
    host.press("next")
    expect(host.page.locator(".mn")).to_contain_text(FACT, timeout=FOLLOW)
    for screen in screens.values():
        nothing_ran(screen)
    text = read_pdf(report.read_bytes())
    assert re.sub(r"\s", "", NOTE) in text


def enter_note(phone: Visitor, server: Server, token: str) -> None:
    """Write beside an answer on the phone; it is saved while one types."""
    phone.open(f"{server.url}/room", p=token, s="measures")
    phone.page.locator(f".st-key-note-evidence-{QUESTION} input").fill(NOTE)
    phone.page.wait_for_timeout(1300)
    phone.settle()


def record_fact(host: Visitor) -> None:
    host.page.locator(f".st-key-agree-fact-{QUESTION} textarea").fill(FACT)
    host.page.keyboard.press("Tab")
    host.settle()
    host.page.locator(f".st-key-agree-outcome-{QUESTION} {RADIO}").nth(2).click()
    host.settle()
    host.press("next")


def nothing_ran(screen: Visitor) -> None:
    """No script ran, no picture was asked for, no link was made."""
    assert screen.page.evaluate("window.hit") is None
    expect(screen.page.locator('img[src="x"], svg[onload], a[href*="evil"]')).to_have_count(0)
    assert not any("evil.example" in url or url.endswith("/x") for url in screen.requests)
    assert screen.complaints == []


def read_pdf(data: bytes) -> str:
    """The text of a report without spaces and line breaks."""
    document = pypdfium2.PdfDocument(data)
    pages = (document[number].get_textpage().get_text_range() for number in range(len(document)))
    return re.sub(r"[\s\ufffe\u00ad]", "", "".join(pages))
