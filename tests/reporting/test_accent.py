"""A firm's colour: readable on white, the same hue, and told apart from the colours of meaning."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.accent import LEAST_CONTRAST, NoColour, measure_contrast, read_colour, settle_accent

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def hue(colour: str) -> float:
    return colorsys.rgb_to_hls(*(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)))[0]


def test_contrast_is_the_one_of_wcag() -> None:
    """Worked by hand: black is 1.05 / 0.05; #767676 is the lightest grey that passes."""
    assert measure_contrast("#000000") == pytest.approx(21)
    assert measure_contrast("#ffffff") == pytest.approx(1)
    assert measure_contrast("#767676") == pytest.approx(4.54, abs=0.005)
    assert measure_contrast("#777777") == pytest.approx(4.48, abs=0.005)
    assert measure_contrast("#ff0000") == pytest.approx(1.05 / (0.2126 + 0.05))


@given(COLOURS)
def test_every_colour_ends_up_readable(colour: str) -> None:
    assert measure_contrast(settle_accent(colour).colour) >= LEAST_CONTRAST


@given(COLOURS)
def test_a_colour_that_is_readable_is_left_alone(colour: str) -> None:
    accent = settle_accent(colour)
    assert accent.is_adjusted == (measure_contrast(colour) < LEAST_CONTRAST)
    assert settle_accent(accent.colour).colour == accent.colour


@pytest.mark.parametrize("colour", ["#ffd400", "#00b8d4", "#7bc043", "#ff9aa2", "#c8a2ff"])
def test_a_pale_colour_is_darkened_no_more_than_it_must_be(colour: str) -> None:
    accent = settle_accent(colour)
    assert LEAST_CONTRAST <= measure_contrast(accent.colour) < LEAST_CONTRAST + 0.12
    assert min(abs(hue(accent.colour) - hue(colour)), 1 - abs(hue(accent.colour) - hue(colour))) < 0.05


@pytest.mark.parametrize(
    ("colour", "meaning"),
    [
        ("#27548a", "paper floor"),
        ("#B83A24", "risk"),
        ("#8a5a12", "paper"),
        ("#0a7d5a", None),
        ("#101820", None),
    ],
)
def test_a_colour_that_means_something_here_is_named(colour: str, meaning: str | None) -> None:
    near = settle_accent(colour).near
    assert near in (meaning or "").split() if meaning else near is None


@pytest.mark.parametrize(
    ("written", "read"), [("#0A7D5A", "#0a7d5a"), ("0a7d5a", "#0a7d5a"), (" #abc ", "#aabbcc")]
)
def test_colours_are_read_as_people_write_them(written: str, read: str) -> None:
    assert read_colour(written) == read


@pytest.mark.parametrize(
    "written", ["", "#12345", "green", "rgb(0,0,0)", "#0a7d5a;}", "＃０ａ７ｄ５ａ", "#12345g"]
)
def test_what_is_no_colour_is_refused(written: str) -> None:
    with pytest.raises(NoColour):
        read_colour(written)
