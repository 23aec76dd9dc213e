"""How many questions stand at which level, for strategy design and for implementation (Plotly)."""

from collections import Counter
from dataclasses import dataclass

import plotly.graph_objects as go
import streamlit as st
from plotly.subplots import make_subplots

from assessments.models import LEVELS, SIDES, Side
from scoring.findings import Diagnosis
from ui.session import get_language
from ui.words import read, say

_PLACES = (0, 1, 2, 3.8, 4.8, 5.8, 7.4)
"""Where the columns stand: six levels with the gap between 2 and 3, then what is not known."""
_RIGHT = 7.9
_HEIGHT = 410
_FONT = "'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif"


@dataclass(frozen=True)
class _Colours:
    """A theme's colours; those of Streamlit do not reach figures."""

    below: str
    paper: str
    paper_text: str
    floor: str
    joined: str
    unknown: str
    ink: str
    second: str
    line: str


_LIGHT = _Colours(
    "#D9B679", "#B7791F", "#85560C", "#27548A", "#163A68", "#9A958A", "#101820", "#46505A", "#DCD7CB"
)
_DARK = _Colours(
    "#7A5D30", "#D29B45", "#E2B56A", "#7FA8DA", "#B4CEF0", "#7F868C", "#ECE8E0", "#B7B8B5", "#363C41"
)


def put_level_chart(diagnosis: Diagnosis) -> None:
    """The chart, with the same numbers in words for screen readers."""
    counts = {side: count_levels(diagnosis, side) for side in SIDES}
    st.plotly_chart(
        draw_level_chart(diagnosis, counts, _DARK if st.context.theme.type == "dark" else _LIGHT),
        theme=None,
        config={"displayModeBar": False, "locale": get_language(), "responsive": True},
        key="level-chart",
        alt=describe_levels(diagnosis, counts),
    )


def count_levels(diagnosis: Diagnosis, side: Side) -> tuple[int, ...]:
    """How many applicable questions of a side stand at 0 … 5, and how many are not known.

    A level between two, as several groups may give it, counts with the lower one.
    """
    own = [item for item in diagnosis.standings if item.question.side == side and item.applies]
    found = Counter(LEVELS if item.level is None else int(item.level) for item in own)
    return tuple(found[place] for place in range(LEVELS + 1))


def describe_levels(diagnosis: Diagnosis, counts: dict[Side, tuple[int, ...]]) -> str:
    """The chart in words."""
    names = _name_columns(diagnosis)
    sides = (
        say(
            "result.chart_side",
            side=say(f"result.{side}"),
            counts=say("comma").join(
                say("result.chart_count", name=name, n=n) for name, n in zip(names, own, strict=True)
            ),
        )
        for side, own in counts.items()
    )
    return " ".join(sides)


def _name_columns(diagnosis: Diagnosis) -> list[str]:
    levels = [f"{number} {read(level.name)}" for number, level in enumerate(diagnosis.questionnaire.levels)]
    return [*levels, say("result.not_known")]


def draw_level_chart(
    diagnosis: Diagnosis, counts: dict[Side, tuple[int, ...]], colours: _Colours
) -> go.Figure:
    """Two rows of columns over one ladder of levels."""
    titles = [_name_side(diagnosis, side, counts[side]) for side in counts]
    figure = make_subplots(rows=2, cols=1, shared_xaxes=True, vertical_spacing=0.16, subplot_titles=titles)
    tints = (
        colours.below,
        colours.below,
        colours.paper,
        colours.floor,
        colours.joined,
        colours.joined,
        colours.unknown,
    )
    for row, own in enumerate(counts.values(), start=1):
        figure.add_bar(
            x=_PLACES,
            y=own,
            marker={
                "color": tints,
                "line": {"width": 0},
                "pattern": {"shape": ["", "", "", "", "", "", "/"]},
            },
            text=[str(n) if n else "" for n in own],
            textposition="outside",
            cliponaxis=False,
            hoverinfo="skip",
            width=0.72,
            row=row,
            col=1,
        )
    _set_layout(figure, colours, max(max(own) for own in counts.values()))
    figure.update_xaxes(
        tickvals=_PLACES[:LEVELS], ticktext=[str(level) for level in range(LEVELS)], row=2, col=1
    )
    _name_halves(figure, colours)
    return figure


def _name_halves(figure: go.Figure, colours: _Colours) -> None:
    """What the two halves of the ladder are, and what stands apart, under the lower row."""
    halves = (
        (1, "center", "paper", colours.paper_text),
        (4.8, "center", "floor", colours.floor),
        (_RIGHT, "right", "unknown", colours.second),
    )
    for place, anchor, name, colour in halves:
        figure.add_annotation(
            x=place,
            xanchor=anchor,
            y=-0.24,
            yref="y2 domain",
            yanchor="top",
            text=say(f"result.half_{name}"),
            showarrow=False,
            font={"size": 13, "color": colour},
            row=2,
            col=1,
        )


def _name_side(diagnosis: Diagnosis, side: Side, counts: tuple[int, ...]) -> str:
    score = (diagnosis.sides.design if side == "design" else diagnosis.sides.implementation).score
    points = "–" if score is None else str(round(score))
    return say("result.chart_title", side=say(f"result.{side}"), n=sum(counts), score=points)


def _set_layout(figure: go.Figure, colours: _Colours, highest: int) -> None:
    figure.update_layout(
        height=_HEIGHT,
        margin={"l": 0, "r": 0, "t": 28, "b": 64},
        showlegend=False,
        bargap=0,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": _FONT, "size": 13, "color": colours.ink},
        dragmode=False,
    )
    figure.update_yaxes(visible=False, range=[0, highest * 1.25 + 0.5], fixedrange=True)
    figure.update_xaxes(
        showgrid=False,
        zeroline=False,
        showline=False,
        fixedrange=True,
        range=[-0.5, _RIGHT],
        tickfont={"size": 12, "color": colours.second},
        ticks="",
        tickangle=0,
    )
    figure.update_annotations(
        x=0, xanchor="left", font={"size": 14, "color": colours.ink}, selector={"yref": "paper"}
    )
    for row in (1, 2):
        for start, end in ((-0.45, 2.45), (3.35, 6.25)):
            figure.add_shape(
                type="line",
                x0=start,
                x1=end,
                y0=0,
                y1=0,
                line={"color": colours.second, "width": 1.5},
                row=row,
                col=1,
            )
