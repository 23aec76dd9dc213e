"""What a visitor does with the pages, in the words of the tests."""

from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Locator, Page, expect


class Visitor:
    """A browser window and what went wrong in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, kind: str, text: str) -> None:
        # Streamlit looks for its own endpoints below a page's address first and is told 404; and it says
        # that the server is away when a test has killed it.
        expected = ("404", "ERR_CONNECTION", "WebSocket", "server endpoint", "not responding", "disconnected")
        if kind == "error" and not any(word in text for word in expected):
            self.complaints.append(text)

    def open(self, url: str, **address: str) -> None:
        self.page.goto(f"{url}?{urlencode(address)}" if address else url)
        self.settle()

    def settle(self) -> None:
        """Wait until the page's script has run and something of ours is drawn."""
        self.page.wait_for_timeout(100)
        self.page.wait_for_selector(".hk.place", state="attached", timeout=20_000)
        self.page.wait_for_selector('[data-test-script-state="notRunning"]', timeout=20_000)

    def press(self, key: str) -> None:
        self.page.locator(f".st-key-{key} button").first.click()
        self.settle()

    def address(self, name: str) -> str:
        return parse_qs(urlsplit(self.page.url).query).get(name, [""])[0]

    def questions(self) -> list[str]:
        """The ids of the questions on the page."""
        self.page.locator('[class*="st-key-lv-"] [data-testid="stRadioGroup"]').last.wait_for()
        keys = self.page.locator('[class*="st-key-lv-"]').evaluate_all(
            "all => all.map(e => [...e.classList].find(c => c.startsWith('st-key-lv-')))"
        )
        return [str(key).removeprefix("st-key-lv-") for key in keys]

    def card(self, question: str, choice: int) -> Locator:
        return self.page.locator(f'.st-key-lv-{question} [data-testid="stRadioGroup"] > div').nth(choice)

    def choose(self, question: str, choice: int) -> None:
        """Choose the nth card: 0–5 are the levels, 6 is not known, 7 not applicable."""
        self.card(question, choice).click(position={"x": 120, "y": 14})
        self.settle()
        expect(self.card(question, choice)).to_have_attribute("data-selected", "true")

    def chosen(self, question: str) -> int | None:
        cards = self.page.locator(f'.st-key-lv-{question} [data-testid="stRadioGroup"] > div')
        # A part of Streamlit's may still be on its way when the script has long run.
        cards.first.wait_for()
        states = cards.evaluate_all("all => all.map(e => e.hasAttribute('data-selected'))")
        return states.index(True) if True in states else None

    def next_section(self) -> None:
        before = self.address("s")
        self.press("next")
        self.page.wait_for_function("was => !location.search.includes('s=' + was)", arg=before)
        self.settle()

    def download(self, form: str, language: str) -> Path:
        with self.page.expect_download(timeout=60_000) as download:
            self.page.locator(f'a[href*="takeaway/{form}?"][href*="r={language}"]').first.click()
        return Path(download.value.path())

    def overflow(self) -> int:
        """Pixels by which the page is wider than its window."""
        return int(
            self.page.evaluate(
                """() => Math.max(...['html', '[data-testid="stMain"]', '[data-testid="stBottom"]']
                    .map(s => document.querySelector(s)).filter(e => e)
                    .map(e => e.scrollWidth - e.clientWidth))"""
            )
        )
