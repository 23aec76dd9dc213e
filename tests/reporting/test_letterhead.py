"""A brand in the printed report: where it belongs, accessible, and nothing of it where there is none."""

import re
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from assessments.models import LANGUAGES, Language
from reporting.brand import CONFIDENTIALITY_LENGTH, FIRM_LENGTH, PLAIN, Brand, Logo
from reporting.brand_logo import accept_logo
from reporting.brand_raster import rasterise
from reporting.charts.svg import INDIGO, OCHRE, VERMILION
from reporting.document import render_html
from reporting.enclosures import NOTHING, Enclosures
from reporting.pages.letterhead import FOOT_BOX, LOGO_BOX, build_letterhead
from reporting.press import print_html
from scoring.findings import Diagnosis
from tests.reporting.accessibility import list_failures
from tests.reporting.conftest import MADE_ON
from tests.reporting.test_pdf import read_pages

Companies = dict[str, Diagnosis]
FIRM, LINE = "みなもと経営研究所", "関係者限り。"
DRAWING = accept_logo(
    b'<svg viewBox="0 0 60 20"><g opacity=".5"><circle cx="10" cy="10" r="9" fill="#0a7d5a"/></g>'
    b'<path d="M25 2h30v16h-30z" fill="#123456"/></svg>'
)


def make_raster(form: str) -> Logo:
    target = BytesIO()
    Image.new("RGB", (600, 200), (10, 125, 90)).save(target, form)
    return accept_logo(target.getvalue())


LOGOS = {"svg": DRAWING, "png": make_raster("PNG"), "jpeg": make_raster("JPEG"), "none": None}


def print_report(diagnosis: Diagnosis, brand: Brand, language: Language = "ja") -> bytes:
    return print_html(render_html(diagnosis, language, MADE_ON, Enclosures(brand=brand)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("logo", LOGOS)
def test_a_brand_is_where_it_belongs_and_is_accessible(
    companies: Companies, logo: str, language: Language
) -> None:
    data = print_report(companies["quick"], Brand(FIRM, LOGOS[logo], "#0a7d5a", LINE), language)
    assert list_failures(data) == []
    first, *others = read_pages(data)
    assert FIRM in first
    assert LINE in first
    assert all(LINE in other for other in others)
    assert all((FIRM in other) == (logo == "none") for other in others)


def test_the_logo_speaks_the_firms_name(companies: Companies) -> None:
    html = render_html(companies["quick"], "ja", MADE_ON, Enclosures(brand=Brand("A & <B>", DRAWING)))
    assert re.search(r'<img src="data:image/svg\+xml;base64,[^"]+" alt="A &amp; &lt;B&gt;"', html)


def test_without_a_brand_nothing_changes(companies: Companies) -> None:
    assert build_letterhead(PLAIN, "　") is None
    plain = render_html(companies["quick"], "ja", MADE_ON)
    assert plain == render_html(companies["quick"], "ja", MADE_ON, NOTHING)
    assert "letterhead" not in plain
    assert "data-foot" not in plain


def test_the_accent_is_used_and_colours_of_meaning_stay(companies: Companies) -> None:
    def count(brand: Brand) -> tuple[int, ...]:
        html = render_html(companies["some unknown"], "ja", MADE_ON, Enclosures(brand=brand))
        return tuple(html.count(colour) for colour in (INDIGO, OCHRE, VERMILION))

    dyed = Brand(FIRM, None, "#8a2a6b", "")
    assert count(dyed) == count(PLAIN)
    html = render_html(companies["some unknown"], "ja", MADE_ON, Enclosures(brand=dyed))
    assert ".head .label, .decision .no { color: #8a2a6b }" in html
    assert ".accent.risk { background: none }" in html


def test_a_pages_number_stays(companies: Companies) -> None:
    data = print_report(companies["quick"], Brand(FIRM, DRAWING, None, LINE))
    pages = read_pages(data)
    assert all(f"{number}/{len(pages)}" in text for number, text in enumerate(pages, start=1))


@pytest.mark.parametrize("logo", [None, DRAWING])
def test_the_longest_brand_stays_on_the_page(companies: Companies, logo: Logo | None) -> None:
    brand = Brand("漢" * FIRM_LENGTH, logo, "#0a7d5a", "字" * CONFIDENTIALITY_LENGTH)
    data = print_report(companies["quick"], brand)
    document = pypdfium2.PdfDocument(data)
    assert len(document) == len(pypdfium2.PdfDocument(print_report(companies["quick"], PLAIN)))
    for number in range(len(document)):
        sheet = document[number]
        width, height = sheet.get_size()
        text = sheet.get_textpage()
        boxes = [text.get_charbox(place) for place in range(text.count_chars())]
        assert min(box[1] for box in boxes if box[2] > box[0]) > 3
        assert max(box[2] for box in boxes) < width - 3
        assert max(box[3] for box in boxes) < height
    assert "字" * CONFIDENTIALITY_LENGTH in read_pages(data)[1]


@pytest.mark.parametrize(("width", "height"), [(600, 200), (20, 400), (4000, 200)])
def test_a_logo_fits_its_boxes(width: int, height: int) -> None:
    letterhead = build_letterhead(Brand("A", Logo(b"", "image/png", width, height)), " ")
    assert letterhead is not None
    assert letterhead.logo is not None
    assert letterhead.foot_logo is not None
    for found, box in (
        ((letterhead.logo.width, letterhead.logo.height), LOGO_BOX),
        (tuple(side * 25.4 / letterhead.foot_logo.pixels_per_inch for side in (width, height)), FOOT_BOX),
    ):
        assert found[0] / found[1] == pytest.approx(width / height)
        assert found[0] == pytest.approx(box[0]) or found[1] == pytest.approx(box[1])
        assert found[0] <= box[0] + 1e-9
        assert found[1] <= box[1] + 1e-9


def test_a_drawing_becomes_pixels_with_its_transparency() -> None:
    logo = rasterise(DRAWING)
    with Image.open(BytesIO(logo.data)) as picture:
        assert picture.size == (900, 300)
        assert picture.getpixel((5, 5)) == (0, 0, 0, 0)  # the ground
        assert picture.getpixel((600, 150)) == (0x12, 0x34, 0x56, 255)
        red, green, blue, opacity = picture.getpixel((150, 150))  # type: ignore[misc]  # half transparent
        assert opacity == pytest.approx(128, abs=2)
        assert (red, green, blue) == pytest.approx((0x0A, 0x7D, 0x5A), abs=3)
    assert rasterise(LOGOS["png"]) == LOGOS["png"]  # type: ignore[arg-type]
