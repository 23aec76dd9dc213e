"""A participant's phone while the room answers blind: kept when given, seen by nobody, resumed anywhere."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessments.answers import Answer
from assessments.models import DIMENSIONS, Questionnaire
from i18n.text import read_catalogue
from services.workshop import (
    OpenedWorkshop,
    end_answering,
    join_workshop,
    list_questions,
    open_workshop,
    resume_answering,
    save_blind_answer,
    start_timer,
    view_as_participant,
)
from storage.problems import StorageProblem
from storage.store import Store
from tests.ui.conftest import address, listen, texts
from tests.ui.workshops import make_plan
from ui.components import pulse
from ui.components.room import heartbeat
from ui.components.workshop import watch
from ui.seats import take_seat

Visit = Callable[..., AppTest]
FIRST = "target_customers"
"""The first question of the quick edition."""


@pytest.fixture
def opened(store: Store) -> OpenedWorkshop:
    return open_workshop(store, make_plan())


@pytest.fixture
def seat(store: Store, opened: OpenedWorkshop) -> str:
    """The token of a seat among sales."""
    return join_workshop(store, opened.join_code, "sales")


@pytest.fixture
def read(store: Store) -> Callable[[str], dict[str, Answer]]:
    return lambda token: dict(view_as_participant(store, token).answers)


def plain(app: AppTest) -> str:
    return texts(app).replace("<wbr>", "")


def answer_all(store: Store, token: str, level: Any = 3) -> None:
    for question in list_questions(make_plan()):
        save_blind_answer(store, token, Answer(question=question.id, level=level))


def refuse(*_: object) -> None:
    raise StorageProblem("busy", "henkaku.db")


def list_pages(app: AppTest) -> list[list[str]]:
    """The questions of every page, going on from the first."""
    pages = []
    while app.radio:
        assert all(radio.value is None for radio in app.radio)
        pages.append([str(radio.key).removeprefix("lv-") for radio in app.radio])
        app.button(key="next").click().run()
    return pages


@pytest.mark.parametrize(
    ("edition", "dimensions"), [("quick", DIMENSIONS), ("full", DIMENSIONS), ("full", ("alignment", "data"))]
)
def test_what_the_workshop_asks_stands_on_pages_of_eight_at_most(
    visit: Visit, store: Store, questionnaire: Questionnaire, edition: Any, dimensions: Any
) -> None:
    opened = open_workshop(store, make_plan(edition=edition, dimensions=dimensions))
    pages = list_pages(visit("room", p=join_workshop(store, opened.join_code, "sales")))
    assert max(map(len, pages)) <= 8
    asked = [question.id for question in questionnaire.asked_in(edition, dimensions)]
    assert [question for page in pages for question in page] == asked


def test_the_quick_edition_asks_a_dimension_a_page(visit: Visit, seat: str) -> None:
    assert [len(page) for page in list_pages(visit("room", p=seat))] == [4, 5, 3, 4]


@pytest.mark.parametrize("level", [0, 5, "unknown"])
def test_an_answer_is_kept_when_it_is_given(
    visit: Visit, seat: str, read: Callable[[str], dict[str, Answer]], level: Any
) -> None:
    app = visit("room", p=seat)
    app.radio(key=f"lv-{FIRST}").set_value(level).run()
    assert read(seat) == {FIRST: Answer(question=FIRST, level=level)}
    assert "1 / 16問" in str(app.button(key="state").label)
    assert "に保存" in texts(app)


def test_another_device_shows_what_was_answered(visit: Visit, seat: str, store: Store) -> None:
    save_blind_answer(store, seat, Answer(question=FIRST, level=2, note="4月のメモ"))
    app = visit("room", p=seat)
    assert app.radio(key=f"lv-{FIRST}").value == 2
    assert app.text_input(key=f"note-evidence-{FIRST}").value == "4月のメモ"


def test_a_note_says_that_the_room_may_see_it(visit: Visit, seat: str) -> None:
    app = visit("room", p=seat)
    app.radio(key=f"lv-{FIRST}").set_value(2).run()
    assert "名前を出さずに映る" in app.text_input(key=f"note-evidence-{FIRST}").label


def test_an_answer_can_be_taken_back(
    visit: Visit, seat: str, read: Callable[[str], dict[str, Answer]]
) -> None:
    app = visit("room", p=seat)
    app.radio(key=f"lv-{FIRST}").set_value(2).run()
    app.run()
    app.button(key=f"clear-{FIRST}").click().run()
    assert read(seat) == {}
    assert app.radio(key=f"lv-{FIRST}").value is None


def test_people_answer_in_their_own_language(
    visit: Visit, store: Store, opened: OpenedWorkshop, read: Callable[[str], dict[str, Answer]]
) -> None:
    japanese, english = (join_workshop(store, opened.join_code, "sales") for _ in range(2))
    apps = visit("room", p=japanese, lang="ja"), visit("room", p=english, lang="en")
    for app, level in zip(apps, (1, 4), strict=True):
        app.radio(key=f"lv-{FIRST}").set_value(level).run()
    assert "関西支社 &lt;b&gt;として参加" in texts(apps[0])
    assert "Joined as 関西支社 &lt;b&gt;" in texts(apps[1])
    assert [read(token)[FIRST].level for token in (japanese, english)] == [1, 4]


def test_an_answer_that_cannot_be_kept_says_so_and_is_kept_by_the_next_run(
    visit: Visit, seat: str, read: Callable[[str], dict[str, Answer]], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = visit("room", p=seat)
    with monkeypatch.context() as broken:
        broken.setattr(Store, "save_blind_answer", refuse)
        app.radio(key=f"lv-{FIRST}").set_value(3).run()
    assert "少し待ってから" in texts(app)
    assert "0 / 16問" in str(app.button(key="state").label)
    app.run()
    assert read(seat)[FIRST].level == 3
    assert "少し待ってから" not in texts(app)


def test_what_comes_after_the_end_is_not_shown_as_answered(
    visit: Visit,
    seat: str,
    store: Store,
    opened: OpenedWorkshop,
    read: Callable[[str], dict[str, Answer]],
) -> None:
    app = visit("room", p=seat)
    end_answering(store, opened.facilitator_token)
    app.radio(key=f"lv-{FIRST}").set_value(3).run()
    assert read(seat) == {}
    assert "次の問いを待っています" in plain(app)
    resume_answering(store, opened.facilitator_token)
    app.run()
    assert app.radio(key=f"lv-{FIRST}").value is None


def test_whoever_is_done_waits_and_may_go_back(visit: Visit, seat: str, store: Store) -> None:
    answer_all(store, seat)
    app = visit("room", p=seat)
    assert address(app, "s") == "done"
    assert "答え終わりました" in plain(app)
    app.button(key="open-goals").click().run()
    # The capability stands on the page of its dimension.
    assert address(app, "s") == "customers"
    assert [radio.value for radio in app.radio] == [3, 3, 3, 3]


def test_an_unknown_section_leads_to_what_is_open(visit: Visit, seat: str, store: Store) -> None:
    assert address(visit("room", p=seat, s="never-was"), "s") == "customers"
    answer_all(store, seat)
    assert address(visit("room", p=seat, s="never-was"), "s") == "done"


def test_open_questions_are_one_step_away(visit: Visit, seat: str) -> None:
    app = visit("room", p=seat, s="done")
    assert "あと16問が空いています" in plain(app)
    app.button(key="to-open").click().run()
    assert address(app, "s") == "customers"


def test_the_clock_stands_on_the_phone_too(
    visit: Visit, seat: str, store: Store, opened: OpenedWorkshop
) -> None:
    assert 'role="timer"' not in texts(visit("room", p=seat))
    start_timer(store, opened.facilitator_token, 600)
    assert 'role="timer"' in texts(visit("room", p=seat))


def test_the_own_link_leads_back_to_the_seat(visit: Visit, seat: str) -> None:
    shown = texts(visit("room", p=seat))
    assert f"/room?p={seat}&amp;lang=ja" in shown
    assert f'data-seat="{seat}"' in shown


@pytest.mark.parametrize("token", ["nonsense", "A" * 43])
def test_a_token_of_nobody_leads_to_the_code(visit: Visit, token: str) -> None:
    app = visit("room", p=token)
    assert not app.exception
    assert "この席は見つかりません" in plain(app)
    app.button(key="to-join").click().run()
    assert app.text_input(key="join-code")


def test_the_facilitators_token_is_no_seat(visit: Visit, opened: OpenedWorkshop) -> None:
    assert "この席は見つかりません" in plain(visit("room", p=opened.facilitator_token))


def test_without_a_token_one_is_asked_for_the_code(visit: Visit) -> None:
    assert visit("room").text_input(key="join-code")


def test_the_heart_finds_what_has_moved(
    store: Store, seat: str, opened: OpenedWorkshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = take_seat(seat)
    assert not heartbeat._has_moved(taken, ())
    start_timer(store, opened.facilitator_token, 60)
    assert heartbeat._has_moved(taken, ())
    with monkeypatch.context() as broken:
        broken.setattr(Store, "find_revision", refuse)
        assert not heartbeat._has_moved(taken, ())


def test_a_run_costs_two_looks_at_the_database_and_a_beat_costs_one(
    visit: Visit, store: Store, seat: str
) -> None:
    app = visit("room", p=seat)
    with listen() as statements:
        app.run()
        assert len(statements) == 2
        taken = take_seat(seat)
        statements.clear()
        heartbeat._has_moved(taken, ())
        assert len(statements) == 1


def test_an_answer_costs_one_statement_more_and_a_new_page_none(visit: Visit, seat: str) -> None:
    app = visit("room", p=seat)
    with listen() as statements:
        app.radio(key=f"lv-{FIRST}").set_value(2).run()
        assert len(statements) == 3
        statements.clear()
        app.button(key="next").click().run()
        assert len(statements) == 2
    assert address(app, "s") != "customers"


def test_a_choice_that_arrives_with_the_next_page_is_kept(
    visit: Visit, seat: str, read: Callable[[str], dict[str, Answer]]
) -> None:
    app = visit("room", p=seat)
    app.radio(key=f"lv-{FIRST}").set_value(2)
    app.button(key="next").click().run()
    assert read(seat)[FIRST].level == 2
    assert f"lv-{FIRST}" not in [radio.key for radio in app.radio]


@pytest.mark.parametrize("seconds", [heartbeat.SECONDS, watch.SECONDS])
def test_a_beat_from_before_the_page_was_drawn_draws_it_anew(
    monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    beat = pulse.Pulse(seconds)
    assert beat.is_early
    monkeypatch.setattr(pulse, "monotonic", lambda: beat.drawn_at + seconds - 1)
    assert beat.is_early
    monkeypatch.setattr(pulse, "monotonic", lambda: beat.drawn_at + seconds)
    assert not beat.is_early


def test_both_languages_have_the_same_texts_and_placeholders() -> None:
    texts = {language: read_catalogue(language) for language in ("ja", "en")}
    keys = {language: {key for key in own if key.startswith("room.")} for language, own in texts.items()}
    assert keys["ja"] == keys["en"]
    for key in keys["ja"]:
        japanese, english = (set(re.findall(r"{(\w+)}", texts[language][key])) for language in ("ja", "en"))
        assert japanese == english, key
