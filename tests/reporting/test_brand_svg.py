"""SVG logos: what draws is kept, what runs, reaches out or never ends is refused."""

import re
from xml.etree import ElementTree

import pytest

from assessments.models import LANGUAGES
from reporting.brand import Logo
from reporting.brand_logo import accept_logo
from reporting.brand_refusal import LogoRefused

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 120 40"'
)
RECT = '<rect width="10" height="10"/>'


def accept(body: str, attributes: str = "") -> Logo:
    return accept_logo(f"{HEAD} {attributes}>{body}</svg>".encode())


def refuse(data: bytes) -> str:
    with pytest.raises(LogoRefused) as caught:
        accept_logo(data)
    assert all(all(caught.value.explain(language)) for language in LANGUAGES)
    return caught.value.reason


def refuse_body(body: str) -> str:
    return refuse(f"{HEAD}>{body}</svg>".encode())


def written(logo: Logo) -> str:
    ElementTree.fromstring(logo.data)  # well-formed, whatever it was made from
    return logo.data.decode()


def test_what_draws_is_kept() -> None:
    body = (
        '<title>Firm</title><metadata><a xmlns="urn:x">who</a></metadata>'
        '<defs><linearGradient id="g1" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#123"/>'
        '<stop offset="1" style="stop-color:#456;stop-opacity:.5"/></linearGradient>'
        '<clipPath id="c"><circle cx="5" cy="5" r="4"/></clipPath><path id="p" d="M0,0 L1e1-2z"/></defs>'
        '<g transform="matrix(1 0 0 1 2 3)" data-name="レイヤー 1"><use xlink:href="#p" x="3"/>'
        '<rect width="10" height="10" rx="2" fill="url(#g1)" clip-path="url(\'#c\')"/></g>'
    )
    logo = accept(body, 'fill="none"')
    text = written(logo)
    assert (logo.media_type, logo.width, logo.height) == ("image/svg+xml", 120, 40)
    for kept in (
        'viewBox="0 0 120 40"', 'fill="none"', 'transform="matrix(1 0 0 1 2 3)"', 'href="#p"',
        'd="M0,0 L1e1-2z"', 'fill="url(#g1)"', 'clip-path="url(#c)"', 'stop-color="#456"', 'rx="2"',
    ):  # fmt: skip
        assert kept in text
    for dropped in ("title", "metadata", "who", "data-name", "style=", "xlink"):
        assert dropped not in text


def test_an_exported_style_sheet_is_written_into_its_shapes() -> None:
    """What Illustrator writes by default."""
    text = written(
        accept(
            "<defs><style>/* x */.cls-1,.cls-2{fill:#0a7d5a;}"
            ".cls-2{stroke:#fff;mix-blend-mode:multiply}</style></defs>"
            '<g><path class="cls-1" d="M0 0h9z"/>'
            '<path class="cls-2" fill="red" d="M1 1h9z" style="stroke:#111"/></g>'
        )
    )
    assert text.count('fill="#0a7d5a"') == 2
    assert 'stroke="#111"' in text
    assert "multiply" not in text
    assert "red" not in text


def test_editors_own_elements_are_left_out() -> None:
    """What Inkscape writes."""
    body = (
        '<sodipodi:namedview xmlns:sodipodi="urn:sodipodi" onload="x()">'
        "<script>evil()</script></sodipodi:namedview>" + RECT
    )
    text = written(accept(body, 'xmlns:inkscape="urn:i" inkscape:version="1.3" xml:space="preserve"'))
    assert "evil" not in text
    assert "inkscape" not in text
    assert "<rect" in text


