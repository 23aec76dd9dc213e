"""What of the gaps an anonymous workshop may show: nothing a small group's answers could be told from."""

from collections.abc import Mapping, Sequence
from itertools import product
from statistics import median

import pytest

from assessments.models import Group
from scoring.disclosure import hide_gap, is_pooled, show_gaps
from scoring.gaps import measure_gap
from tests.reporting.rooms import ask_room, build_workshop

QUESTION = "handover_rule"
Levels = Mapping[Group, Sequence[int]]


def test_an_open_workshop_shows_every_group() -> None:
    diagnosis = build_workshop()
    shown = show_gaps(diagnosis)
    assert shown.gaps == tuple(gap for gap in diagnosis.gaps if len(gap.by_group) > 1)
    assert (shown.pooled, shown.withheld, shown.others) == (frozenset(), frozenset(), 0)
    assert dict(shown.people) == {"marketing": 4, "sales": 4, "management": 2, "business_unit": 2}


def test_an_anonymous_workshop_shows_no_group_under_three() -> None:
    shown = show_gaps(build_workshop(), anonymous=True)
    assert shown.gaps
    for gap in shown.gaps:
        assert all(view.n >= 3 for view in gap.by_group.values())
        assert gap.n == sum(view.n for view in gap.by_group.values())
        assert set(gap.by_group) <= {"marketing", "sales", "other"}
        assert ("other" in gap.by_group) == (gap.question_id in shown.pooled)
        assert gap.question_id not in shown.withheld
    assert dict(shown.people) == {"marketing": 4, "sales": 4}
    assert shown.others == 4


def test_a_single_hidden_voice_that_sets_the_companys_level_hides_the_question() -> None:
    # Medians 1 and 4 are shown; the company stands at 3, so the one manager said 3.
    diagnosis = ask_room({"marketing": (4, 4, 4), "sales": (1, 1, 1), "management": (3,)})
    assert diagnosis.standing(QUESTION).level == 3
    shown = show_gaps(diagnosis, anonymous=True)
    assert (shown.gaps, shown.withheld) == ((), frozenset({QUESTION}))


def test_a_hidden_voice_beyond_the_others_could_be_any() -> None:
    # The company stands at 4, the higher of the two shown: the manager may have said 4 or 5.
    diagnosis = ask_room({"marketing": (4, 4, 4), "sales": (1, 1, 1), "management": (5,)})
    shown = show_gaps(diagnosis, anonymous=True)
    assert not shown.withheld
    assert set(shown.gaps[0].by_group) == {"marketing", "sales"}


@pytest.mark.parametrize("agreed", [None, 1, 3])
def test_an_agreed_level_does_not_bring_the_groups_back(agreed: int | None) -> None:
    # Before the room agreed, the facilitator's preview showed the level of the votes.
    levels: Levels = {"marketing": (4, 4, 4), "sales": (1, 1, 1), "management": (3,)}
    shown = show_gaps(ask_room(levels, agreed=agreed), anonymous=True)
    assert (shown.gaps, shown.withheld) == ((), frozenset({QUESTION}))


def test_even_one_group_and_a_hidden_voice_are_kept_from_the_minutes() -> None:
    diagnosis = ask_room({"marketing": (4, 4, 4), "management": (1,)})
    assert show_gaps(diagnosis, anonymous=True).withheld == {QUESTION}


def test_pooled_levels_that_the_companys_level_would_sort_are_hidden() -> None:
    # Pooled 0, 5, 5: the company's 2.75 is reached only when the unit's one voice is a 5.
    diagnosis = ask_room(
        {"marketing": (2, 2, 2), "sales": (3, 3, 3), "management": (0, 5), "business_unit": (5,)}
    )
    assert diagnosis.standing(QUESTION).level == 2.75
    assert show_gaps(diagnosis, anonymous=True).withheld == {QUESTION}


@pytest.mark.parametrize("sizes", [(1,), (2,), (1, 1), (2, 1)])
def test_whatever_is_shown_leaves_a_choice_for_every_small_group(sizes: tuple[int, ...]) -> None:
    """Every room with small groups of these sizes: nobody can turn what is shown back into their levels."""
    small: tuple[Group, ...] = ("management", "business_unit")[: len(sizes)]  # type: ignore[assignment]
    large: Levels = {"marketing": (1, 1, 2), "sales": (4, 4, 4)}
    seen: dict[tuple[object, ...], list[tuple[tuple[int, ...], ...]]] = {}
    hands = [
        [hand for hand in product(range(6), repeat=size) if list(hand) == sorted(hand)] for size in sizes
    ]
    for dealt in product(*hands):
        levels = {**large, **dict(zip(small, dealt, strict=True))}
        gap = measure_gap(QUESTION, levels)
        visible = hide_gap(gap)
        level = median(median(given) for given in levels.values())
        dots = tuple((group, view.levels) for group, view in visible.by_group.items())
        seen.setdefault((dots, level), []).append(dealt)
    for dealt_alike in seen.values():
        levels = {**large, **dict(zip(small, dealt_alike[0], strict=True))}
        shown = show_gaps(ask_room(levels), anonymous=True)
        pool = {level for hand in dealt_alike[0] for level in hand}
        for place in range(len(sizes)):
            is_told = len({dealt[place] for dealt in dealt_alike}) == 1
            if is_told and not (
                sum(sizes) >= 3 and len(pool) == 1
            ):  # all pooled dots alike: no order to tell
                assert shown.withheld, (levels, dealt_alike)


def test_hiding_again_changes_nothing() -> None:
    gap = measure_gap(QUESTION, {"marketing": (1, 2, 2), "sales": (4,), "management": (0, 3)})
    hidden = hide_gap(gap)
    assert is_pooled(gap, hidden)
    assert hide_gap(hidden) == hidden
    assert not is_pooled(hidden, hide_gap(hidden))
