"""axe-core finds nothing on the screens of a workshop, and the projector's fit its window."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from assessments.answers import Answer, Profile
from assessments.models import LANGUAGES, Language
from services.content import load_content
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
    start_timer,
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
    start_timer(store, host, 300)
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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_the_longest_texts_leave_the_two_wordings_on_the_screen(
    enter: Enter, server: Server, rooms: dict[str, dict[str, str]], language: Language, size: tuple[int, int]
) -> None:
    visitor = enter("projector")
    visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
    visitor.open(f"{server.url}/host", h=rooms["talking"]["h"], lang=language)
    visitor.page.locator(".rq b").wait_for()
    visitor.page.evaluate(
        """([question, asked, ...levels]) => {
            document.querySelector('.rv .q').lastChild.replaceWith(question);
            document.querySelector('.rq b').textContent = asked;
            const shown = document.querySelectorAll('.qt > div > p:last-child');
            shown.forEach((wording, place) => wording.textContent = levels[place]);
        }""",
        find_longest(language),
    )
    bar = visitor.page.locator('[data-testid="stBottom"]').bounding_box()
    assert bar is not None
    for part in (".qt", ".rq", ".st-key-side"):
        box = visitor.page.locator(part).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= bar["y"], part


def find_longest(language: Language) -> list[str]:
    """The longest question, question for the room and two wordings of the content."""
    content = load_content()
    questions = [getattr(question.text, language) for question in content.questions]
    asked = [getattr(pattern.room_question, language) for pattern in content.patterns]
    levels = [getattr(level, language) for question in content.questions for level in question.levels]
    return [max(questions, key=len), max(asked, key=len), *sorted(levels, key=len)[-2:]]


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_tap_anywhere_on_a_card_chooses_how_names_are_handled(
    enter: Enter, server: Server, size: str
) -> None:
    visitor = enter(size)
    visitor.open(f"{server.url}/workshop")
    cards = visitor.page.locator('.st-key-anonymous [data-testid="stRadioGroup"] > div')
    for place in (1, 0):
        # A click on a point: that the caption is under a layer is the point of the test.
        cards.nth(place).evaluate("card => card.scrollIntoView({block: 'center'})")
        box = cards.nth(place).locator('[data-testid="stRadioCaption"]').bounding_box()
        assert box is not None
        visitor.page.mouse.click(box["x"] + box["width"] - 4, box["y"] + box["height"] - 4)
        visitor.settle()
        expect(cards.nth(place)).to_have_attribute("data-selected", "true")
