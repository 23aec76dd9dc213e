"""Pasted leads are scored at once; the verdicts are worked by hand."""

from pathlib import Path
from typing import Any

import pytest

from reporting.kit.sheets.lead_definition import leads
from reporting.kit.sheets.lead_definition.scheme import SLOTS, TOP, read_scheme
from reporting.kit.words import Words
from tests.exports.office import needs_office
from tests.kit.documents import render
from tests.kit.workbooks import name_sheet, open_formulas, open_values, recalculate

LEADS, POINTS, BANDS = (name_sheet("lead_definition", key) for key in ("leads", "points", "bands"))
FIRST_ROW = leads.TOP + 1
CORE = ("中心に狙う規模", "中心に狙う業種", "決裁する人・選定の責任者")
KEEN = ("三回以上", "比較・費用・事例の資料", "開封してリンクも見た")
ASKS = ("導入・見積もりの相談", "参加し、質問や相談をした")
NOTHING = ("訪問なし", "ダウンロードなし", "開封なし", "問い合わせなし", "参加なし")


def paste(book: Any, rows: list[tuple[str | None, ...]], **more: list[str | None]) -> None:
    sheet = book[LEADS]
    for place, row in enumerate(rows):
        for column, value in enumerate(row, start=leads.FIRST + 1):
            sheet.cell(FIRST_ROW + place, column).value = value
    for place, value in enumerate(more.get("confirmed", [])):
        sheet.cell(FIRST_ROW + place, 16).value = value
    for place, value in enumerate(more.get("outcome", [])):
        sheet.cell(FIRST_ROW + place, 17).value = value


def read(sheet: Any, place: int) -> list[Any]:
    """Attributes, behaviour, engagement, total, verdict."""
    return [sheet.cell(FIRST_ROW + place, column).value for column in range(11, 16)]


def test_the_categories_are_those_of_the_source() -> None:
    scheme = read_scheme(Words("lead_definition", "ja"))
    assert [category.limit for category in scheme.categories] == [30, 40, 30]
    assert [sum(item.full for item in category.items) for category in scheme.categories] == [30, 40, 30]
    assert scheme.threshold == 50
    assert scheme.threshold > max(category.limit for category in scheme.categories)


def test_there_is_room_for_three_hundred_leads_with_lists_to_choose_from() -> None:
    sheet = open_values(render("company_b", "lead_definition", "ja"))[LEADS]
    lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert len(lists) == 10
    assert all(area.size["rows"] == 300 for rule in lists for area in rule.sqref.ranges)


@needs_office
def test_verdicts_follow_points_and_threshold(tmp_path: Path) -> None:
    book = open_formulas(render("company_b", "lead_definition", "ja"))
    rows: list[tuple[str | None, ...]] = [
        (*CORE, *KEEN, *ASKS),
        (*CORE, *NOTHING),
        (*CORE, "一、二回", "入門・動向の資料", "開封した", "問い合わせなし", "参加なし"),
        (*CORE, None, None, None, None, None),
        ("対象外の規模", "対象外の業種", "そのほか", None, *NOTHING[1:]),
        ("中心にねらう規模", *CORE[1:], *NOTHING),
    ]
    paste(book, rows)
    changed = open_formulas(render("company_b", "lead_definition", "ja"))
    paste(changed, rows)
    changed[POINTS]["C5"].value = 60
    changed[POINTS].cell(TOP + 1, 4).value = 25
    books = recalculate(tmp_path, {"as_written": book, "changed": changed})
    sheet = books["as_written"][LEADS]
    assert read(sheet, 0) == [30, 40, 30, 100, "MQL"]
    assert read(sheet, 1) == [30, 0, 0, 30, "まだ"]
    assert read(sheet, 2) == [30, 20, 0, 50, "MQL"]
    assert read(sheet, 3) == [30, 0, 0, 30, "空欄しだい"]
    # the most it can still reach is 10 points for visits
    assert read(sheet, 4) == [0, 0, 0, 0, "まだ"]
    assert read(sheet, 5) == [20, 0, 0, 20, "選択肢を確認"]
    assert read(sheet, 6) == [None] * 5
    assert sheet["A3"].value == "MQL 2　空欄しだい 1　まだ 2　"
    # a threshold of 60 and 25 points for size: attributes stay within their limit of 30
    assert read(books["changed"][LEADS], 0) == [30, 40, 30, 100, "MQL"]
    assert read(books["changed"][LEADS], 2) == [30, 20, 0, 50, "まだ"]
    assert books["changed"][POINTS].cell(TOP + 1, 7).value.startswith("△")


@needs_office
def test_results_are_counted_by_score(tmp_path: Path) -> None:
    book = open_formulas(render("company_b", "lead_definition", "ja"))
    rows: list[tuple[str | None, ...]] = [(*CORE, *KEEN, *ASKS)] * 2 + [(*CORE, *NOTHING)] * 2
    paste(
        book, rows, confirmed=["SQL", "差し戻し", "SQL", None], outcome=["受注", None, "失注", "育成に戻した"]
    )
    sheet = recalculate(tmp_path, {"bands": book})["bands"][BANDS]
    bands = {
        sheet.cell(row, 1).value: [sheet.cell(row, column).value for column in range(2, 8)]
        for row in range(5, 15)
    }
    assert bands["90–100"] == [2, 2, 1, 1, 0.5, 0.5]
    assert bands["30–39"] == [2, 4, 1, 1, 0.5, 0.5]
    assert bands["0–9"][:4] == [0, 4, 0, 0]


def test_the_definition_of_an_mql_follows_the_threshold() -> None:
    sheet = open_formulas(render("company_b", "lead_definition", "en"))[
        name_sheet("lead_definition", "definitions", "en")
    ]
    formulas = [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(formulas) == 1
    assert "&mql_threshold&" in formulas[0]


@pytest.mark.parametrize("place", range(8))
def test_every_item_has_room_for_one_more_choice(place: int) -> None:
    item = read_scheme(Words("lead_definition", "en")).items[place]
    assert len(item.choices) == SLOTS - 1
    assert item.row == TOP + place * SLOTS
