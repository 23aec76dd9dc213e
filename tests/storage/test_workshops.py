"""What the store promises about workshops, on SQLite and on PostgreSQL alike."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import sleep
from typing import Any
from uuid import uuid4

import pytest
from alembic import command
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from assessments.answers import Answer, Profile
from assessments.models import DIMENSIONS
from storage import migration
from storage.engine import open_engine, writing
from storage.location import choose_url
from storage.problems import StorageProblem
from storage.store import Store, open_store
from storage.workshop_records import Entry, NewWorkshop, Topic, WorkshopPlan

FACILITATOR, SALES, MARKETING = "f" * 64, "a" * 64, "b" * 64
PLAN = WorkshopPlan(
    profile=Profile(name="変革工業株式会社", employees=320),
    edition="full",
    dimensions=DIMENSIONS,
    groups={"marketing": None, "sales": "営業本部"},
    anonymous=True,
    language="ja",
    answer_minutes=20,
    talk_minutes=5,
)
NEW = NewWorkshop(PLAN, "b2b_marketing", "1.0", "AC4G9X", "k" * 22)
QUESTION = "shared_kpi"
TOPIC = Topic(QUESTION, "groups", 1.5, 2.25, (1, 2), None, ("tool_islands",))


def _open(store: Store) -> str:
    """A workshop with two participants; returns its id."""
    assert store.add_workshop(FACILITATOR, NEW)
    workshop = store.find_workshop(FACILITATOR)
    assert workshop is not None
    assert store.join_workshop(workshop.id, SALES, "sales", "田中")
    assert store.join_workshop(workshop.id, MARKETING, "marketing", None)
    return workshop.id


def _change(store: Store, **values: Any) -> None:
    with store.changing_workshop(FACILITATOR) as desk:
        assert desk is not None
        desk.change(**values)


def test_a_workshop_comes_back_as_it_was_opened(store: Store) -> None:
    _open(store)
    found = store.find_workshop(FACILITATOR)
    assert found is not None
    assert found.plan == PLAN
    assert (found.phase, found.revision, found.revealed, found.timer) == ("answering", 1, None, None)
    assert store.find_by_key(NEW.join_key) == store.find_by_id(found.id) == found
    assert store.find_workshop("0" * 64) is None
    assert store.find_as_facilitator("0" * 64) is None
    assert store.find_participant("0" * 64) is None
    assert store.find_revision("0" * 64) is None


def test_a_code_is_taken_until_its_workshop_is_closed(store: Store) -> None:
    _open(store)
    again = NewWorkshop(PLAN, "c", "1", NEW.join_code, "m" * 22)
    assert not store.add_workshop("e" * 64, again)
    _change(store, phase="closed", closed_at=datetime.now(UTC))
    assert store.add_workshop("e" * 64, again)
    assert store.find_by_key(NEW.join_key) is None


class PowerCut(Exception):
    """Anything that goes wrong in the middle."""


def test_a_change_is_kept_whole_or_not_at_all(store: Store) -> None:
    _open(store)
    with suppress(PowerCut), store.changing_workshop(FACILITATOR) as desk:
        assert desk is not None
        desk.change(phase="discussing")
        desk.record(QUESTION, Entry(fact="事実"))
        raise PowerCut
    found = store.find_as_facilitator(FACILITATOR)
    assert found is not None
    workshop, entries, _ = found
    assert (workshop.phase, workshop.revision, entries) == ("answering", 1, {})


def test_a_change_that_changes_nothing_raises_no_revision(store: Store) -> None:
    _open(store)
    with store.changing_workshop(FACILITATOR) as desk:
        assert desk is not None
        desk.record(QUESTION, Entry())
        assert not desk.undo(QUESTION)
        assert not desk.redo(QUESTION)
        desk.show_note("nobody", QUESTION)
    found = store.find_workshop(FACILITATOR)
    assert found is not None
    assert found.revision == 1


def test_a_wrong_token_holds_no_workshop(store: Store) -> None:
    with store.changing_workshop("0" * 64) as desk:
        assert desk is None


def test_timer_queue_and_entry_come_back(store: Store) -> None:
    _open(store)
    entry = Entry(status="agreed", level=0, fact="事実", owner="佐藤", due=date(2027, 1, 31))
    started = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    with store.changing_workshop(FACILITATOR) as desk:
        assert desk is not None
        desk.change(timer_started_at=started, timer_seconds=300)
        desk.save_queue((TOPIC,))
        desk.record(QUESTION, entry)
        assert desk.has_agreements()
        assert desk.find_entry(QUESTION) == entry
    found = store.find_as_facilitator(FACILITATOR)
    assert found is not None
    workshop, entries, people = found
    assert workshop.timer is not None
    assert workshop.timer.ends_at == started + timedelta(minutes=5)
    assert entries == {QUESTION: entry}
    assert store.read_queue(workshop) == (TOPIC,)
    assert [(person.group, person.name, person.answered) for person in people] == [
        ("sales", "田中", 0),
        ("marketing", None, 0),
    ]
    assert [kept.entry for kept in store.read_entries(workshop)] == [entry]


def test_the_first_queue_is_kept_and_a_stale_one_is_not(store: Store) -> None:
    _open(store)
    _change(store, phase="discussing", revealed=2)
    workshop = store.find_workshop(FACILITATOR)
    assert workshop is not None
    assert store.read_queue(workshop) is None
    assert store.keep_queue(workshop, (TOPIC,)) == (TOPIC,)
    assert store.keep_queue(workshop, ()) == (TOPIC,)
    _change(store, queue=None, revealed=7)
    assert store.keep_queue(workshop, (TOPIC,)) == (TOPIC,)  # shown, but not kept for the others
    assert store.read_queue(workshop) is None


def test_answers_are_taken_while_answering_lasts(store: Store) -> None:
    _open(store)
    answer = Answer(question=QUESTION, level=3, note="証拠")
    assert store.save_blind_answer(SALES, answer)
    assert store.save_blind_answer("0" * 64, answer) is None
    assert store.clear_blind_answer(SALES, QUESTION)
    assert not store.clear_blind_answer("0" * 64, QUESTION)
    assert store.save_blind_answer(SALES, answer)
    _change(store, phase="discussing")
    assert store.save_blind_answer(SALES, answer.model_copy(update={"level": 5})) is None
    assert not store.clear_blind_answer(SALES, QUESTION)
    found = store.find_with_answers(SALES)
    assert found is not None
    participant, own = found
    assert own == {QUESTION: answer}
    assert participant == store.find_participant(SALES)
    assert store.find_with_answers("0" * 64) is None
    sales = [person for person in store.read_blind_answers(participant.workshop) if person.answers]
    assert [(person.group, person.name, person.answers) for person in sales] == [("sales", "田中", (answer,))]
    assert store.find_authors(participant.workshop, QUESTION) == (sales[0].respondent_id,)


def test_votes_are_taken_while_their_ballot_is_open(store: Store) -> None:
    _open(store)
    assert store.cast_vote(SALES, QUESTION, 3) is None
    _change(store, phase="discussing", current_question=QUESTION, ballot=2, ballot_open=True)
    assert store.cast_vote(SALES, QUESTION, 3)
    assert store.cast_vote(SALES, QUESTION, 0)
    assert store.cast_vote(MARKETING, QUESTION, "unknown")
    assert store.cast_vote(SALES, "lead_rule", 3) is None
    assert store.cast_vote("0" * 64, QUESTION, 3) is None
    workshop = store.find_workshop(FACILITATOR)
    assert workshop is not None
    assert store.read_votes(workshop) == ()  # still blind
    _change(store, ballot_open=False)
    assert store.cast_vote(SALES, QUESTION, 5) is None
    votes = {(vote.group, vote.ballot, vote.level) for vote in store.read_votes(workshop)}
    assert votes == {("sales", 2, 0), ("marketing", 2, "unknown")}
    for token, own in ((SALES, 0), (MARKETING, "unknown")):
        participant = store.find_participant(token)
        assert participant is not None
        assert participant.own_vote == own


def test_nobody_votes_or_answers_while_the_facilitator_changes_the_workshop(store: Store) -> None:
    """Else a vote could be acknowledged after the ballot it counts in was read."""
    _open(store)
    _change(store, phase="discussing", current_question=QUESTION, ballot=2, ballot_open=True)
    answer = Answer(question=QUESTION, level=3)
    with ThreadPoolExecutor(2) as threads:
        with store.changing_workshop(FACILITATOR) as desk:
            assert desk is not None
            vote = threads.submit(store.cast_vote, SALES, QUESTION, 3)
            sleep(0.2)
            assert not vote.done()
            desk.change(ballot_open=False, phase="answering")
        assert vote.result() is None
        with store.changing_workshop(FACILITATOR) as desk:
            assert desk is not None
            saved = threads.submit(store.save_blind_answer, SALES, answer)
            cleared = threads.submit(store.clear_blind_answer, SALES, QUESTION)
            sleep(0.2)
            assert not saved.done()
            assert not cleared.done()
            desk.change(phase="discussing")
        assert saved.result() is None
        assert not cleared.result()


def test_the_database_itself_refuses_what_no_vote_or_entry_can_be(database: str) -> None:
    store = open_store(database)
    workshop = _open(store)
    store.close()
    engine = create_engine(database)
    with engine.connect() as connection:
        person = connection.scalar(text("SELECT id FROM respondents"))
    now = "'2026-11-20 09:00:00'"
    entry = "INSERT INTO discussion_entries VALUES"
    for statement in (
        f"INSERT INTO votes VALUES ('{person}', 'q', 1, 3, 'level', {now})",
        f"INSERT INTO votes VALUES ('{person}', 'q', 2, 6, 'level', {now})",
        f"INSERT INTO votes VALUES ('{person}', 'q', 2, 3, 'unknown', {now})",
        f"INSERT INTO votes VALUES ('nobody', 'q', 2, 3, 'level', {now})",
        f"{entry} ('{workshop}', 'q', 'agreed', NULL, '', '', '', '', NULL, {now})",
        f"{entry} ('{workshop}', 'q', 'open', 3, '', '', '', '', NULL, {now})",
        f"UPDATE workshops SET phase = 'over' WHERE id = '{workshop}'",
    ):
        connection = engine.connect()
        try:
            if engine.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA foreign_keys = ON")
            with pytest.raises(Exception, match=r"(?i)constraint"):
                connection.execute(text(statement))
        finally:
            connection.close()
    engine.dispose()


ENTRIES = [Entry(), Entry(status="parked"), *(Entry(status="agreed", level=level) for level in range(3))]
STEPS = st.sampled_from(["undo", "undo", "undo", "redo", "redo", *ENTRIES])


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One workshop for all examples; each speaks about questions of its own."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('undo') / 'henkaku.db'}")
    _open(store)
    yield store
    store.close()


@settings(max_examples=100, deadline=None)
@given(steps=st.lists(st.tuples(st.sampled_from([0, 0, 0, 1]), STEPS), min_size=8, max_size=30))
def test_after_any_changes_and_undos_the_entry_is_what_the_history_says(
    steps: list[tuple[int, Any]], kept: Store
) -> None:
    steps = [*((0, entry) for entry in ENTRIES[2:]), *steps]  # so that there is something to undo
    questions = [f"{uuid4().hex}_{number}" for number in range(2)]
    past: dict[str, list[Entry | None]] = {question: [None] for question in questions}
    future: dict[str, list[Entry | None]] = {question: [] for question in questions}
    with kept.changing_workshop(FACILITATOR) as desk:
        assert desk is not None
        for number, step in steps:
            question = questions[number]
            was, comes = past[question], future[question]
            if step == "undo":
                assert desk.undo(question) == (len(was) > 1)
                if len(was) > 1:
                    comes.append(was.pop())
            elif step == "redo":
                assert desk.redo(question) == bool(comes)
                if comes:
                    was.append(comes.pop())
            else:
                desk.record(question, step)
                if step != (was[-1] or Entry()):
                    was.append(step)
                    comes.clear()
            assert desk.find_entry(question) == was[-1]
    found = kept.find_as_facilitator(FACILITATOR)
    assert found is not None
    for question, was in past.items():
        assert found[1].get(question) == was[-1] == _replay(kept, question)


def _replay(store: Store, question: str) -> Entry | None:
    """The entry as the events tell it; each event must begin where the one before ended."""
    entry: Entry | None = None
    told = text("SELECT * FROM discussion_events WHERE question_id = :question ORDER BY id")
    with store._reading() as connection:
        events = connection.execute(told, {"question": question}).all()
    for event in events:
        before, after = (
            None if kept is None else Entry.model_validate_json(kept) for kept in (event.before, event.after)
        )
        assert before == entry
        entry = after
    return entry


def test_an_assessment_of_the_first_version_lives_on(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        upgrade = command.upgrade
        patched.setattr(command, "upgrade", lambda config, head: upgrade(config, "0001"))
        migration.migrate(choose_url(database))
    with writing(open_engine(choose_url(database), migrating=True)).begin() as connection:
        now = "'2026-11-01 09:00:00+00'"
        for values in (
            f"companies VALUES ('c', '変革工業', '{{}}', {now})",
            f"rounds VALUES ('r', 'c', 'b2b_marketing', '1', 'full', 'ja', {now})",
            f"respondents VALUES ('p', 'r', 'other', NULL, '{SALES}', {now})",
            f"answers VALUES ('p', 'q', 3, 'level', NULL, NULL, {now})",
        ):
            connection.exec_driver_sql(f"INSERT INTO {values}")
    assert migration.inspect_database(choose_url(database)).revision == "0001"
    store = open_store(database)
    found = store.find_assessment(SALES)
    assert found is not None
    assert (found.profile.name, found.answers) == ("変革工業", (Answer(question="q", level=3),))
    _open_beside(store)
    store.close()
    assert migration.inspect_database(choose_url(database)).is_current


def _open_beside(store: Store) -> None:
    assert store.add_workshop(FACILITATOR, NEW)
    assert store.find_participant(SALES) is None  # an assessment answered alone has no workshop


def test_a_workshop_that_cannot_be_reached_is_a_problem_with_a_reason(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'henkaku.db'}")
    _open(store)
    store.close()
    (tmp_path / "henkaku.db").write_bytes(b"not a database" * 1000)
    for file in tmp_path.glob("henkaku.db-*"):
        file.unlink()
    with pytest.raises(StorageProblem) as caught:
        store.find_workshop(FACILITATOR)
    assert caught.value.reason == "damaged"
    store.close()
