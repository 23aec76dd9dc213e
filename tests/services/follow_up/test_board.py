"""The roadmap's steps on the board, and what is done with them."""

from datetime import date, timedelta
from typing import Any

import pytest

from services.content import load_content
from services.follow_up import (
    BoardFull,
    InvalidStep,
    StepNotFound,
    add_step,
    drop_step,
    log_entry,
    move_step,
    place_step,
    read_board,
    rename_step,
    set_due,
    set_evidence,
    set_owner,
    start_board,
)
from services.follow_up import board as board_service
from storage.store import Store
from tests.services.follow_up.companies import answer_alone, plan_steps

TODAY = date(2026, 11, 20)


@pytest.fixture
def token(store: Store) -> str:
    return answer_alone(store)


def test_the_roadmap_is_put_on_the_board_in_its_order(store: Store, token: str) -> None:
    roadmap = plan_steps(store, token)
    board = start_board(store, token, roadmap, TODAY, "ja")
    assert [item.action_id for item in board.items] == [step.action.id for step in roadmap.steps]
    first, step = board.items[0], roadmap.steps[0]
    assert first.due == TODAY + timedelta(days=7 * step.end_week)
    assert first.owner == load_content().owner(step.action.owner).title.ja
    assert (first.status, first.evidence) == ("open", "")
    assert first.name(load_content(), "en") == step.action.title.en


def test_starting_again_adds_only_what_is_not_there(store: Store, token: str) -> None:
    roadmap = plan_steps(store, token)
    start_board(store, token, roadmap, TODAY, "ja")
    own = add_step(store, token, "予算を確認する")
    done = move_step(store, token, read_board(store, token).items[0].id, "done")
    board = read_board(store, token)
    assert start_board(store, token, roadmap, TODAY + timedelta(days=30), "en") == board
    assert board.by_id[done.id].status == "done"
    assert board.items[-1].id == own

    other = answer_alone(store)
    start_board(store, other, type(roadmap)(roadmap.steps[:2], (), roadmap.capacity), TODAY, "ja")
    grown = start_board(store, other, roadmap, TODAY, "ja")
    assert {item.action_id for item in grown.items} == {step.action.id for step in roadmap.steps}
    assert [item.position for item in grown.items] == list(range(len(roadmap.steps)))


def test_a_step_keeps_what_was_entered_about_it(store: Store, token: str) -> None:
    step = add_step(store, token, "  予算を\n確認する ")
    move_step(store, token, step, "doing")
    set_owner(store, token, step, " 営業部長 ")
    set_due(store, token, step, date(2027, 3, 31))
    set_evidence(store, token, step, "議事録 12月号\r\n2ページ\0")
    item = read_board(store, token).by_id[step]
    assert (item.title, item.status, item.owner) == ("予算を 確認する", "doing", "営業部長")
    assert (item.due, item.evidence) == (date(2027, 3, 31), "議事録 12月号\n2ページ")
    assert item.revision == 5
    assert set_due(store, token, step, None).due is None
    assert drop_step(store, token, step).status == "dropped"


def test_entering_what_is_there_already_changes_nothing(store: Store, token: str) -> None:
    step = add_step(store, token, "予算を確認する")
    before = set_owner(store, token, step, "営業部長")
    assert set_owner(store, token, step, "営業部長 ") == before


@pytest.mark.parametrize(
    ("change", "value", "field"),
    [
        (move_step, "later", "status"),
        (move_step, None, "status"),
        (set_owner, "x" * 201, "owner"),
        (set_owner, 5, "owner"),
        (set_due, date(1999, 12, 31), "due"),
        (set_due, "soon", "due"),
        (set_evidence, "x" * 2_001, "evidence"),
        (rename_step, " ", "title"),
        (rename_step, "x" * 201, "title"),
    ],
)
def test_what_breaks_a_rule_is_refused_and_the_former_kept(
    store: Store, token: str, change: Any, value: Any, field: str
) -> None:
    step = add_step(store, token, "予算を確認する")
    before = read_board(store, token)
    with pytest.raises(InvalidStep) as caught:
        change(store, token, step, value)
    assert caught.value.field == field
    assert "{" not in caught.value.explain("ja") + caught.value.explain("en")
    assert read_board(store, token) == before


def test_only_own_steps_can_be_renamed(store: Store, token: str) -> None:
    own = add_step(store, token, "予算")
    assert rename_step(store, token, own, "予算を確認する").title == "予算を確認する"
    start_board(store, token, plan_steps(store, token), TODAY, "ja")
    action = read_board(store, token).items[1]
    with pytest.raises(InvalidStep):
        rename_step(store, token, action.id, "別の名前")


def test_steps_of_another_company_cannot_be_reached(store: Store, token: str) -> None:
    foreign = add_step(store, answer_alone(store), "予算を確認する")
    own = add_step(store, token, "予算を確認する")
    calls: list[Any] = [
        lambda: move_step(store, token, foreign, "done"),
        lambda: rename_step(store, token, foreign, "x"),
        lambda: log_entry(store, token, foreign, "fact", "x"),
        lambda: place_step(store, token, foreign, None),
        lambda: place_step(store, token, own, foreign),
    ]
    for call in calls:
        with pytest.raises(StepNotFound):
            call()


def test_steps_can_be_put_in_another_order(store: Store, token: str) -> None:
    a, b, c = (add_step(store, token, title) for title in "abc")
    place_step(store, token, c, a)
    place_step(store, token, a, None)
    place_step(store, token, b, b)
    board = read_board(store, token)
    assert [item.id for item in board.items] == [c, b, a]
    assert {item.revision for item in board.items} == {1}


def test_the_log_keeps_facts_judgements_and_next_actions_apart(store: Store, token: str) -> None:
    step = add_step(store, token, "予算を確認する")
    log_entry(store, token, step, "fact", " 3月の予算は未承認 ")
    log_entry(store, token, step, "judgement", "4月に延ばす")
    log_entry(store, token, step, "next_action", "部長会に諮る")
    entries = read_board(store, token).log_of(step)
    assert [(entry.kind, entry.text) for entry in entries] == [
        ("fact", "3月の予算は未承認"),
        ("judgement", "4月に延ばす"),
        ("next_action", "部長会に諮る"),
    ]
    for kind, text in (("rumour", "x"), ("fact", " "), ("fact", "x" * 2_001)):
        with pytest.raises(InvalidStep):
            log_entry(store, token, step, kind, text)  # type: ignore[arg-type]


def test_a_full_board_takes_no_more(store: Store, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_service, "MAXIMUM_STEPS", 1)
    monkeypatch.setattr(board_service, "MAXIMUM_ENTRIES", 1)
    step = add_step(store, token, "a")
    log_entry(store, token, step, "fact", "x")
    calls: list[Any] = [
        lambda: add_step(store, token, "b"),
        lambda: log_entry(store, token, step, "fact", "y"),
        lambda: start_board(store, token, plan_steps(store, token), TODAY, "ja"),
    ]
    for call in calls:
        with pytest.raises(BoardFull):
            call()
    board = read_board(store, token)
    assert (len(board.items), len(board.log)) == (1, 1)
