"""Native charts on the ladder: their data can be edited, their levels lie on the slide's own rungs."""

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Mm, Pt

from reporting.charts.ladder import tone
from reporting.charts.svg import HAIRLINE, INDIGO, INK, OCHRE, RUNG
from reporting.exports.slides.canvas import Canvas, colour_of, describe, hatch_fill
from reporting.exports.slides.ladder import Scale
from scoring.findings import Measure

LABEL_ROOM = 17.0
"""Room for the labels under a chart, in mm."""
Place = tuple[float, float]
"""Left edge and width in mm."""


def draw_measures(
    canvas: Canvas,
    scale: Scale,
    place: Place,
    items: Sequence[tuple[str, Measure]],
    alt: str,
    label_size: float = 9,
) -> None:
    """Scores as columns: solid to the lower bound, hatched to the upper one, a tick at the mean."""
    wording = canvas.wording
    data = CategoryChartData(number_format="0.0")
    data.categories = [label for label, _ in items]
    rows = [_split(measure) for _, measure in items]
    names = [wording.tell(f"columns.{key}") for key in ("bar_paper", "bar_floor", "bar_unknown", "bar_mean")]
    for name, values in zip(names, zip(*rows, strict=True), strict=True):
        data.add_series(name, values)
    chart = _add(canvas, XL_CHART_TYPE.COLUMN_STACKED, scale, place, data, alt)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 70, 100
    for series, colour in zip(plot.series, (OCHRE, INDIGO), strict=False):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour_of(colour)
    unknown = plot.series[2].format
    hatch_fill(unknown.fill)
    unknown.line.color.rgb, unknown.line.width = colour_of(RUNG), Pt(0.5)
    _turn_into_ticks(chart)
    _set_axes(chart, label_size)


def _split(measure: Measure) -> tuple[float, float, float, float | None]:
    """Solid on paper, solid on the floor, hatched, and the mean, in levels."""
    low, high = measure.mean_interval
    on_floor = measure.mean is not None and measure.mean >= 3
    low = 0.0 if measure.mean is None else low
    mean = None if measure.mean is None else round(measure.mean, 4)
    return round(low * (not on_floor), 4), round(low * on_floor, 4), round(high - low, 4), mean


def _turn_into_ticks(chart: Any) -> None:
    """Take the last series out of the columns and draw it as ticks over them."""
    area = chart._chartSpace.find(f".//{qn('c:plotArea')}")
    columns = area.find(qn("c:barChart"))
    series = columns.findall(qn("c:ser"))[-1]
    columns.remove(series)
    for name in ("c:invertIfNegative", "c:spPr"):
        for element in series.findall(qn(name)):
            series.remove(element)
    look = (
        f'<c:spPr {nsdecls("c", "a")}><a:ln w="28575"><a:noFill/></a:ln></c:spPr>',
        f'<c:marker {nsdecls("c", "a")}><c:symbol val="dash"/><c:size val="16"/><c:spPr><a:solidFill>'
        f'<a:srgbClr val="{INK.lstrip("#")}"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr></c:marker>',
    )
    for element in reversed(look):
        series.find(qn("c:tx")).addnext(parse_xml(element))
    series.append(parse_xml(f'<c:smooth {nsdecls("c")} val="0"/>'))
    axes = "".join(f'<c:axId val="{item.get("val")}"/>' for item in columns.findall(qn("c:axId")))
    ticks = parse_xml(
        f'<c:lineChart {nsdecls("c")}><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'<c:marker val="1"/>{axes}</c:lineChart>'
    )
    ticks.find(qn("c:varyColors")).addnext(series)
    columns.addnext(ticks)


