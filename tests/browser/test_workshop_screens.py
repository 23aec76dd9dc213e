"""axe-core finds nothing on the screens of a workshop, and the projector's fit its window."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from assessments.answers import Answer, Profile
from services.workshop import (
    Entry,
    WorkshopPlan,
    cast_vote,
    choose_question,
    close_ballot,
    close_workshop,
    end_answering,
    fill_workshop,
    join_workshop,
    open_ballot,
    open_workshop,
    prepare_discussion,
    record_entry,
    save_blind_answer,
)
from storage.store import Store
from tests.browser.serving import Server
from tests.browser.test_accessibility import RULES
from tests.browser.visiting import Visitor

Enter = Callable[..., Visitor]
PEOPLE = 12
PHASES = ("answering", "waiting", "talking", "voting", "voted", "closed")


@pytest.fixture(scope="module")
def rooms(server: Server) -> dict[str, dict[str, str]]:
    """A rehearsed workshop in each phase: the facilitator's token, a seat's, and the key of the QR code."""
    with server.store() as store:
        return {phase: prepare(store, phase) for phase in PHASES}


def prepare(store: Store, phase: str) -> dict[str, str]:
    plan = WorkshopPlan(
        profile=Profile(name="ナギ精機", employees=320, business_units=3, current_model="centralized"),
        edition="quick",
        dimensions=("strategy", "alignment", "data", "structure"),
        groups={"marketing": None, "sales": "関西支社営業部", "management": None, "business_unit": None},
        anonymous=True,
        language="ja",
        answer_minutes=10,
        talk_minutes=5,
    )
    opened = open_workshop(store, plan)
    host = opened.facilitator_token
    fill_workshop(store, host, PEOPLE)
    seat = join_workshop(store, opened.join_code, "sales")
    save_blind_answer(store, seat, Answer(question="shared_kpis", level=1, note="会議で見た表"))
    if phase != "answering":
        end_answering(store, host)
        talk_until(store, host, seat, phase)
    return {"h": host, "p": seat, "c": opened.join_key}


def talk_until(store: Store, host: str, seat: str, phase: str) -> None:
    """Bring a revealed workshop as far as the phase."""
    first, second, *_ = (topic.question_id for topic in prepare_discussion(store, host).queue)
    record_entry(
        store, host, first, Entry(status="agreed", level=2, fact="資料に共通の表がない", owner="伊藤")
    )
    if phase == "waiting":
        return
    choose_question(store, host, second)
    if phase in ("voting", "voted", "closed"):
        open_ballot(store, host, second)
        cast_vote(store, seat, second, 3)
    if phase in ("voted", "closed"):
        close_ballot(store, host)
    if phase == "closed":
        close_workshop(store, host, share_result=True)


SCREENS = {
    "opening": ("desktop", "light", "ja", "", "/workshop", "", ""),
    "lobby": ("projector", "light", "ja", "answering", "/host", "h", ""),
    "overview": ("projector", "dark", "en", "waiting", "/host", "h", ""),
    "discussion": ("projector", "light", "ja", "talking", "/host", "h", ""),
    "discussion in the dark": ("projector", "dark", "en", "voted", "/host", "h", ""),
    "second vote": ("projector", "dark", "ja", "voting", "/host", "h", ""),
    "minutes": ("projector", "light", "en", "voted", "/host", "h", "minutes"),
    "closed": ("projector", "dark", "ja", "closed", "/host", "h", ""),
    "whole result": ("desktop", "light", "ja", "closed", "/host", "h", "result"),
    "code": ("phone", "dark", "en", "", "/join", "", ""),
    "group": ("phone", "light", "ja", "answering", "/join", "c", ""),
    "answering": ("phone", "dark", "en", "answering", "/room", "p", "measures"),
    "answered": ("phone", "light", "ja", "answering", "/room", "p", "done"),
    "waiting": ("phone", "dark", "ja", "waiting", "/room", "p", ""),
    "talking": ("phone", "light", "en", "talking", "/room", "p", ""),
    "voting": ("phone", "dark", "ja", "voting", "/room", "p", ""),
    "goodbye": ("phone", "light", "en", "closed", "/room", "p", ""),
    "shared result": ("phone", "dark", "ja", "closed", "/room", "p", "result"),
}


@pytest.mark.parametrize("name", SCREENS)
def test_axe_finds_nothing_in_a_workshop(
    enter: Enter, server: Server, rooms: dict[str, dict[str, str]], name: str
) -> None:
    size, scheme, language, phase, path, right, section = SCREENS[name]
    visitor = enter(size, scheme)
    address = {right: rooms[phase][right]} if right else {}
    place = {"s": section} if section else {}
    visitor.open(server.url + path, **address, **place, lang=language)
    visitor.page.wait_for_timeout(400)
    assert visitor.page.locator(".failure").count() == 0
    results = Axe().run(visitor.page, options=RULES)
    assert results.violations_count == 0, results.generate_report()
    assert visitor.overflow() <= 0
    assert visitor.complaints == []
