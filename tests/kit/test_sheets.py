"""The kit's workbooks: every one opens for every company, says why, keeps texts texts, and calculates."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from assessments.answers import Answer, AnswerSet, Respondent
from assessments.models import LANGUAGES, KitDocumentId, Language
from reporting.brand import Brand
from reporting.enclosures import Enclosures
from reporting.kit import render_document
from reporting.kit.findings import find_answered
from reporting.kit.notes import list_notes
from reporting.kit.words import read_template
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis
from scoring.gaps import measure_gap
from scoring.minutes import MinutesItem, Room, Votes
from tests.exports.office import needs_office
from tests.kit.documents import EXAMPLES, build_cases, case_of, read_example, render
from tests.kit.workbooks import SHEET_IDS, list_formulas, open_formulas, open_values, recalculate
from tests.reporting.cases import questionnaire
from tests.worked_targets import SHORT_CHAIN

NAMES = {path.stem: read_example(path.stem).profile.name for path in EXAMPLES}


def read_texts(data: bytes) -> list[str]:
    """Every text of a workbook, formulas' values among them."""
    return [
        cell.value
        for sheet in open_values(data)
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]


@pytest.mark.parametrize("document", SHEET_IDS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", build_cases())
def test_opens_and_holds_only_this_company(name: str, language: Language, document: KitDocumentId) -> None:
    texts = read_texts(render(name, document, language))
    assert not [text for text in texts if text.startswith("#")]
    if name != "hostile":
        assert not [text for text in texts if re.search(r"\{\w*\}|None\b", text)]
    others = {other for stem, other in NAMES.items() if stem != name and other != NAMES.get(name)}
    assert not [text for text in texts for other in others if other and other in text]


@pytest.mark.parametrize("document", SHEET_IDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_case_gives_the_same_bytes(language: Language, document: KitDocumentId) -> None:
    case = case_of(read_example("half_unknown"), language)
    assert render_document(document, case) == render_document(document, case)


@pytest.mark.parametrize("document", SHEET_IDS)
def test_names_that_look_like_formulas_stay_texts(document: KitDocumentId) -> None:
    harmless = render("company_b", document, "ja")
    assert list_formulas_by_sheet(render("hostile", document, "ja")) == list_formulas_by_sheet(harmless)
    base = read_example("company_b")
    for name in ('=HYPERLINK("http://x.test","x")', "\t=1", "@SUM(A1)"):
        diagnosis = build_renamed(base, name)
        data = render_document(document, case_of(diagnosis))
        assert list_formulas_by_sheet(data) == list_formulas_by_sheet(harmless)


def build_renamed(diagnosis: Diagnosis, name: str) -> Diagnosis:
    return replace(diagnosis, profile=diagnosis.profile.model_copy(update={"name": name}))


def list_formulas_by_sheet(data: bytes) -> dict[str, int]:
    found: dict[str, int] = {}
    for sheet, _ in list_formulas(data):
        found[sheet] = found.get(sheet, 0) + 1
    return found


@pytest.mark.parametrize("document", SHEET_IDS)
@pytest.mark.parametrize("name", ["company_b", "nothing answered", "all 5", "quick"])
def test_the_head_says_which_finding_it_answers(name: str, document: KitDocumentId) -> None:
    case = case_of(build_cases()[name], "en")
    first = open_values(render(name, document, "en")).worksheets[0]
    texts = [cell.value for row in first.iter_rows(max_row=12) for cell in row if cell.value]
    assert find_answered(case, document).text in texts


@pytest.mark.parametrize("document", SHEET_IDS)
def test_every_sheet_prints_on_a4_and_one_page_wide(document: KitDocumentId) -> None:
    for sheet in open_values(render("company_b", document, "ja")):
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (None, 1)


def test_departments_go_by_the_names_the_room_gave_them() -> None:
    enclosures = Enclosures(room=Room(labels={"sales": "第一営業本部", "marketing": None}))
    case = case_of(read_example("company_b"), enclosures=enclosures)
    for document in ("kpi_sheet", "lead_definition", "data_items"):
        assert "第一営業本部" in read_texts(render_document(document, case))  # type: ignore[arg-type]


def test_what_a_workshop_decided_and_what_was_noted_stand_at_the_head() -> None:
    item = MinutesItem(
        question_id="record_matching",
        status="agreed",
        before=Votes(1, measure_gap("record_matching", {"marketing": (1, 2), "sales": (1,)})),
        level=1,
        next_action="重複を数える",
        owner="情報システム部",
    )
    case = case_of(read_example("company_b"), enclosures=Enclosures(room=Room(minutes=(item,))))
    texts = read_texts(render_document("data_items", case))
    assert "重複を数える（情報システム部）" in texts
    assert any("情報システム部に確認が必要" in text for text in texts)
    assert "重複を数える（情報システム部）" not in read_texts(render_document("content_map", case))


def test_many_notes_are_cut_to_what_a_row_holds() -> None:
    given = tuple(
        Answer(question=item.id, level=1, note="長い根拠" * 200) for item in questionnaire().questions
    )
    answers = AnswerSet(respondents=(Respondent(answers=given), Respondent(answers=given)))
    case = case_of(diagnose(questionnaire(), answers, read_example("company_b").profile))
    assert len(list_notes(case, "data_items")) == 12
    texts = read_texts(render_document("data_items", case))
    lines = next(text for text in texts if text.startswith("問28「MAとSFAの連携」：長い根拠")).split("\n")
    assert lines[-1] == "ほか6件は、診断の報告書にあります。"
    assert len(lines) == 7
    assert max(map(len, lines)) < 300


def test_formulas_keep_within_what_excel_reads() -> None:
    for language in LANGUAGES:
        for document in SHEET_IDS:
            for sheet in open_formulas(render("company_b", document, language)):
                formulas = [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
                assert max(map(len, formulas), default=0) < 8192
                literals = [text for formula in formulas for text in re.findall(r'"([^"]*)"', formula)]
                assert max(map(len, literals), default=0) <= 255


def test_the_brand_stands_at_the_foot() -> None:
    brand = Brand(firm="山田 & Partners", confidentiality="関係者限り", accent="#14532d")
    case = case_of(read_example("company_b"), enclosures=Enclosures(brand=brand))
    data = render_document("content_map", case)
    with ZipFile(BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        properties = archive.read("docProps/core.xml").decode()
    assert "山田 &amp;&amp; Partners" in sheet
    assert "関係者限り" in sheet
    assert "山田 &amp; Partners" in properties


def walk(node: Any, path: str) -> Any:
    if isinstance(node, dict) and ({"ja", "en"} & set(node)):
        yield path, node
    elif isinstance(node, dict | list):
        items = node.items() if isinstance(node, dict) else enumerate(node)
        for key, child in items:
            yield from walk(child, f"{path}.{key}")


@pytest.mark.parametrize("name", [*SHEET_IDS, "sheets"])
def test_every_text_is_there_in_both_languages_with_the_same_places(name: str) -> None:
    for path, text in walk(read_template(name), name):
        assert set(text) == {"ja", "en"}, path
        places = [set(re.findall(r"\{(\w+)\}", words)) for words in text.values()]
        assert places[0] == places[1], path


@needs_office
def test_values_written_are_those_the_formulas_give(tmp_path: Any) -> None:
    """Programs that do not calculate show what the formulas would: every single one, in both languages."""
    files, expected = {}, {}
    for language in LANGUAGES:
        for document in SHEET_IDS:
            for name, targets in (("company_b", SHORT_CHAIN), ("org_chart_only", None)):
                case = case_of(read_example(name), language, Enclosures(targets=targets))
                data = render_document(document, case)
                key = f"{document}_{name}_{language}"
                files[key], expected[key] = open_formulas(data), data
    for key, book in recalculate(tmp_path, files).items():
        written = open_values(expected[key])
        for sheet, cell in list_formulas(expected[key]):
            now, then = (each[sheet][cell].value for each in (book, written))
            if isinstance(then, int | float):
                assert now == pytest.approx(then), (key, sheet, cell)
            else:
                assert (now or "") == (then or ""), (key, sheet, cell)