@pytest.mark.parametrize(
    ("size", "box"),
    [
        ('width="120" height="40"', (120, 40)),
        ('width="1in" height="48px"', (96, 48)),
        ('width="25.4mm" height="12.7mm"', (96, 48)),
    ],
)
def test_without_a_view_box_width_and_height_count(size: str, box: tuple[float, float]) -> None:
    logo = accept_logo(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{RECT}</svg>'.encode())
    assert (logo.width, logo.height) == pytest.approx(box)
    assert f'viewBox="0 0 {box[0]} {box[1]}"' in written(logo)


def test_other_encodings_are_read() -> None:
    logo = accept_logo(f'<?xml version="1.0" encoding="UTF-16"?>{HEAD}>{RECT}</svg>'.encode("utf-16"))
    assert "<rect" in written(logo)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<script>alert(1)</script>" + RECT, "svg_script"),
        ('<rect width="9" height="9" onclick="alert(1)"/>', "svg_script"),
        ('<g ONLOAD="alert(1)">' + RECT + "</g>", "svg_script"),
        ('<rect width="9" height="9"><animate attributeName="href" to="x"/></rect>', "svg_script"),
        ('<set attributeName="onclick" to="x"/>' + RECT, "svg_script"),
        ("<foreignObject><p>x</p></foreignObject>", "svg_picture"),
        ('<image href="data:image/png;base64,AAAA"/>', "svg_picture"),
        ('<image xlink:href="https://x.test/a.png"/>', "svg_picture"),
        ("<text>Firm</text>", "svg_text"),
        ('<a href="https://x.test">' + RECT + "</a>", "svg_element"),
        ("<svg>" + RECT + "</svg>", "svg_element"),
        ('<pattern id="p"/>' + RECT, "svg_element"),
        ('<rect width="9" height="9" filter="url(#f)"/>', "svg_element"),
        ('<rect width="9" height="9" style="filter:blur(9px)"/>', "svg_element"),
        ('<use href="https://x.test/a.svg#b"/>', "svg_outside"),
        ('<use xlink:href="data:image/svg+xml,%3Csvg/%3E#a"/>', "svg_outside"),
        ('<use href="file:///etc/passwd"/>', "svg_outside"),
        ('<use href="javascript:alert(1)"/>', "svg_outside"),
        ('<use href="#"/>', "svg_outside"),
        ('<rect width="9" height="9" fill="url(https://x.test/a.svg#g)"/>', "svg_outside"),
        ('<rect width="9" height="9" fill="URL( \'data:x\' )"/>', "svg_outside"),
        ('<rect width="9" height="9" cursor="url(https://x.test/c.cur)"/>', "svg_outside"),
        ('<rect width="9" height="9" style="background:url(//x.test/a)"/>', "svg_outside"),
        ('<rect width="9" height="9" style="fill:expression(alert(1))&lt;"/>', "svg_outside"),
        ('<rect width="9" height="9" style="fill:u\\72l(https://x.test)"/>', "svg_style"),
        ("<style>@import url(https://x.test/a.css);</style>" + RECT, "svg_style"),
        ("<style>@font-face{src:url(https://x.test/f)}</style>" + RECT, "svg_style"),
        ("<style>rect{fill:red}</style>" + RECT, "svg_style"),
        ("<style>.a:hover{fill:red}</style>" + RECT, "svg_style"),
        (
            "<style>.a{fill:url(https://x.test/a)}</style><rect class='a' width='9' height='9'/>",
            "svg_outside",
        ),
        ("", "svg_nothing"),
        ("<defs/><g/>", "svg_nothing"),
        ('<path d="M0 0 L1e308 1"/>', "svg_too_complex"),
        ('<path d="M0 0 L1e9999 1"/>', "svg_too_complex"),
        ('<path d="M0 0h99" stroke-dasharray="1e-5"/>', "svg_too_complex"),
        ("<g>" * 60 + RECT + "</g>" * 60, "svg_too_complex"),
        (RECT * 6000, "svg_too_complex"),
    ],
)
def test_what_does_more_than_draw_is_refused(body: str, reason: str) -> None:
    assert refuse_body(body) == reason


