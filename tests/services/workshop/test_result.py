"""What is official at the end, and what is on record."""

from datetime import date
from statistics import median

import pypdfium2
import pytest

from assessments.answers import Answer
from assessments.models import Group
from reporting.enclosures import Enclosures
from scoring.gaps import find_gaps
from services.content import load_content
from services.reports import render_report
from services.workshop import (
    Entry,
    InvalidEntry,
    NothingToRedo,
    NothingToUndo,
    ResultNotShared,
    cast_vote,
    close_ballot,
    close_workshop,
    fill_workshop,
    gaps_for_facilitator,
    gaps_for_participant,
    hide_note,
    minutes_for_facilitator,
    open_ballot,
    park_question,
    prepare_discussion,
    record_entry,
    redo_entry,
    result_for_facilitator,
    room_for_facilitator,
    room_for_participant,
    save_blind_answer,
    skip_question,
    undo_entry,
    view_as_facilitator,
)
from storage.store import Store
from tests.services.workshop.rooms import FIRST, QUESTIONS, SECOND, THIRD, open_room

AGREED = Entry(
    status="agreed",
    level=2,
    fact="文書はある",
    judgement="現場では使っていない",
    next_action="週次会議で読み合わせる",
    owner="営業企画 佐藤",
    due=date(2026, 12, 18),
)


def test_the_agreed_level_stands_else_the_median_of_group_medians(store: Store) -> None:
    room = open_room(store, {"marketing": [4, 4, 5], "sales": [0, 1, 1], "management": [3, 3, 3]})
    for question, answering in ((SECOND, room.everyone), (THIRD, room.everyone[:7])):
        for token, level in zip(answering, (4, 4, 5, 0, 1, 1, 3, 3, 3), strict=False):
            save_blind_answer(store, token, Answer(question=question, level=level))
    room.reveal()
    record_entry(store, room.token, FIRST, AGREED)
    record_entry(store, room.token, SECOND, Entry(status="disagreed", judgement="意見は分かれたまま"))
    close_workshop(store, room.token, share_result=False)
    result = result_for_facilitator(store, room.token)
    assert [result.standing(question).level for question in (FIRST, SECOND, THIRD)] == [2, 3, 2.5]
    assert [(item.question, item.level) for item in result.answers.agreed] == [(FIRST, 2)]
    assert len(result.answers.respondents) == 9
    assert result.profile.name == "変革工業株式会社"


def test_an_anonymous_result_rests_on_what_it_shows(store: Store) -> None:
    rooms = []
    for anonymous in (True, False):
        room = open_room(store, anonymous=anonymous)
        fill_workshop(store, room.token, 8, seed=3)
        room.reveal()
        rooms.append(room)
    hidden, plain = (result_for_facilitator(store, room.token) for room in rooms)
    for gap in hidden.gaps:
        medians = [view.median for view in gap.by_group.values()]
        assert hidden.standing(gap.question_id).level == (median(medians) if medians else None)
    assert all(respondent.name is None for respondent in hidden.answers.respondents)
    assert all(respondent.name for respondent in plain.answers.respondents)
    assert any(view.n < 3 for gap in plain.gaps for view in gap.by_group.values())
    assert not any(view.n < 3 for gap in hidden.gaps for view in gap.by_group.values())
    assert '"management": {' not in render_report(hidden, "ja", "json").decode()  # two people of eight
    # Dealt within groups: group by group the answers are the same, person by person they are not.
    content = load_content()
    assert [g.by_group for g in find_gaps(content, hidden.answers)] == [
        g.by_group for g in find_gaps(content, plain.answers)
    ]
    rows = {tuple(str(a.level) for a in r.answers) for r in plain.answers.respondents}
    assert not rows & {
        tuple(str(a.level) for a in r.answers) for r in hidden.answers.respondents if r.group != "management"
    }


def test_those_who_answered_nothing_are_not_counted(store: Store) -> None:
    room = open_room(store, {"marketing": [4, None], "sales": [1, None]})
    room.reveal()
    assert len(result_for_facilitator(store, room.token).answers.respondents) == 2


