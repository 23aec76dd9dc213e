"""Data items and content map: marked from the answers, duplicates and gaps found live."""

from pathlib import Path
from typing import Any

import pytest

from reporting.kit import render_document
from tests.exports.office import needs_office
from tests.kit.documents import case_of, read_example, render
from tests.kit.workbooks import name_sheet, open_formulas, open_values, recalculate, type_in
from tests.reporting.cases import company, everywhere

ITEMS, MATCHING, DUPLICATES = (name_sheet("data_items", key) for key in ("items", "matching", "duplicates"))
CONTENT, GAPS = (name_sheet("content_map", key) for key in ("content", "gaps"))


def read_states(data: bytes) -> dict[str, str]:
    """Item and state."""
    sheet = open_values(data)[ITEMS]
    return {row[1]: row[10] for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)}


def test_items_are_marked_from_the_answers() -> None:
    states = read_states(render("company_b", "data_items", "ja"))
    assert len(states) == 21
    assert states["商談の段階"] == "使われている\n問32"
    assert states["見込み額"] == "紙の上まで\n問31"
    assert states["失注の理由"] == "これから決める\n問34"
    assert states["リードID"] == "不明（確かめる）\n問33"


@pytest.mark.parametrize(
    ("level", "state"),
    [(5, "使われている"), ("unknown", "不明（確かめる）"), ("not_applicable", "該当しない")],
)
def test_every_item_follows_its_question(level: object, state: str) -> None:
    states = read_states(render_document("data_items", case_of(company(everywhere(level)))))
    assert {text.split("\n")[0] for text in states.values()} == {state}


def test_what_was_not_asked_is_said_to_be_open() -> None:
    quick = company(everywhere(1, "quick"), edition="quick")
    states = read_states(render_document("data_items", case_of(quick)))
    assert states["スコア"].startswith("未診断")
    assert states["リードの段階"].startswith("未診断")
    assert states["会社名"].startswith("これから決める")


@needs_office
def test_duplicates_and_shares_are_found(tmp_path: Path) -> None:
    book = open_formulas(render("company_b", "data_items", "ja"))
    records = [
        ("L1", " Sato@Example.co.jp", "C1"),
        ("L2", "sato@example.co.jp ", "C2"),
        ("L3", "ito@example.co.jp", "C1"),
        ("L4", "abe@example.co.jp", "C9"),
        ("L4", "ueda@example.co.jp", "C8"),
        (None, None, "C7"),
        ("L*", "*", None),
    ]
    for place, record in enumerate(records):
        for column, value in enumerate(record, start=1):
            book[DUPLICATES].cell(6 + place, column).value = value
    sheet = book[MATCHING]
    first = next(row for row in range(1, 60) if sheet.cell(row, 1).value == "月") + 1
    type_in(sheet, {f"B{first}": 400, f"C{first}": 10, f"E{first}": 4})
    books = recalculate(tmp_path, {"data": book})["data"]
    found = books[DUPLICATES]
    verdicts = [found.cell(row, 7).value for row in range(6, 14)]
    assert verdicts == [
        "同じ人（メール）",
        "同じ人（メール）",
        "同じ会社",
        "同じリードID",
        "同じリードID",
        "キーがない",
        "重複なし",
        None,
    ]
    assert [found.cell(row, 8).value for row in range(6, 11)] == [6, 6, 6, 9, 9]
    assert books[MATCHING][f"D{first}"].value == pytest.approx(0.025)
    assert books[MATCHING][f"F{first}"].value == pytest.approx(0.01)
    assert not books[MATCHING][f"D{first + 1}"].value


@needs_office
def test_gaps_are_counted_by_stage(tmp_path: Path) -> None:
    """Three pieces for the first stage: one in use, one missing, one not checked; two chosen, then three."""
    book = open_formulas(render("company_b", "content_map", "ja"))
    sheet = book[CONTENT]
    top = next(row for row in range(1, 40) if sheet.cell(row, 1).value == "課題に気づく")
    type_in(sheet, {f"E{top}": "使われている", f"E{top + 1}": "ない", f"E{top + 3}": "作成中"})
    type_in(sheet, {f"K{top}": 1, f"K{top + 1}": 2})
    more = open_formulas(render("company_b", "content_map", "ja"))
    type_in(more[CONTENT], {f"K{top + place}": place + 1 for place in range(3)})
    books = recalculate(tmp_path, {"two": book, "three": more})
    gaps = books["two"][GAPS]
    assert [gaps.cell(5, column).value for column in range(2, 6)] == [0, 1, 0, 0]
    rows: dict[str, list[Any]] = {
        gaps.cell(row, 1).value: [gaps.cell(row, column).value for column in range(2, 10)]
        for row in range(12, 15)
    }
    assert rows["課題に気づく"] == [3, 1, 0, 0, 1, 1, 1, pytest.approx(1 / 3)]
    assert rows["比べる"] == [4, 0, 0, 1, 0, 3, 1, 0]
    choice = next(row for row in range(1, 40) if gaps.cell(row, 1).value == "最初に整える資料")
    assert gaps.cell(choice, 2).value.startswith("△")
    assert books["three"][GAPS].cell(choice, 2).value.startswith("○")


def test_content_is_proposed_for_every_stage_and_kept_open() -> None:
    case = case_of(read_example("healthy"), "en")
    sheet = open_values(render_document("content_map", case))[name_sheet("content_map", "content", "en")]
    rows = [
        row
        for row in sheet.iter_rows(values_only=True)
        if row[0] in ("Sees a problem", "Compares", "Gets approval")
    ]
    assert {row[0] for row in rows} == {"Sees a problem", "Compares", "Gets approval"}
    assert all(row[3] and row[4] is None for row in rows)
