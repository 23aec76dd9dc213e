"""Roadmap, open questions, targets and the round before, in workbook, slides and web page."""

from functools import cache
from html import unescape
from io import BytesIO
from itertools import combinations
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from assessments.models import LANGUAGES, Language
from reporting.exports.kinds import SlideShape
from reporting.exports.slides import render_pptx
from reporting.exports.slides.deck import SHAPES
from reporting.exports.web import render_web_page
from reporting.exports.words import ExportWording
from reporting.exports.workbook import render_xlsx
from reporting.exports.workbook.roadmap import END, FIRST_WEEK, START, TOP, WEEKS
from scoring.roadmap import Capacity, plan_roadmap
from tests.exports.test_slides import box, measure_height, overlap, texts
from tests.exports.test_web import ALLOWED, Reader
from tests.golden.reports import MADE_ON, read_example
from tests.reporting.plans import read_case

LATER = "company_b_later"
TEAMS = (None, Capacity(1, 4), Capacity(12, 30))


@cache
def open_book(stem: str, language: Language = "ja", *, values: bool = True) -> Any:
    data = render_xlsx(read_example(stem)[0], language, MADE_ON, read_case(stem))
    return load_workbook(BytesIO(data), data_only=values)


def sheet_of(stem: str, key: str, language: Language = "ja") -> Any:
    return open_book(stem, language)[ExportWording(language).tell(f"sheets.{key}")]


@cache
def open_deck(stem: str, language: Language, shape: SlideShape, team: Capacity | None = None) -> Any:
    data = render_pptx(read_example(stem)[0], language, MADE_ON, shape, read_case(stem, team))
    return Presentation(BytesIO(data))


def check_bounds(slide: Any, width: float, height: float) -> None:
    """Everything on its slide, every text in its box, no text over another or over a table."""
    for drawn in slide.shapes:
        left, top, right, bottom = box(drawn)
        assert min(left, top) >= -0.1
        assert right <= width + 0.1, drawn.name
        assert bottom <= height + 0.1, drawn.name
    for text in texts(slide):
        assert measure_height(text) <= text.height / 36_000 + 0.1, text.text_frame.text
    solid = [*texts(slide), *(item for item in slide.shapes if item.has_table)]
    for first, second in combinations(solid, 2):
        assert not overlap(box(first), box(second)), (first.name, second.name)


def test_the_workbook_holds_every_step_with_its_weeks() -> None:
    diagnosis = read_example(LATER)[0]
    roadmap = plan_roadmap(diagnosis, read_case(LATER).capacity)
    rows = list(sheet_of(LATER, "roadmap").iter_rows(min_row=TOP + 1, values_only=True))
    for step, row in zip(roadmap.steps, rows, strict=False):
        assert row[1] == step.action.title.ja
        assert (row[START], row[WEEKS], row[END]) == (step.start_week + 1, step.weeks, step.end_week)
    told = {row[1] for row in rows[len(roadmap.steps) :]}
    assert {action.title.ja for action in roadmap.later} <= told


def test_the_bars_follow_what_is_entered() -> None:
    sheet = open_book(LATER, values=False)[ExportWording("ja").tell("sheets.roadmap")]
    assert str(sheet.cell(TOP + 1, END + 1).value) == f"=D{TOP + 1}+E{TOP + 1}-1"
    ranges = list(sheet.conditional_formatting)
    assert len(ranges) == 1
    assert ranges[0].rules[0].formula == [f"AND(J${TOP}>=$D{TOP + 1},J${TOP}<=$F{TOP + 1})"]
    assert sheet.cell(TOP, FIRST_WEEK + 1).value == 1


def test_the_workbook_compares_scores_with_live_differences() -> None:
    rows = list(sheet_of(LATER, "comparison").iter_rows(min_row=8, max_row=8, values_only=True))
    name, before, now, difference, low, high, certain, *stages = rows[0]
    assert (name, certain, stages) == ("全体", "答えの幅を超える", [1, 1])
    assert now - before == pytest.approx(difference)
    assert low <= difference <= high


def test_the_workbook_lists_figures_and_what_is_open() -> None:
    told = [row[:4] for row in sheet_of(LATER, "targets").iter_rows(values_only=True)]
    assert ("リード", 533, 62, 744) in told
    assert ("受注", 20, "–", 27) in told
    assert ("MQLからSQLへの率", "未定", None, None) in told
    assert sheet_of("half_unknown", "unknowns").max_row > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_there_is_nothing_of_has_no_sheet(language: Language) -> None:
    names = open_book("healthy", language).sheetnames
    wording = ExportWording(language)
    missing = {wording.tell(f"sheets.{key}") for key in ("roadmap", "unknowns", "targets", "comparison")}
    assert not missing & set(names)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", ["wide", "a4"])
@pytest.mark.parametrize("team", TEAMS)
def test_the_slides_keep_within_their_bounds(
    language: Language, shape: SlideShape, team: Capacity | None
) -> None:
    width, height = SHAPES[shape]
    for slide in open_deck(LATER, language, shape, team).slides:
        check_bounds(slide, width, height)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_slides_tell_the_roadmap_and_the_comparison(language: Language) -> None:
    slides = open_deck(LATER, language, "wide").slides
    said = [{text.text_frame.text for text in texts(slide)} for slide in slides]
    wording = ExportWording(language)
    assert wording.say("labels.comparison") in said[1]
    assert any(wording.say("labels.roadmap") in text for text in said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", [LATER, "half_unknown", "healthy"])
def test_the_page_holds_all_parts_and_stays_self_contained(stem: str, language: Language) -> None:
    diagnosis = read_example(stem)[0]
    html = render_web_page(diagnosis, language, MADE_ON, read_case(stem))
    reader = Reader(html)
    assert reader.open == []
    assert {tag for tag, _ in reader.elements} <= ALLOWED
    assert not [name for _, attributes in reader.elements for name in attributes if name == "style"]
    ids = [attributes["id"] for _, attributes in reader.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {(attributes["href"] or "")[1:] for tag, attributes in reader.elements if tag == "a"}
    assert links <= set(ids)
    for step in plan_roadmap(diagnosis, read_case(stem).capacity).steps:
        assert step.action.first_step.get(language) in unescape(html)
