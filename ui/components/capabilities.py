"""Four dimensions and their capabilities as lying ladders with their intervals."""

from html import escape

from assessments.models import LEVELS, Capability, Dimension
from reporting.narrative import tell_capabilities, tell_dimension
from reporting.narrative.voice import write_mean
from scoring.findings import Diagnosis, Measure
from ui.components.ladder import draw_bar, place_level
from ui.components.section import put_section
from ui.session import get_language
from ui.words import read, read_html, say, say_html

_COLUMNS = '<colgroup><col class="n"><col><col class="v"><col class="s"></colgroup>'


def put_capabilities(diagnosis: Diagnosis) -> None:
    """Every capability on the ladder, by dimension."""
    story = tell_capabilities(diagnosis, get_language(), polite=True)
    axis = "".join(f'<span style="left:{place_level(level)}%">{level}</span>' for level in range(LEVELS))
    cells = f'<td></td><td><div class="axis">{axis}</div></td><td></td><td></td>'
    head = f'<tr class="ax" aria-hidden="true">{cells}</tr>'
    rows = "".join(_draw_dimension(diagnosis, dimension) for dimension in diagnosis.questionnaire.dimensions)
    caption = f'<caption class="vh">{say_html("result.capabilities")}</caption>'
    put_section(
        say("result.capabilities"),
        story.title,
        story.deck,
        f'<p class="sm mut">{say_html("result.bars")}</p>'
        f'<table class="caps">{caption}{_COLUMNS}<tbody>{head}{rows}</tbody></table>',
    )


def _draw_dimension(diagnosis: Diagnosis, dimension: Dimension) -> str:
    story = tell_dimension(diagnosis, dimension.id, get_language(), polite=True)
    score = _write_score(diagnosis.dimensions[dimension.id])
    rows = "".join(
        _draw_capability(diagnosis, item) for item in dimension.capabilities if _is_asked(diagnosis, item)
    )
    return (
        f'<tr class="d"><th scope="rowgroup">{read_html(dimension.title)}</th>'
        f'<td class="find" colspan="2">{escape(story.headline)}</td><td>{score}</td></tr>{rows}'
    )


def _is_asked(diagnosis: Diagnosis, capability: Capability) -> bool:
    asked = {standing.question.id for standing in diagnosis.standings}
    return any(question.id in asked for question in capability.questions)


def _write_score(measure: Measure) -> str:
    low, high = (round(end) for end in measure.interval)
    score = "–" if measure.score is None else str(round(measure.score))
    spread = f" <small>{low}–{high}</small>" if high > low else ""
    return f"<b>{score}</b>{spread}"


def _draw_capability(diagnosis: Diagnosis, capability: Capability) -> str:
    measure = diagnosis.capabilities[capability.id]
    name = read(capability.title)
    mean = write_mean(measure.mean) if measure.mean is not None else "–"
    low, high = (f"{end:.1f}" for end in measure.mean_interval)
    spread = say("result.no_spread") if measure.is_certain else f"{low}–{high}"
    label = say("result.bar_words", name=name, mean=mean, low=low, high=high)
    return (
        f'<tr class="c"><th scope="row">{escape(name)}</th>'
        f'<td class="b">{draw_bar(measure.mean, measure.mean_interval, label)}</td>'
        f'<td class="v"><b>{mean}</b><small>{escape(spread)}</small></td>'
        f"{_count_stuck(diagnosis, capability)}</tr>"
    )


def _count_stuck(diagnosis: Diagnosis, capability: Capability) -> str:
    own = {question.id for question in capability.questions}
    standings = [item for item in diagnosis.standings if item.question.id in own and item.applies]
    stuck = sum(standing.is_stuck_on_paper for standing in standings)
    if not stuck:
        return '<td class="s z"></td>'
    return f'<td class="s">{say_html("result.stuck_of", n=stuck, total=len(standings))}</td>'