def test_a_hidden_note_is_not_in_the_report(store: Store) -> None:
    room = open_room(store, {"marketing": [(4, "伏せる"), (4, "残す")]}, anonymous=False)
    room.reveal()
    note = next(n for n in prepare_discussion(store, room.token).talks[FIRST].notes if n.text == "伏せる")
    hide_note(store, room.token, FIRST, note.key)
    assert result_for_facilitator(store, room.token).standing(FIRST).notes == ("残す",)


def test_the_minutes_hold_the_votes_before_and_after(store: Store) -> None:
    room = open_room(store, {"marketing": [4, 4, 5], "sales": [0, 1, 1]})
    room.reveal()
    record_entry(store, room.token, SECOND, Entry(status="parked"))
    open_ballot(store, room.token, FIRST)
    for token in room.everyone:
        cast_vote(store, token, FIRST, 2)
    close_ballot(store, room.token)
    record_entry(store, room.token, FIRST, AGREED)
    record_entry(store, room.token, SECOND, Entry(status="skipped"))
    second, first = minutes_for_facilitator(store, room.token)
    assert (second.question_id, second.entry.status, second.after) == (SECOND, "skipped", ())
    assert (first.question_id, first.entry) == (FIRST, AGREED)
    assert first.before.gap.by_group["sales"].levels == (0, 1, 1)
    assert [ballot.gap.by_group["sales"].levels for ballot in first.after] == [(2, 2, 2)]
    assert first.recorded_at.utcoffset() is not None


def test_the_report_gets_the_room_with_its_minutes(store: Store) -> None:
    room = open_room(store, {"marketing": [4, 4, 5], "sales": [0, 1, 1]})
    room.reveal()
    record_entry(store, room.token, FIRST, AGREED)
    close_workshop(store, room.token, share_result=True)
    told = room_for_facilitator(store, room.token)
    assert room_for_participant(store, room.everyone[0]) == told
    assert (told.labels["sales"], told.anonymous) == ("営業本部", True)
    (item,) = told.minutes
    assert (item.question_id, item.status, item.level, item.due) == (FIRST, "agreed", 2, AGREED.due)
    assert item.before.gap.by_group["sales"].levels == (0, 1, 1)


def test_the_report_of_a_closed_workshop_has_gap_pages_and_minutes_and_no_small_group(store: Store) -> None:
    levels: dict[Group, list[int]] = {"marketing": [4, 4, 4], "sales": [1, 1, 1], "management": [5]}
    room = open_room(store, levels, groups={"marketing": None, "sales": "関西支社", "management": None})
    for token, level in zip(room.everyone, (4, 4, 4, 1, 1, 1, 3), strict=True):
        save_blind_answer(store, token, Answer(question=SECOND, level=level))
    room.reveal()
    record_entry(store, room.token, FIRST, AGREED)
    record_entry(store, room.token, SECOND, Entry(status="disagreed", judgement="意見は分かれたまま"))
    close_workshop(store, room.token, share_result=False)
    told, result = room_for_facilitator(store, room.token), result_for_facilitator(store, room.token)
    pdf = pypdfium2.PdfDocument(render_report(result, "ja", enclosures=Enclosures(room=told)))
    pages = ["".join(page.get_textpage().get_text_range().split()) for page in pdf]
    (gaps,) = (page for page in pages if "部門ごとの見え方" in page)
    assert "関西支社は「属人」" in gaps
    minutes = next(page for page in pages if "問いごとの記録" in page)
    assert "週次会議で読み合わせる" in minutes
    assert "経営" not in "".join(line for line in gaps.split("。") if "見ている" in line)


def test_the_gaps_are_told_in_both_languages_and_kept_until_something_changes(store: Store) -> None:
    room = open_room(store, {"marketing": [4, 4, 4], "sales": [1, 1, 1]})
    room.reveal()
    told = gaps_for_facilitator(store, room.token, "ja")
    assert "営業本部" in "".join(told.story.story.title)
    assert gaps_for_facilitator(store, room.token, "ja") is told
    assert "levels" in gaps_for_facilitator(store, room.token, "en").story.story.deck
    with pytest.raises(ResultNotShared):
        gaps_for_participant(store, room.everyone[0], "ja")
    close_workshop(store, room.token, share_result=True)
    assert gaps_for_participant(store, room.everyone[0], "ja") == told


