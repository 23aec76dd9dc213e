"""What stands around a re-check: what it will ask and why, and the round before, which is closed by it."""

import pytest

from services.errors import RoundFollowed
from services.follow_up import (
    AT_RANDOM,
    NothingAnswered,
    WorkshopNotClosed,
    preview_recheck,
    read_recheck,
    start_recheck,
)
from services.self_service import change_edition, clear_answer, resume_assessment, save_answer
from storage.store import Store
from tests.services.follow_up.companies import QUESTIONS, answer_alone, begin_steps, make_answer
from tests.services.workshop.rooms import open_room


def test_a_round_that_another_follows_takes_no_answers(store: Store) -> None:
    token = answer_alone(store, 1)
    before = resume_assessment(store, token).answers
    following = start_recheck(store, token)
    first = QUESTIONS[0].id
    for change in (
        lambda: save_answer(store, token, make_answer(first, 5)),
        lambda: clear_answer(store, token, first),
        lambda: change_edition(store, token, "quick"),
    ):
        with pytest.raises(RoundFollowed):
            change()
    assert resume_assessment(store, token).answers == before
    assert resume_assessment(store, token).edition == "full"
    save_answer(store, following, make_answer(first, 5))
    assert resume_assessment(store, following).answers[first].level == 5


def test_the_preview_is_what_the_recheck_asks_with_the_reasons(store: Store) -> None:
    token = answer_alone(store, 1)
    lifted = begin_steps(store, token)
    coming = preview_recheck(store, token)
    assert coming.begun is None
    assert {item.question_id for item in coming.asked if item.actions} == lifted
    assert sum(not item.actions for item in coming.asked) == AT_RANDOM
    following = start_recheck(store, token)
    assert tuple(item.question_id for item in coming.asked) == resume_assessment(store, following).asked
    begun = preview_recheck(store, token)
    assert begun.asked == coming.asked
    assert begun.begun == read_recheck(store, following)


def test_there_is_no_preview_of_what_cannot_begin(store: Store) -> None:
    with pytest.raises(NothingAnswered):
        preview_recheck(store, answer_alone(store, None))
    with pytest.raises(WorkshopNotClosed):
        preview_recheck(store, open_room(store, {"marketing": [1] * 3}).token)
