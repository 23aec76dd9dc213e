"""Joining a workshop: forgiving to those who know the code, and never twice for one person by accident."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessments.answers import Profile
from services.workshop import (
    OpenedWorkshop,
    close_workshop,
    end_answering,
    join_workshop,
    open_workshop,
    view_as_facilitator,
    view_as_participant,
)
from storage.problems import StorageProblem
from storage.store import Store
from tests.ui.conftest import address, texts
from tests.ui.workshops import make_plan
from ui import seat_session
from ui.seat_session import SEAT_COOKIE

Visit = Callable[..., AppTest]


def plain(app: AppTest) -> str:
    return texts(app).replace("<wbr>", "")


def count_people(store: Store, opened: OpenedWorkshop) -> int:
    return view_as_facilitator(store, opened.facilitator_token).people


def send_code(app: AppTest, code: str) -> AppTest:
    app.text_input(key="join-code").set_value(code)
    return app.button(key="join-check").click().run()


def sit_down(app: AppTest, group: str = "sales") -> AppTest:
    app.radio(key="join-group").set_value(group)
    return app.button(key="join-go").click().run()


@pytest.fixture
def opened(store: Store) -> OpenedWorkshop:
    return open_workshop(store, make_plan())


@pytest.fixture
def return_with(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Come back with the cookie of a seat."""

    def return_with(token: str) -> None:
        monkeypatch.setattr(seat_session, "read_cookies", lambda: {SEAT_COOKIE: token})

    return return_with


def widen(code: str) -> str:
    return "".join(chr(ord(character) + 0xFEE0) for character in code)


@pytest.mark.parametrize(
    "typed",
    [
        str,
        str.lower,
        lambda code: f" {code[:3]}-{code[3:]} ",
        lambda code: f"{code[:3]} {code[3:]}",
        lambda code: widen(code.lower()),
    ],
)
def test_the_code_may_be_typed_in_any_way(
    visit: Visit, opened: OpenedWorkshop, typed: Callable[[str], str]
) -> None:
    app = send_code(visit("join"), typed(opened.join_code))
    assert app.radio(key="join-group").options == ["マーケティング", r"関西支社 \<b\>", "経営"]


def test_the_qr_code_leads_to_the_same_place(visit: Visit, opened: OpenedWorkshop) -> None:
    app = visit("join", c=opened.join_key)
    assert app.radio(key="join-group").value is None
    assert "約10分" in texts(app)
    assert "日本語" in texts(app)


def test_the_companys_name_is_shown_as_text(visit: Visit, store: Store) -> None:
    opened = open_workshop(store, make_plan(profile=Profile(name="<script>alert(1)</script> **x**")))
    shown = texts(visit("join", c=opened.join_key))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **x**" in shown
    assert "<script" not in shown


def test_whoever_joins_gets_a_seat_of_their_own(visit: Visit, store: Store, opened: OpenedWorkshop) -> None:
    app = sit_down(visit("join", c=opened.join_key))
    assert not app.exception
    assert view_as_participant(store, address(app, "p")).group == "sales"
    assert count_people(store, opened) == 1
    assert "話し合いが始まるまで、回答は誰にも見えません" in texts(app)


def test_nobody_joins_without_saying_where_they_belong(
    visit: Visit, store: Store, opened: OpenedWorkshop
) -> None:
    app = visit("join", c=opened.join_key)
    app.button(key="join-go").click().run()
    assert "部門を一つ選ぶと参加できます" in texts(app)
    assert count_people(store, opened) == 0


def test_a_single_group_is_not_asked_for(visit: Visit, store: Store) -> None:
    opened = open_workshop(store, make_plan(groups={"sales": None}))
    app = visit("join", c=opened.join_key)
    assert not app.radio
    app.button(key="join-go").click().run()
    assert view_as_participant(store, address(app, "p")).group == "sales"


def test_an_anonymous_workshop_asks_for_no_name_and_says_who_sees_what(
    visit: Visit, opened: OpenedWorkshop
) -> None:
    app = visit("join", c=opened.join_key)
    assert not app.text_input
    assert "お名前はうかがいません" in texts(app)
    assert "3人に満たない部門は、分けて示しません" in texts(app)


def test_an_open_workshop_keeps_the_name(visit: Visit, store: Store) -> None:
    opened = open_workshop(store, make_plan(anonymous=False))
    app = visit("join", c=opened.join_key)
    app.text_input(key="join-name").set_value(" 佐藤 ")
    app = sit_down(app)
    assert view_as_participant(store, address(app, "p")).name == "佐藤"


