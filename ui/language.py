"""Which language a visitor reads, for the document as well as for the pages in it."""

from collections.abc import Mapping

from assessments.models import LANGUAGES, Language

PARAMETER = "lang"
"""The query parameter that asks for a language."""
COOKIE = "henkaku_lang"
"""The cookie that remembers the last language asked for."""
DEFAULT: Language = "ja"


def choose_language(parameters: Mapping[str, str], cookies: Mapping[str, str]) -> Language:
    """The language asked for by address, else the one used last, else Japanese."""
    return read_language(parameters.get(PARAMETER)) or read_language(cookies.get(COOKIE)) or DEFAULT


def read_language(value: str | None) -> Language | None:
    """A language code from outside, None when it is not one of ours."""
    return next((language for language in LANGUAGES if language == value), None)


def other_language(language: Language) -> Language:
    """The language one can switch to."""
    return "en" if language == "ja" else "ja"
