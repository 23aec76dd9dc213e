"""Questions as rows: number, level in the colour of its side, subject, what was chosen."""

from collections.abc import Iterable
from html import escape

from reporting.narrative.voice import write_level
from scoring.findings import Diagnosis, Standing
from ui.words import read, read_html, say, say_html


def list_answers(diagnosis: Diagnosis, standings: Iterable[Standing], marked: Iterable[Standing] = ()) -> str:
    """Rows as HTML; the marked ones are key questions that hold a stage back."""
    held = {standing.question.id for standing in marked}
    rows = "".join(_draw_row(diagnosis, standing, standing.question.id in held) for standing in standings)
    return f'<ul class="rows">{rows}</ul>' if rows else ""


def _draw_row(diagnosis: Diagnosis, standing: Standing, is_marked: bool) -> str:
    mark = f"<em>{say_html('result.key')}</em>" if is_marked else ""
    wording = f"<small>{escape(read_wording(standing))}</small>" if standing.is_known else ""
    return (
        f"<li><span class='q'>{escape(write_number(diagnosis, standing))}</span>{_draw_level(standing)}"
        f"<span class='t'>{read_html(standing.question.title)}{mark}{wording}</span></li>"
    )


def _draw_level(standing: Standing) -> str:
    if standing.level is None:
        return f"<span class='l u' role='img' aria-label='{say_html('result.not_known')}'>?</span>"
    side = "paper" if standing.level < 3 else "floor"
    level = write_level(standing.level)
    label = say_html("result.level", n=level)
    return f"<span class='l' style='--c:var(--{side})' role='img' aria-label='{label}'>{level}</span>"


def write_number(diagnosis: Diagnosis, standing: Standing) -> str:
    """A question's number as printed everywhere."""
    return say("question.number", n=diagnosis.questionnaire.number(standing.question.id))


def read_wording(standing: Standing) -> str:
    """The wording of the level reached, of the lower one between two; empty when not known."""
    return read(standing.question.levels[int(standing.level)]) if standing.level is not None else ""
