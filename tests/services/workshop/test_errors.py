"""Every error of a workshop says in both languages what happened and what to do."""

import re

import pytest

from assessments.models import LANGUAGES, Language
from services import workshop
from services.errors import UserError

WITH_PARAMS = {"TooManyWrongCodes": (12,), "WorkshopFull": (500,), "InvalidEntry": ("due",)}
ABSTRACT = {"WrongPhase"}
ERRORS = [
    thing(*WITH_PARAMS.get(name, ()))
    for name in workshop.__all__
    if isinstance(thing := getattr(workshop, name), type)
    and issubclass(thing, UserError)
    and name not in ABSTRACT
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.key)
def test_an_error_is_told_in_words(error: UserError, language: Language) -> None:
    message = error.explain(language)
    assert "{" not in message
    assert bool(re.search("[ぁ-ん]", message)) == (language == "ja")
    assert 20 < len(message) < 250


def test_there_are_no_two_errors_with_one_text() -> None:
    assert len({error.key for error in ERRORS}) == len(ERRORS) == 15
