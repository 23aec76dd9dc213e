"""One person answers alone, on the content that ships."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, inspect, text

import services
from assessments.answers import NOTE_LENGTH, Answer, Profile
from services.content import load_content
from services.errors import InvalidAnswer, InvalidChoice, LinkNotFound, UnknownQuestion
from services.self_service import (
    change_edition,
    clear_answer,
    diagnose_draft,
    resume_assessment,
    save_answer,
    start_assessment,
    update_profile,
)
from services.tokens import make_token
from storage.store import Store

PROFILE = Profile(name="変革工業株式会社", employees=320)
QUESTIONS = [question.id for question in load_content().questions]


def _answer(**changes: Any) -> Answer:
    """An answer as a client may make it up, with no rule checked."""
    plain = Answer(question=QUESTIONS[0], level=3, note="議事録")
    return plain.model_copy(update=changes)


def test_a_link_brings_everything_back(store: Store) -> None:
    token = start_assessment(store, PROFILE, "quick", "en")
    saved_at = save_answer(store, token, _answer())
    draft = resume_assessment(store, token)
    assert draft.profile == PROFILE
    assert (draft.edition, draft.language) == ("quick", "en")
    assert draft.answers == {QUESTIONS[0]: _answer()}
    assert draft.saved_at == saved_at
    assert draft.content_version == load_content().version
    assert abs(datetime.now(UTC) - saved_at) < timedelta(minutes=1)


def test_a_new_draft_has_no_answers(store: Store) -> None:
    draft = resume_assessment(store, start_assessment(store, Profile(), "full", "ja"))
    assert draft.answers == {}
    assert draft.saved_at is None


def test_saving_twice_is_saving_once(store: Store) -> None:
    token = start_assessment(store, PROFILE, "full", "ja")
    first = save_answer(store, token, _answer())
    second = save_answer(store, token, _answer())
    assert first <= second
    assert resume_assessment(store, token).answers == {QUESTIONS[0]: _answer()}


def test_an_answer_can_be_changed_and_taken_back(store: Store) -> None:
    token = start_assessment(store, PROFILE, "full", "ja")
    save_answer(store, token, _answer())
    save_answer(store, token, _answer(level="unknown", note=None))
    assert resume_assessment(store, token).answers[QUESTIONS[0]].level == "unknown"
    clear_answer(store, token, QUESTIONS[0])
    clear_answer(store, token, QUESTIONS[0])
    assert resume_assessment(store, token).answers == {}


def test_profile_and_edition_can_be_changed(store: Store) -> None:
    token = start_assessment(store, PROFILE, "quick", "ja")
    update_profile(store, token, Profile(name="新社名", growth="seed"))
    change_edition(store, token, "full")
    draft = resume_assessment(store, token)
    assert (draft.profile, draft.edition) == (Profile(name="新社名", growth="seed"), "full")


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "あ" * 43, "a" * 10_000, "' OR 1=1 --", "\ud800"])
def test_a_wrong_link_opens_and_changes_nothing(store: Store, token: str) -> None:
    right = start_assessment(store, PROFILE, "full", "ja")
    attempts = (
        lambda: resume_assessment(store, token),
        lambda: save_answer(store, token, _answer()),
        lambda: clear_answer(store, token, QUESTIONS[0]),
        lambda: update_profile(store, token, Profile(name="他社")),
        lambda: change_edition(store, token, "quick"),
    )
    for attempt in attempts:
        with pytest.raises(LinkNotFound):
            attempt()
    draft = resume_assessment(store, right)
    assert (draft.profile, draft.edition, draft.answers) == (PROFILE, "full", {})


@pytest.mark.parametrize(
    "changes",
    [
        {"level": 6},
        {"level": -1},
        {"level": 2.5},
        {"level": True},
        {"level": "3"},
        {"level": None},
        {"level": "agreed"},
        {"level": "not_applicable", "reason": None},
        {"level": "not_applicable", "reason": " \0 "},
        {"note": "長" * (NOTE_LENGTH + 1)},
        {"note": "\ud800"},
        {"question": "Robert'); DROP TABLE answers"},
        {"question": None},
    ],
)
def test_an_illegal_answer_is_refused_and_the_former_kept(store: Store, changes: dict[str, Any]) -> None:
    token = start_assessment(store, PROFILE, "full", "ja")
    save_answer(store, token, _answer())
    with pytest.raises(InvalidAnswer):
        save_answer(store, token, _answer(**changes))
    assert resume_assessment(store, token).answers == {QUESTIONS[0]: _answer()}


def test_an_unknown_question_is_refused(store: Store) -> None:
    token = start_assessment(store, PROFILE, "full", "ja")
    with pytest.raises(UnknownQuestion):
        save_answer(store, token, _answer(question="no_such_question"))
    with pytest.raises(UnknownQuestion):
        clear_answer(store, token, "no_such_question")
    assert resume_assessment(store, token).answers == {}


def test_nul_characters_are_dropped(store: Store) -> None:
    token = start_assessment(store, Profile.model_construct(name="変\0革"), "full", "ja")
    save_answer(store, token, _answer(note="議\0事録"))
    draft = resume_assessment(store, token)
    assert (draft.profile.name, draft.answers[QUESTIONS[0]].note) == ("変革", "議事録")


@pytest.mark.parametrize(
    ("profile", "edition", "language", "field"),
    [
        ({"employees": 0}, "full", "ja", "employees"),
        ({"growth": "huge"}, "full", "ja", "growth"),
        ({"name": "長" * 201}, "full", "ja", "name"),
        ({}, "medium", "ja", "edition"),
        ({}, "full", "fr", "language"),
    ],
)
def test_what_does_not_exist_cannot_be_chosen(
    store: Store, profile: dict[str, Any], edition: Any, language: Any, field: str
) -> None:
    with pytest.raises(InvalidChoice) as caught:
        start_assessment(store, PROFILE.model_copy(update=profile), edition, language)
    assert caught.value.params == {"field": field}


def test_the_database_does_not_hold_the_token(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'henkaku.db'}"
    store = services.connect(url)
    token = start_assessment(store, PROFILE, "full", "ja")
    save_answer(store, token, _answer())
    store.close()
    assert token.encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())
    engine = create_engine(url)
    with engine.connect() as connection:
        for table in inspect(connection).get_table_names():
            rows = connection.execute(text(f'SELECT * FROM "{table}"')).all()
            assert token not in str(rows)
    engine.dispose()


def test_tokens_are_long_and_never_the_same() -> None:
    tokens = {make_token() for _ in range(1_000)}
    assert len(tokens) == 1_000
    assert {len(token) for token in tokens} == {43}  # 32 bytes in base64 without padding


def test_a_room_of_twenty_loses_nothing(store: Store) -> None:
    def answer_all(_: int) -> str:
        token = start_assessment(store, PROFILE, "full", "ja")
        for number, question in enumerate(QUESTIONS[:50]):
            save_answer(store, token, Answer(question=question, level=number % 6))
        return token

    with ThreadPoolExecutor(20) as threads:
        tokens = list(threads.map(answer_all, range(20)))
    expected = {question: number % 6 for number, question in enumerate(QUESTIONS[:50])}
    for token in tokens:
        draft = resume_assessment(store, token)
        assert {question: answer.level for question, answer in draft.answers.items()} == expected


def test_a_draft_is_diagnosed_on_what_the_content_still_asks(store: Store) -> None:
    token = start_assessment(store, PROFILE, "full", "ja")
    for question in QUESTIONS[:4]:
        save_answer(store, token, Answer(question=question, level=2))
    draft = resume_assessment(store, token)
    content = load_content()
    gone = Answer(question="asked_no_longer", level=5)
    older = type(draft)(**{**draft.__dict__, "answers": {gone.question: gone, **draft.answers}})
    diagnosis = diagnose_draft(content, older)
    assert diagnosis == diagnose_draft(content, draft)
    assert diagnosis.profile == PROFILE
    assert diagnosis.overall.score == pytest.approx(40)
    assert [standing.level for standing in diagnosis.standings[:5]] == [2, 2, 2, 2, None]
