"""One person answers alone: begin, answer, come back by a link, see the diagnosis."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from assessments.answers import Answer, AnswerSet, Profile, Respondent
from assessments.models import DIMENSIONS, DimensionId, Edition, Language, Questionnaire
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis
from services.content import load_content
from services.errors import LinkNotFound, RoundFollowed, UnknownQuestion, explain_storage_problems
from services.input_checks import check_answer, check_edition, check_language, check_profile
from services.tokens import hash_token, make_token
from storage.records import NewAssessment
from storage.store import Store


@dataclass(frozen=True)
class Draft:
    """An assessment as far as it has been answered."""

    profile: Profile
    edition: Edition
    language: Language
    """The language it was begun in."""
    answers: Mapping[str, Answer]
    """By question id, the one saved last at the end."""
    saved_at: datetime | None
    """When the last answer was saved (UTC); None before the first."""
    content_version: str
    """The version of the content it was begun with."""
    dimensions: tuple[DimensionId, ...] = DIMENSIONS
    """The dimensions that are asked: all, but in a re-check after a workshop about some of them."""
    asked: tuple[str, ...] | None = None
    """The questions a re-check asks anew; None when the assessment is no re-check."""
    is_followed: bool = False
    """Whether a re-check follows it, so that its answers stay as they are."""


def start_assessment(store: Store, profile: Profile, edition: Edition, language: Language) -> str:
    """Begin an assessment; returns the token that is the only way back to it.

    Raises InvalidChoice, ContentBroken, DatabaseProblem.
    """
    content = load_content()
    new = NewAssessment(
        check_profile(profile),
        check_edition(edition),
        check_language(language),
        content.id,
        content.version,
    )
    token = make_token()
    with explain_storage_problems():
        store.add_assessment(_find_hash(token), new)
    return token


def resume_assessment(store: Store, token: str) -> Draft:
    """The assessment behind a link; raises LinkNotFound, DatabaseProblem."""
    with explain_storage_problems():
        stored = store.find_assessment(_find_hash(token))
    if stored is None:
        raise LinkNotFound
    return Draft(
        profile=stored.profile,
        edition=stored.edition,
        language=stored.language,
        answers={answer.question: answer for answer in stored.answers},
        saved_at=stored.saved_at,
        content_version=stored.content_version,
        dimensions=stored.dimensions or DIMENSIONS,
        asked=stored.asked,
        is_followed=stored.is_followed,
    )


def update_profile(store: Store, token: str, profile: Profile) -> None:
    """Replace the company's profile; raises InvalidChoice, LinkNotFound, DatabaseProblem."""
    profile = check_profile(profile)
    with explain_storage_problems():
        found = store.update_profile(_find_hash(token), profile)
    if not found:
        raise LinkNotFound


def change_edition(store: Store, token: str, edition: Edition) -> None:
    """Ask the full or the quick edition from now on; no answer is lost by it.

    Raises InvalidChoice, RoundFollowed, LinkNotFound, DatabaseProblem.
    """
    edition = check_edition(edition)
    with explain_storage_problems():
        found = store.change_edition(_find_hash(token), edition)
    if not found:
        _explain_refusal(store, token)


def save_answer(store: Store, token: str, answer: Answer) -> datetime:
    """Keep an answer in place of the one before; it is safe once this returns its time (UTC).

    Saving it again changes nothing but the time. Raises UnknownQuestion, InvalidAnswer,
    RoundFollowed, LinkNotFound, DatabaseProblem.
    """
    answer = check_answer(answer)
    if not load_content().has_question(answer.question):
        raise UnknownQuestion(answer.question)
    with explain_storage_problems():
        saved_at = store.save_answer(_find_hash(token), answer)
    if saved_at is None:
        _explain_refusal(store, token)
    return saved_at


def clear_answer(store: Store, token: str, question_id: str) -> None:
    """Make a question unanswered again.

    Raises UnknownQuestion, RoundFollowed, LinkNotFound, DatabaseProblem.
    """
    if not load_content().has_question(question_id):
        raise UnknownQuestion(question_id)
    with explain_storage_problems():
        found = store.clear_answer(_find_hash(token), question_id)
    if not found:
        _explain_refusal(store, token)


def diagnose_draft(questionnaire: Questionnaire, draft: Draft) -> Diagnosis:
    """What the answers so far say; answers to questions the content no longer has are left out."""
    given = tuple(
        draft.answers[question.id] for question in questionnaire.questions if question.id in draft.answers
    )
    answers = AnswerSet(
        edition=draft.edition, dimensions=draft.dimensions, respondents=(Respondent(answers=given),)
    )
    return diagnose(questionnaire, answers, draft.profile)


def _explain_refusal(store: Store, token: str) -> NoReturn:
    """Why nothing was written: the assessment is followed by another, or there is none."""
    resume_assessment(store, token)
    raise RoundFollowed


def _find_hash(token: str) -> str:
    token_hash = hash_token(token)
    if token_hash is None:
        raise LinkNotFound
    return token_hash
