"""What would be, were steps done or an answer another one: the verdict moves, the record does not."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from assessments.models import LEVELS
from scoring.comparison import compare
from scoring.findings import Diagnosis
from ui import session
from ui.components.ladder import draw_bar
from ui.components.markup import put_html
from ui.components.plan.words import say, say_html, say_number
from ui.session import get_language
from ui.words import keep_plain, read


def ask_levels(diagnosis: Diagnosis) -> dict[str, int]:
    """The answers one wants to see moved: any question, at any level; returns question ids and levels."""
    questionnaire = diagnosis.questionnaire
    ids = [standing.question.id for standing in diagnosis.standings]
    language = get_language()
    names = {
        name: f"{questionnaire.number(name)}　{questionnaire.question(name).title.get(language)}"
        for name in ids
    }
    with st.expander(say("what_if.answers"), key="what-if-answers"):
        is_set = session.carry_choice("moved-questions")
        chosen = st.multiselect(
            say("what_if.questions"),
            ids,
            default=None if is_set else [],
            format_func=names.__getitem__,
            key="moved-questions",
            placeholder=say("what_if.choose"),
        )
        levels = {name: _ask_level(diagnosis, name, names[name]) for name in chosen}
    return {name: level for name, level in levels.items() if level is not None}


def _ask_level(diagnosis: Diagnosis, question_id: str, name: str) -> int | None:
    question = diagnosis.questionnaire.question(question_id)
    now = diagnosis.standing(question_id).level
    level: int | None = st.segmented_control(
        keep_plain(name),
        tuple(range(LEVELS)),
        default=None if now is None else int(now),
        key=f"moved-{question_id}",
        width="stretch",
    )
    if level is not None:
        put_html(f"<p>{escape(read(question.levels[level]))}</p>", "sm mut")
    return level


@dataclass(frozen=True)
class Outlook:
    """The verdict as it is and as it is imagined."""

    now: Diagnosis
    then: Diagnosis
    """The same object as `now` until something is imagined."""
    ticked: int
    """Steps imagined as done."""
    moved: int
    """Answers imagined on another level."""


def put_outcome(outlook: Outlook) -> None:
    """Both verdicts side by side: stage, score, dimensions, patterns, organisation model."""
    now, then = outlook.now, outlook.then
    heading = _count(outlook) if now is not then else say("what_if.nothing")
    put_html(
        f'<p class="sm">{escape(heading)}</p>{_draw_stage(now, then)}{_draw_dimensions(now, then)}'
        f"{_list_patterns(now, then)}{_tell_model(now, then)}",
        "wif",
        role="status",
        label=say("what_if.label"),
    )


def put_outlook_line(outlook: Outlook, width: int) -> None:
    """Score and stage in one line that stays in sight while one ticks steps further down."""
    before, after = outlook.now.overall, outlook.then.overall
    if outlook.now is outlook.then:
        return
    said = escape(_count(outlook))
    score = f"{say('what_if.score')} <b>{_write_score(before.score)} → {_write_score(after.score)}</b>"
    stage = f"{say('what_if.stage')} <b>{_write(before.stage)} → {_write(after.stage)}</b>"
    with st.bottom, st.container(key="outlook", width=width):
        put_html(f"<p><span>{said}</span><span>{score}</span><span>{stage}</span></p>", "sm")


def _count(outlook: Outlook) -> str:
    parts = []
    if outlook.ticked:
        parts.append(say_number("what_if.steps", outlook.ticked))
    if outlook.moved:
        parts.append(say_number("what_if.moved", outlook.moved))
    return say("what_if.heading", what=say("what_if.and").join(parts))


def _draw_stage(now: Diagnosis, then: Diagnosis) -> str:
    before, after = now.overall, then.overall
    rows = (
        (say("what_if.stage"), _write(before.stage), _write(after.stage)),
        (say("what_if.score"), _write_score(before.score), _write_score(after.score)),
    )
    return "".join(
        f'<div class="wr"><span>{escape(name)}</span><b>{_write_move(one, two, now is not then)}</b></div>'
        for name, one, two in rows
    )


def _draw_dimensions(now: Diagnosis, then: Diagnosis) -> str:
    language, rows = get_language(), []
    for dimension in now.questionnaire.dimensions:
        before, after = now.dimensions[dimension.id].mean, then.dimensions[dimension.id].mean
        name = dimension.title.get(language)
        if before is None or after is None:
            continue
        label = say("what_if.dimension", name=name, now=f"{before:.1f}", then=f"{after:.1f}")
        low, high = sorted((before, after))
        rows.append(
            f'<div class="wr"><span>{escape(name)}</span>{draw_bar(before, (low, high), label)}'
            f"<b>{_write_move(f'{before:.1f}', f'{after:.1f}', now is not then)}</b></div>"
        )
    return "".join(rows)


def _list_patterns(now: Diagnosis, then: Diagnosis) -> str:
    comparison = compare(now, then)
    parts = []
    for key, found in (("gone", comparison.gone), ("new", comparison.new)):
        if found:
            titles = "".join(f"<li>{escape(read(item.pattern.title))}</li>" for item in found)
            parts.append(f"<p class='sm'><b>{say_html(f'what_if.{key}')}</b></p><ul class='sm'>{titles}</ul>")
    if not parts and now is not then:
        parts.append(
            f"<p class='sm mut'>{escape(say_number('what_if.patterns', len(comparison.remaining)))}</p>"
        )
    return "".join(parts)


def _tell_model(now: Diagnosis, then: Diagnosis) -> str:
    language = get_language()
    organisation = now.questionnaire.organisation
    title = organisation.model(then.organisation.leading).title.get(language)
    before, after = (item.organisation.readiness.mean for item in (now, then))
    if before is None or after is None or f"{before:.1f}" == f"{after:.1f}":
        return f"<p class='sm mut'>{say_html('what_if.model', model=title)}</p>"
    text = say("what_if.model_ready", model=title, now=f"{before:.1f}", then=f"{after:.1f}")
    return f"<p class='sm mut'>{escape(text)}</p>"


def _write_move(one: str, two: str, is_imagined: bool) -> str:
    """Today's value alone until something is imagined."""
    return escape(f"{one} → {two}" if is_imagined else one)


def _write(stage: int | None) -> str:
    return say("what_if.no_stage") if stage is None else str(stage)


def _write_score(score: float | None) -> str:
    return "–" if score is None else f"{score:.1f}"
