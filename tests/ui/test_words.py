"""The texts of the screen: both languages say everything, with the same placeholders."""

import re

from i18n.text import read_catalogue
from ui.sections import estimate_minutes
from ui.words import keep_plain


def test_both_languages_have_the_same_texts_and_placeholders() -> None:
    texts = {language: read_catalogue(language) for language in ("ja", "en")}
    keys = {language: {key for key in own if key.startswith("ui.")} for language, own in texts.items()}
    assert keys["ja"] == keys["en"]
    for key in keys["ja"]:
        japanese, english = (set(re.findall(r"{(\w+)}", texts[language][key])) for language in ("ja", "en"))
        assert japanese == english, key


def test_markdown_shows_content_as_it_stands() -> None:
    assert keep_plain("a*b_c [x](y) 1. $z$ :+1:") == r"a\*b\_c \[x\]\(y\) 1\. \$z\$ \:\+1\:"


def test_the_editions_take_as_long_as_they_say() -> None:
    assert estimate_minutes(52) == 15
    assert estimate_minutes(16) == 5
    assert estimate_minutes(1) == 1
    assert estimate_minutes(0) == 0
