"""The result page: the diagnosis in words and figures, whatever was answered."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessments.models import DIMENSIONS, Questionnaire
from services.self_service import diagnose_draft, resume_assessment
from storage.store import Store
from tests.ui.conftest import address, list_files, plain, texts
from ui.components.level_chart import count_levels

Visit = Callable[..., AppTest]
Begin = Callable[..., str]
Fill = Callable[..., None]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("edition", ["full", "quick"])
@pytest.mark.parametrize("level", [0, 1, 2, 3, 4, 5, "unknown", None])
def test_every_level_has_a_result(
    visit: Visit, begin: Begin, answer: Fill, level: Any, edition: Any, language: str
) -> None:
    token = begin(edition)
    answer(token, level)
    app = visit("result", t=token, lang=language)
    assert not app.exception
    assert ("段階はまだ言えません" in plain(app) or "No stage yet" in plain(app)) == (
        level in ("unknown", None)
    )


def test_the_stage_stands_on_the_ladder(visit: Visit, begin: Begin, answer: Fill) -> None:
    token = begin()
    answer(token, 3, handover_rule=1)
    page = plain(visit("result", t=token))
    assert "段階 2" in page
    assert 'aria-label="段階は2、設計済。' in page
    assert "段階3に届かない理由" in page
    assert "受け渡しの条件" in page


def test_a_pattern_is_shown_with_the_answers_that_speak_for_it(
    visit: Visit, begin: Begin, answer: Fill, questionnaire: Questionnaire
) -> None:
    token = begin()
    answer(token, 4, appraisal_yardsticks=1)
    page = plain(visit("result", t=token))
    pattern = questionnaire.pattern("two_yardsticks")
    question = questionnaire.question("appraisal_yardsticks")
    for text in (
        pattern.title.ja,
        pattern.countermeasure.ja_polite,
        question.title.ja,
        question.levels[1].ja,
    ):
        assert text in page


def test_every_capability_is_drawn(
    visit: Visit, begin: Begin, answer: Fill, questionnaire: Questionnaire
) -> None:
    token = begin()
    answer(token, 2)
    page = plain(visit("result", t=token))
    for capability in questionnaire.capabilities:
        assert f'<th scope="row">{capability.title.ja}</th>' in page
    assert page.count('<tr class="d">') == len(DIMENSIONS)


def test_the_chart_says_the_same_in_words(
    visit: Visit, begin: Begin, answer: Fill, store: Store, questionnaire: Questionnaire
) -> None:
    token = begin()
    answer(token, 2, kgi="unknown", training=5)
    app = visit("result", t=token)
    alt = app.get("plotly_chart")[0].proto.alt
    diagnosis = diagnose_draft(questionnaire, resume_assessment(store, token))
    for side in ("design", "implementation"):
        for count in count_levels(diagnosis, side):
            assert f"{count}問" in alt


def test_too_few_answers_show_the_way_to_more(visit: Visit, begin: Begin, answer: Fill) -> None:
    token = begin()
    answer(token, None, kgi=2, kpi_tree=3)
    app = visit("result", t=token)
    assert "答えが集まると、段階が分かります" in plain(app)
    app.button(key="answer-more").click().run()
    assert address(app, "s") == "customers"


def test_the_company_name_is_shown_as_it_stands(visit: Visit, begin: Begin) -> None:
    page = texts(visit("result", t=begin()))
    assert "ナギ精機 &lt;b&gt;" in page
    assert "ナギ精機 <b>" not in page


def test_language_can_be_switched_on_the_result(visit: Visit, begin: Begin, answer: Fill) -> None:
    token = begin()
    answer(token, 3)
    app = visit("result", t=token)
    app.button(key="language").click().run()
    assert address(app, "lang") == "en"
    assert "Stage 3" in plain(app)


def test_one_goes_back_to_the_review(visit: Visit, begin: Begin, answer: Fill) -> None:
    token = begin()
    answer(token, 3)
    app = visit("result", t=token)
    app.button(key="back").click().run()
    assert address(app, "s") == "review"


def test_report_and_data_can_be_taken_along(visit: Visit, begin: Begin, answer: Fill) -> None:
    token = begin()
    answer(token, 3)
    app = visit("result", t=token)
    assert list_files(app) == [
        ("pdf", "en"),
        *((form, "ja") for form in ("xlsx", "pptx", "pptx", "html", "json", "pdf")),
    ]
    assert all(f"t={token}" in address for address in re.findall(r'href="(takeaway[^"]+)"', texts(app)))