def test_an_entry_comes_back_as_it_was_recorded(store: Store) -> None:
    room = open_room(store)
    room.reveal()
    record_entry(store, room.token, FIRST, AGREED)
    assert view_as_facilitator(store, room.token).entries == {FIRST: AGREED}
    messy = AGREED.model_copy(update={"fact": "  証\0拠 <b>太字</b>\n次の行  "})
    record_entry(store, room.token, FIRST, messy)
    assert view_as_facilitator(store, room.token).entries[FIRST].fact == "証拠 <b>太字</b>\n次の行"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"fact": "長" * 2001}, "fact"),
        ({"judgement": "長" * 2001}, "judgement"),
        ({"next_action": "長" * 2001}, "next_action"),
        ({"owner": "長" * 201}, "owner"),
        ({"level": 6}, "level"),
        ({"level": 2.5}, "level"),
        ({"level": True}, "level"),
        ({"level": None}, "level"),
        ({"status": "parked"}, "level"),
        ({"status": "won"}, "status"),
        ({"due": "soon"}, "due"),
        ({"fact": "\ud800"}, "fact"),
    ],
)
def test_an_illegal_entry_is_refused_and_the_former_kept(
    store: Store, changes: dict[str, object], field: str
) -> None:
    room = open_room(store)
    room.reveal()
    record_entry(store, room.token, FIRST, AGREED)
    with pytest.raises(InvalidEntry) as caught:
        record_entry(store, room.token, FIRST, AGREED.model_copy(update=changes))
    assert caught.value.params == {"field": field}
    assert view_as_facilitator(store, room.token).entries == {FIRST: AGREED}


def test_the_longest_texts_fit(store: Store) -> None:
    room = open_room(store)
    room.reveal()
    longest = AGREED.model_copy(update={"fact": "長" * 2000, "judgement": "🗂" * 2000, "owner": "長" * 200})
    record_entry(store, room.token, FIRST, longest)
    assert view_as_facilitator(store, room.token).entries == {FIRST: longest}


def test_skipping_and_parking_keep_what_was_written(store: Store) -> None:
    room = open_room(store)
    room.reveal()
    record_entry(store, room.token, FIRST, AGREED)
    park_question(store, room.token, FIRST)
    skip_question(store, room.token, SECOND)
    entries = view_as_facilitator(store, room.token).entries
    assert entries[FIRST] == AGREED.model_copy(update={"status": "parked", "level": None})
    assert entries[SECOND] == Entry(status="skipped")
    undo_entry(store, room.token, FIRST)
    assert view_as_facilitator(store, room.token).entries[FIRST] == AGREED


def test_undo_and_redo_walk_back_and_forth_on_one_question_only(store: Store) -> None:
    room = open_room(store)
    room.reveal()
    one, two = AGREED, AGREED.model_copy(update={"level": 4})

    def entry() -> Entry | None:
        return view_as_facilitator(store, room.token).entries.get(FIRST)

    with pytest.raises(NothingToUndo):
        undo_entry(store, room.token, FIRST)
    record_entry(store, room.token, FIRST, one)
    record_entry(store, room.token, SECOND, two)
    record_entry(store, room.token, FIRST, two)
    undo_entry(store, room.token, FIRST)
    assert entry() == one
    undo_entry(store, room.token, FIRST)
    assert entry() is None
    with pytest.raises(NothingToUndo):
        undo_entry(store, room.token, FIRST)
    redo_entry(store, room.token, FIRST)
    assert entry() == one
    redo_entry(store, room.token, FIRST)
    assert entry() == two
    undo_entry(store, room.token, FIRST)
    record_entry(store, room.token, FIRST, Entry(status="disagreed"))
    with pytest.raises(NothingToRedo):
        redo_entry(store, room.token, FIRST)
    assert view_as_facilitator(store, room.token).entries[SECOND] == two


def test_a_rehearsal_is_the_same_room_for_the_same_seed(store: Store) -> None:
    levels = []
    for seed in (5, 5, 6):
        room = open_room(store, groups={"marketing": None, "sales": None, "other": None}, anonymous=False)
        fill_workshop(store, room.token, 30, seed)
        assert view_as_facilitator(store, room.token).people == 30
        room.reveal()
        levels.append([standing.level for standing in result_for_facilitator(store, room.token).standings])
        queue = prepare_discussion(store, room.token).queue
        assert 8 <= len(queue) <= len(QUESTIONS) * 3 / 4  # something to practise on, and not everything
    assert levels[0] == levels[1] != levels[2]
