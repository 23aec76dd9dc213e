"""The rounds of a company in time, and what each is compared with."""

from scoring.comparison import compare
from services.content import load_content
from services.follow_up import open_company, read_history, start_recheck
from services.follow_up.rounds import settle_answers
from services.self_service import change_edition, diagnose_draft, resume_assessment
from services.takeaway import Link, open_report
from services.workshop import (
    close_workshop,
    end_answering,
    join_workshop,
    open_workshop,
    result_for_facilitator,
)
from storage.store import Store
from tests.services.follow_up.companies import answer_alone, close_room, finish_recheck
from tests.services.workshop.rooms import FIRST, SECOND, THIRD, open_room, plan


def test_rounds_come_in_time_each_with_its_own_diagnosis(store: Store) -> None:
    token = answer_alone(store, 1)
    second = finish_recheck(store, token, 4)
    third = start_recheck(store, token)
    history = read_history(store, token)
    assert read_history(store, third) == history
    assert [past.number for past in history] == [1, 2, 3]
    assert [past.kind for past in history] == ["alone", "recheck", "recheck"]
    for past, link in zip(history, (token, second, third), strict=True):
        draft = resume_assessment(store, link)
        assert past.diagnosis == diagnose_draft(load_content(), draft)
        assert past.asked == draft.asked
    first, checked, begun = history
    assert first.diagnosis.overall.score == 20.0
    assert (first.baseline, first.open) == (None, ())
    assert checked.baseline == first.diagnosis
    assert (checked.diagnosis.overall.score or 0) > 20.0
    assert begun.open == begun.asked
    assert begun.diagnosis.overall.coverage < 1


def test_a_workshop_counts_once_it_is_over(store: Store) -> None:
    room = open_room(store, {"marketing": [2]})
    assert read_history(store, room.token) == ()
    room.reveal()
    assert read_history(store, room.token) == ()


def test_after_a_workshop_halves_taken_down_are_no_step_back(store: Store) -> None:
    room = close_room(store, {"marketing": [2, 2, 2], "sales": [3, 3, 3]})
    finish_recheck(store, room.token, 0)
    workshop, recheck = read_history(store, room.token)
    assert (workshop.kind, recheck.kind) == ("workshop", "recheck")
    assert workshop.diagnosis == result_for_facilitator(store, room.token)
    assert workshop.diagnosis.standing(FIRST).level == 2.5
    assert recheck.baseline is not None
    assert recheck.baseline.standing(FIRST).level == 2.0
    assert recheck.baseline.overall.stage == workshop.diagnosis.overall.stage


def test_rounds_of_different_editions_are_compared_on_what_both_asked(store: Store) -> None:
    token = answer_alone(store, 1)
    change_edition(store, token, "quick")
    change_edition(store, finish_recheck(store, token, 4), "full")
    first, second = read_history(store, token)
    assert second.baseline == first.diagnosis
    assert compare(first.diagnosis, second.diagnosis).questions == len(load_content().asked_in("quick"))


def test_settled_answers_say_unknown_and_not_applicable_as_the_room_did(store: Store) -> None:
    room = close_room(store, {"marketing": ["unknown"] * 3}, question=SECOND)
    (settled,) = settle_answers(result_for_facilitator(store, room.token), "ja")
    assert (settled.question, settled.level) == (SECOND, "unknown")
    assert THIRD != SECOND


def test_a_recheck_is_compared_with_the_day_of_the_round_it_follows(store: Store) -> None:
    """A workshop of the same company lies between them; the re-check does not follow it."""
    token = answer_alone(store, 1)
    opened = open_workshop(store, plan(), company=open_company(store, token))
    join_workshop(store, opened.join_code, "sales")
    end_answering(store, opened.facilitator_token)
    close_workshop(store, opened.facilitator_token, share_result=False)
    following = finish_recheck(store, token, 4)
    alone, workshop, recheck = read_history(store, token)
    assert (workshop.kind, recheck.baseline) == ("workshop", alone.diagnosis)
    assert recheck.baseline_at == alone.begun_at
    assert alone.baseline_at is None
    _, enclosures = open_report(store, Link("draft", following))
    assert enclosures.earlier is not None
    assert enclosures.earlier.made_on == alone.begun_at.date()
