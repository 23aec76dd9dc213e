"""Perception gaps on the result of a workshop, and what stays hidden while the room talks."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessments.answers import Answer
from assessments.models import Group
from services.takeaway import Link, open_report
from services.workshop import (
    Entry,
    OpenedWorkshop,
    choose_question,
    close_workshop,
    end_answering,
    join_workshop,
    list_questions,
    open_workshop,
    record_entry,
    result_for_facilitator,
    save_blind_answer,
)
from storage.store import Store
from tests.ui.conftest import texts
from tests.ui.workshops import QUESTION, hold, make_plan
from ui.components.dumbbell import choose_lanes

Visit = Callable[..., AppTest]
GROUPS: Mapping[Group, str | None] = {"marketing": None, "sales": "関西支社 <b>", "management": None}
TELLING: Mapping[Group, tuple[int, ...]] = {"marketing": (4, 4, 4), "sales": (1, 1, 1), "management": (3,)}
"""By these votes the company stands at 3: beside the two groups, the one manager's answer."""


def plain(app: AppTest) -> str:
    return texts(app).replace("<wbr>", "").replace("<br>", "")


def section(app: AppTest) -> str:
    """The section with the perception gaps; empty where there is none."""
    found = re.findall(r'<section class="hk sec".*?</section>', plain(app), re.DOTALL)
    return next((text for text in found if re.search('aria-label="(認識の差|Perception gaps)"', text)), "")


def ask(store: Store, levels: Mapping[Group, tuple[int, ...]], **changes: Any) -> tuple[OpenedWorkshop, str]:
    """A workshop with these levels on the disputed question and 2 on all others; a participant's token."""
    plan = make_plan(groups=dict.fromkeys(levels) | {"sales": "関西支社 <b>"}, **changes)
    opened, token = open_workshop(store, plan), ""
    for group, given in levels.items():
        for level in given:
            token = join_workshop(store, opened.join_code, group)
            for question in list_questions(plan):
                chosen = level if question.id == QUESTION else 2
                save_blind_answer(store, token, Answer(question=question.id, level=chosen))
    end_answering(store, opened.facilitator_token)
    return opened, token


def close(store: Store, opened: OpenedWorkshop) -> str:
    close_workshop(store, opened.facilitator_token, share_result=True)
    return opened.facilitator_token


def test_the_facilitators_result_shows_each_flagged_gap_with_its_reason(visit: Visit, store: Store) -> None:
    token = close(store, hold(store))
    shown = section(visit("host", h=token, s="result"))
    assert "マーケティングは「現場で動く」と見ています。" in shown
    assert "関西支社 &lt;b&gt;" in shown
    assert "<b>と" not in shown
    assert "3段の差" in shown
    assert shown.count('class="db"') == 1
    assert "中央値は、マーケティング4、関西支社 &lt;b&gt;1、経営1。" in shown
    assert "マーケティングは「連動」、" in shown
    assert "ほかより高く見る問いが1問あります。" in shown
    assert "（偶然でも" in shown  # agreement of nine people


def test_a_participant_sees_the_same_once_the_result_is_shared(visit: Visit, store: Store) -> None:
    opened, seat = ask(store, {"marketing": (4, 4, 4), "sales": (1, 1, 1)})
    close(store, opened)
    app = visit("room", p=seat, s="result")
    assert not app.exception
    assert section(app) == section(visit("host", h=opened.facilitator_token, s="result"))
    assert "Perception gaps" in section(visit("room", p=seat, s="result", lang="en"))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_nothing_of_a_small_group_is_shown(visit: Visit, store: Store, lang: str) -> None:
    levels: dict[Group, tuple[int, ...]] = {"marketing": (4, 4, 4), "sales": (1, 1, 1), "management": (5,)}
    opened, seat = ask(store, levels)
    close(store, opened)
    for app in (
        visit("host", h=opened.facilitator_token, s="result", lang=lang),
        visit("room", p=seat, s="result", lang=lang),
    ):
        shown = section(app)
        assert "gm-marketing" in shown
        assert "gm-management" not in shown
        assert "経営" not in shown.replace("経営会議", "")
        assert "management" not in shown.lower()


