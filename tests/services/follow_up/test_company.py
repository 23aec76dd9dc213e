"""Whose company a link speaks for, and what the company says about itself."""

from typing import Any

import pytest

from assessments.targets import Targets
from scoring.roadmap import Capacity
from services.errors import LinkNotFound
from services.follow_up import (
    InvalidCapacity,
    InvalidTarget,
    add_step,
    keep_capacity,
    keep_targets,
    open_company,
    read_board,
    read_history,
    start_recheck,
)
from services.tokens import derive_next_token, hash_token, make_token
from storage.store import Store
from tests.services.follow_up.companies import PROFILE, answer_alone
from tests.services.workshop.rooms import open_room


def test_a_link_speaks_for_its_company_and_the_links_after_it_do(store: Store) -> None:
    token = answer_alone(store)
    company = open_company(store, token)
    assert company.profile == PROFILE
    following = open_company(store, start_recheck(store, token))
    assert following.id == company.id
    assert following.round_id != company.round_id


def test_a_facilitator_speaks_for_the_company_and_a_participant_for_none(store: Store) -> None:
    room = open_room(store, {"marketing": [2]})
    assert open_company(store, room.token).is_facilitated
    for call in (open_company, read_board, read_history, start_recheck):
        with pytest.raises(LinkNotFound):
            call(store, room.everyone[0])


@pytest.mark.parametrize("token", ["", "x", "あ" * 43, "A" * 43, None, 5])
def test_what_is_no_link_leads_nowhere(store: Store, token: Any) -> None:
    with pytest.raises(LinkNotFound):
        open_company(store, token)


def test_targets_and_capacity_come_back_on_every_round(store: Store) -> None:
    token = answer_alone(store)
    targets = Targets(revenue=3e8, order_value=1.5e6, win_rate=20)
    keep_targets(store, token, targets)
    keep_capacity(store, token, Capacity(people=3, hours_a_week=4))
    company = open_company(store, start_recheck(store, token))
    assert company.targets == targets
    assert company.capacity == Capacity(people=3, hours_a_week=4.0)


@pytest.mark.parametrize(
    ("field", "value"), [("revenue", 0), ("win_rate", 101), ("investment", float("inf")), ("win_rate", "x")]
)
def test_a_target_that_cannot_be_is_refused_and_the_former_kept(store: Store, field: str, value: Any) -> None:
    token = answer_alone(store)
    keep_targets(store, token, Targets(revenue=5))
    with pytest.raises(InvalidTarget) as caught:
        keep_targets(store, token, Targets().model_copy(update={field: value}))
    assert caught.value.field == field
    assert open_company(store, token).targets == Targets(revenue=5)


@pytest.mark.parametrize(
    ("people", "hours", "field"),
    [
        (0, 8, "people"),
        (1_001, 8, "people"),
        (True, 8, "people"),
        (2.5, 8, "people"),
        (2, 0, "hours_a_week"),
        (2, 168.5, "hours_a_week"),
        (2, float("nan"), "hours_a_week"),
        (2, "8", "hours_a_week"),
    ],
)
def test_a_capacity_that_cannot_be_is_refused(store: Store, people: Any, hours: Any, field: str) -> None:
    token = answer_alone(store)
    with pytest.raises(InvalidCapacity) as caught:
        keep_capacity(store, token, Capacity(people, hours))
    assert caught.value.field == field
    assert open_company(store, token).capacity is None


def test_one_company_never_sees_anothers_board(store: Store) -> None:
    token, other = answer_alone(store), answer_alone(store)
    add_step(store, token, "予算を確認する")
    assert read_board(store, other).items == ()


def test_the_next_token_is_one_like_any_and_says_nothing_of_the_one_before() -> None:
    token = "A" * 43
    following = derive_next_token(token)
    assert following == derive_next_token(token)
    assert hash_token(following) is not None
    assert len({token, following, derive_next_token(following), derive_next_token(make_token())}) == 4
