"""The link that brings a draft back, and what people paste."""

import pytest

from ui.links import make_link, read_token

TOKEN = "a" * 20 + "-_0"


@pytest.mark.parametrize("page", ["", "/", "/answer", "/result", "/start"])
def test_the_link_leads_to_the_answers_from_every_page(page: str) -> None:
    link = make_link(f"https://henkaku.example{page}", TOKEN, "en")
    assert link == f"https://henkaku.example/answer?t={TOKEN}&lang=en"


def test_the_link_keeps_the_folder_of_the_app() -> None:
    link = make_link("https://example.com/tools/result", TOKEN, "ja")
    assert link.startswith("https://example.com/tools/answer?")


@pytest.mark.parametrize(
    "pasted",
    [
        TOKEN,
        f"  {TOKEN}\n",
        f"https://henkaku.example/answer?t={TOKEN}",
        f"http://localhost:8501/result?lang=en&t={TOKEN}&s=review",
    ],
)
def test_a_token_is_found_in_what_was_pasted(pasted: str) -> None:
    assert read_token(pasted) == TOKEN


@pytest.mark.parametrize("pasted", ["", "会議室A", "https://henkaku.example/answer", "t=short", "a b" * 20])
def test_what_is_no_link_has_no_token(pasted: str) -> None:
    assert read_token(pasted) is None
