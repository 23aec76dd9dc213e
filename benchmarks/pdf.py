"""The report as a PDF: beside Chromium's print of it, beside a single word, and beside people who answer."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date

import psutil
from playwright.sync_api import Browser, sync_playwright

from assessments.answer_files import read_answers
from assessments.loading import load_questionnaire
from benchmarks.rendering_beside import measure_beside
from benchmarks.scoring import EXAMPLE
from benchmarks.timing import compare
from reporting.document import render_html
from reporting.pdf import make_bounded, render_pdf
from reporting.press import print_html
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis

MADE_ON = date(2026, 6, 12)
EMPTY = '<html lang="ja"><title>-</title><p style="font-family: Noto Sans CJK JP">変革</p></html>'
RUNS = 9
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
          "--disable-background-networking", "--disable-component-update"]  # fmt: skip


def run() -> Iterator[object]:
    """The comparisons, one after another."""
    questionnaire = load_questionnaire()
    profile, answers = read_answers(EXAMPLE, questionnaire)
    diagnosis = diagnose(questionnaire, answers, profile)
    start = time.perf_counter()
    render_pdf(diagnosis, "ja", MADE_ON)
    yield f"the first report after starting: {time.perf_counter() - start:.2f} s"

    def render() -> bytes:
        return render_pdf(diagnosis, "ja", MADE_ON)

    with printing_in_chromium(render_html(diagnosis, "ja", MADE_ON)) as print_page:
        yield compare("a full report", render, "Chromium's print", print_page, RUNS, time.perf_counter)
    yield compare("a full report", render, "a page with one word", print_a_word, RUNS, time.perf_counter)
    yield weigh(diagnosis)
    yield measure_memory(render)
    yield from measure_beside()


@contextmanager
def printing_in_chromium(html: str) -> Iterator[Callable[[], bytes]]:
    """What prints a page in a Chromium that is running already, tagged and with an outline like ours."""
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=_FLAGS)
        yield lambda: _print_in(browser, html)
        browser.close()


def _print_in(browser: Browser, html: str) -> bytes:
    page = browser.new_page()
    page.set_content(html)
    printed = page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
    page.close()
    return printed


def print_a_word() -> bytes:
    """What a PDF costs with next to nothing in it, from the same process."""
    return make_bounded(print_html, (EMPTY,))


def weigh(diagnosis: Diagnosis) -> str:
    """The size of the file."""
    sizes = (f"{len(render_pdf(diagnosis, lang, MADE_ON)) / 1024:.0f} KB ({lang})" for lang in ("ja", "en"))
    return f"a full report weighs {', '.join(sizes)}"


def measure_memory(render: Callable[[], bytes]) -> str:
    """The most memory of a process below this one while a report is rendered."""
    resident, own = 0, 0
    done = threading.Event()

    def watch() -> None:
        nonlocal resident, own
        while not done.wait(0.01):
            for process in psutil.Process().children(recursive=True):
                with suppress(psutil.NoSuchProcess):
                    memory = process.memory_full_info()
                    resident, own = max(resident, memory.rss), max(own, memory.uss)

    watcher = threading.Thread(target=watch)
    watcher.start()
    render()
    done.set()
    watcher.join()
    return (
        f"memory of the process that renders it: {resident / 2**20:.0f} MB resident at most, "
        f"{own / 2**20:.0f} MB of it shared with no other"
    )
