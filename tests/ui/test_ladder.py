"""The geometry of the ladder: everything stands where its level is, and the gap never closes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.components.ladder import FLOOR_START, PAPER_END, RUNGS, colour_level, draw_bar, place_level

levels = st.floats(min_value=0, max_value=5, allow_nan=False)


@pytest.mark.parametrize("level", range(6))
def test_a_whole_level_stands_on_its_rung(level: int) -> None:
    assert place_level(level) == RUNGS[level]


@given(levels, levels)
def test_a_higher_level_never_stands_further_left(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert place_level(low) <= place_level(high)


@given(levels)
def test_nothing_is_filled_inside_the_gap(level: float) -> None:
    bar = draw_bar(level, (level, level), "")
    for start, width in re.findall(r'class="f" style="left:([\d.]+)%;width:([\d.]+)%', bar):
        assert float(start) + float(width) <= PAPER_END + 0.01 or float(start) >= FLOOR_START - 0.01


def test_colour_is_that_of_the_side_a_level_stands_on() -> None:
    assert colour_level(2.9) == "var(--paper)"
    assert colour_level(3) == "var(--floor)"
    assert colour_level(4) == "var(--floorD)"


def test_a_certain_level_has_no_bracket() -> None:
    assert 'class="iv"' not in draw_bar(2.4, (2.4, 2.4), "")
    assert 'class="iv"' in draw_bar(2.4, (2.0, 3.1), "")


def test_an_unknown_level_is_hatched_on_both_halves() -> None:
    assert draw_bar(None, (0, 5), "").count('class="u"') == 2


def test_the_label_is_escaped() -> None:
    assert 'aria-label="&lt;b&gt;"' in draw_bar(1, (1, 1), "<b>")
