"""Take the pictures of the README: `python scripts/screenshots.py` writes docs/images/*.png.

Starts the app on the example of company B, in a database that is thrown away. Needs Chromium.
"""

import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
EXAMPLE = ROOT / "examples" / "company_b.yaml"
PORT = 8593
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}


@dataclass(frozen=True)
class Picture:
    """One picture: a page with its address, in a language, at a size."""

    name: str
    path: str
    language: str = "ja"
    size: str = "desktop"
    scheme: str = "light"


PICTURES = (
    Picture("start-ja", "/"),
    Picture("answer-ja", "/answer?s=leads"),
    Picture("result-ja", "/result"),
    Picture("start-ja-phone", "/", size="phone"),
    Picture("answer-ja-phone", "/answer?s=leads", size="phone"),
    Picture("result-ja-phone", "/result", size="phone"),
    Picture("start-en", "/", language="en"),
    Picture("answer-en", "/answer?s=leads", language="en"),
    Picture("result-en", "/result", language="en"),
    Picture("answer-ja-dark", "/answer?s=leads", scheme="dark"),
)


def main() -> None:
    """Write every picture."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium on this machine: install the package `chromium`.")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with serve_example() as token, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for picture in PICTURES:
            take(browser, picture, token)
        browser.close()


@contextmanager
def serve_example() -> Iterator[str]:
    """The app with the example in it; gives the token of its draft."""
    command = [sys.executable, "-m", "cli", "demo", str(EXAMPLE), "--port", str(PORT)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            found = re.search(r"[?&]t=([\w-]+)", server.stdout.readline())
            if found is None:
                sys.exit("The app did not say where the example is.")
            wait_for_server()
            yield found[1]
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


def take(browser: Browser, picture: Picture, token: str) -> None:
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
    joint = "&" if "?" in picture.path else "?"
    draft = "" if picture.path == "/" else f"&t={token}"
    page.goto(f"http://127.0.0.1:{PORT}{picture.path}{joint}lang={picture.language}{draft}")
    page.wait_for_selector(".hk.place", state="attached")
    page.wait_for_selector('[data-test-script-state="notRunning"]')
    page.wait_for_timeout(1000)
    page.screenshot(path=IMAGES / f"{picture.name}.png")
    context.close()


if __name__ == "__main__":
    main()
