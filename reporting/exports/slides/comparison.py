"""The slide of two rounds: what moved in figures on the left, which questions moved on the right."""

from reporting.charts.svg import INK_SECOND
from reporting.enclosures import Earlier
from reporting.exports.slides.canvas import Canvas
from reporting.exports.slides.deck import MARGIN, Deck
from reporting.exports.slides.lettering import SMALL, TINY, Type
from reporting.exports.slides.tables import Row, draw_table, fit_rows
from reporting.narrative import tell_comparison
from reporting.narrative.comparison import split_change
from reporting.narrative.voice import write_mean
from reporting.pages.moves import name_level
from scoring.comparison import Change, Comparison, Move, compare
from scoring.findings import Measure

NAME = Type(10.5, 16, bold=True)
_LEFT = 0.5
"""Share of the slide that the measures take."""


def add_comparison(deck: Deck, earlier: Earlier | None) -> None:
    """Overall and dimensions then and now; beside them the questions that rose and fell."""
    if earlier is None:
        return
    wording = deck.wording
    comparison = compare(earlier.diagnosis, deck.diagnosis)
    told = tell_comparison(comparison, earlier.made_on, wording.language, False)
    canvas = Canvas(deck, wording.say("labels.comparison"), told.story)
    width = deck.inner * _LEFT
    _draw_measures(canvas, comparison, width)
    right = MARGIN + width + 10
    _draw_moves(canvas, comparison, right, deck.inner - width - 10)


def _draw_measures(canvas: Canvas, comparison: Comparison, width: float) -> None:
    wording = canvas.wording
    questionnaire = canvas.deck.diagnosis.questionnaire
    named = [(wording.say("comparison.overall"), comparison.overall)]
    named += [
        (wording.voice.read(item.title), comparison.dimensions[item.id])
        for item in questionnaire.dimensions
        if item.id in comparison.dimensions
    ]
    widths = tuple(width * share for share in (0.25, 0.13, 0.11, 0.12, 0.17, 0.22))
    keys = ("measure", "before", "now", "stage", "difference", "certain")
    heads = [(wording.tell(f"comparison.{key}"), INK_SECOND) for key in keys]
    rows = [_build_measure(canvas, name, change) for name, change in named]
    draw_table(canvas, (MARGIN, canvas.top), widths, heads, rows, wording.say("labels.comparison"))


def _build_measure(canvas: Canvas, name: str, change: Change) -> Row:
    points, note = split_change(change, canvas.wording.language)
    stages = f"{_write_stage(change.before)}→{_write_stage(change.after)}"
    cells = (_write_mean(change.before), _write_mean(change.after), stages, points, note)
    return ((name, NAME), *((text, SMALL) for text in cells))


def _write_mean(measure: Measure) -> str:
    return "–" if measure.mean is None else write_mean(measure.mean)


def _write_stage(measure: Measure) -> str:
    return "–" if measure.stage is None else str(measure.stage)


def _draw_moves(canvas: Canvas, comparison: Comparison, left: float, width: float) -> None:
    """What fell and was found out before what rose, so that a short slide hides no loss."""
    wording = canvas.wording
    groups = {
        "fallen": comparison.fallen,
        "risen": comparison.risen,
        "found_out": comparison.found_out,
        "lost": comparison.lost,
    }
    moves = [(kind, move) for kind, found in groups.items() for move in found]
    if not moves:
        canvas.text(left, canvas.top, width, wording.say("comparison.no_moves"), SMALL)
        return
    widths = (width * 0.46, width * 0.36, width * 0.18)
    rows = [_build_move(canvas, kind, move) for kind, move in moves]
    count = fit_rows(rows, widths, canvas.bottom - canvas.top - 6)
    heads = [(wording.tell(f"comparison.{key}"), INK_SECOND) for key in ("question", "levels", "kind")]
    draw_table(canvas, (left, canvas.top), widths, heads, rows[:count], wording.say("comparison.moves"))
    if count < len(rows):
        more = wording.say("comparison.more", n=len(rows) - count)
        canvas.text(left, canvas.bottom - 4.8, width, more, TINY)


def _build_move(canvas: Canvas, kind: str, move: Move) -> Row:
    wording, diagnosis = canvas.wording, canvas.deck.diagnosis
    before, now = (name_level(diagnosis, level, wording) for level in (move.before, move.after))
    return (
        (wording.voice.read(move.question.title), NAME),
        (wording.say("comparison.move", before=before, after=now), SMALL),
        (wording.say(f"comparison.{kind}"), SMALL),
    )
