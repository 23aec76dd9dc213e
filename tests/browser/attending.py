"""People in a workshop, each with a browser window of their own, in the words of the tests."""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, expect

from assessments.models import Group
from tests.browser.visiting import Visitor

BACK = 60_000
"""Milliseconds after which a page has to be back by itself: Streamlit waits ever longer, up to 30 s."""
FOLLOW = 15_000
"""Milliseconds after which a screen has to follow the room: a phone asks every 5 s."""
RADIO = '[data-testid="stRadioGroup"] > div'


@dataclass
class Participant:
    """Somebody at a phone or laptop, with the answers that the screen has acknowledged."""

    visitor: Visitor
    group: Group
    name: str
    acknowledged: dict[str, int] = field(default_factory=dict)
    token: str = ""

    def join(self, group_place: int) -> None:
        """Take a seat in the nth group; the page shows the invitation already."""
        page = self.visitor.page
        page.locator(f".st-key-join-group {RADIO}").nth(group_place).click()
        page.locator(".st-key-join-name input").fill(self.name)
        page.keyboard.press("Tab")
        self.visitor.settle()
        page.locator(".st-key-join-go button").click()
        page.wait_for_url("**/room?**p=**s=**")
        self.visitor.settle()
        self.token = self.visitor.address("p")

    def tap(self, question: str, level: int) -> None:
        """Choose a level, whatever comes of it."""
        self.visitor.card(question, level).click(position={"x": 120, "y": 14})

    def answer(self, question: str, level: int) -> None:
        """Choose a level and wait until the screen counts the answer."""
        self.tap(question, level)
        self.acknowledged[question] = level
        self.sees_answers(len(self.acknowledged))

    def tap_again(self, key: str, level: int) -> None:
        """Choose what was tapped in vain: without a server the cards are locked."""
        for _ in range(10):
            if self.visitor.chosen(key) == level:
                return
            self.tap(key, level)
            self.visitor.page.wait_for_timeout(1000)

    def sees_answers(self, number: int) -> None:
        """The bar says how many answers the store holds."""
        count = self.visitor.page.locator(".st-key-state strong")
        expect(count).to_contain_text(f"{number} ", timeout=FOLLOW)

    def vote(self, key: str, level: int) -> None:
        """Vote and wait until the screen says that the vote counts."""
        self.tap(key, level)
        self.sees_vote(level)

    def sees_vote(self, level: int) -> None:
        """The bar shows the vote that counts."""
        expect(self.visitor.page.locator(".votes .l").nth(1)).to_have_text(str(level), timeout=FOLLOW)


def find_ballot(visitor: Visitor, question: str, ballot: int) -> Locator:
    """The cards of a vote."""
    return visitor.page.locator(f".st-key-lv-vote-{ballot}-{question}")


def come_back(visitor: Visitor) -> None:
    """Wait, without touching anything, until a page is connected again and shows no failure."""
    visitor.page.wait_for_selector('[data-test-connection-state="CONNECTED"]', timeout=BACK)
    visitor.settle()
    expect(visitor.page.locator(".failure")).to_have_count(0)