BILLION_LAUGHS = (
    b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><svg xmlns="http://www.w3.org/2000/svg"><title>&c;</title></svg>'
)
XXE = (
    b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>&x;</title><path d="M0 0"/></svg>'
)
REMOTE_DTD = (
    b'<!DOCTYPE svg SYSTEM "https://x.test/a.dtd"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
)


@pytest.mark.parametrize(
    "data",
    [BILLION_LAUGHS, XXE, REMOTE_DTD, XXE.decode().replace('<?xml version="1.0"?>', "").encode("utf-16")],
)
def test_a_document_type_is_refused(data: bytes) -> None:
    assert refuse(data) == "svg_doctype"


@pytest.mark.parametrize(
    "data",
    [
        b"<svg",
        b"<svg></g></svg>",
        b"<svg>&undefined;</svg>",
        b'<html xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg"/></html>',
        b'<g xmlns="http://www.w3.org/2000/svg"><!-- <svg --></g>',
        b'<?xml version="1.0" encoding="unknown-9"?><svg/>',
        b"<svg>\xff\xfe</svg>",
    ],
)
def test_what_is_not_well_formed_is_refused(data: bytes) -> None:
    assert refuse(data) == "svg_broken"


@pytest.mark.parametrize(
    "size",
    ["", 'viewBox="0 0 0 40"', 'viewBox="0 0 -5 5"', 'viewBox="0 0 1e9 1e9"', 'viewBox="0 0 1e999 9"',
     'width="100%" height="100%"', 'viewBox="a b c d"', 'width="9em" height="9em"', 'viewBox="1e9 0 9 9"'],
)  # fmt: skip
def test_a_size_that_is_none_is_refused(size: str) -> None:
    assert refuse(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{RECT}</svg>'.encode()) == "svg_no_size"


def test_a_drawing_too_long_is_refused() -> None:
    assert refuse(f'<svg viewBox="0 0 900 9">{RECT}</svg>'.encode()) == "too_narrow"


def test_uses_that_multiply_are_refused() -> None:
    """Ten to the tenth rectangles from eleven lines."""
    levels = "".join(
        f'<g id="a{level}">' + f'<use href="#a{level - 1}"/>' * 10 + "</g>" for level in range(1, 11)
    )
    assert refuse_body(f'<defs><g id="a0">{RECT}</g>{levels}</defs><use href="#a10"/>') == "svg_too_complex"


@pytest.mark.parametrize(
    "body",
    [
        '<g id="a"><use href="#a"/></g>',
        '<use id="a" href="#b"/><use id="b" href="#a"/>',
        '<linearGradient id="a" href="#b"/><linearGradient id="b" xlink:href="#a"/><rect fill="url(#a)"/>',
        '<clipPath id="c"><rect clip-path="url(#c)"/></clipPath>' + RECT,
        '<mask id="m"><g mask="url(#m)"><path d="M0 0"/></g></mask>' + RECT,
    ],
)
def test_references_in_a_circle_are_refused(body: str) -> None:
    assert refuse_body(body) == "svg_too_complex"


def test_a_chain_of_references_without_end_is_refused() -> None:
    chain = "".join(f'<linearGradient id="g{n}" href="#g{n + 1}"/>' for n in range(3000))
    assert refuse_body(chain + '<rect fill="url(#g0)"/>') == "svg_too_complex"


def test_a_colour_is_not_taken_for_a_reference() -> None:
    assert 'id="fff"' in written(accept('<rect id="fff" fill="#fff" width="9" height="9"/>'))


def test_what_is_written_holds_no_address() -> None:
    body = '<g><use href="#r"/><rect id="r" width="9" height="9" fill="url( \'#r2\' ) #fff"/></g>'
    text = written(accept(body))
    assert re.findall(r'(?:href="|url\()([^")]*)', text) == ["#r", "#r2"]
    assert 'fill="url(#r2) #fff"' in text
