"""The slides of the company's targets and of what matters most to find out."""

from dataclasses import replace
from typing import Any

import pytest

from assessments.models import LANGUAGES, Language
from assessments.targets import Targets
from reporting.brand import Brand
from reporting.exports.kinds import SlideShape
from reporting.exports.slides import render_pptx
from reporting.exports.slides.deck import SHAPES, Deck
from reporting.exports.slides.targets import add_targets
from reporting.exports.slides.unknowns import add_unknowns
from reporting.exports.words import ExportWording
from reporting.narrative import tell_unknowns
from reporting.pages.targets import build_targets_page
from scoring.unknowns import rank_open_questions
from tests.exports.test_plans import check_bounds, open_deck
from tests.exports.test_slides import texts
from tests.golden.reports import MADE_ON, read_example
from tests.reporting.plans import read_case

WILD = Targets(revenue=1e15, order_value=1, win_rate=0.01, monthly_ad_spend=1e15, cost_per_lead=1)
LONG_CHAIN = {"lead_to_mql": 0.01, "mql_to_sql": 0.01, "sql_to_opportunity": 0.01}
FIGURES = (
    Targets(win_rate=25),
    Targets(investment=5_000_000, attributed_revenue=2_000_000),
    Targets(revenue=1e8, lead_to_mql=3),
    WILD,
    WILD.model_copy(update={**LONG_CHAIN, "investment": 1, "attributed_revenue": 1e15}),
)


def find_slides(stem: str, label: str, language: Language, shape: SlideShape = "wide") -> list[Any]:
    """The slides of an example that bear a label."""
    name = ExportWording(language).say(f"labels.{label}")
    slides = open_deck(stem, language, shape).slides
    return [slide for slide in slides if name in {text.text_frame.text for text in texts(slide)}]


def read_tables(slide: Any) -> list[list[tuple[str, ...]]]:
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    return [[tuple(cell.text for cell in row.cells) for row in table.rows] for table in tables]


@pytest.mark.parametrize("shape", ["wide", "a4"])
def test_the_funnel_is_told_from_both_ends(shape: SlideShape) -> None:
    """100,000,000 / 5,000,000 = 20 orders, / 25 % = 80, / 15 % = 533; 62 leads a month are 744 a year."""
    (slide,) = find_slides("company_b", "targets", "ja", shape)
    funnel, surveys = read_tables(slide)
    assert funnel[1:] == [
        ("リード", "マーケティング", "533", "744", "15%"),
        ("商談", "営業", "80", "108", "25%"),
        ("受注", "両部門", "20", "27", "5,000,000円"),
        ("年間の売上目標", "両部門", "100,000,000円", "–", ""),
    ]
    assert [row[2] for row in surveys[1:]] == ["御社の数字：4.0円", "御社の数字：15%", "御社の数字：8,000円"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_slide_of_targets_tells_what_print_tells(language: Language) -> None:
    diagnosis, targets = read_example("company_b")[0], read_case("company_b").targets
    page = build_targets_page(diagnosis.questionnaire, targets, ExportWording(language))
    assert page is not None
    (slide,) = find_slides("company_b", "targets", language, "a4")
    said = {text.text_frame.text for text in texts(slide)}
    assert {page.bottleneck, page.romi, page.per_yen, page.returns, page.origin, page.spend} <= said
    assert slide.shapes.title.text_frame.text.split("\v") == list(page.story.title)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", ["company_b", "half_unknown", "workshop"])
def test_a_slide_asks_for_what_matters_most_to_find_out(stem: str, language: Language) -> None:
    diagnosis = read_example(stem)[0]
    ranked = rank_open_questions(diagnosis)
    story, told = tell_unknowns(diagnosis, ranked, language, False)
    (slide,) = find_slides(stem, "unknowns", language)
    (rows,) = read_tables(slide)
    assert 0 < len(rows) - 1 == min(len(ranked), 5)
    assert [(row[1], row[2]) for row in rows[1:]] == [(item.text, item.who) for item in told]
    assert slide.shapes.title.text_frame.text.split("\v") == list(story.title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_open_and_no_targets_give_no_slides(language: Language) -> None:
    assert find_slides("healthy", "unknowns", language) == []
    assert find_slides("healthy", "targets", language) == []
    deck = Deck(read_example("healthy")[0], ExportWording(language), MADE_ON)
    add_targets(deck, Targets())
    assert len(deck.presentation.slides) == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", ["wide", "a4"])
@pytest.mark.parametrize("stem", ["workshop", "half_unknown"])
def test_any_figures_and_names_stay_on_the_slide(stem: str, language: Language, shape: SlideShape) -> None:
    """Long names at the foot, and figures from next to none to the largest that can be entered."""
    brand = Brand(firm="Very long consulting company " * 2, confidentiality="Confidential " * 3)
    diagnosis = read_example(stem)[0]
    profile = diagnosis.profile.model_copy(update={"name": "とても長い名前の会社Holdings" * 4})
    deck = Deck(replace(diagnosis, profile=profile), ExportWording(language), MADE_ON, shape, brand)
    add_unknowns(deck)
    for targets in FIGURES:
        add_targets(deck, targets)
    assert len(deck.presentation.slides) == 1 + len(FIGURES)
    for slide in deck.presentation.slides:
        check_bounds(slide, *SHAPES[shape])


def test_the_same_targets_give_the_same_bytes() -> None:
    diagnosis, case = read_example("company_b")[0], read_case("company_b")
    first, second = (render_pptx(diagnosis, "en", MADE_ON, "a4", case) for _ in range(2))
    assert first == second
