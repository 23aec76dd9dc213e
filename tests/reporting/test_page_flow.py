"""How the report falls onto its pages: how many, how full, and whether everything in it can be found."""

import re
from functools import cache

import pypdfium2
import pytest

from assessments.models import LANGUAGES, Language
from reporting.document import render_html
from reporting.enclosures import NOTHING
from reporting.press import print_html
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis
from tests.exports.conftest import EXAMPLES, read_example
from tests.reporting.cases import NAMES, build_companies, questionnaire
from tests.reporting.conftest import MADE_ON
from tests.reporting.plans import read_case
from tests.reporting.test_pdf import squeeze

TOP, BOTTOM, HEIGHT = 27.0, 276.0, 297.0
"""Where a page's content begins and ends, and the height of the page, in mm."""
RIGHT, OVERHANG, WIDTH = 191.5, 1.6, 210.0
"""Where lines end at the right, how far a closing mark may hang out, and the width of the page, in mm."""
MM = 72 / 25.4
ENCLOSED = "enclosed "
"""Before the name of an example: with its targets, its team's time and the round before."""
BY_STEM = {path.stem: path for path in EXAMPLES}
FOOT = 28.0
"""Height in mm of a page's last part, in which a heading needs company."""
HEADING_ROOM, HEAD_ROOM = 6.5, 34.0
"""The least height in mm from a heading's top, and from a section's, to the end of what stands under it."""


@cache
def choose(name: str) -> Diagnosis:
    """An example, alone, with what its file encloses, or in the quick edition; or a made-up company."""
    name = name.removeprefix(ENCLOSED)
    if name.startswith("quick "):
        full = read_example(BY_STEM[name.removeprefix("quick ")])
        asked = {question.id for question in questionnaire().asked_in("quick")}
        people = tuple(
            person.model_copy(
                update={"answers": tuple(answer for answer in person.answers if answer.question in asked)}
            )
            for person in full.answers.respondents
        )
        answers = full.answers.model_copy(update={"edition": "quick", "respondents": people})
        return diagnose(questionnaire(), answers, full.profile)
    return read_example(BY_STEM[name]) if name in BY_STEM else build_companies()[name]


@cache
def write_html(name: str, language: Language) -> str:
    enclosures = read_case(name.removeprefix(ENCLOSED)) if name.startswith(ENCLOSED) else NOTHING
    return render_html(choose(name), language, MADE_ON, enclosures)


@cache
def open_pdf(name: str, language: Language) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(print_html(write_html(name, language)))


@cache
def read_pages(name: str, language: Language) -> tuple[str, ...]:
    texts = (page.get_textpage().get_text_range() for page in open_pdf(name, language))
    return tuple(re.sub(r"[\s\ufffe\u00ad]", "", text) for text in texts)


def find_ends(name: str, language: Language) -> list[float]:
    """Where the last ink of each page's content stands, in mm from the top of the page."""
    ends = []
    for page in open_pdf(name, language):
        shades = page.render(scale=0.5, grayscale=True).to_numpy().squeeze()
        scale = len(shades) / HEIGHT
        rows = (shades[int(TOP * scale) : int(BOTTOM * scale)] < 200).any(axis=1).nonzero()[0]
        ends.append(TOP + (rows[-1] + 1) / scale if len(rows) else TOP)
    return ends


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["half_unknown", "workshop", f"{ENCLOSED}company_b_later"])
def test_nothing_stands_beyond_the_right_margin(name: str, language: Language) -> None:
    for number, page in enumerate(open_pdf(name, language), start=1):
        shades = page.render(scale=1, grayscale=True).to_numpy().squeeze()
        margin = int((RIGHT + OVERHANG) / WIDTH * shades.shape[1])
        assert not (shades[:, margin:] < 200).any(), f"page {number}"


