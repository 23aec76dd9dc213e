"""Two rounds in print: what moved, whether that is certain, which questions."""

from datetime import date
from itertools import pairwise

import pytest

from assessments.models import LANGUAGES, Language
from reporting.enclosures import Earlier
from reporting.pages.comparison import LABEL_HEIGHT, ComparisonPage, build_comparison_page
from reporting.pages.moves import MOVES
from reporting.pages.wording import Wording
from scoring.findings import Diagnosis
from scoring.roadmap import Capacity
from tests.golden.reports import read_example
from tests.reporting.accessibility import list_failures
from tests.reporting.plans import build, print_case
from tests.reporting.test_pdf import read_pages, squeeze

DAY = date(2026, 1, 16)


def compare_examples(before: str, after: str, language: Language = "ja") -> ComparisonPage:
    earlier = Earlier(read_example(before)[0], DAY)
    sheet = build_comparison_page(read_example(after)[0], earlier, Wording(language))
    assert sheet is not None
    return sheet


def test_each_measure_then_and_now() -> None:
    columns = compare_examples("company_b", "company_b_later").columns
    assert [(item.name, item.stage, item.change, item.note) for item in columns] == [
        ("全体", "段階 1→1", "+10.3点", "答えの幅を超える"),
        ("戦略", "段階 1→1", "+10.8点", "答えの幅を超える"),
        ("連携", "段階 1→1", "+19.0点", "答えの幅を超える"),
        ("データ連携", "段階 0→1", "−1.7点", "答えの幅に収まる"),
        ("組織構造", "段階 1→1", "+10.6点", "答えの幅を超える"),
    ]


def test_questions_that_moved_with_level_names() -> None:
    left, right = compare_examples("company_b", "company_b_later").sides
    assert [group.label for group in (*left, *right)] == ["上がった", "下がった", "新たに分かった"]
    assert len(left[0].moves) == MOVES
    assert left[0].more == "ほか5問"
    assert (left[0].moves[0].number, left[0].moves[0].levels) == (42, "0 未着手 → 3 運用中")
    assert right[1].moves[0].levels == "分からない → 1 属人"


def test_the_other_way_round_what_was_known_is_lost() -> None:
    left, right = compare_examples("company_b_later", "company_b").sides
    assert [group.label for group in (*left, *right)] == ["上がった", "下がった", "分からなくなった"]
    assert sum(len(group.moves) for group in right) <= MOVES


def test_nothing_moved() -> None:
    sheet = compare_examples("company_b", "company_b")
    assert sheet.sides == ()
    assert sheet.no_moves
    assert {column.change for column in sheet.columns} == {"変わらず"}


def test_figures_beside_marks_do_not_touch() -> None:
    for before, after in (("company_b", "company_b_later"), ("half_unknown", "healthy")):
        for column in compare_examples(before, after).columns:
            tops = [label.top for label in column.labels]
            assert all(b - a >= LABEL_HEIGHT - 1e-6 for a, b in pairwise(tops))


def test_a_round_without_any_known_answer(companies: dict[str, Diagnosis]) -> None:
    earlier = Earlier(companies["nothing answered"], DAY)
    sheet = build_comparison_page(companies["all 3"], earlier, Wording("en"))
    assert sheet is not None
    assert {column.change for column in sheet.columns} == {"not comparable"}
    assert {column.before for column in sheet.columns} == {"–"}


def test_without_an_earlier_round_there_is_no_page() -> None:
    assert build("company_b").comparison is None


def test_the_first_page_says_it_in_one_sentence() -> None:
    assert "".join(build("company_b_later").cover.deck.lines).endswith(
        "前回（2026年1月16日）より10.3点上がった。"
    )
    assert "前回" not in "".join(build("company_b").cover.deck.lines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("stem", "team"),
    [("company_b_later", None), ("company_b", Capacity(12, 30)), ("healthy", Capacity(1, 4))],
)
def test_the_whole_report_is_accessible(stem: str, team: Capacity | None, language: Language) -> None:
    assert list_failures(print_case(stem, language, team)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_comparison_follows_the_cover_on_one_page(language: Language) -> None:
    report, pages = build("company_b_later", language), read_pages(print_case("company_b_later", language))
    assert report.comparison is not None
    assert squeeze("".join(report.comparison.head.title.lines)) in pages[1]
    assert all(squeeze(line) in pages[1] for line in report.comparison.patterns)
    assert squeeze("".join(report.capabilities.head.title.lines)) in pages[2]
