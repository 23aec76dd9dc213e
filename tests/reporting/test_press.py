"""The PDF's weight and sameness: fonts hold what is drawn, and nothing but the input decides the bytes."""

import os
import re

import numpy as np
import pypdfium2
import pytest
from weasyprint import HTML

from reporting.document import render_html
from reporting.font_programs import shrink_fonts
from reporting.pdf import make_bounded, render_pdf
from reporting.press import VARIANT, print_html
from reporting.render_server import NICENESS
from scoring.findings import Diagnosis
from tests.reporting.conftest import MADE_ON

SAMPLE = (
    '<html lang="ja"><title>t</title><style>body { font-family: "Noto Sans CJK JP" } '
    "h1 { font-feature-settings: 'palt' }</style>"
    "<h1>「変革」、その一。</h1><p>力は尽くしている。ABC 123 （ｱｲ）①ヴ゙</p>"
)


def read_pixels(data: bytes) -> np.ndarray:
    page = pypdfium2.PdfDocument(data)[0]
    return np.asarray(page.render(scale=3).to_pil().convert("L")).astype(int)


def test_shrinking_the_fonts_changes_nothing_that_is_seen() -> None:
    whole = HTML(string=SAMPLE).write_pdf(pdf_variant=VARIANT)
    shrunk = HTML(string=SAMPLE).write_pdf(pdf_variant=VARIANT, finisher=shrink_fonts)
    assert len(shrunk) < len(whole) / 4
    before, after = read_pixels(whole), read_pixels(shrunk)
    assert np.abs(before - after).max() < 40, "more than the smoothing of an edge"
    assert (before < 100).sum() > 1000
    texts = [pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range() for data in (whole, shrunk)]
    assert texts[0] == texts[1]


def test_only_the_outlines_that_are_drawn_are_embedded() -> None:
    little = print_html('<html lang="ja"><title>t</title><p style="font-family:Noto Sans CJK JP">変革</p>')
    assert b"/CIDFontType0C" in little
    assert len(little) < 6_000


def test_a_full_report_is_light_enough_to_send_by_email(companies: dict[str, Diagnosis]) -> None:
    assert len(render_pdf(companies["some unknown"], "ja", MADE_ON)) < 400 * 1024


@pytest.mark.parametrize("name", ["some unknown", "individuals"])
def test_the_same_report_has_the_same_bytes(companies: dict[str, Diagnosis], name: str) -> None:
    """Made in two processes, which differ in the clock and in the order of their sets."""
    there = render_pdf(companies[name], "ja", MADE_ON)
    here = print_html(render_html(companies[name], "ja", MADE_ON))
    assert there == here
    assert not re.search(rb"/(CreationDate|ModDate)", there)


def tell_niceness() -> bytes:
    return str(os.nice(0)).encode()


def test_a_report_stands_back_behind_people_who_answer() -> None:
    assert int(make_bounded(tell_niceness, ())) == os.nice(0) + NICENESS