WITHOUT_WORKSHOP = [stem for stem in BY_STEM if len(choose(stem).answers.respondents) == 1]
QUICK = [f"quick {stem}" for stem in WITHOUT_WORKSHOP]
FULL = (f"{ENCLOSED}company_b", f"{ENCLOSED}company_b_later")
CASES = (*BY_STEM, *FULL, *QUICK, "nothing answered", "all 0", "all 5", "individuals")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_no_page_before_the_last_is_a_third_empty(name: str, language: Language) -> None:
    for number, end in enumerate(find_ends(name, language)[:-1], start=1):
        assert end - TOP >= (BOTTOM - TOP) * 2 / 3, f"page {number} ends at {end:.0f} mm"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WITHOUT_WORKSHOP)
def test_the_number_of_pages_keeps_within_reason(name: str, language: Language) -> None:
    assert 10 <= len(open_pdf(name, language)) <= 14
    assert 4 <= len(open_pdf(f"quick {name}", language)) <= 5


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_no_heading_stands_alone_at_the_foot(name: str, language: Language) -> None:
    document, ends = open_pdf(name, language), find_ends(name, language)
    for bookmark in document.get_toc():
        place = bookmark.get_dest()
        assert place is not None
        top, room = HEIGHT - place.get_view()[1][1] / MM, (HEADING_ROOM if bookmark.level else HEAD_ROOM)
        if top > BOTTOM - max(FOOT, room):
            assert ends[place.get_index()] - top >= room, bookmark.get_title()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["company_b", "workshop", "quick", "individuals"])
def test_no_row_of_the_answers_is_torn(name: str, language: Language) -> None:
    pages = read_pages(name, language)
    for standing in choose(name).standings:
        asked = squeeze(standing.question.text.get(language))
        chosen = (
            ""
            if standing.level is None
            else squeeze(standing.question.levels[int(standing.level)].get(language))
        )
        assert any(asked in text and chosen in text for text in pages), asked


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted({*CASES, *NAMES}))
def test_every_link_has_its_end(name: str, language: Language) -> None:
    html = write_html(name, language)
    anchors = re.findall(r'\bid="([^"]+)"', html)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(anchors)
    assert 'href="' not in html.replace('href="#', "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["company_b", "half_unknown", "workshop", "quick company_b", FULL[1]])
def test_the_contents_name_the_pages(name: str, language: Language) -> None:
    pages, html = read_pages(name, language), write_html(name, language)
    entries = re.findall(r'<a href="#(\w+)">([^<]+)</a>', html.split('class="contents')[1].split("</nav>")[0])
    assert [anchor for anchor, _ in entries] == re.findall(r'class="head" id="(\w+)"', html)
    assert len(entries) >= 4
    labels = [squeeze(label) for _, label in entries]
    for label, following in zip(labels, (*labels[1:], ""), strict=True):
        number = re.search(re.escape(label) + r"(\d{1,2})" + re.escape(following), pages[0])
        assert number, label
        assert label in pages[int(number[1]) - 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_names_the_page_of_each_finding_it_speaks_for(language: Language) -> None:
    pages, diagnosis = read_pages("company_b", language), choose("company_b")
    said = "".join(pages)
    for number, finding in enumerate(diagnosis.patterns_in("present"), start=1):
        mark = {"ja": rf"構造{number}(\d+)頁", "en": rf"Pattern{number}p\.(\d+)"}[language]
        named = re.findall(mark, said)
        assert len(named) == len(finding.supporting)
        title = squeeze(f"{number}{finding.pattern.title.get(language)}")
        page = next(place for place, text in enumerate(pages, start=1) if title in text)
        assert all(digits.startswith(str(page)) for digits in named)  # the next row's number may follow


def test_pages_are_numbered_out_of_how_many() -> None:
    pages = read_pages("company_b", "ja")
    for number, text in enumerate(pages, start=1):
        assert f"{number}/{len(pages)}" in text


def test_the_same_answers_give_the_same_bytes() -> None:
    html = write_html("quick", "ja")
    assert print_html(html) == print_html(html)
