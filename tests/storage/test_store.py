"""What the store promises, on SQLite and on PostgreSQL alike."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from assessments.answers import Answer, Profile
from storage.records import NewAssessment
from storage.store import Store, open_store

HASH = "a" * 64
OTHER_HASH = "b" * 64
PROFILE = Profile(name="変革工業株式会社", employees=320, growth="mature", one_brand_need=4)
NEW = NewAssessment(PROFILE, "full", "ja", "b2b_marketing", "1.0")
LEVEL = Answer(question="shared_kpi", level=3, note="週次の会議で確認\n“SLA” 🗂")
UNKNOWN = Answer(question="lead_rule", level="unknown")
NOT_APPLICABLE = Answer(question="agency_use", level="not_applicable", reason="外部に頼まない")


def test_an_assessment_comes_back_as_it_was_begun(store: Store) -> None:
    store.add_assessment(HASH, NEW)
    found = store.find_assessment(HASH)
    assert found is not None
    assert found.profile == PROFILE
    assert (found.edition, found.language, found.group) == ("full", "ja", "other")
    assert (found.content_id, found.content_version) == ("b2b_marketing", "1.0")
    assert found.answers == ()
    assert found.saved_at is None


def test_every_kind_of_answer_comes_back_in_the_order_saved(store: Store) -> None:
    store.add_assessment(HASH, NEW)
    times = [store.save_answer(HASH, answer) for answer in (UNKNOWN, NOT_APPLICABLE, LEVEL)]
    found = store.find_assessment(HASH)
    assert found is not None
    assert found.answers == (UNKNOWN, NOT_APPLICABLE, LEVEL)
    assert found.saved_at == times[-1]
    assert found.saved_at is not None
    assert found.saved_at.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - found.saved_at) < timedelta(minutes=1)


def test_a_later_answer_takes_the_place_of_the_former_one(store: Store) -> None:
    store.add_assessment(HASH, NEW)
    for level in (3, "unknown", 0, 0):
        store.save_answer(HASH, LEVEL.model_copy(update={"level": level, "note": None}))
    found = store.find_assessment(HASH)
    assert found is not None
    assert found.answers == (Answer(question=LEVEL.question, level=0),)


def test_clearing_forgets_one_answer_and_can_be_repeated(store: Store) -> None:
    store.add_assessment(HASH, NEW)
    store.save_answer(HASH, LEVEL)
    store.save_answer(HASH, UNKNOWN)
    assert store.clear_answer(HASH, LEVEL.question)
    assert store.clear_answer(HASH, LEVEL.question)
    found = store.find_assessment(HASH)
    assert found is not None
    assert found.answers == (UNKNOWN,)


def test_profile_and_edition_change_without_touching_answers(store: Store) -> None:
    store.add_assessment(HASH, NEW)
    store.save_answer(HASH, LEVEL)
    assert store.update_profile(HASH, Profile(name="新社名"))
    assert store.change_edition(HASH, "quick")
    found = store.find_assessment(HASH)
    assert found is not None
    assert found.profile == Profile(name="新社名")
    assert found.edition == "quick"
    assert found.answers == (LEVEL,)


def test_a_wrong_token_finds_and_changes_nothing(store: Store) -> None:
    store.add_assessment(HASH, NEW)
    assert store.find_assessment(OTHER_HASH) is None
    assert store.save_answer(OTHER_HASH, LEVEL) is None
    assert not store.clear_answer(OTHER_HASH, LEVEL.question)
    assert not store.update_profile(OTHER_HASH, Profile(name="他社"))
    assert not store.change_edition(OTHER_HASH, "quick")
    found = store.find_assessment(HASH)
    assert found is not None
    assert (found.profile, found.edition, found.answers) == (PROFILE, "full", ())


def test_two_assessments_do_not_mix(store: Store) -> None:
    store.add_assessment(HASH, NEW)
    store.add_assessment(OTHER_HASH, replace(NEW, profile=Profile(name="他社"), edition="quick"))
    store.save_answer(HASH, LEVEL)
    store.save_answer(OTHER_HASH, UNKNOWN)
    store.update_profile(OTHER_HASH, Profile(name="新社名"))
    store.change_edition(OTHER_HASH, "full")
    store.clear_answer(OTHER_HASH, LEVEL.question)
    found = store.find_assessment(HASH)
    assert found is not None
    assert (found.profile, found.answers) == (PROFILE, (LEVEL,))


def test_a_token_belongs_to_one_assessment_only(store: Store) -> None:
    store.add_assessment(HASH, NEW)
    with pytest.raises(IntegrityError):
        store.add_assessment(HASH, replace(NEW, profile=Profile(name="他社")))
    found = store.find_assessment(HASH)
    assert found is not None
    assert found.profile == PROFILE


def test_a_level_outside_the_scale_is_refused_by_the_database_too(store: Store) -> None:
    store.add_assessment(HASH, NEW)
    with pytest.raises(IntegrityError):
        store.save_answer(HASH, LEVEL.model_copy(update={"level": 6}))


def test_answers_survive_the_store(database: str, store: Store) -> None:
    store.add_assessment(HASH, NEW)
    store.save_answer(HASH, LEVEL)
    store.close()
    again = open_store(database)
    found = again.find_assessment(HASH)
    again.close()
    assert found is not None
    assert found.answers == (LEVEL,)


def test_twenty_threads_of_fifty_saves_lose_nothing(store: Store) -> None:
    store.add_assessment(HASH, NEW)

    def save_fifty(thread: int) -> int:
        given = [Answer(question=f"q{thread}_{number}", level=number % 6) for number in range(50)]
        return sum(store.save_answer(HASH, answer) is not None for answer in given)

    with ThreadPoolExecutor(20) as threads:
        assert sum(threads.map(save_fifty, range(20))) == 1000
    found = store.find_assessment(HASH)
    assert found is not None
    assert {answer.question for answer in found.answers} == {
        f"q{thread}_{number}" for thread in range(20) for number in range(50)
    }


def test_twenty_threads_on_one_question_leave_one_answer(store: Store) -> None:
    store.add_assessment(HASH, NEW)

    def save(number: int) -> None:
        store.save_answer(HASH, LEVEL.model_copy(update={"level": number % 6}))
        if number % 5 == 0:
            store.clear_answer(HASH, LEVEL.question)
        store.find_assessment(HASH)

    with ThreadPoolExecutor(20) as threads:
        list(threads.map(save, range(200)))
    store.save_answer(HASH, LEVEL)
    found = store.find_assessment(HASH)
    assert found is not None
    assert found.answers == (LEVEL,)


def test_japanese_is_kept_readable(database: str, store: Store) -> None:
    store.add_assessment(HASH, replace(NEW, profile=Profile(name="変革", current_model="hybrid")))
    engine = create_engine(database)
    with engine.connect() as connection:
        row = connection.execute(text("SELECT name, profile FROM companies")).one()
    engine.dispose()
    assert row.name == "変革"
    assert "hybrid" in str(row.profile)