def draw_counts(
    canvas: Canvas, scale: Scale, place: Place, counts: Sequence[int], name: str, alt: str
) -> None:
    """How many questions stand on each level, as bars on the rungs."""
    levels = canvas.deck.diagnosis.questionnaire.levels
    data = CategoryChartData(number_format="0")
    data.categories = [
        f"{number} {canvas.wording.voice.read(level.name)}" for number, level in enumerate(levels)
    ]
    data.add_series(name, counts)
    half = scale.pitch / 2
    rungs = Scale(scale.zero + half, scale.pitch * 6 / 5)
    chart = _add(canvas, XL_CHART_TYPE.BAR_CLUSTERED, rungs, place, data, alt)
    plot = chart.plots[0]
    plot.gap_width = 110
    plot.has_data_labels = True
    plot.data_labels.font.size, plot.data_labels.font.bold = Pt(11), True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "0;;", False
    for level in range(len(levels)):
        point = plot.series[0].points[level].format
        if level < 2:
            point.fill.background()
            point.line.color.rgb, point.line.width = colour_of(OCHRE), Pt(1)
        else:
            point.fill.solid()
            point.fill.fore_color.rgb = colour_of(tone(level))
    chart.value_axis.maximum_scale, chart.value_axis.minimum_scale = max(8, *counts) * 1.15, 0
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    axis = chart.category_axis
    axis.tick_label_position, axis.major_tick_mark = XL_TICK_LABEL_POSITION.NONE, XL_TICK_MARK.NONE
    axis.format.line.color.rgb = colour_of(RUNG)


def draw_shares(
    canvas: Canvas, place: Place, top: float, height: float, items: Sequence[tuple[str, float]], alt: str
) -> None:
    """How often each organisation model came first, 0–1."""
    data = CategoryChartData(number_format="0.0%")
    upwards = items[::-1]
    data.categories = [name for name, _ in upwards]
    data.add_series(canvas.wording.tell("columns.acceptability"), [share for _, share in upwards])
    left, width = place
    frame = canvas.slide.shapes.add_chart(
        XL_CHART_TYPE.BAR_CLUSTERED, Mm(left), Mm(top), Mm(width), Mm(height), data
    )
    describe(frame, alt)
    chart = frame.chart
    _clear(chart)
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories = 60, False
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = colour_of(INK)
    plot.has_data_labels = True
    plot.data_labels.font.size = Pt(11)
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "0.0%", False
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, 1, 0.2
    axis.tick_labels.font.size = Pt(9)
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "0%", False
    axis.major_gridlines.format.line.color.rgb = colour_of(HAIRLINE)
    axis.format.line.fill.background()
    chart.category_axis.tick_labels.font.size = Pt(10.5)
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE


def _add(canvas: Canvas, kind: Any, scale: Scale, place: Place, data: Any, alt: str) -> Any:
    """A chart whose plot runs from level 0 to level 5 of the scale; labels hang below it."""
    (left, width), top = place, scale.height(5)
    height = scale.height(0) - top
    frame = canvas.slide.shapes.add_chart(kind, Mm(left), Mm(top), Mm(width), Mm(height + LABEL_ROOM), data)
    describe(frame, alt)
    _clear(frame.chart)
    share = height / (height + LABEL_ROOM)
    layout = parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/><c:x val="0"/><c:y val="0"/><c:w val="1"/><c:h val="{share:.5f}"/>'
        "</c:manualLayout></c:layout>"
    )
    area = frame.chart._chartSpace.find(f".//{qn('c:plotArea')}")
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, layout)
    return frame.chart


def _clear(chart: Any) -> None:
    """No title, no legend, no background: what lies behind the chart is seen."""
    chart.has_title = chart.has_legend = False
    chart.font.color.rgb = colour_of(INK)
    space = chart._chartSpace
    nothing = f"<c:spPr {nsdecls('c', 'a')}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    space.find(f".//{qn('c:plotArea')}").append(parse_xml(nothing))
    space.find(qn("c:chart")).addnext(parse_xml(nothing))


def _set_axes(chart: Any, label_size: float) -> None:
    value, category = chart.value_axis, chart.category_axis
    value.minimum_scale, value.maximum_scale, value.major_unit = 0, 5, 1
    value.has_major_gridlines = True
    value.major_gridlines.format.line.color.rgb = colour_of(RUNG)
    value.major_gridlines.format.line.width = Pt(0.25)
    value.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    value.major_tick_mark = category.major_tick_mark = XL_TICK_MARK.NONE
    value.format.line.fill.background()
    category.format.line.fill.background()
    category.tick_labels.font.size = Pt(label_size)
    for body in category._element.iter(qn("a:bodyPr")):
        body.set("rot", "0")
        body.set("vert", "horz")
