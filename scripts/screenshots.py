"""Take the pictures of the README: `python scripts/screenshots.py` writes docs/images/*.png.

Starts the app on the example of company B and on workshops, in databases that are thrown away.
Needs Chromium.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import Any

import pypdfium2
from playwright.sync_api import Browser, Page, sync_playwright
from workshop_stages import stage_workshops

from assessments.models import LANGUAGES

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
EXAMPLE = ROOT / "examples" / "company_b.yaml"
PORT = 8593
SIZES = {"desktop": (1280, 900), "phone": (390, 844), "projector": (1920, 1080)}
PUBLIC_URL = "https://henkaku.example"
"""What the lobby invites to: an address that only this computer can open would be warned about."""


@dataclass(frozen=True)
class Picture:
    """One picture: a page with its address, in a language, at a size.

    `{…}` in the path stands for a token. A picture that is clicked at first names what.
    """

    name: str
    path: str
    language: str = "ja"
    size: str = "desktop"
    scheme: str = "light"
    clicks: tuple[str, ...] = ()


PICTURES = (
    Picture("start-ja", "/?"),
    Picture("answer-ja", "/answer?s=leads&t={draft}"),
    Picture("result-ja", "/result?t={draft}"),
    Picture("start-ja-phone", "/?", size="phone"),
    Picture("answer-ja-phone", "/answer?s=leads&t={draft}", size="phone"),
    Picture("result-ja-phone", "/result?t={draft}", size="phone"),
    Picture("start-en", "/?", language="en"),
    Picture("answer-en", "/answer?s=leads&t={draft}", language="en"),
    Picture("result-en", "/result?t={draft}", language="en"),
    Picture("answer-ja-dark", "/answer?s=leads&t={draft}", scheme="dark"),
    Picture("plan-ja", "/plan?t={draft}"),
    Picture("plan-ja-phone", "/plan?t={draft}", size="phone"),
    Picture("plan-en", "/plan?t={draft}", language="en"),
    Picture("targets-ja", "/targets?t={draft}"),
    Picture("targets-en", "/targets?t={draft}", language="en"),
)
WORKSHOP_PICTURES = tuple(
    Picture(f"workshop-{name}-{language}", path, language, size, clicks=clicks)
    for language in ("ja", "en")
    for name, path, size, clicks in (
        ("lobby", "/host?h={answering.host}", "projector", ()),
        ("discussion", "/host?h={talking.host}", "projector", ()),
        ("vote", "/host?h={voting.host}", "projector", ()),
        ("closed", "/host?h={closed.host}", "projector", ()),
        ("join-phone", "/join?c={answering.key}", "phone", (".st-key-join-group label >> nth=2",)),
        ("answer-phone", "/room?p={answering.seat}", "phone", ()),
        ("room-phone", "/room?p={talking.seat}", "phone", ()),
        ("vote-phone", "/room?p={voting.seat}", "phone", ()),
        ("result-phone", "/room?s=result&p={closed.seat}", "phone", ()),
    )
)


def main() -> None:
    """Write every picture."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium on this machine: install the package `chromium`.")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        with serve_example() as token:
            for picture in PICTURES:
                take(browser, picture, {"draft": token})
            for language in LANGUAGES:
                print_cover(token, language)
        with serve_workshops() as stages:
            for picture in WORKSHOP_PICTURES:
                take(browser, picture, stages[picture.language])
        browser.close()


@contextmanager
def serve_example() -> Iterator[str]:
    """The app with the example in it; gives the token of its draft."""
    command = [sys.executable, "-m", "cli", "demo", str(EXAMPLE), "--port", str(PORT)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            told = server.stdout.readline() + server.stdout.readline()
            found = re.search(r"[?&]t=([\w-]+)", told)
            if found is None:
                sys.exit("The app did not say where the example is.")
            wait_for_server()
            yield found[1]
        finally:
            server.terminate()


@contextmanager
def serve_workshops() -> Iterator[dict[str, dict[str, Any]]]:
    """The app with a workshop in each phase; gives, by language and phase, what leads to it."""
    with tempfile.TemporaryDirectory(prefix="henkaku-pictures-") as folder:
        stages = stage_workshops(Path(folder) / "henkaku.db")
        environment = {**os.environ, "HENKAKU_DATA": folder, "HENKAKU_PUBLIC_URL": PUBLIC_URL}
        environment.pop("HENKAKU_DATABASE_URL", None)
        command = [sys.executable, "-m", "cli", "serve", "--port", str(PORT)]
        with subprocess.Popen(command, cwd=ROOT, env=environment) as server:
            try:
                wait_for_server()
                yield stages
            finally:
                server.terminate()


def wait_for_server() -> None:
    """Wait until the app answers; gives up after 30 seconds."""
    for _ in range(150):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health", timeout=1):
                return
        except OSError:
            sleep(0.2)
    sys.exit("The app did not start.")


def take(browser: Browser, picture: Picture, tokens: dict[str, Any]) -> None:
    """Open a page as a visitor would and keep what the window shows."""
    width, height = SIZES[picture.size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if picture.scheme == "dark" else "light",
        locale="ja-JP",
        timezone_id="Asia/Tokyo",
        device_scale_factor=2 if picture.size == "phone" else 1,
    )
    page = context.new_page()
    path = picture.path.format(**tokens)
    page.goto(f"http://127.0.0.1:{PORT}{path}&lang={picture.language}")
    settle(page)
    for place in picture.clicks:
        page.locator(place).click()
        settle(page)
    page.screenshot(path=IMAGES / f"{picture.name}.png")
    context.close()


def print_cover(token: str, language: str) -> None:
    """Fetch the report and keep its first page."""
    address = f"http://127.0.0.1:{PORT}/takeaway/pdf?t={token}&r={language}"
    with urllib.request.urlopen(address, timeout=60) as response:
        cover = pypdfium2.PdfDocument(response.read())[0]
    cover.render(scale=1.25).to_pil().save(IMAGES / f"report-{language}.png")


def settle(page: Page) -> None:
    """Wait until the page is drawn."""
    page.wait_for_selector(".hk.place", state="attached")
    page.wait_for_selector('[data-test-script-state="notRunning"]')
    page.wait_for_timeout(1000)


if __name__ == "__main__":
    main()
