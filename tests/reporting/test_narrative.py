"""Different companies read differently, and every sentence is finished."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from assessments.models import LANGUAGES, Language
from i18n.text import read_catalogue
from reporting.narrative import (
    tell_absent,
    tell_capabilities,
    tell_coverage,
    tell_dimension,
    tell_figures,
    tell_flip,
    tell_next_stage,
    tell_organisation,
    tell_path,
    tell_patterns,
    tell_readiness,
    tell_sides,
    tell_undecided,
    tell_verdict,
)
from reporting.narrative.voice import Voice, shorten_to_sentences, write_mean
from scoring.findings import Diagnosis
from tests.reporting.cases import NAMES
from tests.reporting.conftest import MADE_ON

Companies = dict[str, Diagnosis]
POLITE_END = re.compile(r"(です|ます|ません|ました|でした|ましょう)[。」）]?$")


def tell_everything(diagnosis: Diagnosis, language: Language, polite: bool) -> Iterator[str]:
    verdict = tell_verdict(diagnosis, language, polite, MADE_ON)
    yield from (*verdict.headline, verdict.deck, verdict.reasons_label)
    for reason in verdict.reasons:
        yield from (reason.title, reason.text)
    yield from (verdict.organisation.name, verdict.organisation.robustness, verdict.organisation.path)
    for decision in verdict.decisions:
        yield from (decision.text, decision.owner_title)
    for dimension in diagnosis.questionnaire.dimensions:
        told = tell_dimension(diagnosis, dimension.id, language, polite)
        yield from (told.headline, told.text)
    for tell in (tell_capabilities, tell_sides, tell_patterns, tell_organisation):
        story = tell(diagnosis, language, polite)
        yield from (*story.title, story.deck)
    yield tell_next_stage(diagnosis, language, polite)
    yield tell_coverage(diagnosis, language, polite)
    yield tell_readiness(diagnosis, language, polite)
    yield from (tell_flip(diagnosis, flip, language, polite) for flip in diagnosis.organisation.flips)
    yield from (station.text for station in tell_path(diagnosis, language, polite))
    yield from (tell_undecided(item, language, polite) for item in diagnosis.patterns_in("possible"))
    yield from (figure.own for figure in tell_figures(diagnosis, language, polite))


def test_the_list_of_companies_is_complete(companies: Companies) -> None:
    assert tuple(companies) == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("polite", [True, False])
def test_every_sentence_is_filled_in(
    companies: Companies, name: str, language: Language, polite: bool
) -> None:
    for sentence in tell_everything(companies[name], language, polite):
        assert sentence.strip()
        assert not re.search(r"[{}|]|\bnan\b", sentence), sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_different_companies_read_differently(companies: Companies, language: Language) -> None:
    verdicts = {name: tell_verdict(item, language, False, MADE_ON) for name, item in companies.items()}
    told = [(verdict.headline, verdict.deck) for verdict in verdicts.values()]
    # the two that know nothing cannot differ
    assert len(set(told)) >= len(told) - 1
    assert len({headline for headline, _ in told}) >= 14


def test_the_report_states_and_the_screen_speaks_politely(companies: Companies) -> None:
    for diagnosis in companies.values():
        plain = tell_verdict(diagnosis, "ja", False, MADE_ON)
        polite = tell_verdict(diagnosis, "ja", True, MADE_ON)
        for sentence in re.sub(r"「[^」]*」", "", plain.deck).split("。"):
            assert not POLITE_END.search(sentence), plain.deck
        for sentence in filter(None, re.sub(r"「[^」]*」", "", polite.deck).split("。")):
            assert POLITE_END.search(sentence), polite.deck
        assert not POLITE_END.search(plain.headline[-1])


@pytest.mark.parametrize("name", NAMES)
def test_the_verdict_asks_for_three_decisions_with_owner_and_date(companies: Companies, name: str) -> None:
    verdict = tell_verdict(companies[name], "ja", False, MADE_ON)
    assert len(verdict.decisions) == 3
    assert len({decision.text for decision in verdict.decisions}) == 3
    assert all(decision.due > MADE_ON and decision.owner_title for decision in verdict.decisions)
    assert 1 <= len(verdict.reasons) <= 3


@pytest.mark.parametrize("name", NAMES)
def test_counts_add_up(companies: Companies, name: str) -> None:
    counts = tell_verdict(companies[name], "en", False, MADE_ON).counts
    assert counts.floor + counts.paper + counts.below + counts.unknown == counts.total


def test_due_dates_count_from_the_day_the_report_is_made(companies: Companies) -> None:
    early = tell_verdict(companies["all 0"], "en", False, date(2026, 1, 1)).decisions[0]
    pattern = companies["all 0"].patterns_in("present")[0].pattern
    assert (early.due - date(2026, 1, 1)).days == pattern.decided_within_days


def test_a_short_side_is_named(companies: Companies) -> None:
    assert "実装" in "".join(tell_sides(companies["designed, not used"], "ja", False).title)
    assert "設計" in tell_sides(companies["used, not designed"], "ja", False).title[-1]


def test_absent_patterns_are_told_in_one_line(companies: Companies) -> None:
    assert "\n" not in tell_absent(companies["all 5"], "ja", False)
    assert tell_absent(companies["all unknown"], "ja", False) == ""


def test_no_figure_stands_beside_an_unknown_answer(companies: Companies) -> None:
    assert tell_figures(companies["all unknown"], "ja", False) == ()
    assert all(story.standing.is_known for story in tell_figures(companies["half unknown"], "ja", False))


def test_both_languages_have_the_same_texts_with_the_same_placeholders() -> None:
    japanese, english = (
        {key: text for key, text in read_catalogue(language).items() if key.split(".")[0] in AREAS}
        for language in LANGUAGES
    )
    assert japanese.keys() == english.keys()
    for key, text in japanese.items():
        assert placeholders(text) == placeholders(english[key]), key


AREAS = ("narrative", "report")


def placeholders(text: str) -> set[str]:
    # the day of a date is written by name in one language and by number in the other
    return set(re.findall(r"\{(\w+)", text)) - {"name", "month", "year"}


def test_a_mean_is_never_rounded_across_the_gap() -> None:
    assert [write_mean(mean) for mean in (2.94, 2.96, 2.999, 3.0, 3.04)] == [
        "2.9",
        "2.9",
        "2.9",
        "3.0",
        "3.0",
    ]


def test_lists_read_naturally() -> None:
    assert Voice("ja", False).join(["甲", "乙"]) == "甲と乙"
    assert Voice("ja", False).join(["甲", "乙", "丙"]) == "甲、乙、丙"
    assert Voice("en", False).join(["a", "b", "c"]) == "a, b and c"
    assert Voice("en", False).join([]) == ""


def test_a_long_text_keeps_whole_sentences() -> None:
    assert shorten_to_sentences("一つ目の文。二つ目の文。", 8) == "一つ目の文。"
    assert shorten_to_sentences("First one. Second one.", 100) == "First one. Second one."
