"""A brand in workbook, slides and web page, and on the command line."""

import re
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from pptx import Presentation

from assessments.models import LANGUAGES, Language
from cli import main
from reporting.brand import CONFIDENTIALITY_LENGTH, FIRM_LENGTH, Brand, Logo
from reporting.brand_logo import accept_logo
from reporting.enclosures import Enclosures
from reporting.exports.forms import write_form
from reporting.exports.kinds import Form, SlideShape
from scoring.findings import Diagnosis
from tests.exports.conftest import EXAMPLES, MADE_ON, build_cases
from tests.exports.test_slides import box, measure_height, overlap, texts
from tests.exports.test_web import ALLOWED, Reader

BRAND_FILE = Path(__file__).parents[2] / "examples" / "brand" / "brand.yaml"
B = next(path for path in EXAMPLES if path.stem == "company_b")
LOGO = accept_logo((BRAND_FILE.parent / "logo.svg").read_bytes())
USUAL = Brand("みなもと & <経営>", LOGO, "#8a2a6b", "関係者限り。")
LONGEST = Brand("漢" * FIRM_LENGTH, LOGO, "#8a2a6b", "字" * CONFIDENTIALITY_LENGTH)


def write(
    form: Form, brand: Brand, language: Language = "ja", shape: SlideShape = "wide", name: str = "company_b"
) -> bytes:
    return write_form(form, build_cases()[name], language, MADE_ON, shape, Enclosures(brand=brand))


@pytest.mark.parametrize("form", ["xlsx", "pptx", "html"])
def test_the_same_brand_gives_the_same_bytes(form: Form) -> None:
    assert write(form, USUAL) == write(form, USUAL)


def open_deck(
    brand: Brand, language: Language = "ja", shape: SlideShape = "wide", name: str = "company_b"
) -> Any:
    return Presentation(BytesIO(write("pptx", brand, language, shape, name)))


def test_the_first_slide_has_the_logo_and_every_foot_the_name() -> None:
    deck = open_deck(USUAL)
    pictures = [
        (number, shape)
        for number, slide in enumerate(deck.slides)
        for shape in slide.shapes
        if shape.shape_type == 13
    ]
    assert [number for number, _ in pictures] == [0]
    assert pictures[0][1]._element.xpath(".//p:cNvPr")[0].get("descr") == USUAL.firm
    for slide in deck.slides:
        assert any(f"{USUAL.firm}　関係者限り。" in shape.text_frame.text for shape in texts(slide))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", ["wide", "a4"])
@pytest.mark.parametrize("name", ["company_b", "hostile", "healthy"])
def test_the_longest_brand_lies_over_nothing(language: Language, shape: SlideShape, name: str) -> None:
    deck = open_deck(LONGEST, language, shape, name)
    height = deck.slide_height / 36_000
    for slide in deck.slides:
        shown = texts(slide)
        pictures = [item for item in slide.shapes if item.shape_type == 13]
        for text in shown:
            assert measure_height(text) <= text.height / 36_000 + 0.1
            assert box(text)[3] <= height
        for first, second in combinations([*shown, *pictures], 2):
            assert not overlap(box(first), box(second))


def read_parts(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        return {name: archive.read(name).decode("utf-8", "replace") for name in names}


def test_the_workbook_has_logo_name_and_line() -> None:
    parts = read_parts(write("xlsx", USUAL))
    assert any(name.startswith("xl/media/") for name in parts)
    assert 'descr="みなもと &amp; &lt;経営&gt;"' in parts["xl/drawings/drawing1.xml"]
    sheets = [text for name, text in parts.items() if name.startswith("xl/worksheets/sheet")]
    assert all("みなもと &amp;&amp; &lt;経営&gt;　関係者限り。" in sheet for sheet in sheets)
    assert "みなもと &amp; &lt;経営&gt;　関係者限り。" in parts["xl/sharedStrings.xml"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_the_brand_and_still_asks_nothing_of_the_network(language: Language) -> None:
    html = write("html", USUAL, language).decode()
    reader = Reader(html)
    assert {tag for tag, _ in reader.elements} <= ALLOWED
    assert html.count("みなもと &amp; &lt;経営&gt;") == 2
    assert re.search(r'<img src="data:image/svg\+xml;base64,[^"]+" alt="">', html)
    assert "border-top: .5rem solid #8a2a6b" in html
    assert not re.search(r"(?:src|href)=\"(?!data:|#)", html)


def test_the_pages_policy_lets_its_own_colours_through(cases: dict[str, Diagnosis]) -> None:
    from base64 import b64encode
    from hashlib import sha256

    html = write("html", USUAL).decode()
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    assert f"sha256-{b64encode(sha256(style.group(1).encode()).digest()).decode()}" in html


@pytest.mark.parametrize("form", ["pdf", "xlsx", "pptx", "html"])
def test_the_command_line_takes_a_brand(tmp_path: Path, form: Form) -> None:
    output = tmp_path / f"b.{form}"
    result = CliRunner().invoke(main, ["report", str(B), "-o", str(output), "--brand", str(BRAND_FILE)])
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    assert output.stat().st_size > 10_000


def test_the_command_line_says_what_became_of_a_pale_colour(tmp_path: Path) -> None:
    brand = tmp_path / "brand.yaml"
    brand.write_text('firm: A\naccent: "#ffd400"\n', encoding="utf-8")
    result = CliRunner().invoke(
        main, ["report", str(B), "-o", str(tmp_path / "b.html"), "--brand", str(brand)]
    )
    assert result.exit_code == 0
    assert "#ffd400 is too pale" in result.stderr
    assert "#8d7400" in result.stderr


def test_a_brand_that_cannot_be_used_leaves_nothing_behind(tmp_path: Path) -> None:
    brand = tmp_path / "brand.yaml"
    brand.write_text("firm: A\nlogo: none.png\n", encoding="utf-8")
    output = tmp_path / "b.html"
    result = CliRunner().invoke(main, ["report", str(B), "-o", str(output), "--brand", str(brand)])
    assert result.exit_code == 2
    assert "brand.yaml:2: logo" in result.stderr
    assert not output.exists()


def test_a_logo_that_is_a_picture_is_taken_as_it_is() -> None:
    from reporting.brand_raster import rasterise

    picture: Logo = rasterise(LOGO)
    brand = Brand("A", picture, None, "")
    with ZipFile(BytesIO(write("pptx", brand))) as archive:
        media = [archive.read(name) for name in archive.namelist() if name.startswith("ppt/media/")]
    assert picture.data in media
