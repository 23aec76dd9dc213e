"""The rounds of a company in time: stage, level with its interval, and how far each moved."""

from html import escape

from reporting.narrative import tell_change
from scoring.comparison import Comparison, Move, compare
from scoring.findings import Diagnosis
from services.follow_up import PastRound
from ui.components.ladder import draw_bar
from ui.components.markup import put_html
from ui.components.plan.words import say, say_html, say_number
from ui.components.section import put_section
from ui.components.stage import write_range
from ui.session import get_language
from ui.words import find_day, read_html, write_day
from ui.words import say_html as say_ui


def put_rounds(rounds: tuple[PastRound, ...]) -> None:
    """One row a round, the newest first: a figure that reads in words as well."""
    rows = "".join(_draw_round(past, is_newest=past is rounds[-1]) for past in reversed(rounds))
    put_html(
        f'<ol aria-label="{say_html("history.label")}" reversed>{rows}</ol>'
        f"<p class='sm mut'>{say_html('history.legend')}</p>",
        "rnds",
    )


def _draw_round(past: PastRound, *, is_newest: bool) -> str:
    overall, day = past.diagnosis.overall, write_day(find_day(past.begun_at))
    stage = say("history.no_stage") if overall.stage is None else say("history.stage", n=overall.stage)
    spread = escape(write_range(*overall.stage_interval))
    kind = say(f"history.kinds.{past.kind}")
    if past.open:
        kind += say("history.and") + say_number("history.open", len(past.open))
    return (
        f'<li{" class=on" if is_newest else ""}><div class="d"><b>{escape(day)}</b>'
        f'<span class="sm mut">{escape(kind)}</span></div>'
        f'<div class="s"><b>{escape(stage)}</b><span class="sm mut">{spread}</span></div>'
        f"{_draw_level(past, day)}<p class='c sm'>{escape(_tell_change(past))}</p></li>"
    )


def _draw_level(past: PastRound, day: str) -> str:
    overall = past.diagnosis.overall
    low, high = overall.mean_interval
    bounds = {"low": f"{low:.1f}", "high": f"{high:.1f}"}
    if overall.mean is None:
        label = say("history.bar_open", day=day, **bounds)
    else:
        label = say("history.bar", day=day, mean=f"{overall.mean:.1f}", **bounds)
    mean = "–" if overall.mean is None else f"{overall.mean:.1f}"
    return (
        f'<div class="l">{draw_bar(overall.mean, (low, high), label)}<b aria-hidden="true">{mean}</b></div>'
    )


def _tell_change(past: PastRound) -> str:
    if past.baseline is None or past.open:
        return ""
    change = compare(past.baseline, past.diagnosis).overall
    return say("history.change", change=tell_change(change, get_language()))


def put_moves(comparison: Comparison, diagnosis: Diagnosis) -> None:
    """The questions whose level is another one than in the round before."""
    groups = (
        ("risen", comparison.risen),
        ("fallen", comparison.fallen),
        ("found", comparison.found_out),
        ("lost", comparison.lost),
    )
    body = "".join(_list_moves(name, moves, diagnosis) for name, moves in groups if moves)
    title = say("history.moved" if body else "history.nothing_moved")
    put_section(say("history.moves"), (title,), "", body)


def _list_moves(name: str, moves: tuple[Move, ...], diagnosis: Diagnosis) -> str:
    items = "".join(
        f'<li><span class="q">{say_ui("question.number", n=diagnosis.questionnaire.number(move.question.id))}'
        f'</span><span class="t">{read_html(move.question.title)}</span>'
        f'<b class="nb">{_write(move.before)} → {_write(move.after)}</b></li>'
        for move in moves
    )
    title = escape(say_number(f"history.{name}", len(moves)))
    return f"<h3 class='sub'>{title}</h3><ul class='rows'>{items}</ul>"


def _write(level: float | None) -> str:
    return say_html("history.not_known") if level is None else f"{level:g}"
