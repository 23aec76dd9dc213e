"""Everything that arrives here may have been made up by the client, whatever its type says."""

from typing import TypeVar, get_args

from pydantic import ValidationError

from assessments.answers import Answer, Profile, Record
from assessments.models import LANGUAGES, Edition, Language
from services.errors import InvalidAnswer, InvalidChoice

AnyRecord = TypeVar("AnyRecord", bound=Record)


def check_answer(answer: Answer) -> Answer:
    """The answer with every rule of its type checked anew; InvalidAnswer when one is broken."""
    try:
        return check_record(answer)
    except ValidationError as error:
        raise InvalidAnswer(str(getattr(answer, "question", ""))) from error


def check_profile(profile: Profile) -> Profile:
    """The profile with every rule of its type checked anew; InvalidChoice names a broken field."""
    try:
        return check_record(profile)
    except ValidationError as error:
        raise InvalidChoice(str(error.errors()[0]["loc"][0])) from error


def check_edition(edition: Edition) -> Edition:
    """The edition; InvalidChoice when there is none of this name."""
    if edition not in get_args(Edition):
        raise InvalidChoice("edition")
    return edition


def check_language(language: Language) -> Language:
    """The language; InvalidChoice when there is none of this name."""
    if language not in LANGUAGES:
        raise InvalidChoice("language")
    return language


def check_record(record: AnyRecord) -> AnyRecord:
    """The record with every rule of its type checked anew; pydantic's ValidationError when one is broken."""
    # A record changed by `model_copy` or made by `model_construct` was never checked.
    values = {name: _drop_nul(value) for name, value in record.__dict__.items()}
    return type(record).model_validate(values)


def _drop_nul(value: object) -> object:
    # PostgreSQL keeps no NUL characters, and nobody types them.
    return value.replace("\0", "") if isinstance(value, str) else value
