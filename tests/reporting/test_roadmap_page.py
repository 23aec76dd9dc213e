"""The roadmap in print: every step in its row, what it moves, how the first ones begin."""

from dataclasses import replace

import pytest

from assessments.models import LANGUAGES, Language
from reporting.charts.gantt import LABEL_GAP, LABEL_SIZE, TIMELINE, day_place, place_label, week_place
from reporting.glyphs import measure_text
from reporting.pages.gantt_rows import TOGETHER
from reporting.pages.roadmap import LATER_NAMED, MOST, RoadmapPage, build_roadmap_page
from reporting.pages.unknowns import build_unknowns_page
from reporting.pages.wording import Wording
from scoring.findings import Diagnosis
from scoring.roadmap import LAST_WEEK, Capacity, plan_roadmap
from tests.golden.reports import read_example
from tests.reporting.cases import NAMES
from tests.reporting.plans import build

TEAMS = (Capacity(1, 4), Capacity(3, 8), Capacity(12, 30))


def build_page(stem: str, language: Language = "ja", capacity: Capacity | None = None) -> RoadmapPage:
    page = build(stem, language, capacity).roadmap
    assert page is not None
    return page


@pytest.mark.parametrize("team", TEAMS)
@pytest.mark.parametrize("stem", ["company_b", "org_chart_only", "half_unknown"])
def test_every_step_has_its_row(stem: str, team: Capacity) -> None:
    page, roadmap = build_page(stem, "ja", team), plan_roadmap(read_example(stem)[0], team)
    rows = [row for chunk in page.chunks for row in chunk]
    assert [row.number for row in rows] == list(range(1, len(roadmap.steps) + 1))
    assert ["".join(row.title.lines) for row in rows] == [step.action.title.ja for step in roadmap.steps]
    assert len(page.later) == min(LATER_NAMED, len(roadmap.later))
    assert bool(page.later_more) == (len(roadmap.later) > LATER_NAMED)


@pytest.mark.parametrize("team", TEAMS)
def test_no_row_is_left_alone_on_a_further_page(team: Capacity) -> None:
    sizes = [len(chunk) for chunk in build_page("company_b", "ja", team).chunks]
    assert max(sizes) - min(sizes) <= 1
    assert max(sizes) <= TOGETHER


def test_a_row_names_what_it_needs_and_moves() -> None:
    rows = [row for chunk in build_page("company_b").chunks for row in chunk]
    assert rows[0].label == "問7 1→3"
    assert rows[0].owner == "マーケティング責任者"
    assert rows[3].owner == "営業責任者（3の後）"


@pytest.mark.parametrize("team", TEAMS)
def test_labels_stay_beside_their_bars_on_the_timeline(team: Capacity) -> None:
    diagnosis = read_example("company_b")[0]
    for step in plan_roadmap(diagnosis, team).steps:
        left = place_label(step, "問42 0→3")
        right = left + measure_text("問42 0→3", LABEL_SIZE)
        assert left >= 0
        assert right <= TIMELINE
        start, end = week_place(step.start_week), week_place(step.end_week)
        assert left == pytest.approx(end + LABEL_GAP) or right == pytest.approx(start - LABEL_GAP)


def test_the_timeline_ends_with_the_last_horizon() -> None:
    assert day_place(180) == TIMELINE
    assert week_place(0) == 0
    assert week_place(LAST_WEEK) <= TIMELINE


def test_the_first_steps_are_told_in_full() -> None:
    page = build_page("company_b")
    assert len(page.cards) == MOST
    assert page.cards_note
    first = page.cards[0]
    assert (first.story.number, first.story.when) == (1, "第1〜4週")
    assert [answer.number for answer in first.answers] == [7]
    assert first.kit == "使う書類：「経営会議への報告（一枚）」"
    threatened = [card for card in page.cards if card.story.threat]
    assert all(card.story.threat in card.lines for card in threatened)


def test_marks_count_what_is_on_the_floor_by_then() -> None:
    marks = build_page("company_b").marks
    assert [mark.name for mark in marks] == ["開始", "30日", "90日", "180日"]
    counts = [mark.on_floor for mark in marks]
    assert counts == sorted(counts)
    assert counts[0] == sum(item.is_on_floor for item in read_example("company_b")[0].standings)


def test_a_company_without_steps_hears_so() -> None:
    page = build_page("healthy")
    assert page.chunks == page.cards == page.later == page.marks == ()
    assert "".join(page.head.title.lines) == "いまの回答から導ける打ち手は、残っていない"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_company_gets_a_roadmap_or_none(
    companies: dict[str, Diagnosis], name: str, language: Language
) -> None:
    diagnosis = companies[name]
    page = build_roadmap_page(diagnosis, Capacity(2, 8), Wording(language))
    is_known = any(standing.is_known for standing in diagnosis.standings)
    assert (page is not None) == is_known


def test_a_short_report_has_the_chart_only() -> None:
    diagnosis = read_example("company_b")[0]
    page = build_roadmap_page(diagnosis, Capacity(3, 8), Wording("en"), is_short=True)
    assert page is not None
    assert page.chunks
    assert page.cards == page.later == ()
    assert page.later_more == page.cards_note == ""


def test_open_questions_name_who_knows() -> None:
    page = build("company_b").unknowns
    assert page is not None
    assert [row.number for row in page.rows] == [33, 47]
    assert page.rows[0].story.who == "マーケティングと関係者に聞くと分かる。"


def test_nothing_open_no_section() -> None:
    assert build("healthy").unknowns is None
    diagnosis = read_example("healthy")[0]
    assert build_unknowns_page(replace(diagnosis), Wording("ja")) is None
