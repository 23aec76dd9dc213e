"""The re-check: which questions it asks and why, and the button that begins it or goes on with it."""

from html import escape

import streamlit as st

from services.errors import UserError
from services.follow_up import AskedAgain, NextRecheck, preview_recheck, start_recheck
from services.takeaway import Link
from ui.cases import Case
from ui.components.markup import put_html
from ui.components.plan.words import say, say_html, say_number
from ui.components.section import head
from ui.navigation import go_to
from ui.resources import get_store
from ui.sections import estimate_minutes
from ui.session import get_language
from ui.words import read_html, set_phrases
from ui.words import say_html as say_ui


def offer_recheck(case: Case) -> None:
    """A section of its own; where no re-check can begin yet it says why."""
    with st.container(key="recheck", horizontal=True, gap=None):
        put_html(f'<div class="lab ph">{set_phrases(say("recheck.label"))}</div>', "seclab")
        with st.container(key="recheck-body", gap="small"):
            try:
                coming = preview_recheck(get_store(), case.link.token)
            except UserError as error:
                text = error.explain(get_language())
                put_html(head((say("recheck.not_yet"),), text), "body")
            else:
                _put_coming(case, coming)


def _put_coming(case: Case, coming: NextRecheck) -> None:
    left = len(coming.begun.open) if coming.begun else len(coming.asked)
    title = say_number("recheck.begun" if coming.begun else "recheck.title", left)
    items = "".join(_draw_question(case, asked) for asked in coming.asked)
    put_html(
        f"{head((title,), say('recheck.text'))}<details><summary>{say_html('recheck.show')}</summary>"
        f"<ul class='rows'>{items}</ul></details>",
        "body",
    )
    label = say("recheck.go_on") if coming.begun else say("recheck.go", minutes=estimate_minutes(left))
    if st.button(label, key="recheck-go", type="primary"):
        go_to("answer", start_recheck(get_store(), case.link.token))


def _draw_question(case: Case, asked: AskedAgain) -> str:
    questionnaire = case.diagnosis.questionnaire
    titles = [questionnaire.action(name).title.get(get_language()) for name in asked.actions]
    why = say("recheck.lifted", steps=say("recheck.and").join(titles)) if titles else say("recheck.random")
    number = say_ui("question.number", n=questionnaire.number(asked.question_id))
    title = read_html(questionnaire.question(asked.question_id).title)
    return (
        f'<li><span class="q">{number}</span><span class="t">{title}<small>{escape(why)}</small></span></li>'
    )


def put_unfinished(link: Link, left: int) -> None:
    """On the result of a re-check that is not answered to its end: how much is left, and the way there."""
    with st.container(key="unfinished", horizontal=True, vertical_alignment="center"):
        put_html(f"<p>{escape(say_number('recheck.begun', left))}</p>", "sm", role="status")
        if st.button(say("recheck.go_on"), key="recheck-go"):
            go_to("answer", link.token)
