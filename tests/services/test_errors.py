"""Every error says in both languages what happened and what to do."""

import re
from pathlib import Path
from typing import get_args

import pytest

import services
from assessments.models import LANGUAGES, Language
from assessments.problems import ContentProblems, Problem
from i18n.text import read_catalogue
from services import content
from services.errors import (
    ContentBroken,
    DatabaseProblem,
    InvalidAnswer,
    InvalidChoice,
    LinkNotFound,
    ReportTimedOut,
    ReportTooLarge,
    UnknownQuestion,
    UserError,
)
from storage.problems import Reason

ERRORS: list[UserError] = [
    LinkNotFound(),
    UnknownQuestion("shared_kpi"),
    InvalidAnswer("shared_kpi"),
    InvalidChoice("edition"),
    ContentBroken(("a.yaml:3: {weight}: missing",)),
    ReportTimedOut(),
    ReportTooLarge(),
    *(DatabaseProblem(reason, "/data/henkaku.db", "{detail}") for reason in get_args(Reason)),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.key)
def test_an_error_is_told_in_words(error: UserError, language: Language) -> None:
    message = error.explain(language)
    unfilled = re.sub(r"\{(weight|detail)\}", "", message)  # these two were put in on purpose
    assert "{" not in unfilled
    assert bool(re.search("[ぁ-ん]", message)) == (language == "ja")
    assert len(message) > 40


def test_an_error_can_be_logged_even_when_its_text_is_missing() -> None:
    assert str(UserError("errors.no_such", place="x")) == "errors.no_such {'place': 'x'}"


def test_both_languages_have_the_same_texts_and_placeholders() -> None:
    def read(language: Language) -> dict[str, list[str]]:
        texts = read_catalogue(language).items()
        errors = ((key, text) for key, text in texts if key.startswith("errors."))
        return {key: sorted(re.findall(r"\{\w+\}", text)) for key, text in errors}

    assert read("ja") == read("en")


def test_a_database_that_cannot_be_opened_is_explained(tmp_path: Path) -> None:
    file = tmp_path / "henkaku.db"
    file.write_text("これはデータベースではありません" * 50, encoding="utf-8")
    with pytest.raises(DatabaseProblem) as caught:
        services.connect(f"sqlite:///{file}")
    assert caught.value.reason == "damaged"
    assert str(file) in caught.value.explain("ja")


def test_broken_content_is_told_whole_and_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = content.load_content()
    problems = [Problem("a.yaml", line, "weight", "missing", "write 1, 2 or 3") for line in (3, 9)]

    def fail() -> None:
        raise ContentProblems(problems)

    content.load_content.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(content, "load_questionnaire", fail)
        with pytest.raises(ContentBroken) as caught:
            content.load_content()
    assert caught.value.problems == tuple(str(problem) for problem in problems)
    assert "a.yaml:9" in caught.value.explain("en")
    assert content.load_content() == whole
