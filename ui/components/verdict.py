"""The top of the result: the verdict in words, the stage on its ladder, three figures."""

from html import escape

from assessments.models import DIMENSIONS
from reporting.narrative import Verdict, tell_coverage
from scoring.findings import Diagnosis
from ui.components.markup import put_html
from ui.components.stage import draw_stage
from ui.session import get_language
from ui.words import say, say_html, set_phrases


def put_verdict(diagnosis: Diagnosis, verdict: Verdict) -> None:
    """The answer first: one sentence, then how sure it is."""
    lines = "<br>".join(set_phrases(line) for line in verdict.headline)
    put_html(
        f'<p class="eb">{say_html("result.verdict")}</p><h1>{lines}</h1>'
        f'<p class="lead">{escape(verdict.deck)}</p>'
        f"{draw_stage(diagnosis.questionnaire, diagnosis.overall)}{_list_figures(diagnosis, verdict)}",
        "verdict",
    )


def _list_figures(diagnosis: Diagnosis, verdict: Verdict) -> str:
    overall, counts = diagnosis.overall, verdict.counts
    low, high = (round(end) for end in overall.interval)
    score = "–" if overall.score is None else str(round(overall.score))
    spread = say("result.score_range", low=low, high=high) if high > low else say("result.score_certain")
    keys = sum(standing.question.key for standing in diagnosis.stuck_on_paper)
    figures = (
        (say("result.score"), score, spread),
        (
            say("result.coverage"),
            f"{int(overall.coverage * 100 + 1e-9)}%",
            tell_coverage(diagnosis, get_language(), polite=True),
        ),
        (say("result.stuck"), f"{counts.paper} / {counts.total}", say("result.stuck_keys", n=keys)),
    )
    items = (
        f"<div><dt>{escape(name)}</dt><dd><b>{escape(value)}</b><span>{escape(text)}</span></dd></div>"
        for name, value, text in figures
    )
    return f'<dl class="keys">{"".join(items)}</dl>'


def put_missing(diagnosis: Diagnosis) -> None:
    """How far each dimension is from the answers a stage needs."""
    rows = "".join(_draw_coverage(diagnosis, index) for index in range(len(DIMENSIONS)))
    put_html(
        f"<h2>{set_phrases(say('result.missing_title'))}</h2><p>{say_html('result.missing_text')}</p>"
        f'<div class="cov">{rows}</div>',
        "missing",
    )


def _draw_coverage(diagnosis: Diagnosis, index: int) -> str:
    dimension = diagnosis.questionnaire.dimensions[index]
    percent = int(diagnosis.dimensions[dimension.id].coverage * 100 + 1e-9)
    name = dimension.title.get(get_language())
    label = say("result.coverage_of", name=name, percent=percent)
    return (
        f'<div class="r" role="img" aria-label="{escape(label)}"><span>{escape(name)}</span>'
        f'<div class="m"><i style="width:{percent}%"></i><span class="th" style="left:60%"></span></div>'
        f"<b>{percent}%</b></div>"
    )
