"""What the room is shown, and what it is not: names never, small groups never apart."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from assessments.answers import Answer
from assessments.models import GROUPS, Group
from reporting.document import render_html
from reporting.enclosures import Enclosures
from reporting.json_export import to_json
from scoring.agreement import within_group_agreement
from scoring.gaps import measure_gap
from services.content import load_content
from services.workshop import (
    Entry,
    NoteNotFound,
    Wording,
    cast_vote,
    choose_question,
    close_ballot,
    close_workshop,
    fill_workshop,
    gaps_for_participant,
    hide_note,
    look_at_question,
    minutes_for_facilitator,
    open_ballot,
    prepare_discussion,
    record_entry,
    result_for_facilitator,
    result_for_participant,
    room_for_participant,
    save_blind_answer,
    show_note,
    view_as_facilitator,
)
from services.workshop.showing import find_furthest, show_ballot
from storage.store import Store
from tests.services.workshop.rooms import FIRST, QUESTIONS, SECOND, Room, open_room

MARKUP = '<img src=x onerror=alert(1)> **太字** [リンク](javascript:alert(1)) "引用" & \\ 🗂\n二行目'


def _dots(room: Room, question: str = FIRST) -> dict[str, tuple[int, ...]]:
    gap = prepare_discussion(room.store, room.token).talks[question].blind.gap
    return {group: view.levels for group, view in gap.by_group.items()}


def test_an_anonymous_workshop_never_shows_a_group_under_three_apart(store: Store) -> None:
    room = open_room(store, {"marketing": [4, 4, 5], "sales": [0], "management": [1]})
    room.reveal()
    assert _dots(room) == {"marketing": (4, 4, 5)}
    blind = prepare_discussion(store, room.token).talks[FIRST].blind
    assert (blind.hidden, blind.pooled) == (2, ())
    assert blind.gap.n == 3
    assert blind.gap.r_wg == within_group_agreement([4, 4, 5])  # not that of all, which gives the rest away


def test_small_groups_are_shown_together_where_they_are_three(store: Store) -> None:
    room = open_room(store, {"marketing": [4, 4, 5], "sales": [0, 2], "management": [2]})
    room.reveal()
    assert _dots(room) == {"marketing": (4, 4, 5), "other": (0, 2, 2)}
    blind = prepare_discussion(store, room.token).talks[FIRST].blind
    assert blind.pooled == ("sales", "management")
    assert blind.hidden == 0


def test_an_open_workshop_shows_every_group(store: Store) -> None:
    room = open_room(store, {"marketing": [4], "sales": [0, "unknown"]}, anonymous=False)
    room.reveal()
    assert _dots(room) == {"marketing": (4,), "sales": (0,)}
    blind = prepare_discussion(store, room.token).talks[FIRST].blind
    assert (blind.pooled, blind.unknown, blind.hidden) == ((), 1, 0)


REPLIES = st.lists(st.sampled_from(["unknown", "not_applicable"]) | st.integers(0, 5), max_size=5)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(GROUPS), REPLIES, max_size=5))
def test_no_shown_group_is_small_and_everybody_is_accounted_for(
    given_replies: dict[Group, list[Any]],
) -> None:
    ballot = show_ballot(1, FIRST, given_replies, anonymous=True)
    levels = {group: [r for r in found if isinstance(r, int)] for group, found in given_replies.items()}
    real = measure_gap(FIRST, levels).by_group
    for group, view in ballot.gap.by_group.items():
        assert view.n >= 3
        if group != "other" or not ballot.pooled:
            assert view.levels == real[group].levels
    waived = sum(found.count("not_applicable") for found in given_replies.values())
    everybody = sum(map(len, given_replies.values()))
    assert everybody - waived <= ballot.gap.n + ballot.unknown + ballot.hidden <= everybody
    if ballot.pooled:
        expected = sorted(level for group in ballot.pooled for level in real[group].levels)
        assert list(ballot.gap.by_group["other"].levels) == expected
        assert len(ballot.pooled) > 1


def test_a_later_vote_hides_small_groups_too(store: Store) -> None:
    room = open_room(store, {"marketing": [4, 4, 5], "sales": [0, 1, 2]})
    room.reveal()
    open_ballot(store, room.token, FIRST)
    for token in (*room.people["marketing"], room.people["sales"][0]):
        cast_vote(store, token, FIRST, 3)
    close_ballot(store, room.token)
    latest = prepare_discussion(store, room.token).talks[FIRST].latest
    assert list(latest.gap.by_group) == ["marketing"]
    assert (latest.gap.n, latest.hidden) == (3, 1)


TELLING: dict[Group, list[int]] = {"marketing": [4, 4, 4], "sales": [1, 1, 1], "management": [3]}
"""By all votes the company would stand at 3: beside the two groups, the one manager's answer."""


