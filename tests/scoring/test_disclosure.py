"""What an anonymous workshop shows: nothing that a small group's answers could be told from."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.answers import AnswerSet, Respondent
from assessments.models import Group
from reporting.json_export import to_json
from scoring.diagnosis import diagnose
from scoring.disclosure import show_gaps
from scoring.findings import Diagnosis
from scoring.small_groups import choose_shown, find_pooled
from tests.conftest import answer
from tests.reporting.cases import MID_SIZED, questionnaire
from tests.reporting.rooms import ask_room, build_workshop

QUESTION = "handover_rule"
QUESTIONS = (QUESTION, "kgi", "budget_authority", "shared_kpis")
Levels = Mapping[Group, Sequence[int]]


def test_an_open_workshop_shows_every_group() -> None:
    diagnosis = build_workshop()
    shown = show_gaps(diagnosis)
    assert shown.gaps == tuple(gap for gap in diagnosis.gaps if len(gap.by_group) > 1)
    assert (shown.pooled, shown.others) == (frozenset(), 0)
    assert dict(shown.people) == {"marketing": 4, "sales": 4, "management": 2, "business_unit": 2}


def test_an_anonymous_workshop_shows_no_group_under_three() -> None:
    shown = show_gaps(build_workshop(anonymous=True))
    assert shown.gaps
    for gap in shown.gaps:
        assert all(view.n >= 3 for view in gap.by_group.values())
        assert gap.n == sum(view.n for view in gap.by_group.values())
        assert set(gap.by_group) <= {"marketing", "sales", "other"}
        assert ("other" in gap.by_group) == (gap.question_id in shown.pooled)
    assert dict(shown.people) == {"marketing": 4, "sales": 4}
    assert shown.others == 4


def test_a_single_voice_between_two_groups_decides_nothing() -> None:
    # Marketing 4 and sales 1 are shown. With the manager's 3 the median would be 3 and give it away.
    levels: Levels = {"marketing": (4, 4, 4), "sales": (1, 1, 1), "management": (3,)}
    diagnosis = ask_room(levels, anonymous=True)
    assert diagnosis.standing(QUESTION).level == 2.5
    (gap,) = show_gaps(diagnosis).gaps
    assert (list(gap.by_group), gap.difference, gap.n) == (["marketing", "sales"], 3, 6)
    assert ask_room(levels).standing(QUESTION).level == 3


@pytest.mark.parametrize("agreed", [0, 3])
def test_an_agreed_level_stands_in_an_anonymous_room_too(agreed: int) -> None:
    levels: Levels = {"marketing": (4, 4, 4), "management": (1,)}
    assert ask_room(levels, agreed=agreed, anonymous=True).standing(QUESTION).level == agreed
    assert ask_room(levels, anonymous=True).standing(QUESTION).level == 4


@pytest.mark.parametrize(
    ("sizes", "shown", "pooled"),
    [
        ({"marketing": 3, "sales": 2}, {"marketing": "marketing"}, ()),
        ({"sales": 2, "management": 1}, {"sales": "other", "management": "other"}, ("sales", "management")),
        ({"sales": 3, "other": 4, "management": 2}, {"sales": "sales", "other": "other"}, ()),
        ({"other": 3, "sales": 2, "management": 1}, None, ("sales", "management", "other")),
        ({"other": 2, "sales": 1}, {"other": "other", "sales": "other"}, ("sales", "other")),
        ({"sales": 0, "management": 2}, {}, ()),
    ],
)
def test_groups_are_shown_apart_together_or_not_at_all(
    sizes: dict[Group, int], shown: dict[Group, Group] | None, pooled: tuple[Group, ...]
) -> None:
    found = choose_shown(sizes)
    assert found == (dict.fromkeys(sizes, "other") if shown is None else shown)
    assert find_pooled(found) == pooled


@pytest.mark.parametrize("sizes", [(1,), (2,), (1, 1)])
def test_every_answer_of_hidden_voices_leaves_the_same_room(sizes: tuple[int, ...]) -> None:
    small: tuple[Group, ...] = ("management", "business_unit")[: len(sizes)]  # type: ignore[assignment]
    seen = set()
    for hands in product(*(product(range(6), repeat=size) for size in sizes)):
        levels: Levels = {"marketing": (1, 1, 2), "sales": (4, 4, 4), **dict(zip(small, hands, strict=True))}
        diagnosis = ask_room(levels, anonymous=True)
        seen.add(json.dumps(to_json(diagnosis)))
    assert len(seen) == 1


def tell(diagnosis: Diagnosis) -> tuple[Any, ...]:
    """Everything that can be read off a diagnosis, but for the people behind it."""
    return replace(diagnosis, answers=AnswerSet()), show_gaps(diagnosis), json.dumps(to_json(diagnosis))


REPLIES = st.fixed_dictionaries(dict.fromkeys(QUESTIONS, st.sampled_from([0, 1, 2, 3, 4, 5, "?", "-"])))
"""One person's answers."""
SILENT = st.fixed_dictionaries(dict.fromkeys(QUESTIONS, st.sampled_from(["?", "-"])))
LEVELS = st.fixed_dictionaries(dict.fromkeys(QUESTIONS, st.integers(0, 5)))
LARGE = st.lists(LEVELS, min_size=3, max_size=5) | st.lists(SILENT, min_size=3, max_size=5)
"""A group that is large enough on every question, or gave no level at all."""
HIDDEN = st.sampled_from([("management",), ("management", "management"), ("other", "management")])
"""The groups of people who are too few to be counted, even together."""


@settings(max_examples=40, deadline=None)
@given(LARGE, LARGE, HIDDEN, st.data())
def test_whatever_a_hidden_voice_answers_nothing_changes(
    marketing: list[Any], sales: list[Any], hidden: tuple[Group, ...], data: st.DataObject
) -> None:
    told = []
    for _ in range(2):
        crowd: list[tuple[Group, Any]] = [("marketing", one) for one in marketing]
        crowd += [("sales", one) for one in sales]
        crowd += [(group, data.draw(REPLIES)) for group in hidden]
        people = tuple(
            Respondent(group=group, answers=tuple(answer(question, given) for question, given in one.items()))
            for group, one in crowd
        )
        told.append(tell(diagnose(questionnaire(), AnswerSet(respondents=people, anonymous=True), MID_SIZED)))
    assert told[0] == told[1]
