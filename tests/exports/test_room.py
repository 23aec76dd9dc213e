"""What a workshop adds to the exports: how its groups differ, and its minutes."""

import re
from dataclasses import replace
from functools import cache
from html import unescape
from io import BytesIO
from itertools import combinations
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from assessments.models import Language
from i18n.text import translate
from reporting.enclosures import Enclosures
from reporting.exports.kinds import SlideShape
from reporting.exports.slides import render_pptx
from reporting.exports.slides.deck import SHAPES
from reporting.exports.web import render_web_page
from reporting.exports.words import ExportWording
from reporting.exports.workbook import render_xlsx
from reporting.exports.workbook.book import CELL_LIMIT
from reporting.exports.workbook.minutes import TOP
from scoring.minutes import Room
from tests.exports.conftest import MADE_ON
from tests.exports.test_slides import box, measure_height, overlap, texts
from tests.exports.test_web import ALLOWED, Reader
from tests.reporting.cases import build_hostile_company
from tests.reporting.rooms import build_workshop, make_hostile_room, make_room

FORMULA = '=HYPERLINK("http://x.test","x")'


def enclose(name: str) -> Enclosures:
    room = make_room(build_workshop()) if name == "room" else make_hostile_room(build_hostile_company())
    return Enclosures(room=room)


@cache
def open_deck(name: str, language: Language, shape: SlideShape) -> Any:
    diagnosis = build_workshop() if name == "room" else build_hostile_company()
    return Presentation(BytesIO(render_pptx(diagnosis, language, MADE_ON, shape, enclose(name))))


def find_slides(deck: Any, label: str) -> list[Any]:
    return [
        slide for slide in deck.slides if any(item.text_frame.text.startswith(label) for item in texts(slide))
    ]


def read_cells(slide: Any) -> list[list[str]]:
    return [
        [cell.text for cell in row.cells]
        for item in slide.shapes
        if item.has_table
        for row in item.table.rows
    ]


@pytest.mark.parametrize("shape", ["wide", "a4"])
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", ["room", "hostile"])
def test_slides_of_a_workshop_hold_what_is_on_them(name: str, language: Language, shape: SlideShape) -> None:
    deck = open_deck(name, language, shape)
    width, height = SHAPES[shape]
    for slide in deck.slides:
        for drawn in slide.shapes:
            left, top, right, bottom = box(drawn)
            assert min(left, top) >= -0.1
            assert right <= width + 0.1
            assert bottom <= height + 0.1
        for text in texts(slide):
            assert measure_height(text) <= text.height / 36_000 + 0.1, text.text_frame.text
        for first, second in combinations(texts(slide), 2):
            assert not overlap(box(first), box(second)), (first.text_frame.text, second.text_frame.text)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_slide_shows_how_far_apart_the_groups_are(language: Language) -> None:
    (slide,) = find_slides(open_deck("room", language, "wide"), translate("report.labels.gaps", language))
    said = [item.text_frame.text.replace("\v", " ") for item in texts(slide)]
    assert sum(text.startswith(("差 ", "2 apart", "3 apart")) for text in said) == 6
    assert "国内営業本部" in said
    groups = [item for item in slide.shapes if item.shape_type == 6]
    assert groups[0]._element.xpath(".//p:cNvPr")[0].get("descr")
    # six ladders of two halves, the line between the ends of each, and three or four marks on each
    assert len(list(groups[0].shapes)) >= 6 * (2 + 1 + 3)


def test_there_is_no_slide_of_gaps_or_minutes_without_them() -> None:
    workshop = Presentation(BytesIO(render_pptx(build_workshop(), "ja", MADE_ON)))
    assert find_slides(workshop, "認識の差")
    assert not find_slides(workshop, "話し合いの記録")


def test_slides_tell_what_was_settled_and_what_comes_next() -> None:
    steps, records = find_slides(open_deck("room", "ja", "wide"), "話し合いの記録")
    rows = read_cells(steps)
    assert [row[0] for row in rows] == ["期限", "6月19日まで", "6月30日まで", "7月17日まで", "期限なし"]
    assert rows[3][1:] == [
        "通知をSFAの画面に出し、受け取りを押してもらう",
        "MA運用担当・営業企画",
        "受け渡しの条件",
    ]
    assert read_cells(records)[1][:2] == ["17 受け渡しの条件", "合意　1 属人"]
    assert read_cells(records)[1][3].startswith("設定があることと")


def test_the_workbook_keeps_every_word_of_the_minutes() -> None:
    room = make_room(build_workshop())
    book = load_workbook(BytesIO(render_xlsx(build_workshop(), "ja", MADE_ON, Enclosures(room=room))))
    sheet = book[ExportWording("ja").tell("sheets.minutes")]
    rows = list(sheet.iter_rows(min_row=TOP + 1, max_row=TOP + 4, values_only=True))
    first, item = rows[0], room.minutes[0]
    assert first[:4] == (17, "受け渡しの条件", "合意", "1 属人")
    assert first[4:8] == (item.fact, item.judgement, item.next_action, item.owner)
    assert first[8].date() == item.due  # type: ignore[union-attr]
    assert "国内営業本部" in str(first[9])
    assert rows[3][8] is None


def test_what_a_room_wrote_is_inert_in_the_workbook() -> None:
    diagnosis = build_workshop()
    hostile = (FORMULA, "\x00\x07\x1b\u202e=1+1", "長" * 1_000_000)
    items = [
        replace(item, fact=text, judgement=text, next_action=text, owner=text)
        for item, text in zip(make_room(diagnosis).minutes, hostile, strict=False)
    ]
    room = Room(minutes=tuple(items))
    book = load_workbook(BytesIO(render_xlsx(diagnosis, "ja", MADE_ON, Enclosures(room=room))))
    cells = [cell for row in book["話し合いの記録"].iter_rows(min_row=TOP + 1) for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert max(len(str(cell.value or "")) for cell in cells) == CELL_LIMIT
    slides = Presentation(BytesIO(render_pptx(diagnosis, "ja", MADE_ON, enclosures=Enclosures(room=room))))
    told = [
        text for slide in find_slides(slides, "話し合いの記録") for row in read_cells(slide) for text in row
    ]
    assert FORMULA in told
    assert max(map(len, told)) < 500


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_web_page_holds_the_minutes_as_text(language: Language) -> None:
    html = render_web_page(build_hostile_company(), language, MADE_ON, enclose("hostile"))
    reader = Reader(html)
    assert reader.open == []
    assert {tag for tag, _ in reader.elements} <= ALLOWED
    assert "<script" not in html
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]", html)
    own = unescape(render_web_page(build_workshop(), language, MADE_ON, enclose("room")))
    for item in make_room(build_workshop()).minutes:
        assert item.fact in own
        assert item.next_action in own
    assert 'href="#minutes"' in own
    assert 'id="minutes"' in own
