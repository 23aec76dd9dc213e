"""The steps as cards, by horizon: why, what to do on Monday, what done looks like, and a tick to try it."""

from datetime import date, timedelta
from functools import partial
from html import escape

import streamlit as st

from assessments.models import Action
from reporting.kit import find_document
from reporting.narrative import RoadmapStory, StepStory
from scoring.findings import Diagnosis
from scoring.roadmap import DAYS_A_WEEK, Horizon, Roadmap, Step
from ui.cases import Case
from ui.components.downloads import draw_file
from ui.components.ladder import draw_bar
from ui.components.markup import put_html
from ui.components.plan.words import say, say_html
from ui.session import get_language, read_widget
from ui.takeaway_files import kit_address
from ui.words import set_phrases, write_day

SHOWN_IN_FULL = 3
"""Steps whose first move is read at once."""
COLUMNS = 3
HORIZONS: tuple[Horizon, ...] = (30, 90, 180)


def list_ticked(roadmap: Roadmap) -> tuple[str, ...]:
    """The actions whose tick is set on this screen."""
    return tuple(step.action.id for step in roadmap.steps if read_widget(_tick(step.action.id)))


def clear_ticks(roadmap: Roadmap) -> None:
    """Take all ticks away; for a button's callback."""
    for step in roadmap.steps:
        st.session_state[_tick(step.action.id)] = False


def put_steps(case: Case, roadmap: Roadmap, story: RoadmapStory, today: date) -> None:
    """By horizon, three cards side by side; one below the other on a phone."""
    numbers = {told.action_id: told.number for told in story.steps}
    with st.container(key="horizons", gap="small"):
        for horizon in HORIZONS:
            cards = [
                partial(_put_card, case, step, told, numbers, today)
                for step, told in zip(roadmap.steps, story.steps, strict=True)
                if step.horizon == horizon
            ]
            _put_head(horizon, today, len(cards))
            for start in range(0, len(cards), COLUMNS):
                for column, put_card in zip(
                    st.columns(COLUMNS, gap="medium"), cards[start : start + COLUMNS], strict=False
                ):
                    with column:
                        put_card()


def _put_head(horizon: Horizon, today: date, count: int) -> None:
    until = write_day(today + timedelta(days=horizon))
    empty = "" if count else f"<p class='sm mut'>{say_html('steps.nothing')}</p>"
    put_html(
        f"<h2>{say_html('steps.within', n=horizon)}</h2><span class='sm mut'>{escape(until)}</span>{empty}",
        "hz",
    )


def _put_card(case: Case, step: Step, told: StepStory, numbers: dict[str, int], today: date) -> None:
    due = today + timedelta(days=step.end_week * DAYS_A_WEEK)
    with st.container(key=f"step-{step.action.id}", gap=None):
        put_html(
            f'<p class="m sm"><b>{told.number}</b> {escape(told.owner)}　'
            f"{say_html('steps.until', date=write_day(due))}</p>"
            f"<h3>{set_phrases(told.title)}</h3>{_draw_lifts(case.diagnosis, step)}"
            f"{_tell_monday(told)}{_tell_order(step.action, numbers)}"
            f"{_draw_details(told)}{_list_documents(case, step)}",
            "stp",
        )
        st.checkbox(say("steps.done"), key=_tick(step.action.id))


def _draw_lifts(diagnosis: Diagnosis, step: Step) -> str:
    language = get_language()
    bars = []
    for lift in step.lifts:
        standing = diagnosis.standing(lift.question)
        now = standing.level or 0.0
        title = standing.question.title.get(language)
        label = say("steps.lift", title=title, now=f"{now:g}", to=lift.to)
        bars.append(
            f"<div class='lf'><span>{escape(title)}</span>{draw_bar(now, (now, float(lift.to)), label)}"
            f"<b>{now:g} → {lift.to}</b></div>"
        )
    return "".join(bars)


def _tell_order(action: Action, numbers: dict[str, int]) -> str:
    """The steps that come first."""
    before = [str(numbers[name]) for name in action.prerequisites if name in numbers]
    if not before:
        return ""
    joined = say("steps.and").join(before)
    return f"<p class='sm mut'>{say_html('steps.after', numbers=joined)}</p>"


def _list_documents(case: Case, step: Step) -> str:
    """The working documents that help, each as a link."""
    if not step.action.kit:
        return ""
    links = "".join(
        draw_file(case.link, kit_address(name), find_document(name).title(get_language()), "plain")
        for name in step.action.kit
    )
    return f"<p class='sm mut kit'>{say_html('steps.kit')}{links}</p>"


def _tell_monday(told: StepStory) -> str:
    """The first move, in full for the steps one begins with; the others fold it away."""
    if told.number > SHOWN_IN_FULL:
        return ""
    return f'<p class="sm"><b>{say_html("steps.monday")}</b>　{escape(told.first_step)}</p>'


def _draw_details(told: StepStory) -> str:
    rows = (
        ("monday", told.first_step if told.number > SHOWN_IN_FULL else ""),
        ("why", told.why),
        ("breaks", told.breaks),
        ("threat", told.threat),
        ("weeks", told.when),
        ("done_when", told.done_when),
    )
    listed = "".join(
        f"<dt>{say_html(f'steps.{name}')}</dt><dd>{escape(text)}</dd>" for name, text in rows if text
    )
    return f"<details><summary>{say_html('steps.more')}</summary><dl class='sm'>{listed}</dl></details>"


def _tick(action_id: str) -> str:
    return f"done-{action_id}"
