"""Pictures are well-formed, say in words what they show, and hold no text of their own."""

from xml.etree import ElementTree

import pytest

from assessments.models import LANGUAGES, Language
from reporting.charts.geometry import GAP_BOTTOM, GAP_TOP, ZONE_BOTTOM, ZONE_TOP, column, rung_height
from reporting.charts.ladder import draw_glyph, draw_hero, tone
from reporting.charts.squares import SQUARE, place_squares
from reporting.charts.svg import INDIGO, OCHRE, Picture, hatch, lines
from reporting.pages.report import build_report
from reporting.pages.wording import Wording
from scoring.findings import Diagnosis, Measure
from tests.reporting.cases import NAMES
from tests.reporting.conftest import MADE_ON


def find_pictures(value: object) -> list[Picture]:
    if isinstance(value, Picture):
        return [value]
    if isinstance(value, tuple):
        return [picture for item in value for picture in find_pictures(item)]
    if hasattr(value, "__dataclass_fields__") and not isinstance(value, Diagnosis):
        return [picture for item in vars(value).values() for picture in find_pictures(item)]
    return []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_well_formed_and_described(
    companies: dict[str, Diagnosis], name: str, language: Language
) -> None:
    pictures = find_pictures(build_report(companies[name], Wording(language), MADE_ON))
    assert len(pictures) > 50
    for picture in pictures:
        root = ElementTree.fromstring(picture.svg)
        assert not list(root.iter("{http://www.w3.org/2000/svg}text"))
        assert picture.alt
        assert "nan" not in picture.svg
        assert picture.uri.startswith("data:image/svg+xml;base64,")
        assert all(float(item.get("width", 1)) >= 0 for item in root.iter() if item is not root)


@pytest.mark.parametrize("stage", [None, 0, 1, 2, 3, 4, 5])
def test_the_hero_is_solid_up_to_its_stage(stage: int | None) -> None:
    measure = Measure(40.0, (30.0, 60.0), 0.8, stage, (0, 5))
    svg = draw_hero(measure, "alt").svg
    assert (OCHRE in svg) == (stage is not None)
    assert (INDIGO in svg) == (stage is not None)


def test_paper_and_floor_have_their_own_colours() -> None:
    assert tone(2.99) == OCHRE
    assert tone(3.0) == INDIGO
    assert draw_glyph(None, "x").svg != draw_glyph(0, "x").svg


def test_squares_stay_in_their_band() -> None:
    for level in range(6):
        for _, top in place_squares(level, 39):
            assert top >= ZONE_TOP
            assert top + SQUARE <= ZONE_BOTTOM
            assert top + SQUARE <= GAP_TOP + 0.1 if level >= 3 else top >= GAP_BOTTOM - 0.1


def test_columns_fill_the_main_part() -> None:
    left, width = column(3)
    assert left + width == pytest.approx(191.5)
    assert rung_height(3) < rung_height(2)


def test_lines_of_one_colour_are_one_shape() -> None:
    assert lines([(0, 1.5, 10, 1.5), (2.25, 0, 2.25, 3)], "#123456", 0.3) == (
        '<path d="M0 1.5L10 1.5M2.25 0L2.25 3" stroke="#123456" stroke-width="0.3"/>'
    )
    assert lines([], "#123456", 0.3) == ""
    assert hatch(0, 0, 6, 3).count("<path") == 1
