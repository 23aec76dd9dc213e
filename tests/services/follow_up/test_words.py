"""What happens after the verdict is said in both languages, with the same placeholders."""

import re

import pytest

from assessments.board import BOARD_STATUSES, LOG_KINDS
from assessments.models import LANGUAGES, Language
from assessments.targets import Targets
from i18n.text import read_catalogue
from reporting.exports.board.columns import COLUMNS, find_column, find_status, name_column, name_status
from services.errors import UserError
from services.follow_up import (
    BoardFull,
    InvalidCapacity,
    InvalidStep,
    InvalidTarget,
    NoRecheck,
    NothingAnswered,
    StepNotFound,
    WorkshopNotClosed,
)

ERRORS: list[UserError] = [
    *(InvalidTarget(field) for field in Targets.model_fields),
    *(InvalidStep(field) for field in ("title", "status", "owner", "due", "evidence", "log")),
    InvalidCapacity("people"),
    InvalidCapacity("hours_a_week"),
    StepNotFound(),
    BoardFull(500),
    NothingAnswered(),
    WorkshopNotClosed(),
    NoRecheck(),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: f"{error.key}-{getattr(error, 'field', '')}")
def test_an_error_is_told_in_words(error: UserError, language: Language) -> None:
    message = error.explain(language)
    assert "{" not in message
    assert bool(re.search("[ぁ-ん]", message)) == (language == "ja")
    assert len(message) > 40


def test_both_languages_have_the_same_texts_and_placeholders() -> None:
    def read(language: Language) -> dict[str, list[str]]:
        texts = read_catalogue(language).items()
        return {k: sorted(re.findall(r"\{\w+\}", text)) for k, text in texts if k.startswith("follow_up.")}

    assert read("ja") == read("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_statuses_and_kinds_are_found_by_their_words(language: Language) -> None:
    assert [find_column(name_column(column, language)) for column in COLUMNS] == list(COLUMNS)
    assert [find_status(name_status(status, language)) for status in BOARD_STATUSES] == list(BOARD_STATUSES)
    assert all(f"follow_up.kinds.{kind}" in read_catalogue(language) for kind in LOG_KINDS)
