"""Many companies at once stand exactly where each stands alone."""

from dataclasses import fields
from random import Random
from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.answers import Answer, AnswerSet, Respondent
from assessments.loading import load_questionnaire
from assessments.models import DIMENSIONS, GROUPS, DimensionId, Edition
from scoring.batch import AT_A_TIME, Ballots, Scorer, Scores
from scoring.company import Company
from scoring.findings import Measure
from scoring.votes import MOST_RESPONDENTS

CONTENT = load_questionnaire()
CHOICES: tuple[Any, ...] = (0, 1, 2, 3, 4, 5, "unknown", "not_applicable", None)


def give_answers(random: Random, asked: list[str], edition: Edition, parts: Any) -> AnswerSet:
    """Answers of up to nine people; some give only a few kinds of answer, so that rare cases come up."""
    respondents = []
    for _ in range(random.randint(0, 9)):
        kinds = random.sample(CHOICES, random.randint(1, len(CHOICES)))
        given_ = [(question, random.choice(kinds)) for question in asked]
        respondents.append(
            Respondent(
                group=random.choice(GROUPS),
                answers=tuple(
                    Answer(question=question, level=level, reason="-" if level == "not_applicable" else "")
                    for question, level in given_
                    if level is not None
                ),
            )
        )
    return AnswerSet(edition=edition, dimensions=parts, respondents=tuple(respondents))


def fill_ballots(companies: list[AnswerSet], asked: list[str]) -> Ballots:
    most = max(len(company.respondents) for company in companies)
    levels = np.full((len(companies), most, len(asked)), np.nan)
    waived = np.zeros(levels.shape, dtype=bool)
    groups = np.full(levels.shape[:2], -1)
    for row, company in enumerate(companies):
        for person, respondent in enumerate(company.respondents):
            groups[row, person] = GROUPS.index(respondent.group)
            for answer in respondent.answers:
                place = row, person, asked.index(answer.question)
                if isinstance(answer.level, int):
                    levels[place] = answer.level
                waived[place] = answer.level == "not_applicable"
    return Ballots(levels, groups, waived)


def read_measures(scores: Scores, row: int) -> dict[str, Measure]:
    sets = {"overall": scores.overall, **scores.dimensions, **scores.capabilities}
    return {name: maturity.row(row) for name, maturity in sets.items()}


@settings(max_examples=60, deadline=None)
@given(
    st.randoms(use_true_random=False),
    st.sampled_from(get_args(Edition)),
    st.sets(st.sampled_from(DIMENSIONS), min_size=1),
    st.integers(1, 3),
)
def test_each_company_stands_where_it_stands_alone(
    random: Random, edition: Edition, chosen: set[DimensionId], count: int
) -> None:
    parts = tuple(dimension for dimension in DIMENSIONS if dimension in chosen)
    asked = [question.id for question in CONTENT.asked_in(edition, parts)]
    companies = [give_answers(random, asked, edition, parts) for _ in range(count)]
    (scores,) = Scorer(CONTENT, edition, parts).score([fill_ballots(companies, asked)])
    for row, answers in enumerate(companies):
        alone = Company.settle(CONTENT, answers)
        np.testing.assert_array_equal(scores.levels[row], alone.matrix.levels[0])
        np.testing.assert_array_equal(scores.applicable[row], alone.matrix.applicable[0])
        assert read_measures(scores, row) == {
            "overall": alone.overall,
            **alone.dimensions,
            **alone.capabilities,
        }


def test_companies_may_come_in_any_batches() -> None:
    random = np.random.default_rng(3)
    count = AT_A_TIME + 7
    levels = random.choice([0, 1, 2, 3, 4, 5, np.nan], (count, 4, len(CONTENT.questions)))
    groups = random.integers(-1, len(GROUPS), (count, 4))
    ballots = Ballots(levels, groups, np.isnan(levels) & (random.random(levels.shape) < 0.5))
    whole = list(Scorer(CONTENT).score([ballots]))
    assert [len(part.levels) for part in whole] == [AT_A_TIME, 7]
    pieces = list(Scorer(CONTENT).score(ballots.cut(13)))
    for item in fields(whole[0].overall):
        joined = [np.concatenate([getattr(p.overall, item.name) for p in parts]) for parts in (whole, pieces)]
        np.testing.assert_array_equal(*joined)


def test_a_company_with_more_respondents_than_can_be_counted_is_refused() -> None:
    shape = (1, MOST_RESPONDENTS + 1, len(CONTENT.questions))
    ballots = Ballots(np.zeros(shape), np.zeros(shape[:2], dtype=int), np.zeros(shape, dtype=bool))
    with pytest.raises(ValueError, match="255"):
        list(Scorer(CONTENT).score([ballots]))
    full = next(ballots.cut(1))
    most = Ballots(full.levels[:, 1:], full.groups[:, 1:], full.waived[:, 1:])
    (scores,) = Scorer(CONTENT).score([most])
    assert (scores.levels == 0).all()
