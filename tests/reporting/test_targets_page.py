"""The company's figures in print: the sources' worked examples, and what stays open."""

import pytest

from assessments.models import LANGUAGES, Language
from assessments.targets import Targets
from reporting.charts.funnel import REACH, draw_funnel
from reporting.pages.targets import TargetsPage, build_targets_page
from reporting.pages.wording import Wording
from tests.reporting.cases import questionnaire
from tests.reporting.plans import build
from tests.worked_targets import LONG_CHAIN, SHORT_CHAIN


def build_page(targets: Targets, language: Language = "ja") -> TargetsPage:
    page = build_targets_page(questionnaire(), targets, Wording(language))
    assert page is not None
    return page


def test_the_worked_example_both_ways() -> None:
    """D.calc: 20 orders, 80 opportunities, 533 leads; 744 leads, 108 opportunities, 27 orders a year."""
    page = build_page(SHORT_CHAIN)
    assert [(row.name, *row.needed.lines, *row.coming.lines) for row in page.rows] == [
        ("リード", "533", "744"),
        ("商談", "80", "108"),
        ("受注", "20", "27"),
    ]
    assert [row.rate for row in page.rows] == ["リードの商談化率 15%", "受注率 25%", ""]
    assert page.spend == "月の広告費500,000円÷獲得単価8,000円＝月62件"
    assert (page.romi, page.per_yen) == ("300%", "4.0円")
    assert page.missing == ()


def test_the_tree_names_who_answers_for_each_figure() -> None:
    """A.kpi: revenue and orders both, opportunities sales, leads marketing."""
    tree = build_page(SHORT_CHAIN).tree
    assert [(box.name, "".join(box.value.lines), box.owner) for box in tree] == [
        ("年間の売上目標", "100,000,000円", "両部門"),
        ("受注", "20", "両部門"),
        ("商談", "80", "営業"),
        ("リード", "533", "マーケティング"),
    ]
    assert [box.factor for box in tree] == [
        "× 平均受注単価 5,000,000円",
        "× 受注率 25%",
        "× リードの商談化率 15%",
        "",
    ]


def test_gains_stand_against_the_best_one() -> None:
    """One point more: 16 / 15 − 1 = 6.7 %, 26 / 25 − 1 = 4.0 %."""
    gains = build_page(SHORT_CHAIN).gains
    assert [(row.name, row.gain) for row in gains] == [("リードの商談化率", "+6.7%"), ("受注率", "+4.0%")]


def test_what_is_missing_stays_open() -> None:
    page = build_page(Targets(revenue=100_000_000, order_value=5_000_000))
    assert [*page.rows[-1].needed.lines] == ["20"]
    assert [*page.rows[0].needed.lines] == ["未定"]
    assert all([*row.coming.lines] == ["未定"] for row in page.rows)
    assert page.spend == page.romi == page.per_yen == page.bottleneck == ""
    assert page.gains == page.bands == ()
    assert "受注率" in page.missing
    assert "#7C858E" in page.funnel.svg


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_long_chain_has_five_rungs(language: Language) -> None:
    """A.tree: 50 orders, 100 opportunities, 200 SQLs, 400 MQLs, 2,000 leads."""
    page = build_page(LONG_CHAIN, language)
    assert ["".join(row.needed.lines) for row in page.rows] == ["2,000", "400", "200", "100", "50"]
    assert len(page.tree) == 6
    assert all(len(box.value.lines) == 1 for box in page.tree)


def test_no_figures_no_section() -> None:
    assert build_targets_page(questionnaire(), None, Wording("ja")) is None
    assert build_targets_page(questionnaire(), Targets(), Wording("ja")) is None


def test_a_survey_figure_stands_in_one_place_only() -> None:
    report = build("company_b")
    assert report.targets is not None
    shown = {row.story.figure_id for row in report.appendix.figures}
    assert report.targets.figure_ids == {"A.g8", "D.g6", "D.g7"}
    assert not shown & report.targets.figure_ids


def test_bars_are_as_long_as_their_figures() -> None:
    svg = draw_funnel([100, 50], [25, None], "x").svg
    assert f'width="{REACH / 4:.3f}"' in svg
    assert f'width="{REACH - 0.5:.3f}"' in svg
    assert f'width="{REACH / 2 - 0.5:.3f}"' in svg


def test_great_amounts_stay_in_their_boxes() -> None:
    page = build_page(Targets(revenue=1e15, order_value=1, lead_to_opportunity=0.01, win_rate=0.01), "en")
    assert all(len(line.lines) == 1 for row in page.rows for line in (row.coming,))
    assert page.tree[0].value.size < 9.5
