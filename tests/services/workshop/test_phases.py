"""What can be done when: blind answering, talking, closed; and what the screens are told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from assessments.answers import Answer, Profile
from assessments.models import Group
from services.errors import InvalidAnswer, InvalidChoice, UnknownQuestion, UserError
from services.workshop import (
    AgreementExists,
    AnsweringOver,
    BallotClosed,
    Entry,
    ResultNotShared,
    StillAnswering,
    WorkshopClosed,
    cast_vote,
    choose_question,
    clear_blind_answer,
    close_ballot,
    close_workshop,
    end_answering,
    hide_note,
    list_questions,
    look_at_question,
    minutes_for_facilitator,
    minutes_for_participant,
    open_ballot,
    open_workshop,
    park_question,
    prepare_discussion,
    read_revision,
    recompute_queue,
    record_entry,
    redo_entry,
    result_for_facilitator,
    result_for_participant,
    resume_answering,
    room_for_facilitator,
    room_for_participant,
    save_blind_answer,
    show_note,
    skip_question,
    start_timer,
    stop_timer,
    undo_entry,
    view_as_facilitator,
    view_as_participant,
)
from storage.store import Store
from tests.services.workshop.rooms import FIRST, PROFILE, SECOND, THIRD, open_room, plan

AGREED = Entry(status="agreed", level=3, fact="議事録がある")


def test_a_new_workshop_is_as_it_was_planned(store: Store) -> None:
    room = open_room(store, edition="quick", dimensions=("data", "strategy"), language="en")
    found = view_as_facilitator(store, room.token)
    assert found.plan == plan(edition="quick", dimensions=("strategy", "data"), language="en")
    assert found.plan.profile == PROFILE
    assert (found.phase, found.current_question, found.ballot, found.ballot_open) == (
        "answering",
        None,
        1,
        False,
    )
    assert (found.join_code, found.join_key) == (room.opened.join_code, room.opened.join_key)
    assert (found.timer, found.share_result, found.closed_at) == (None, False, None)
    assert (found.entries, found.people, found.votes) == ({}, 0, 0)
    assert list(found.progress) == ["marketing", "sales", "management"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"dimensions": ()}, "dimensions"),
        ({"dimensions": ("strategy", "money")}, "dimensions"),
        ({"groups": {}}, "groups"),
        ({"groups": {"board": None}}, "groups"),
        ({"groups": {"sales": "長" * 41}}, "groups"),
        ({"anonymous": "yes"}, "anonymous"),
        ({"language": "fr"}, "language"),
        ({"edition": "medium"}, "edition"),
        ({"answer_minutes": 0}, "answer_minutes"),
        ({"talk_minutes": 481}, "talk_minutes"),
        ({"talk_minutes": 2.5}, "talk_minutes"),
        ({"profile": Profile.model_construct(employees=-1)}, "employees"),
    ],
)
def test_what_does_not_exist_cannot_be_planned(store: Store, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidChoice) as caught:
        open_workshop(store, plan(**changes))
    assert caught.value.params == {"field": field}


def test_own_names_of_groups_are_kept_on_one_line(store: Store) -> None:
    room = open_room(store, groups={"business_unit": " 関西\n支社 ", "sales": "  "})
    assert view_as_facilitator(store, room.token).plan.groups == {"sales": None, "business_unit": "関西 支社"}


def test_blind_answers_come_back_on_any_phone(store: Store) -> None:
    room = open_room(store)
    token = room.join("sales")
    save_blind_answer(store, token, Answer(question=FIRST, level=3, note="証拠"))
    save_blind_answer(store, token, Answer(question=SECOND, level="unknown"))
    saved_at = save_blind_answer(store, token, Answer(question=FIRST, level=4, note="証拠"))
    clear_blind_answer(store, token, SECOND)
    assert abs(datetime.now(UTC) - saved_at) < timedelta(minutes=1)
    assert view_as_participant(store, token).answers == {FIRST: Answer(question=FIRST, level=4, note="証拠")}
    (progress,) = view_as_facilitator(store, room.token).progress["sales"]
    assert (progress.answered, progress.asked) == (1, len(list_questions(plan())))


def test_only_what_is_asked_can_be_answered(store: Store) -> None:
    room = open_room(store, dimensions=("data",))
    token = room.join("sales")
    for question in (FIRST, "no_such_question"):
        with pytest.raises(UnknownQuestion):
            save_blind_answer(store, token, Answer(question=question, level=3))
        with pytest.raises(UnknownQuestion):
            clear_blind_answer(store, token, question)
    with pytest.raises(InvalidAnswer):
        save_blind_answer(store, token, Answer.model_construct(question=FIRST, level=9))
    with pytest.raises(InvalidAnswer):
        save_blind_answer(store, token, Answer.model_construct(question=FIRST, level=2, note="長" * 2001))
    assert view_as_participant(store, token).answers == {}


BEFORE_REVEAL: list[Callable[[Store, str], object]] = [
    lambda store, token: choose_question(store, token, FIRST),
    lambda store, token: open_ballot(store, token, FIRST),
    close_ballot,
    lambda store, token: record_entry(store, token, FIRST, AGREED),
    lambda store, token: skip_question(store, token, FIRST),
    lambda store, token: park_question(store, token, FIRST),
    lambda store, token: undo_entry(store, token, FIRST),
    lambda store, token: redo_entry(store, token, FIRST),
    lambda store, token: hide_note(store, token, FIRST, "x"),
    lambda store, token: show_note(store, token, FIRST, "x"),
    prepare_discussion,
    recompute_queue,
    result_for_facilitator,
    minutes_for_facilitator,
    room_for_facilitator,
    lambda store, token: close_workshop(store, token, share_result=True),
]


@pytest.mark.parametrize("attempt", BEFORE_REVEAL)
def test_while_people_answer_the_facilitator_learns_nothing(
    store: Store, attempt: Callable[[Store, str], object]
) -> None:
    room = open_room(store, {"sales": [1, 2, 3]})
    with pytest.raises(StillAnswering):
        attempt(store, room.token)
    assert look_at_question(store, room.everyone[0]) is None
    assert view_as_facilitator(store, room.token).phase == "answering"


def test_after_the_reveal_nobody_answers_any_more(store: Store) -> None:
    room = open_room(store, {"sales": [1]})
    room.reveal()
    room.reveal()  # a second screen clicks too
    with pytest.raises(AnsweringOver):
        save_blind_answer(store, room.everyone[0], Answer(question=FIRST, level=5))
    with pytest.raises(AnsweringOver):
        clear_blind_answer(store, room.everyone[0], FIRST)
    assert view_as_participant(store, room.everyone[0]).answers[FIRST].level == 1


def test_answering_can_be_resumed_until_something_is_agreed(store: Store) -> None:
    room = open_room(store, {"sales": [1, 1, 1, 1], "marketing": [4, 4, 4, 4]})
    room.reveal()
    queue = prepare_discussion(store, room.token).queue
    assert [topic.question_id for topic in queue] == [FIRST]
    open_ballot(store, room.token, FIRST)
    record_entry(store, room.token, FIRST, Entry(status="parked"))
    resume_answering(store, room.token)
    resume_answering(store, room.token)
    found = view_as_facilitator(store, room.token)
    assert (found.phase, found.ballot, found.ballot_open) == ("answering", 1, False)
    for token in room.people["sales"]:
        save_blind_answer(store, token, Answer(question=FIRST, level=4))
    room.reveal()
    assert prepare_discussion(store, room.token).queue == ()
    record_entry(store, room.token, FIRST, AGREED)
    with pytest.raises(AgreementExists):
        resume_answering(store, room.token)
    undo_entry(store, room.token, FIRST)
    resume_answering(store, room.token)


def test_the_queue_stays_until_it_is_asked_for_anew(store: Store) -> None:
    room = open_room(store, {"sales": [1, 1, 1, 1], "marketing": [4, 4, 4, 4]})
    for question, levels in ((SECOND, (0, 5)), (THIRD, (1, 3))):
        for group, level in zip(("sales", "marketing"), levels, strict=True):
            for token in room.people[group]:
                save_blind_answer(store, token, Answer(question=question, level=level))
    room.reveal()
    queue = prepare_discussion(store, room.token).queue
    assert {topic.question_id for topic in queue} == {FIRST, SECOND, THIRD}
    assert [topic.priority for topic in queue] == sorted((t.priority for t in queue), reverse=True)
    record_entry(store, room.token, queue[0].question_id, AGREED)
    assert prepare_discussion(store, room.token).queue == queue
    recompute_queue(store, room.token)
    assert {topic.question_id for topic in prepare_discussion(store, room.token).queue} == {
        FIRST,
        SECOND,
        THIRD,
    }


def test_a_closed_workshop_does_not_change(store: Store) -> None:
    room = open_room(store, {"sales": [1, 2, 3]})
    me = room.everyone[0]
    room.reveal()
    record_entry(store, room.token, FIRST, AGREED)
    open_ballot(store, room.token, FIRST)
    close_workshop(store, room.token, share_result=False)
    closed = view_as_facilitator(store, room.token)
    assert (closed.phase, closed.ballot, closed.ballot_open) == ("closed", 1, False)
    assert closed.closed_at is not None
    attempts: list[Callable[[], object]] = [
        lambda: end_answering(store, room.token),
        lambda: resume_answering(store, room.token),
        lambda: choose_question(store, room.token, SECOND),
        lambda: open_ballot(store, room.token, SECOND),
        lambda: close_ballot(store, room.token),
        lambda: start_timer(store, room.token, 60),
        lambda: stop_timer(store, room.token),
        lambda: record_entry(store, room.token, FIRST, Entry()),
        lambda: skip_question(store, room.token, FIRST),
        lambda: park_question(store, room.token, FIRST),
        lambda: undo_entry(store, room.token, FIRST),
        lambda: redo_entry(store, room.token, FIRST),
        lambda: hide_note(store, room.token, FIRST, "x"),
        lambda: show_note(store, room.token, FIRST, "x"),
        lambda: recompute_queue(store, room.token),
        lambda: save_blind_answer(store, me, Answer(question=FIRST, level=5)),
        lambda: cast_vote(store, me, FIRST, 5),
    ]
    for attempt in attempts:
        with pytest.raises((WorkshopClosed, AnsweringOver)):
            attempt()
    assert view_as_facilitator(store, room.token) == closed
    assert look_at_question(store, me) is None
    assert minutes_for_facilitator(store, room.token)[0].entry == AGREED


def test_participants_see_the_result_when_it_is_shared(store: Store) -> None:
    room = open_room(store, {"sales": [1, 2, 3]})
    me = room.everyone[0]
    room.reveal()
    record_entry(store, room.token, FIRST, AGREED)

    def is_refused() -> bool:
        refused = 0
        for look in (result_for_participant, minutes_for_participant, room_for_participant):
            try:
                look(store, me)
            except ResultNotShared:
                refused += 1
        assert refused in (0, 3)
        return refused == 3

    assert is_refused()
    close_workshop(store, room.token, share_result=False)
    assert is_refused()
    close_workshop(store, room.token, share_result=True)
    assert not is_refused()
    assert view_as_participant(store, me).share_result
    assert result_for_participant(store, me) == result_for_facilitator(store, room.token)
    close_workshop(store, room.token, share_result=False)
    assert is_refused()


def test_a_second_vote_is_blind_until_it_is_closed(store: Store) -> None:
    room = open_room(store, {"sales": [1, 1, 1], "marketing": [4, 4, 4]})
    me, *others = room.everyone
    room.reveal()
    with pytest.raises(BallotClosed):
        cast_vote(store, me, FIRST, 2)
    assert open_ballot(store, room.token, FIRST) == open_ballot(store, room.token, FIRST) == 2
    for token in room.everyone:
        cast_vote(store, token, FIRST, 2)
    cast_vote(store, me, FIRST, "unknown")
    found = view_as_participant(store, me)
    assert (found.current_question, found.ballot, found.ballot_open, found.own_vote) == (
        FIRST,
        2,
        True,
        "unknown",
    )
    assert view_as_facilitator(store, room.token).votes == 6
    talk = look_at_question(store, me)
    assert talk is not None
    assert [ballot.number for ballot in talk.ballots] == [1]
    close_ballot(store, room.token)
    close_ballot(store, room.token)
    talk = look_at_question(store, me)
    assert talk is not None
    assert [ballot.number for ballot in talk.ballots] == [1, 2]
    assert (talk.blind.gap.difference, talk.latest.gap.difference) == (3, 0)
    assert (talk.latest.gap.n + talk.latest.hidden, talk.latest.unknown) == (5, 1)
    with pytest.raises(BallotClosed):
        cast_vote(store, me, FIRST, 5)
    assert view_as_participant(store, me).own_vote == "unknown"
    assert view_as_participant(store, others[0]).own_vote == 2


def test_all_votes_stay_on_record_when_the_room_moves_on_and_comes_back(store: Store) -> None:
    room = open_room(store, {"sales": [1, 1, 1]}, anonymous=False)
    me = room.everyone[0]
    room.reveal()
    open_ballot(store, room.token, FIRST)
    cast_vote(store, me, FIRST, 2)
    choose_question(store, room.token, SECOND)  # closes it
    with pytest.raises(BallotClosed):
        cast_vote(store, me, FIRST, 5)
    with pytest.raises(BallotClosed):
        cast_vote(store, me, SECOND, 5)
    assert view_as_facilitator(store, room.token).ballot == 1
    choose_question(store, room.token, FIRST)
    assert view_as_facilitator(store, room.token).ballot == 2
    assert view_as_participant(store, me).own_vote == 2
    assert open_ballot(store, room.token, FIRST) == 3
    cast_vote(store, me, FIRST, 4)
    close_ballot(store, room.token)
    levels = [
        b.gap.by_group["sales"].levels for b in prepare_discussion(store, room.token).talks[FIRST].ballots
    ]
    assert levels == [(1, 1, 1), (2,), (4,)]


def test_a_ballot_without_a_vote_leaves_nothing(store: Store) -> None:
    room = open_room(store, {"sales": [1]})
    room.reveal()
    for _ in range(2):
        assert open_ballot(store, room.token, FIRST) == 2
        close_ballot(store, room.token)
        assert view_as_facilitator(store, room.token).ballot == 1


@pytest.mark.parametrize("level", [6, -1, 2.5, True, "3", None, "not_applicable"])
def test_an_illegal_vote_is_refused(store: Store, level: Any) -> None:
    room = open_room(store, {"sales": [1]})
    room.reveal()
    open_ballot(store, room.token, FIRST)
    with pytest.raises(InvalidAnswer):
        cast_vote(store, room.everyone[0], FIRST, level)
    assert view_as_facilitator(store, room.token).votes == 0


def test_questions_outside_the_workshop_cannot_be_put_before_the_room(store: Store) -> None:
    room = open_room(store, {"sales": []}, dimensions=("data",))
    room.reveal()
    for act in (choose_question, open_ballot, undo_entry):
        with pytest.raises(UnknownQuestion):
            act(store, room.token, FIRST)
    with pytest.raises(UnknownQuestion):
        record_entry(store, room.token, FIRST, AGREED)


def test_the_timer_is_the_same_on_every_screen(store: Store) -> None:
    room = open_room(store, {"sales": [1]})
    start_timer(store, room.token, 1200)
    timer = view_as_participant(store, room.everyone[0]).timer
    assert timer == view_as_facilitator(store, room.token).timer
    assert timer is not None
    assert (timer.seconds, timer.ends_at - timer.started_at) == (1200, timedelta(minutes=20))
    stop_timer(store, room.token)
    assert view_as_facilitator(store, room.token).timer is None
    for seconds in (0, -5, 8 * 60 * 60 + 1, 1.5, True):
        with pytest.raises(InvalidChoice):
            start_timer(store, room.token, seconds)  # type: ignore[arg-type]
    room.reveal()
    start_timer(store, room.token, 300)
    choose_question(store, room.token, FIRST)
    assert view_as_facilitator(store, room.token).timer is None


def test_the_revision_grows_with_what_other_screens_must_see(store: Store) -> None:
    room = open_room(store, {"sales": [1, 2], "marketing": [(4, "証拠")]})
    me = room.everyone[0]
    before = read_revision(store, me)
    steps: list[Callable[[], object]] = [
        lambda: start_timer(store, room.token, 60),
        lambda: end_answering(store, room.token),
        lambda: choose_question(store, room.token, FIRST),
        lambda: open_ballot(store, room.token, FIRST),
        lambda: close_ballot(store, room.token),
        lambda: record_entry(store, room.token, FIRST, AGREED),
        lambda: undo_entry(store, room.token, FIRST),
        lambda: close_workshop(store, room.token, share_result=True),
    ]
    for acts, step in enumerate(steps, start=1):
        step()
        assert read_revision(store, me) == before + acts
        assert view_as_facilitator(store, room.token).revision == before + acts


def test_answers_and_votes_do_not_raise_the_revision(store: Store) -> None:
    room = open_room(store, {"sales": [1]})
    me = room.everyone[0]
    before = read_revision(store, me)
    save_blind_answer(store, me, Answer(question=SECOND, level=1))
    room.join("sales")
    assert read_revision(store, me) == before
    room.reveal()
    open_ballot(store, room.token, FIRST)
    before = read_revision(store, me)
    cast_vote(store, me, FIRST, 1)
    record_entry(store, room.token, SECOND, Entry())  # says what was there before
    choose_question(store, room.token, FIRST)
    assert read_revision(store, me) == before


def test_two_hundred_people_save_at_once(store: Store) -> None:
    room = open_room(store)
    groups: tuple[Group, ...] = ("marketing", "sales", "management")
    tokens = [room.join(groups[number % 3]) for number in range(200)]

    def save(item: tuple[int, str]) -> None:
        number, token = item
        for question in (FIRST, SECOND):
            save_blind_answer(store, token, Answer(question=question, level=number % 6))

    with ThreadPoolExecutor(50) as threads:
        list(threads.map(save, enumerate(tokens)))
    for number, token in enumerate(tokens):
        assert {a.level for a in view_as_participant(store, token).answers.values()} == {number % 6}
    progress = view_as_facilitator(store, room.token).progress
    assert {person.answered for group in progress.values() for person in group} == {2}


def test_a_vote_counts_exactly_when_it_was_acknowledged(store: Store) -> None:
    room = open_room(store, {"sales": [1] * 40})
    room.reveal()
    open_ballot(store, room.token, FIRST)

    def vote(token: str) -> bool:
        try:
            cast_vote(store, token, FIRST, 4)
        except BallotClosed:
            return False
        return True

    with ThreadPoolExecutor(20) as threads:
        votes = [threads.submit(vote, token) for token in room.everyone[:20]]
        closing = threads.submit(close_ballot, store, room.token)
        votes += [threads.submit(vote, token) for token in room.everyone[20:]]
        closing.result()
        acknowledged = sum(vote.result() for vote in votes)
    ballots = prepare_discussion(store, room.token).talks[FIRST].ballots
    assert sum(ballot.gap.n + ballot.hidden for ballot in ballots[1:]) == acknowledged


def test_an_answer_counts_exactly_when_it_was_acknowledged(store: Store) -> None:
    room = open_room(store, {"sales": [None] * 40})

    def save(token: str) -> bool:
        try:
            save_blind_answer(store, token, Answer(question=FIRST, level=4))
        except AnsweringOver:
            return False
        return True

    with ThreadPoolExecutor(20) as threads:
        saves = [threads.submit(save, token) for token in room.everyone[:20]]
        revealing = threads.submit(room.reveal)
        saves += [threads.submit(save, token) for token in room.everyone[20:]]
        revealing.result()
        blind = prepare_discussion(store, room.token).talks[FIRST].blind
        acknowledged = sum(save.result() for save in saves)
    assert blind.gap.n + blind.hidden == acknowledged


def test_two_screens_of_one_facilitator_do_not_hurt_each_other(store: Store) -> None:
    room = open_room(store, {"sales": [1, 2, 3]})
    room.reveal()

    def facilitate(number: int) -> None:
        question = (FIRST, SECOND)[number % 2]
        record_entry(store, room.token, question, Entry(fact=f"{number}"))
        try:
            choose_question(store, room.token, question)
            open_ballot(store, room.token, question)
            close_ballot(store, room.token)
            undo_entry(store, room.token, question)
        except UserError:
            pass

    before = view_as_facilitator(store, room.token).revision
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(facilitate, range(40)))
    found = view_as_facilitator(store, room.token)
    assert found.revision > before
    assert not found.ballot_open
    with store._reading() as connection:
        events = connection.exec_driver_sql("SELECT count(*) FROM discussion_events").scalar()
    assert events == 80  # 40 changes, 40 undos: none was lost
    assert set(found.entries) <= {FIRST, SECOND}
