"""The workbook: cached values are ours, formulas follow the levels, texts stay texts."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from assessments.answers import Answer, AnswerSet, Respondent
from assessments.models import Language
from reporting.exports.words import ExportWording
from reporting.exports.workbook import render_xlsx
from reporting.exports.workbook.book import CELL_LIMIT, cut_text
from reporting.exports.workbook.ledger import ANSWERS_TOP, LEVEL_COLUMN, SCORES_TOP
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis, Measure
from tests.exports.conftest import MADE_ON, build_cases
from tests.exports.office import convert, needs_office
from tests.reporting.cases import questionnaire

MEAN, LOW, HIGH, SCORE, SCORE_LOW, SCORE_HIGH, COVERAGE, STAGE, STAGE_LOW, STAGE_HIGH = range(2, 12)


def name_of(key: str, language: Language = "ja") -> str:
    return ExportWording(language).tell(f"sheets.{key}")


def open_book(diagnosis: Diagnosis, language: Language = "ja", *, values: bool = True) -> Any:
    return load_workbook(BytesIO(render_xlsx(diagnosis, language, MADE_ON)), data_only=values)


def expect_measures(diagnosis: Diagnosis) -> list[tuple[Measure, bool]]:
    """The measures in the order of the rows, and whether each has a stage."""
    staged = [diagnosis.overall, *diagnosis.dimensions.values(), *diagnosis.capabilities.values()]
    sides = [diagnosis.sides.design, diagnosis.sides.implementation]
    return [*((measure, True) for measure in staged), *((measure, False) for measure in sides)]


def assert_scores(book: Workbook, diagnosis: Diagnosis, language: Language = "ja") -> None:
    rows = list(book[name_of("scores", language)].iter_rows(min_row=SCORES_TOP + 1, values_only=True))
    for row, (measure, is_staged) in zip(rows, expect_measures(diagnosis), strict=False):
        assert (row[SCORE] or None) == (None if measure.score is None else pytest.approx(measure.score)) or (
            measure.score == row[SCORE] == 0
        )
        assert (row[SCORE_LOW], row[SCORE_HIGH]) == pytest.approx(measure.interval)
        assert (row[LOW], row[HIGH]) == pytest.approx(measure.mean_interval)
        assert row[COVERAGE] == pytest.approx(measure.coverage)
        if is_staged:
            assert row[STAGE] == ("–" if measure.stage is None else measure.stage)
            assert (row[STAGE_LOW], row[STAGE_HIGH]) == measure.stage_interval


@pytest.mark.parametrize("name", build_cases())
def test_cached_values_are_ours(cases: dict[str, Diagnosis], name: str) -> None:
    assert_scores(open_book(cases[name]), cases[name])


def test_scores_are_formulas_on_the_answers(cases: dict[str, Diagnosis]) -> None:
    book = open_book(cases["company_b"], values=False)
    scores, work = book[name_of("scores")], book[name_of("work")]
    for row in scores.iter_rows(min_row=SCORES_TOP + 1, max_row=SCORES_TOP + 17):
        assert all(str(cell.value).startswith("=") for cell in row[MEAN : STAGE_HIGH + 1])
    assert name_of("answers") in work.cell(6, 7).value


def read_levels(book: Workbook, language: Language = "ja") -> list[object]:
    column = book[name_of("answers", language)].iter_cols(
        LEVEL_COLUMN + 1, LEVEL_COLUMN + 1, ANSWERS_TOP + 1, values_only=True
    )
    return list(next(column))


@pytest.mark.parametrize("name", ["company_b", "workshop", "half unknown", "nearly there", "quick"])
def test_levels_can_be_chosen_from_a_list(cases: dict[str, Diagnosis], name: str) -> None:
    book = open_book(cases[name])
    rule = book[name_of("answers")].data_validations.dataValidation[0]
    assert rule.type == "list"
    assert len(rule.sqref.ranges) == 1
    choices = [cell.value for cell in book[name_of("levels")]["J"][ANSWERS_TOP:] if cell.value is not None]
    assert set(range(6)) | {"分からない", "該当しない"} <= set(choices)
    given = {level for level in read_levels(book) if level is not None}
    assert given <= set(choices)


def change_level(level: object, place: int) -> object:
    """Another answer for every question, unknown and not applicable ones among them."""
    return ("分からない", "該当しない", 5, 0, 3)[place] if place < 5 else (place * 2 + 1) % 6


@needs_office
@pytest.mark.parametrize("name", ["company_b", "workshop", "half_unknown", "quick", "nothing answered"])
def test_recalculated_scores_are_ours(tmp_path: Path, cases: dict[str, Diagnosis], name: str) -> None:
    """As written, and with every level changed: openpyxl drops the cached values, so all is calculated."""
    diagnosis = cases[name]
    as_written, changed = tmp_path / "as_written.xlsx", tmp_path / "changed.xlsx"
    open_book(diagnosis, values=False).save(as_written)
    book = open_book(diagnosis, values=False)
    sheet, given = book[name_of("answers")], []
    for place, standing in enumerate(diagnosis.standings):
        level = change_level(standing.level, place)
        sheet.cell(ANSWERS_TOP + 1 + place, LEVEL_COLUMN + 1).value = level
        words = {"分からない": "unknown", "該当しない": "not_applicable"}
        given.append(
            Answer.model_validate(
                {"question": standing.question.id, "level": words.get(str(level), level), "reason": "x"}
            )
        )
    book.save(changed)
    answers = AnswerSet(edition=diagnosis.answers.edition, respondents=(Respondent(answers=tuple(given)),))
    expected = diagnose(questionnaire(), answers, diagnosis.profile)
    for path, wanted in ((as_written, diagnosis), (changed, expected)):
        opened = load_workbook(convert(path, "xlsx:Calc MS Excel 2007 XML", tmp_path), data_only=True)
        assert_scores(opened, wanted)
    now = load_workbook(tmp_path / "converted" / "changed.xlsx", data_only=True)
    chosen = [row[0].value for row in now[name_of("answers")][f"G{ANSWERS_TOP + 3}:G{ANSWERS_TOP + 5}"]]
    questions = [item.question for item in diagnosis.standings[2:5]]
    assert chosen == [question.levels[level].ja for question, level in zip(questions, (5, 0, 3), strict=True)]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_charts_are_native_and_follow_the_scores(cases: dict[str, Diagnosis], language: Language) -> None:
    data = render_xlsx(cases["workshop"], language, MADE_ON)
    with ZipFile(BytesIO(data)) as archive:
        charts = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
        texts = [archive.read(name).decode() for name in charts]
    assert len(charts) == 4
    assert (
        sum(
            f"'{name_of('scores', language)}'!" in text or f"{name_of('scores', language)}!" in text
            for text in texts
        )
        == 2
    )


def make_company(text: str) -> Diagnosis:
    """A company whose name and every note are one text."""
    given = tuple(Answer(question=item.id, level=2, note=text[:2000]) for item in questionnaire().questions)
    base = build_cases()["company_b"].profile
    profile = base.model_copy(update={"name": text[:200]})
    return diagnose(questionnaire(), AnswerSet(respondents=(Respondent(answers=given),)), profile)


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x.test","x")',
        "+1+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "=cmd|' /C calc'!A0",
        "'=1",
    ],
)
def test_formula_like_texts_are_inert(text: str) -> None:
    ours = open_book(build_cases()["company_b"], values=False)
    book = open_book(make_company(text), values=False)
    for sheet in book:
        formulas, others = ([cell.value for row in each.iter_rows() for cell in row if cell.data_type == "f"]
                            for each in (sheet, ours[sheet.title]))  # fmt: skip
        # the roadmap has a formula for each step, and the two companies have different ones
        assert len(formulas) == len(others) or sheet.title == name_of("roadmap")
        assert not [formula for formula in formulas if text.strip() in formula and len(text) > 3]
        assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)
    note = book[name_of("answers")].cell(ANSWERS_TOP + 1, 10)
    assert note.data_type == "s"
    assert note.value.strip() == text.strip()
    assert note.quotePrefix or note.value.startswith("\n")


def test_control_characters_are_left_out_and_emoji_stay(cases: dict[str, Diagnosis]) -> None:
    text = "a\x00\x07\x1b\u202e\ufffeb 👍🏽 ｶﾀｶﾅ עברית"
    book = open_book(make_company(text))
    assert book[name_of("answers")].cell(ANSWERS_TOP + 1, 10).value == "ab 👍🏽 ｶﾀｶﾅ עברית"
    open_book(cases["hostile"])


def test_a_cell_holds_no_more_than_excel_reads() -> None:
    assert len(cut_text("あ" * 40_000)) == CELL_LIMIT
    assert len(cut_text("👍" * 40_000).encode("utf-16-le")) // 2 <= CELL_LIMIT
    respondents = tuple(
        Respondent(answers=(Answer(question="kgi", level=2, note=f"{number}" + "長" * 1990),))
        for number in range(30)
    )
    crowded = diagnose(
        questionnaire(), AnswerSet(respondents=respondents), build_cases()["company_b"].profile
    )
    lengths = [len(str(cell.value or "")) for sheet in open_book(crowded) for row in sheet for cell in row]
    assert max(lengths) == CELL_LIMIT


@needs_office
@pytest.mark.parametrize("name", ["company_b", "hostile"])
def test_it_prints(tmp_path: Path, cases: dict[str, Diagnosis], name: str) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(render_xlsx(cases[name], "en", MADE_ON))
    assert convert(path, "pdf", tmp_path).read_bytes().startswith(b"%PDF")
