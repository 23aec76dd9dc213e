"""The minutes in print: what was agreed, what comes next, the votes before and after; nothing hidden."""

import re
from dataclasses import replace
from datetime import date

import pytest

from assessments.models import LANGUAGES, Language
from reporting.document import render_html
from reporting.enclosures import Enclosures
from reporting.narrative import tell_minutes
from reporting.pages.minutes import MinutesPage
from reporting.pages.report import build_report
from reporting.pages.wording import Wording
from reporting.pdf import render_pdf
from reporting.press import print_html
from scoring.gaps import measure_gap
from scoring.minutes import MinutesItem, Room, Votes, list_actions
from tests.reporting.accessibility import list_failures
from tests.reporting.cases import HOSTILE_NOTES, build_hostile_company
from tests.reporting.conftest import MADE_ON
from tests.reporting.rooms import ask_room, build_workshop, make_hostile_room, make_room
from tests.reporting.test_pdf import read_pages, squeeze


def build_page(room: Room, language: Language = "ja") -> MinutesPage:
    sheet = build_report(build_workshop(), Wording(language), MADE_ON, Enclosures(room=room)).minutes
    assert sheet is not None
    return sheet


def test_next_steps_come_by_date_and_those_without_one_last() -> None:
    room = make_room(build_workshop())
    assert [item.question_id for item in list_actions(room.minutes)] == [
        "loss_reasons",
        "budget_authority",
        "handover_rule",
        "shared_kpis",
    ]
    sheet = build_page(room)
    assert [row.due for row in sheet.actions] == ["6月19日まで", "6月30日まで", "7月17日まで", "期限なし"]
    assert [row.owner for row in sheet.actions][-1] == "担当なし"


def test_a_due_date_of_another_year_names_it() -> None:
    room = make_room(build_workshop())
    later = replace(room.minutes[0], due=date(2027, 1, 8))
    assert build_page(Room(minutes=(later,))).actions[0].due == "2027年1月8日まで"


def test_a_record_holds_level_texts_and_every_vote() -> None:
    record = build_page(make_room(build_workshop())).records[0]
    assert (record.number, record.title, record.status) == (17, "受け渡しの条件", "合意")
    assert record.level == "1 属人"
    assert record.wording == "担当者がその都度判断し、メールや口頭で渡している"
    assert [title for title, _ in record.said] == ["事実", "判断", "次の一手", "担当と期限"]
    assert record.said[-1][1] == "MA運用担当・営業企画、2026年7月17日"
    assert [vote.name for vote in record.votes] == ["最初の回答", "2回目の投票"]
    assert record.votes[0].views == "マーケ3（4名）、国内営業本部1（4名）、経営3（2名）、分からない1名"


def test_questions_with_nothing_written_are_named_in_a_line() -> None:
    sheet = build_page(make_room(build_workshop()))
    assert sheet.left_out == ("保留した問い：ツールと手順の研修。", "見送った問い：スコアリング。")
    assert [record.title for record in sheet.records] == [
        "受け渡しの条件",
        "予算と承認",
        "失注理由の分類",
        "共通KPI",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("polite", [True, False])
def test_the_title_counts_what_was_reached(language: Language, polite: bool) -> None:
    minutes = make_room(build_workshop()).minutes
    nothing = tuple(replace(item, status="open", level=None, next_action="") for item in minutes)
    only_actions = tuple(replace(item, status="open", level=None) for item in minutes)
    only_agreed = tuple(replace(item, next_action="") for item in minutes)
    titles = set()
    for kept in (minutes, nothing, only_actions, only_agreed):
        story = tell_minutes(kept, language, polite)
        assert not re.search(r"[{}|]", "".join(story.title) + story.deck)
        titles.add(story.title)
    assert len(titles) == 4
    assert tell_minutes(minutes, "ja", False).title == ("2問で合意し、", "四つの次の一手を決めた")


def test_an_anonymous_workshop_hides_small_groups_in_the_votes_too() -> None:
    room = replace(make_room(build_workshop(), {}), anonymous=True)
    sheet = build_page(room)
    for record in sheet.records:
        for vote in record.votes:
            assert not re.search(r"経営|事業部", vote.views), vote.views
            assert vote.strip is None or not re.search(r"経営|事業部", vote.strip.alt)
    assert {key.name for key in sheet.keys} <= {"マーケティング", "営業", "少人数の部門"}


def test_votes_of_small_groups_only_are_not_printed() -> None:
    levels = {"management": (1,)}
    diagnosis = ask_room(levels)  # type: ignore[arg-type]
    gap = measure_gap("handover_rule", levels)  # type: ignore[arg-type]
    item = MinutesItem("handover_rule", "disagreed", Votes(1, gap), fact="意見は分かれたまま")
    sheet = build_report(
        diagnosis, Wording("ja"), MADE_ON, Enclosures(room=Room(anonymous=True, minutes=(item,)))
    ).minutes
    assert sheet is not None
    assert sheet.records[0].votes[0].strip is None
    assert "3人に満たない部門の答えは示さない" in sheet.records[0].votes[0].views


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("anonymous", [True, False])
def test_the_report_of_a_workshop_is_accessible_and_complete(language: Language, anonymous: bool) -> None:
    diagnosis = build_workshop()
    room = replace(make_room(diagnosis), anonymous=anonymous)
    pdf = print_html(render_html(diagnosis, language, MADE_ON, Enclosures(room=room)))
    assert list_failures(pdf) == []
    pages = read_pages(pdf)
    text = "".join(pages)
    for item in room.minutes:
        for said in (item.fact, item.judgement, item.next_action, item.owner):
            assert squeeze(said) in text
    assert "国内営業本部" in text
    assert min(len(part) for part in pages[:-1]) > 170


def test_hostile_minutes_are_text_and_nothing_else() -> None:
    diagnosis = build_hostile_company()
    html = render_html(diagnosis, "ja", MADE_ON, Enclosures(room=make_hostile_room(diagnosis)))
    assert "<script" not in html
    pdf = print_html(html)
    assert list_failures(pdf) == []
    text = "".join(read_pages(pdf))
    for note in (HOSTILE_NOTES[0], HOSTILE_NOTES[3], HOSTILE_NOTES[6]):
        assert text.count(squeeze(note)) >= 3


def test_the_room_reaches_the_process_that_renders() -> None:
    diagnosis = build_workshop()
    pdf = render_pdf(diagnosis, "ja", MADE_ON, enclosures=Enclosures(room=make_room(diagnosis)))
    assert "国内営業本部" in "".join(read_pages(pdf))