def _tell_room(store: Store, voice: Any, vote: Any) -> tuple[object, ...]:
    """All that leaves a room in which the one manager answers and votes this."""
    room = open_room(store, {**TELLING, "management": [None]})
    manager = room.people["management"][0]
    reason = "対象外" if voice == "not_applicable" else None
    save_blind_answer(store, manager, Answer(question=FIRST, level=voice, reason=reason))
    room.reveal()
    open_ballot(store, room.token, FIRST)
    for token in room.everyone:
        cast_vote(store, token, FIRST, vote if token == manager else 3)
    close_ballot(store, room.token)
    seen: list[object] = [prepare_discussion(store, room.token), look_at_question(store, manager)]
    record_entry(store, room.token, FIRST, Entry(status="disagreed", judgement="分かれた"))
    close_workshop(store, room.token, share_result=True)
    result = result_for_participant(store, manager)
    assert result.standing(FIRST).level == 2.5
    told = room_for_participant(store, manager)
    sheet = render_html(result, "ja", date(2026, 11, 20), Enclosures(room=told))
    return (*seen, told, gaps_for_participant(store, manager, "ja"), to_json(result), sheet)


def test_nothing_of_a_room_tells_what_a_single_hidden_voice_answered(store: Store) -> None:
    first, *others = (
        _tell_room(store, voice, vote)
        for voice, vote in ((3, 3), (0, 5), (5, 0), ("unknown", "unknown"), ("not_applicable", 1))
    )
    for other in others:
        assert other == first


def test_a_hidden_voice_is_counted_as_hidden_whatever_it_says(store: Store) -> None:
    room = open_room(store, TELLING)
    room.reveal()
    blind = prepare_discussion(store, room.token).talks[FIRST].blind
    assert (list(blind.gap.by_group), blind.hidden, blind.unknown) == (["marketing", "sales"], 1, 0)


def test_where_nobody_can_be_shown_nothing_is(store: Store) -> None:
    room = open_room(store, {"marketing": [4], "sales": ["unknown"]})
    room.reveal()
    talk = prepare_discussion(store, room.token).talks[FIRST]
    assert (talk.blind.gap.n, talk.blind.hidden, talk.blind.unknown, talk.furthest) == (0, 2, 0, None)
    assert result_for_facilitator(store, room.token).standing(FIRST).status == "unknown"


def test_an_open_workshop_withholds_nothing(store: Store) -> None:
    room = open_room(store, TELLING, anonymous=False)
    room.reveal()
    assert set(_dots(room)) == {"marketing", "sales", "management"}
    (topic,) = prepare_discussion(store, room.token).queue
    assert topic.question_id == FIRST


def test_a_real_group_is_quoted_before_small_ones_shown_together(store: Store) -> None:
    levels: dict[Group, list[int]] = {"marketing": [4, 4, 4], "sales": [1, 1, 1]}
    room = open_room(
        store,
        {**levels, "management": [4, 4], "business_unit": [4]},
        groups=dict.fromkeys(("marketing", "sales", "management", "business_unit")),
    )
    room.reveal()
    talk = prepare_discussion(store, room.token).talks[FIRST]
    assert talk.blind.pooled == ("management", "business_unit")
    assert talk.furthest == (Wording("sales", 1), Wording("marketing", 4))


def test_a_small_group_does_not_move_the_queue(store: Store) -> None:
    together = open_room(store, {"marketing": [4, 4, 4, 4], "sales": [4, 4, 4, 4], "management": [4]})
    apart = open_room(store, {"marketing": [4, 4, 4, 4], "sales": [4, 4, 4, 4], "management": [0]})
    for room in (together, apart):
        room.reveal()
        assert prepare_discussion(store, room.token).queue == ()


def test_where_no_groups_can_be_shown_people_are_compared(store: Store) -> None:
    room = open_room(store, {"marketing": [0, 1], "sales": [5], "management": [2]})
    room.reveal()
    discussion = prepare_discussion(store, room.token)
    (topic,) = discussion.queue
    assert (topic.question_id, topic.reason) == (FIRST, "people")
    assert topic.difference == pytest.approx(2.75 - 0.75)
    talk = discussion.talks[FIRST]
    assert _dots(room) == {"other": (0, 1, 2, 5)}
    assert talk.furthest == (Wording(None, 0), Wording(None, 5))