def test_a_wrong_code_says_so_and_counts_once(
    visit: Visit, opened: OpenedWorkshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    found = Store.try_code
    monkeypatch.setattr(Store, "try_code", lambda *given: asked.append(given) or found(*given))
    app = send_code(visit("join"), "AAAAAA")
    assert "この参加コードのワークショップは見つかりません" in texts(app)
    app.run()
    app.button(key="language").click().run()
    assert "No open workshop has this join code" in texts(app)
    assert len(asked) == 1
    assert send_code(app, opened.join_code).radio(key="join-group")


def test_guessing_is_slowed_in_plain_words(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.workshop.join.WRONG_BY_ALL", 1)
    app = visit("join")
    for code in ("AAAAAA", "CCCCCC"):
        app = send_code(app, code)
    assert "いまはコードを確かめられません" in texts(app)
    assert not app.exception


def test_a_closed_workshop_cannot_be_joined(visit: Visit, store: Store, opened: OpenedWorkshop) -> None:
    end_answering(store, opened.facilitator_token)
    close_workshop(store, opened.facilitator_token, share_result=True)
    assert "終了したワークショップには参加できません" in texts(visit("join", c=opened.join_key))


def test_a_workshop_closed_meanwhile_says_so(visit: Visit, store: Store, opened: OpenedWorkshop) -> None:
    app = visit("join", c=opened.join_key)
    end_answering(store, opened.facilitator_token)
    close_workshop(store, opened.facilitator_token, share_result=False)
    assert "終了したワークショップには参加できません" in texts(sit_down(app))


def test_a_busy_database_says_so_and_the_next_tap_joins(
    visit: Visit, store: Store, opened: OpenedWorkshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = visit("join", c=opened.join_key)

    def refuse(*_: object) -> None:
        raise StorageProblem("busy", "henkaku.db")

    with monkeypatch.context() as broken:
        broken.setattr(Store, "join_workshop", refuse)
        app = sit_down(app)
    assert "少し待ってから" in texts(app)
    app.button(key="join-go").click().run()
    assert count_people(store, opened) == 1


def test_somebody_late_is_told_what_is_left_to_do(visit: Visit, store: Store, opened: OpenedWorkshop) -> None:
    end_answering(store, opened.facilitator_token)
    assert "このあとの投票に加われます" in texts(visit("join", c=opened.join_key))


def test_a_second_tap_takes_no_second_seat(visit: Visit, store: Store, opened: OpenedWorkshop) -> None:
    app = sit_down(visit("join", c=opened.join_key))
    token = address(app, "p")
    app.query_params["c"] = opened.join_key
    app.switch_page("ui/pages/join.py").run()
    assert address(app, "p") == token
    assert count_people(store, opened) == 1


def test_who_has_joined_before_is_led_back(
    visit: Visit, store: Store, opened: OpenedWorkshop, return_with: Callable[[str], None]
) -> None:
    token = join_workshop(store, opened.join_code, "sales")
    return_with(token)
    app = visit("join", c=opened.join_code)
    assert "このブラウザーでは参加済みです" in plain(app)
    assert "関西支社 &lt;b&gt;として参加しています" in texts(app)
    app.button(key="again-go").click().run()
    assert address(app, "p") == token
    assert count_people(store, opened) == 1


def test_a_way_back_is_offered_after_the_code_has_expired(
    visit: Visit, store: Store, opened: OpenedWorkshop, return_with: Callable[[str], None]
) -> None:
    token = join_workshop(store, opened.join_code, "sales")
    end_answering(store, opened.facilitator_token)
    close_workshop(store, opened.facilitator_token, share_result=True)
    return_with(token)
    app = visit("join", c=opened.join_key)
    assert "終了したワークショップには参加できません" in texts(app)
    app.button(key="again-go").click().run()
    assert "お疲れさまでした" in plain(app)


def test_two_people_can_share_a_device(
    visit: Visit, store: Store, opened: OpenedWorkshop, return_with: Callable[[str], None]
) -> None:
    token = join_workshop(store, opened.join_code, "sales")
    return_with(token)
    app = visit("join", c=opened.join_code)
    app.button(key="again-other").click().run()
    app = sit_down(app, "marketing")
    assert address(app, "p") != token
    assert count_people(store, opened) == 2


@pytest.mark.parametrize("kept", ["nonsense", "A" * 43, "another"])
def test_a_cookie_that_fits_nothing_changes_nothing(
    visit: Visit, store: Store, opened: OpenedWorkshop, return_with: Callable[[str], None], kept: str
) -> None:
    if kept == "another":
        other = open_workshop(store, make_plan(profile=Profile(name="別の会社")))
        kept = join_workshop(store, other.join_code, "sales")
    return_with(kept)
    app = visit("join", c=opened.join_code)
    assert app.radio(key="join-group").value is None


def test_a_visitor_without_a_choice_reads_the_rooms_language(visit: Visit, store: Store) -> None:
    opened = open_workshop(store, make_plan(language="en"))
    assert address(visit("join", c=opened.join_key), "lang") == "en"
    assert address(visit("join", c=opened.join_key, lang="ja"), "lang") == "ja"


def test_a_choice_survives_the_switch_of_language(visit: Visit, opened: OpenedWorkshop) -> None:
    app = visit("join", c=opened.join_key)
    app.radio(key="join-group").set_value("management").run()
    app.button(key="language").click().run()
    assert app.radio(key="join-group").value == "management"
    assert "Who sees what" in texts(app)
