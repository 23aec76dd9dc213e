"""The report as a file: complete, accessible, in its own fonts, from its own process."""

import logging
import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Pipe
from pathlib import Path

import pypdfium2
import pytest
from weasyprint.urls import FatalURLFetchingError

from assessments.models import LANGUAGES, Language
from i18n.text import translate
from reporting import pdf
from reporting.document import render_html
from reporting.glyphs import clean_text
from reporting.limits import Limits
from reporting.pdf import (
    RenderCancelled,
    RenderTimedOut,
    RenderTooLarge,
    make_bounded,
    render_pdf,
)
from reporting.press import print_html
from scoring.findings import Diagnosis
from tests.reporting.accessibility import list_failures
from tests.reporting.cases import HOSTILE_NOTES, NAMES, build_hostile_company, grow_too_far
from tests.reporting.conftest import MADE_ON

ROOT = Path(__file__).parent.parent.parent
Companies = dict[str, Diagnosis]
Read = Callable[[str, Language], bytes]


@pytest.fixture(scope="session")
def report(companies: Companies) -> Read:
    """The PDF of a company, rendered once."""
    made: dict[tuple[str, Language], bytes] = {}

    def read(name: str, language: Language) -> bytes:
        if (name, language) not in made:
            diagnosis = build_hostile_company() if name == "hostile" else companies[name]
            made[name, language] = print_html(render_html(diagnosis, language, MADE_ON))
        return made[name, language]

    return read


def read_pages(data: bytes) -> list[str]:
    """The text of each page without spaces and line breaks."""
    document = pypdfium2.PdfDocument(data)
    texts = [document[place].get_textpage().get_text_range() for place in range(len(document))]
    return [re.sub(r"[\s\ufffe\u00ad]", "", text) for text in texts]


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", clean_text(text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "name", ["some unknown", "all 5", "individuals", "nothing answered", "quick", "hostile"]
)
def test_reports_are_accessible(report: Read, name: str, language: Language) -> None:
    assert list_failures(report(name, language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["some unknown", "quick", "nearly there"])
def test_every_answer_is_printed_with_its_wording(
    companies: Companies, report: Read, name: str, language: Language
) -> None:
    text = "".join(read_pages(report(name, language)))
    for standing in companies[name].standings:
        assert squeeze(standing.question.text.get(language)) in text
        if standing.level is not None:
            assert squeeze(standing.question.levels[int(standing.level)].get(language)) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_reports_own_fonts_are_embedded(
    report: Read, language: Language, caplog: pytest.LogCaptureFixture
) -> None:
    names = set(re.findall(rb"/FontName /([A-Za-z0-9+-]+)", report("hostile", language)))
    families = {name.split(b"+")[-1].removesuffix(b"-Bold") for name in names}
    assert families <= {b"Noto-Sans-CJK-JP"}
    fonts = pypdfium2.PdfDocument(report("hostile", language))
    assert len(fonts) > 10


def test_nothing_is_printed_as_a_missing_glyph(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("weasyprint")
    logger.addHandler(caplog.handler)
    try:
        print_html(render_html(build_hostile_company(), "ja", MADE_ON))
    finally:
        logger.removeHandler(caplog.handler)
    assert not [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_notes_are_text_and_nothing_else(report: Read, language: Language) -> None:
    html = render_html(build_hostile_company(), language, MADE_ON)
    assert "<script" not in html
    assert "file:///etc/passwd'" not in html
    text = "".join(read_pages(report("hostile", language)))
    for note in (HOSTILE_NOTES[0], HOSTILE_NOTES[3], HOSTILE_NOTES[6]):
        assert squeeze(note) in text
    assert "\x1b" not in html


def test_a_document_that_reaches_outside_stops_the_rendering() -> None:
    for source in ("file:///etc/passwd", "http://x.test/a.png"):
        with pytest.raises(FatalURLFetchingError):
            print_html(f'<img src="{source}" alt="x">')


def test_the_first_page_stands_alone(companies: Companies, report: Read) -> None:
    first = read_pages(report("some unknown", "ja"))[0]
    for fact in (
        "B社",
        "2026年6月12日",
        "全問版",
        "回答1名",
        "52問中46問に回答",
        "決めたことは増えた。",
        "ハイブリッド型",
    ):
        assert fact in first
    assert first.count("まで") >= 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in NAMES if name != "quick"])
def test_the_first_two_findings_keep_to_one_page_each(
    companies: Companies, name: str, language: Language
) -> None:
    html = render_html(companies[name], language, MADE_ON)
    first_three = "<section".join(html.split("<section")[:4]) + "</body></html>"
    pages = read_pages(print_html(first_three))
    assert squeeze(translate("report.labels.capabilities", language, n=12)) in pages[1]
    assert squeeze(translate("report.labels.sides", language)) in pages[2]


def test_headings_become_bookmarks(report: Read) -> None:
    document = pypdfium2.PdfDocument(report("some unknown", "ja"))
    titles = [bookmark.get_title() for bookmark in document.get_toc()]
    assert titles[0].startswith("決めたことは増えた。")
    assert len(titles) > 20
    assert document.get_metadata_value("Title").startswith("B社")


def test_a_report_comes_from_a_process_of_its_own(companies: Companies) -> None:
    assert render_pdf(companies["quick"], "en", MADE_ON).startswith(b"%PDF")


def test_a_report_that_takes_too_long_is_given_up(companies: Companies) -> None:
    with pytest.raises(RenderTimedOut):
        render_pdf(companies["individuals"], "ja", MADE_ON, Limits(seconds=0.2))
    with pytest.raises(RenderTimedOut):
        render_pdf(build_hostile_company(), "ja", MADE_ON, Limits(cpu_seconds=1))


def test_a_report_that_grows_too_far_is_given_up(companies: Companies) -> None:
    with pytest.raises(RenderTooLarge):
        make_bounded(grow_too_far, ())
    with pytest.raises(RenderTooLarge):
        render_pdf(companies["individuals"], "ja", MADE_ON, Limits(memory_bytes=300 * 1024**2))


def test_a_report_nobody_wants_any_more_is_cancelled(companies: Companies) -> None:
    cancelled = threading.Event()
    cancelled.set()
    with pytest.raises(RenderCancelled):
        render_pdf(companies["individuals"], "ja", MADE_ON, cancelled=cancelled)


def test_a_render_process_that_has_died_is_started_again(companies: Companies) -> None:
    render_pdf(companies["quick"], "ja", MADE_ON)
    process = pdf._server._process
    assert process is not None
    process.kill()
    process.wait()
    assert render_pdf(companies["quick"], "ja", MADE_ON).startswith(b"%PDF")


def test_several_threads_may_ask_at_once(companies: Companies) -> None:
    made: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: made.append(render_pdf(companies["quick"], "en", MADE_ON)))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 3


def test_rendering_does_not_run_the_callers_script_again(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "print('ran')\n"
        "from datetime import date\n"
        "from reporting.pdf import render_pdf\n"
        "from tests.reporting.cases import company\n"
        "print(render_pdf(company({}), 'en', date(2026, 6, 12))[:4])\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, script], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split("\n")[:2] == ["ran", "b'%PDF'"]
    assert done.stdout.count("ran") == 1


def test_a_render_process_whose_caller_has_gone_ends_without_a_word() -> None:
    ours, theirs = socket.socketpair()
    waiting, given = Pipe()
    with ours, theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "reporting.render_server", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd=ROOT,
        )
        socket.send_fds(ours, [b"."], [given.fileno()])
        waiting.close()
        given.close()
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, b"")