@pytest.mark.parametrize(
    ("levels", "furthest"),
    [
        ({"sales": [1, 2], "marketing": [3, 4]}, (Wording("sales", 1), Wording("marketing", 4))),
        ({"sales": [5], "marketing": [0, 0]}, (Wording("marketing", 0), Wording("sales", 5))),
        ({"sales": [2], "marketing": [2]}, None),
        ({"sales": [1, 3], "marketing": [2]}, (Wording(None, 1), Wording(None, 3))),
        ({}, None),
    ],
)
def test_the_two_levels_furthest_apart_are_quoted(levels: dict[Group, list[int]], furthest: Any) -> None:
    assert find_furthest(measure_gap(FIRST, levels)) == furthest


def test_agreement_is_worded_from_six_people_on(store: Store) -> None:
    few = open_room(store, {"marketing": [3, 3, 3], "sales": [3, 3]}, anonymous=False)
    more = open_room(store, {"marketing": [3, 3, 3], "sales": [3, 3, 3]}, anonymous=False)
    for room in (few, more):
        room.reveal()
    small = prepare_discussion(store, few.token).talks[FIRST].blind
    assert (small.label, small.chance) == (None, None)
    large = prepare_discussion(store, more.token).talks[FIRST].blind
    assert large.label == "very_strong"
    assert large.chance is not None
    assert large.chance < 0.01


def test_notes_come_without_names_and_without_small_groups(store: Store) -> None:
    room = open_room(
        store,
        {
            "marketing": [(4, MARKUP), 4, 4],
            "sales": [(1, "営業の証拠")],
            "management": [(2, "  "), ("unknown", "聞いて")],
        },
    )
    room.reveal()
    notes = prepare_discussion(store, room.token).talks[FIRST].notes
    assert {(note.text, note.group) for note in notes} == {
        (MARKUP, "marketing"),
        ("営業の証拠", None),
        ("聞いて", None),
    }
    talk = prepare_discussion(store, room.token).talks[SECOND]
    assert talk.notes == ()


def test_a_note_shows_its_group_in_an_open_workshop(store: Store) -> None:
    room = open_room(store, {"sales": [(1, "証拠")]}, anonymous=False)
    room.reveal()
    assert [note.group for note in prepare_discussion(store, room.token).talks[FIRST].notes] == ["sales"]


def test_the_order_of_notes_does_not_tell_who_wrote_them(store: Store) -> None:
    room = open_room(store, {"sales": [None] * 6})
    for question in QUESTIONS[:20]:
        for number, token in enumerate(room.everyone):
            save_blind_answer(store, token, Answer(question=question, level=1, note=str(number)))
    room.reveal()
    talks = prepare_discussion(store, room.token).talks
    orders = {tuple(note.text for note in talks[question].notes) for question in QUESTIONS[:20]}
    assert len(orders) > 10
    keys = [note.key for question in QUESTIONS[:20] for note in talks[question].notes]
    assert len(set(keys)) == len(keys)
    again = result_for_facilitator(store, room.token)
    told = {tuple(again.standing(question).notes) for question in QUESTIONS[:20]}
    assert len(told) > 10


def test_a_hidden_note_shows_nowhere_until_it_is_shown_again(store: Store) -> None:
    room = open_room(store, {"sales": [(1, "伏せる"), (2, "残す"), 3]})
    room.reveal()
    choose_question(store, room.token, FIRST)
    note = next(n for n in prepare_discussion(store, room.token).talks[FIRST].notes if n.text == "伏せる")
    hide_note(store, room.token, FIRST, note.key)
    hide_note(store, room.token, FIRST, note.key)
    talk = prepare_discussion(store, room.token).talks[FIRST]
    assert [shown.text for shown in talk.notes] == ["残す"]
    assert talk.hidden_notes == (note.key,)
    phone = look_at_question(store, room.everyone[0])
    assert phone is not None
    assert (phone.notes, phone.hidden_notes) == (talk.notes, ())
    assert "伏せる" not in str(result_for_facilitator(store, room.token))
    show_note(store, room.token, FIRST, note.key)
    assert len(prepare_discussion(store, room.token).talks[FIRST].notes) == 2
    assert "伏せる" in str(result_for_facilitator(store, room.token))
    for key in ("", "x", note.key[:-1]):
        with pytest.raises(NoteNotFound):
            hide_note(store, room.token, FIRST, key)
    with pytest.raises(NoteNotFound):
        hide_note(store, room.token, SECOND, note.key)


