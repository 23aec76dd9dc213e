"""What the reports of the examples say, word for word: `make golden` renews it."""

from difflib import unified_diff
from pathlib import Path

import pytest

from assessments.models import LANGUAGES, Language
from tests.golden.reports import EXAMPLES, name_file, write_report


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_a_report_says_what_it_said(example: Path, language: Language) -> None:
    kept = name_file(example, language)
    assert kept.exists(), "run `make golden`"
    before, now = kept.read_text(encoding="utf-8"), write_report(example, language)
    changed = list(unified_diff(before.splitlines(), now.splitlines(), "kept", "now", n=0, lineterm=""))
    assert not changed, "\n".join(["`make golden` renews it", *changed[:40]])


def test_no_report_is_kept_without_its_example() -> None:
    expected = {name_file(example, language).name for example in EXAMPLES for language in LANGUAGES}
    assert {path.name for path in Path(__file__).parent.glob("*.html")} == expected
