"""The style sheet, which one wrong character drops in silence."""

import re

import pytest

from assessments.models import LANGUAGES, Language
from ui.components.frame import _read_styles


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_angle_bracket_stands_before_a_letter(language: Language) -> None:
    assert re.search(r"<\s*[A-Za-z/!]", _read_styles(language)) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_braces_and_comments_are_closed(language: Language) -> None:
    sheet = _read_styles(language)
    assert sheet.count("{") == sheet.count("}")
    assert sheet.count("/*") == sheet.count("*/")


def test_the_sheet_speaks_the_visitors_language() -> None:
    assert '--t-paper:"紙の上まで";' in _read_styles("ja")
    assert '--t-paper:"On paper at most";' in _read_styles("en")