def test_an_open_workshop_shows_every_group(visit: Visit, store: Store) -> None:
    opened, _ = ask(store, TELLING, anonymous=False)
    assert "gm-management" in section(visit("host", h=close(store, opened), s="result"))


def test_agreement_is_in_words_from_six_people_on(visit: Visit, store: Store) -> None:
    opened, _ = ask(store, {"marketing": (4, 4, 4), "sales": (1, 1)}, anonymous=False)
    shown = section(visit("host", h=close(store, opened), s="result"))
    assert "3段の差" in shown
    assert "一致は" not in shown


def test_without_two_groups_there_is_no_section(visit: Visit, store: Store) -> None:
    opened, _ = ask(store, {"marketing": (4, 4, 4), "sales": (1, 1)})
    assert section(visit("host", h=close(store, opened), s="result")) == ""


def test_groups_that_agree_are_said_to_agree(visit: Visit, store: Store) -> None:
    opened, _ = ask(store, {"marketing": (2, 2, 2), "sales": (2, 2, 2)})
    shown = section(visit("host", h=close(store, opened), s="result"))
    assert "部門の見方は、おおむね揃っています" in shown
    assert 'class="db"' not in shown


def test_a_single_voice_is_nowhere_and_decides_nothing(visit: Visit, store: Store) -> None:
    opened, seat = ask(store, TELLING)
    token = opened.facilitator_token
    choose_question(store, token, QUESTION)
    screen, phone = visit("host", h=token), visit("room", p=seat)
    assert "1人は表示対象外" in plain(screen)
    assert "人数の少ない部門の1人は、図に含めていません" in plain(phone)
    shown = section(visit("host", h=close(store, opened), s="result"))
    assert "まとめて3人以上になる問いでだけ数えています" in shown
    for page in (plain(screen), plain(phone), shown):
        assert 'class="gm gm-marketing' in page
        assert 'class="gm gm-management' not in page
    assert result_for_facilitator(store, token).standing(QUESTION).level == 2.5


def test_a_room_in_which_nobody_can_be_shown_says_so(visit: Visit, store: Store) -> None:
    opened, seat = ask(store, {"marketing": (4,), "sales": (1,)})
    token = opened.facilitator_token
    choose_question(store, token, QUESTION)
    screen, phone = visit("host", h=token), visit("room", p=seat)
    assert "この問いには、示せる回答がありません" in plain(screen)
    assert "この問いには示せる回答がありません" in plain(phone)
    for app in (screen, phone):
        assert not app.exception
        assert "みな同じ段階" not in plain(app)
        assert 'class="gm gm-' not in plain(app)


def test_the_report_of_a_closed_workshop_gets_its_room(store: Store) -> None:
    opened = hold(store)
    record_entry(store, opened.facilitator_token, QUESTION, Entry(status="agreed", level=2, fact="事実"))
    _, enclosures = open_report(store, Link("facilitator", close(store, opened)))
    room = enclosures.room
    assert (room.anonymous, room.labels["sales"]) == (True, "関西支社 <b>")
    assert [(item.question_id, item.fact) for item in room.minutes] == [(QUESTION, "事実")]


def test_no_name_covers_another() -> None:
    assert choose_lanes({1.0: "営業", 4.0: "マーケ"}) == {1.0: 1, 4.0: 1}
    assert choose_lanes({0.0: "事業部", 0.5: "マーケ", 1.0: "営業"}) == {0.0: 1, 0.5: -1, 1.0: 1}
    long = {level / 2: "とても長い名前の部門と部門" for level in range(5)}
    assert len(set(choose_lanes(long).values())) == 5