def _walk(thing: Any) -> Any:
    """Everything within a value that leaves the services."""
    yield thing
    if is_dataclass(thing) and not isinstance(thing, type):
        for part in fields(thing):
            yield from _walk(getattr(thing, part.name))
    elif isinstance(thing, BaseModel):
        for name in type(thing).model_fields:
            yield from _walk(getattr(thing, name))
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield from _walk(key)
            yield from _walk(value)
    elif isinstance(thing, (list, tuple, set, frozenset)):
        for value in thing:
            yield from _walk(value)


def test_no_name_and_no_id_of_a_person_leaves_an_anonymous_workshop(store: Store) -> None:
    room = open_room(store, {"marketing": [(4, "証拠"), 4, 5], "sales": [(0, "証拠"), 1]})
    with store._writing() as connection:  # as if an older version had kept them
        connection.exec_driver_sql("UPDATE respondents SET name = '田中太郎'")
        ids = set(connection.exec_driver_sql("SELECT id FROM respondents").scalars())
    room.reveal()
    choose_question(store, room.token, FIRST)
    shown: list[Any] = [
        view_as_facilitator(store, room.token),
        prepare_discussion(store, room.token),
        look_at_question(store, room.everyone[0]),
    ]
    record_entry(store, room.token, FIRST, Entry(status="disagreed"))
    close_workshop(store, room.token, share_result=True)
    shown += [result_for_facilitator(store, room.token), minutes_for_facilitator(store, room.token)]
    texts = {part for thing in shown for part in _walk(thing) if isinstance(part, str)}
    assert "証拠" in texts
    assert not any("田中" in text for text in texts)
    assert not ids & texts


def test_patterns_bring_the_question_for_the_room(store: Store) -> None:
    content = load_content()
    room = open_room(store, groups={"marketing": None, "sales": None}, anonymous=False)
    fill_workshop(store, room.token, 12)
    room.reveal()
    discussion = prepare_discussion(store, room.token)
    assert set(discussion.talks) == set(QUESTIONS)
    tied = [talk for talk in discussion.talks.values() if talk.room_question]
    assert tied
    for talk in tied:
        assert talk.room_question in {tie.pattern_id for tie in talk.ties}
        assert content.pattern(str(talk.room_question)).room_question.ja


@pytest.mark.parametrize("edition", ["full", "quick"])
@pytest.mark.parametrize("dimensions", [("data",), ("strategy", "structure")])
def test_any_part_of_the_questionnaire_can_be_talked_about(
    store: Store, edition: Any, dimensions: Any
) -> None:
    room = open_room(store, edition=edition, dimensions=dimensions)
    fill_workshop(store, room.token, 9)
    room.reveal()
    asked = [question.id for question in load_content().asked_in(edition, dimensions)]
    discussion = prepare_discussion(store, room.token)
    assert list(discussion.talks) == asked
    assert {topic.question_id for topic in discussion.queue} <= set(asked)
    result = result_for_facilitator(store, room.token)
    assert [standing.question.id for standing in result.standings] == asked


def test_an_empty_room_can_be_revealed(store: Store) -> None:
    room = open_room(store)
    room.reveal()
    discussion = prepare_discussion(store, room.token)
    assert discussion.queue == ()
    assert discussion.talks[FIRST].blind.hidden == 0
    assert result_for_facilitator(store, room.token).overall.score is None


def test_a_new_process_sees_the_same(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    room = open_room(store)
    fill_workshop(store, room.token, 9)
    room.reveal()
    before = prepare_discussion(store, room.token)
    for module in ("blind", "discuss"):
        memory = __import__(f"services.workshop.{module}", fromlist=["_MEMORY"])._MEMORY
        monkeypatch.setattr(memory, "_kept", type(memory._kept)())
    assert prepare_discussion(store, room.token) == before


@settings(max_examples=20)
@given(st.integers(0, 200))
def test_what_is_remembered_is_made_anew_for_a_new_version(version: int) -> None:
    from services.workshop.memory import Memory

    memory: Memory[int] = Memory(2)
    assert memory.get("a", version, lambda: 1) == memory.get("a", version, lambda: 2) == 1
    assert memory.get("a", version + 1, lambda: 3) == 3
    for other in ("b", "c"):
        memory.get(other, version, lambda: 4)
    assert memory.get("a", version + 1, lambda: 5) == 5  # forgotten


def test_shown_values_cannot_be_changed(store: Store) -> None:
    room = open_room(store, {"sales": [1]})
    room.reveal()
    talk = prepare_discussion(store, room.token).talks[FIRST]
    assert replace(talk) == talk
    with pytest.raises(AttributeError):
        talk.notes = ()  # type: ignore[misc]
