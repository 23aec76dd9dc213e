"""The style sheet, which one wrong character drops in silence."""

import re

import pytest

from assessments.models import LANGUAGES, Language
from ui.styles import read_styles


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_angle_bracket_stands_before_a_letter(language: Language) -> None:
    assert re.search(r"<\s*[A-Za-z/!]", read_styles(language)) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_braces_and_comments_are_closed(language: Language) -> None:
    sheet = read_styles(language)
    assert sheet.count("{") == sheet.count("}")
    assert sheet.count("/*") == sheet.count("*/")


def test_the_linked_sheet_speaks_the_language_of_the_document() -> None:
    words = read_styles().splitlines()[0]
    assert words.startswith(':root:lang(ja){--t-paper:"紙の上まで";')
    assert ':root:lang(en){--t-paper:"On paper at most";' in words


def test_the_sheet_speaks_the_visitors_language() -> None:
    assert '--t-paper:"紙の上まで";' in read_styles("ja")
    assert '--t-paper:"On paper at most";' in read_styles("en")
