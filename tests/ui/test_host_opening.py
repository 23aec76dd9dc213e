"""Opening a workshop, and the screen on which people join and answer."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessments.models import DIMENSIONS
from services.follow_up import open_company
from services.workshop import end_answering, join_workshop, view_as_facilitator
from storage.store import Store
from tests.ui.conftest import COMPANY, address, texts
from tests.ui.workshops import hold
from ui.components.workshop.invitation import make_join_link
from ui.public_address import VARIABLE

Visit = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def public(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "https://henkaku.example/")


def plain(app: AppTest) -> str:
    return texts(app).replace("<wbr>", "").replace("<br>", "")


def test_a_workshop_is_opened_as_planned(visit: Visit, store: Store) -> None:
    app = visit("workshop")
    app.text_input(key="profile-name").set_value("ナギ精機")
    app.checkbox(key="takes-management").uncheck()
    app.checkbox(key="dimension-data").uncheck()
    app.text_input(key="label-sales").set_value("関西支社")
    app.radio(key="anonymous").set_value(False)
    app.number_input(key="talk-minutes").set_value(7).run()
    app.button(key="next").click().run()
    assert not app.exception
    workshop = view_as_facilitator(store, address(app, "h"))
    assert workshop.plan.profile.name == "ナギ精機"
    assert workshop.plan.groups == {"marketing": None, "sales": "関西支社", "business_unit": None}
    assert workshop.plan.dimensions == tuple(name for name in DIMENSIONS if name != "data")
    assert workshop.plan.edition == "quick"
    assert not workshop.plan.anonymous
    assert (workshop.plan.answer_minutes, workshop.plan.talk_minutes) == (10, 7)
    assert workshop.phase == "answering"
    assert workshop.join_code[:3] in plain(app)


def test_a_workshop_of_a_known_company_starts_from_its_profile(
    visit: Visit, store: Store, begin: Callable[..., str]
) -> None:
    token = begin()
    app = visit("workshop", t=token)
    assert app.text_input(key="profile-name").value == COMPANY.name
    assert "前の回答と結果は、参加者には見えません" in plain(app)
    app.number_input(key="profile-employees").set_value(300).run()
    app.button(key="next").click().run()
    company = open_company(store, address(app, "h"))
    assert company.id == open_company(store, token).id
    assert company.profile == COMPANY.model_copy(update={"employees": 300})


def test_the_result_leads_to_a_workshop_of_its_company(
    visit: Visit, store: Store, begin: Callable[..., str]
) -> None:
    token = begin()
    app = visit("result", t=token)
    app.button(key="to-workshop").click().run()
    assert address(app, "t") == token
    assert app.text_input(key="profile-name").value == COMPANY.name


@pytest.mark.parametrize("known", [True, False])
def test_one_goes_back_to_where_one_came_from(
    visit: Visit, store: Store, begin: Callable[..., str], known: bool
) -> None:
    token = begin()
    app = visit("workshop", **({"t": token} if known else {}))
    app.button(key="back").click().run()
    assert not app.exception
    assert [button.key for button in app.button if button.key == "to-workshop"]
    assert ("t" in app.query_params) == known


def test_a_link_to_nothing_opens_no_workshop(visit: Visit) -> None:
    app = visit("workshop", t="a" * 43)
    assert not app.exception
    assert not [button for button in app.button if button.key == "next"]


def test_what_anonymous_means_is_said_before_one_chooses(visit: Visit) -> None:
    captions = list(visit("workshop").radio(key="anonymous").proto.captions)
    assert len(captions) == 2
    assert "まとめて3人以上になれば数え" in captions[0]


def test_without_groups_no_workshop_is_opened(visit: Visit) -> None:
    app = visit("workshop")
    for group in ("marketing", "sales", "management", "business_unit"):
        app.checkbox(key=f"takes-{group}").uncheck()
    app.run()
    assert app.button(key="next").disabled
    assert "部門を一つ以上選ぶと開けます" in plain(app)


def test_the_lobby_shows_how_to_get_in_and_no_answers(visit: Visit, store: Store) -> None:
    opened = hold(store, end=False)
    app = visit("host", h=opened.facilitator_token)
    page = plain(app)
    assert not app.exception
    assert 'src="data:image/svg+xml;base64,' in page
    assert "henkaku.example/join" in page
    assert opened.join_code[:3] in page
    assert opened.join_code[3:] in page
    assert "9人が参加、9人が回答を終えました" in page
    assert "関西支社 &lt;b&gt;" in page
    assert "合意メモ" not in page


def test_the_link_to_come_back_is_shown_with_the_advice_to_keep_it(visit: Visit, store: Store) -> None:
    opened = hold(store, end=False)
    page = plain(visit("host", h=opened.facilitator_token))
    assert f"https://henkaku.example/host?h={opened.facilitator_token}" in page
    assert "いま控えておいてください" in page


def test_phones_get_no_code_that_leads_nowhere(
    visit: Visit, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    opened = hold(store, end=False)
    page = plain(visit("host", h=opened.facilitator_token))
    assert "いまは、スマートフォンから開けません" in page
    assert "henkaku serve --host 0.0.0.0" in page
    assert "data:image/svg+xml" not in page


def test_ending_asks_once_while_somebody_is_answering(visit: Visit, store: Store) -> None:
    opened = hold(store, end=False)
    join_workshop(store, opened.join_code, "sales")
    app = visit("host", h=opened.facilitator_token)
    app.button(key="next").click().run()
    assert view_as_facilitator(store, opened.facilitator_token).phase == "answering"
    assert "まだ1人が答えている途中です" in plain(app)
    app.button(key="end-go").click().run()
    assert view_as_facilitator(store, opened.facilitator_token).phase == "discussing"


def test_ending_asks_nothing_when_all_have_answered(visit: Visit, store: Store) -> None:
    opened = hold(store, end=False)
    app = visit("host", h=opened.facilitator_token)
    app.button(key="next").click().run()
    assert view_as_facilitator(store, opened.facilitator_token).phase == "discussing"
    assert "見方が割れた問いが1つあります" in plain(app)


def test_ending_names_the_groups_that_would_not_count(visit: Visit, store: Store) -> None:
    opened = hold(store, {"marketing": 3, "sales": 1, "management": 1}, end=False)
    app = visit("host", h=opened.facilitator_token)
    app.button(key="next").click().run()
    assert "関西支社 &lt;b&gt;、経営は3人に満たないため" in plain(app)
    assert view_as_facilitator(store, opened.facilitator_token).phase == "answering"


def test_ending_says_nothing_of_small_groups_that_count_together(visit: Visit, store: Store) -> None:
    opened = hold(store, {"marketing": 3, "sales": 2, "management": 1}, end=False)
    visit("host", h=opened.facilitator_token).button(key="next").click().run()
    assert view_as_facilitator(store, opened.facilitator_token).phase == "discussing"


def test_one_can_rehearse_with_simulated_people(visit: Visit, store: Store) -> None:
    opened = hold(store, {}, end=False)
    app = visit("host", h=opened.facilitator_token)
    app.button(key="rehearse").click().run()
    assert view_as_facilitator(store, opened.facilitator_token).people == 12
    assert "rehearse" not in [button.key for button in app.button]


def test_the_clock_runs_for_the_time_planned(visit: Visit, store: Store) -> None:
    opened = hold(store, end=False)
    app = visit("host", h=opened.facilitator_token)
    app.button(key="timer-start").click().run()
    timer = view_as_facilitator(store, opened.facilitator_token).timer
    assert timer is not None
    assert timer.seconds == 600
    assert "--full:600;" in texts(app)
    app.button(key="timer-more").click().run()
    longer = view_as_facilitator(store, opened.facilitator_token).timer
    assert longer is not None
    assert 655 <= longer.seconds <= 660
    app.button(key="timer-stop").click().run()
    assert view_as_facilitator(store, opened.facilitator_token).timer is None


@pytest.mark.parametrize("token", ["", "x", "A" * 43])
def test_a_wrong_link_gives_no_right(visit: Visit, token: str) -> None:
    app = visit("host", h=token) if token else visit("host")
    assert not app.exception
    assert "進行役のリンク" not in texts(app)
    if token:
        assert "このリンクで開けるワークショップはありません" in plain(app)
    else:
        assert app.checkbox(key="takes-sales")


def test_a_participants_link_gives_no_right(visit: Visit, store: Store, begin: Callable[..., str]) -> None:
    opened = hold(store, end=False)
    for token in (
        join_workshop(store, opened.join_code, "sales"),
        begin(),
        opened.join_key,
        opened.join_code,
    ):
        app = visit("host", h=token)
        assert "このリンクで開けるワークショップはありません" in plain(app)
        assert [button.key for button in app.button if button.key == "next"] == []
    assert view_as_facilitator(store, opened.facilitator_token).phase == "answering"


def test_another_screens_change_is_followed(visit: Visit, store: Store) -> None:
    opened = hold(store, end=False)
    app = visit("host", h=opened.facilitator_token)
    end_answering(store, opened.facilitator_token)
    app.run()
    assert "見方が割れた問いが1つあります" in plain(app)


def test_the_code_carries_the_key_that_is_never_slowed() -> None:
    assert make_join_link("https://henkaku.example", "k-_1") == "https://henkaku.example/join?c=k-_1"


def test_the_start_page_leads_to_a_workshop(visit: Visit) -> None:
    app = visit()
    app.button(key="to-workshop").click().run()
    assert app.checkbox(key="takes-sales")
