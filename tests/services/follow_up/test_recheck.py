"""The re-check: what it asks, what it starts from, and that it leaves the round before alone."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from assessments.board import Board
from services.content import load_content
from services.follow_up import (
    AT_RANDOM,
    NoRecheck,
    NothingAnswered,
    WorkshopNotClosed,
    add_step,
    find_last_round,
    move_step,
    open_company,
    plan_recheck,
    read_board,
    read_recheck,
    start_board,
    start_recheck,
)
from services.self_service import (
    diagnose_draft,
    resume_assessment,
    save_answer,
)
from services.workshop import result_for_facilitator
from storage.store import Store
from tests.services.follow_up.companies import (
    QUESTIONS,
    answer_alone,
    begin_steps,
    close_room,
    finish_recheck,
    make_answer,
    plan_steps,
)
from tests.services.workshop.rooms import FIRST, SECOND, open_room


def test_what_the_steps_lift_is_asked_and_three_more(store: Store) -> None:
    token = answer_alone(store)
    lifted = begin_steps(store, token)
    diagnosis = diagnose_draft(load_content(), resume_assessment(store, token))
    board = read_board(store, token)
    asked = plan_recheck(diagnosis, board, "round")
    assert lifted <= set(asked)
    assert len(asked) == len(lifted) + AT_RANDOM
    order = [question.id for question in QUESTIONS]
    assert list(asked) == sorted(asked, key=order.index)
    assert plan_recheck(diagnosis, board, "round") == asked
    draws = {plan_recheck(diagnosis, Board(), f"round {number}") for number in range(40)}
    assert len(draws) > 30
    assert len({question for draw in draws for question in draw}) > len(QUESTIONS) / 2


def test_steps_that_are_open_dropped_or_the_companys_own_ask_nothing(store: Store) -> None:
    token = answer_alone(store)
    board = start_board(store, token, plan_steps(store, token), date(2026, 11, 20), "ja")
    move_step(store, token, board.items[0].id, "dropped")
    move_step(store, token, add_step(store, token, "予算を確認する"), "done")
    diagnosis = diagnose_draft(load_content(), resume_assessment(store, token))
    assert len(plan_recheck(diagnosis, read_board(store, token), "round")) == AT_RANDOM


def test_only_applicable_questions_of_the_edition_are_asked(store: Store) -> None:
    quick = [question.id for question in load_content().asked_in("quick")]
    left_out = dict.fromkeys(quick[4:], "not_applicable")
    token = answer_alone(store, 1, "quick", **left_out)
    begin_steps(store, token, 1)
    diagnosis = diagnose_draft(load_content(), resume_assessment(store, token))
    for number in range(20):
        assert set(plan_recheck(diagnosis, read_board(store, token), str(number))) <= set(quick[:4])


def test_a_recheck_keeps_the_rest_and_leaves_what_it_asks_open(store: Store) -> None:
    token = answer_alone(store, 1)
    begin_steps(store, token)
    before = resume_assessment(store, token)
    following = start_recheck(store, token)
    draft = resume_assessment(store, following)
    recheck = read_recheck(store, following)
    assert recheck.open == recheck.asked == draft.asked
    assert {**draft.answers} == {
        question: answer for question, answer in before.answers.items() if question not in recheck.asked
    }
    assert (draft.edition, draft.language, draft.profile) == (before.edition, before.language, before.profile)
    measure = diagnose_draft(load_content(), draft).overall
    assert measure.interval[0] < measure.interval[1]
    assert measure.coverage < 1


def test_a_recheck_never_changes_the_round_before(store: Store) -> None:
    token = answer_alone(store, 1)
    begin_steps(store, token)
    before = resume_assessment(store, token)
    second = finish_recheck(store, token, 3)
    middle = resume_assessment(store, second)
    third = finish_recheck(store, second, 4)
    assert len({token, second, third}) == 3
    assert resume_assessment(store, token) == replace(before, is_followed=True)
    assert resume_assessment(store, second) == replace(middle, is_followed=True)
    asked = read_recheck(store, third)
    assert asked.open == ()
    given = resume_assessment(store, third).answers
    assert {given[question].level for question in asked.asked} == {4}


def test_an_old_link_finds_the_rounds_after_it(store: Store) -> None:
    token = answer_alone(store)
    assert find_last_round(store, token) == token
    second = finish_recheck(store, token, 2)
    third = start_recheck(store, token)
    assert find_last_round(store, token) == find_last_round(store, second) == third
    assert third not in (token, second)


def test_a_recheck_that_is_not_answered_is_gone_on_with(store: Store) -> None:
    token = answer_alone(store)
    following = start_recheck(store, token)
    save_answer(store, following, make_answer(read_recheck(store, following).asked[0], 4))
    assert start_recheck(store, token) == start_recheck(store, following) == following
    assert len(read_recheck(store, following).open) == AT_RANDOM - 1


def test_several_who_start_it_at_once_get_the_same(store: Store) -> None:
    token = answer_alone(store)
    with ThreadPoolExecutor(6) as pool:
        found = set(pool.map(lambda _: start_recheck(store, token), range(6)))
    assert len(found) == 1
    assert len(store.list_rounds(open_company(store, token).id)) == 2


def test_without_an_answer_there_is_nothing_to_check(store: Store) -> None:
    token = answer_alone(store, "unknown")
    with pytest.raises(NothingAnswered):
        start_recheck(store, token)


def test_a_first_round_is_no_recheck(store: Store) -> None:
    with pytest.raises(NoRecheck):
        read_recheck(store, answer_alone(store))


def test_a_workshop_has_to_be_over(store: Store) -> None:
    room = open_room(store, {"marketing": [2]})
    with pytest.raises(WorkshopNotClosed):
        start_recheck(store, room.token)
    room.reveal()
    with pytest.raises(WorkshopNotClosed):
        start_recheck(store, room.token)


def test_after_a_workshop_one_person_goes_on_from_its_settled_levels(store: Store) -> None:
    levels = {"marketing": [2, 2, 2], "sales": [3, 3, 3]}
    room = close_room(store, levels, dimensions=("strategy", "data"))
    before = result_for_facilitator(store, room.token)
    assert before.standing(FIRST).level == 2.5
    following = start_recheck(store, room.token)
    draft = resume_assessment(store, following)
    asked = set(draft.asked or ())
    expected = {FIRST: 2} if FIRST not in asked else {}
    assert {question: answer.level for question, answer in draft.answers.items()} == expected
    assert draft.dimensions == ("strategy", "data")
    dimension_of = load_content().dimension_of
    assert {dimension_of(question).id for question in asked} <= {"strategy", "data"}
    assert start_recheck(store, room.token) == following
    after = result_for_facilitator(store, room.token)
    assert (after.overall, after.answers) == (before.overall, before.answers)
    assert SECOND not in draft.answers
