"""The slides: everything is native, says its finding, and stays inside its box and its slide."""

from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from assessments.models import Language
from reporting.exports.kinds import SlideShape
from reporting.exports.slides import render_pptx
from reporting.exports.slides.deck import SHAPES
from reporting.glyphs import MM_PER_POINT, measure_text
from reporting.typesetting import break_lines
from scoring.findings import Diagnosis
from tests.exports.conftest import MADE_ON, build_cases
from tests.exports.office import convert, needs_office

EMU = 36_000
"""English metric units in a millimetre."""


@cache
def open_deck(name: str, language: Language, shape: SlideShape = "wide") -> Any:
    return Presentation(BytesIO(render_pptx(build_cases()[name], language, MADE_ON, shape)))


def box(shape: Any) -> tuple[float, float, float, float]:
    """Left, top, right and bottom in mm."""
    left, top = shape.left / EMU, shape.top / EMU
    return left, top, left + shape.width / EMU, top + shape.height / EMU


def texts(slide: Any) -> list[Any]:
    return [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text.strip()]


def measure_height(shape: Any) -> float:
    """Height in mm that a shape's text takes, measured with the report's fonts."""
    total, width = 0.0, shape.width / EMU
    for paragraph in shape.text_frame.paragraphs:
        run = paragraph.runs[0] if paragraph.runs else None
        if run is None:  # the slide's number is a field
            continue
        size, bold = run.font.size.pt, bool(run.font.bold)
        for line in paragraph.text.split("\v"):
            lines = len(break_lines(line, width, size, bold))
            total += max(lines, 1) * paragraph.line_spacing.pt * MM_PER_POINT
    return total


ON_A4 = ("company_b", "half_unknown", "healthy", "workshop", "hostile", "all 0")
DECKS = [(name, "wide") for name in build_cases()] + [(name, "a4") for name in ON_A4]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("name", "shape"), DECKS)
def test_no_text_leaves_its_box_or_its_slide(name: str, language: Language, shape: SlideShape) -> None:
    width, height = SHAPES[shape]
    for slide in open_deck(name, language, shape).slides:
        for drawn in slide.shapes:
            left, top, right, bottom = box(drawn)
            assert left >= -0.1
            assert top >= -0.1
            assert right <= width + 0.1, (drawn.name, right)
            assert bottom <= height + 0.1, (drawn.name, bottom)
        for text in texts(slide):
            assert measure_height(text) <= text.height / EMU + 0.1, text.text_frame.text
            for line in text.text_frame.text.split("\v"):
                for word in line.split():
                    run = text.text_frame.paragraphs[0].runs
                    if run and word.isascii():
                        assert (
                            measure_text(word, run[0].font.size.pt, bool(run[0].font.bold))
                            <= text.width / EMU
                        )


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("name", "shape"), DECKS)
def test_no_text_lies_over_another(name: str, language: Language, shape: SlideShape) -> None:
    for slide in open_deck(name, language, shape).slides:
        charts = [item for item in slide.shapes if item.has_chart or item.has_table]
        for first, second in combinations(texts(slide), 2):
            assert not overlap(box(first), box(second)), (first.text_frame.text, second.text_frame.text)
        for table in (item for item in charts if item.has_table):
            for text in texts(slide):
                assert not overlap(box(table), box(text)), text.text_frame.text


def overlap(first: tuple[float, ...], second: tuple[float, ...], slack: float = 0.4) -> bool:
    across = min(first[2], second[2]) - max(first[0], second[0])
    down = min(first[3], second[3]) - max(first[1], second[1])
    return across > slack and down > slack


@pytest.mark.parametrize("language", ["ja", "en"])
def test_titles_are_findings_and_nothing_is_left_out(cases: dict[str, Diagnosis], language: Language) -> None:
    for name in ("company_b", "half_unknown", "healthy", "org_chart_only"):
        diagnosis = cases[name]
        deck = open_deck(name, language)
        titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
        assert all(titles)
        assert len(set(titles)) >= len(titles) - 1
        said = "".join(shape.text_frame.text for slide in deck.slides for shape in texts(slide))
        said = "".join(said.replace("\v", "").split())
        for state in ("present", "possible"):
            for finding in diagnosis.patterns_in(state):  # type: ignore[arg-type]
                assert "".join(finding.pattern.title.get(language).split()) in said


def test_charts_and_tables_are_native_and_described() -> None:
    deck = open_deck("company_b", "ja")
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    charts = [shape for shape in shapes if shape.has_chart]
    assert len(charts) == 5
    assert any(shape.has_table for shape in shapes)
    assert not any(shape.shape_type == 13 for shape in shapes)  # no pictures
    for shape in (*charts, *(item for item in shapes if item.has_table)):
        assert shape._element.xpath(".//p:cNvPr")[0].get("descr")


def test_a_chart_holds_the_scores(cases: dict[str, Diagnosis]) -> None:
    diagnosis = cases["half_unknown"]
    deck = open_deck("half_unknown", "en")
    chart = next(shape.chart for shape in deck.slides[2].shapes if shape.has_chart)
    paper, floor, unknown = (list(series.values) for series in chart.plots[0].series)
    means = list(chart.plots[1].series[0].values)
    for place, measure in enumerate(diagnosis.capabilities.values()):
        low, high = measure.mean_interval
        assert paper[place] + floor[place] == pytest.approx(low if measure.mean is not None else 0, abs=1e-3)
        assert paper[place] + floor[place] + unknown[place] == pytest.approx(high, abs=1e-3)
        assert means[place] == (None if measure.mean is None else pytest.approx(measure.mean, abs=1e-3))


@needs_office
@pytest.mark.parametrize("name", ["company_b", "hostile", "nothing answered"])
def test_it_opens_and_prints_a_page_for_each_slide(
    tmp_path: Path, cases: dict[str, Diagnosis], name: str
) -> None:
    import pypdfium2

    path = tmp_path / "slides.pptx"
    path.write_bytes(render_pptx(cases[name], "ja", MADE_ON))
    printed = pypdfium2.PdfDocument(convert(path, "pdf", tmp_path))
    assert len(printed) == len(Presentation(str(path)).slides)
