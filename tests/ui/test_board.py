"""The board: steps move, what is entered is kept, and files go out and come back."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from services.follow_up import read_board, set_owner
from storage.store import Store
from tests.ui.conftest import address, plain, texts
from tests.ui.follow_ups import put_on_board

Visit = Callable[..., AppTest]
Begin = Callable[..., str]
Fill = Callable[..., None]
MARKUP = "<img src=x onerror=alert(1)> **合意**"


@pytest.fixture
def token(begin: Begin, answer: Fill, store: Store) -> str:
    token = begin("quick")
    answer(token, 1)
    put_on_board(store, token)
    return token


@pytest.fixture
def step(token: str, store: Store) -> str:
    """The id of the first step."""
    return read_board(store, token).items[0].id


def test_a_card_moves_on_with_one_press(visit: Visit, token: str, step: str, store: Store) -> None:
    app = visit("board", t=token)
    for status in ("doing", "done", "doing"):
        app.button(key=f"move-{step}").click().run()
        assert read_board(store, token).by_id[step].status == status
    assert not app.exception


def test_what_is_entered_about_a_step_is_kept(visit: Visit, token: str, step: str, store: Store) -> None:
    app = visit("board", t=token)
    app.button(key=f"open-{step}").click().run()
    assert address(app, "s") == step
    app.text_input(key=f"owner-{step}").set_value(" 佐藤 ").run()
    app.text_input(key=f"evidence-{step}").set_value(MARKUP).run()
    app.date_input(key=f"due-{step}").set_value(date(2027, 1, 15)).run()
    item = read_board(store, token).by_id[step]
    assert (item.owner, item.evidence, item.due) == ("佐藤", MARKUP, date(2027, 1, 15))


def test_a_change_elsewhere_is_shown_and_not_undone(
    visit: Visit, token: str, step: str, store: Store
) -> None:
    app = visit("board", t=token, s=step)
    set_owner(store, token, step, "鈴木")
    app.text_input(key=f"evidence-{step}").set_value("議事録").run()
    item = read_board(store, token).by_id[step]
    assert (item.owner, item.evidence) == ("鈴木", "議事録")
    assert app.text_input(key=f"owner-{step}").value == "鈴木"


def test_notes_keep_their_kind_and_are_shown_as_they_stand(
    visit: Visit, token: str, step: str, store: Store
) -> None:
    app = visit("board", t=token, s=step)
    app.text_area(key="log-text").set_value(MARKUP)
    app.button(key="log-go").click().run()
    (entry,) = read_board(store, token).log
    assert (entry.kind, entry.text) == ("fact", MARKUP)
    assert "<img" not in texts(app)
    assert "&lt;img src=x" in texts(app)


def test_a_step_of_ones_own_is_added(visit: Visit, token: str, store: Store) -> None:
    app = visit("board", t=token)
    app.text_input(key="own-title").set_value("展示会の名刺を登録する")
    app.button(key="own-go").click().run()
    assert read_board(store, token).items[-1].title == "展示会の名刺を登録する"
    assert "展示会の名刺を登録する" in plain(app)


def test_a_dropped_step_can_be_taken_up_again(visit: Visit, token: str, step: str, store: Store) -> None:
    app = visit("board", t=token, s=step)
    app.get("button_group")[0].set_value("dropped").run()
    assert read_board(store, token).by_id[step].status == "dropped"
    app.button(key="back").click().run()
    assert "見送った打ち手（1件）" in [expander.label for expander in app.expander]
    app.button(key=f"move-{step}").click().run()
    assert read_board(store, token).by_id[step].status == "open"


def test_files_lie_at_addresses_of_this_company(visit: Visit, token: str) -> None:
    page = texts(visit("board", t=token))
    for file in ("board.xlsx", "board.csv", "calendar.ics"):
        assert re.search(rf'href="takeaway/{re.escape(file)}\?t={token}', page)


def test_an_empty_board_says_how_to_begin(visit: Visit, begin: Begin) -> None:
    app = visit("board", t=begin())
    assert "実行ボードは、まだ空です" in plain(app)
    assert "recheck-go" not in [button.key for button in app.button]
