"""While the room talks: the order of talk, the question before the room, and what goes on record."""

from functools import partial
from html import escape

import streamlit as st

from assessments.models import Question
from services.workshop import Discussion, Workshop, close_ballot, minutes_for_facilitator, open_ballot
from ui.components.markup import put_html
from ui.components.notice import perform, put_notice
from ui.components.workshop import projector
from ui.components.workshop.agreement_form import Outcome, ask_agreement, record_outcome
from ui.components.workshop.clock import put_clock
from ui.components.workshop.minutes import draw_minutes
from ui.components.workshop.progress_menu import ask_to_close, put_menu
from ui.components.workshop.queue import (
    DONE,
    bring_up,
    find_neighbour,
    find_next,
    go_on,
    put_queue,
    set_aside,
    status_of,
)
from ui.components.workshop.seats import put_voters
from ui.components.workshop.talk import draw_question, put_talk, put_wordings
from ui.components.workshop.watch import watch
from ui.components.workshop.words import count, say, say_html
from ui.hosting import Hosted
from ui.navigation import go_to_host
from ui.resources import get_store
from ui.words import set_phrases

MINUTES = "minutes"
"""The section of the address that shows the minutes in place of the question."""


def put_discussion(hosted: Hosted, section: str | None) -> None:
    """The whole screen of the discussion phase."""
    discussion = hosted.discuss()
    question = hosted.current
    if section == MINUTES:
        _put_minutes(hosted, discussion)
    elif question is None:
        _put_overview(hosted, discussion)
    elif hosted.workshop.ballot_open:
        _put_vote(hosted, discussion, question)
    else:
        _put_question(hosted, discussion, question)


def _put_head(hosted: Hosted, discussion: Discussion, *, minutes: bool = False) -> None:
    settled = sum(status_of(hosted, topic.question_id) in DONE for topic in discussion.queue)
    title = say("talk.head", done=settled, total=len(discussion.queue))
    with projector.head(title, hosted.workshop.plan.profile.name):
        if minutes:
            if st.button(say("talk.to_talk"), key="to-talk", type="tertiary"):
                go_to_host(hosted.token)
        elif st.button(say("talk.to_minutes"), key="to-minutes", type="tertiary"):
            go_to_host(hosted.token, MINUTES)
        put_menu(hosted, discussion)
    put_notice()


def _put_overview(hosted: Hosted, discussion: Discussion) -> None:
    """Before the first question and between two: the topics with the reason for each."""
    with projector.slide("overview"):
        _put_head(hosted, discussion)
        left, right = st.columns([20, 38], gap="large")
        with left:
            topics = len(discussion.queue)
            title = count("overview.title", topics) if topics else say("overview.none")
            text = say("overview.text" if topics else "overview.none_text")
            put_html(
                f"<h1>{set_phrases(title)}</h1><p class='ph'>{set_phrases(text)}</p>{_draw_facts(hosted)}",
                "over",
            )
            watch(hosted.token, hosted.workshop.revision, _draw_nothing)
        with right, st.container(key="agenda"):
            put_queue(hosted, discussion, wide=True)
    following = find_next(hosted, discussion, None)
    with projector.bar():
        put_html(f"<p class='mut'>{say_html('overview.other')}</p>", width="content")
        if following is None:
            if st.button(say("overview.close"), key="next", type="primary"):
                ask_to_close(hosted)
        elif st.button(say("overview.start"), key="next", type="primary"):
            bring_up(hosted, following)
            st.rerun()


def _draw_facts(hosted: Hosted) -> str:
    """Who answered how much, and how much is on record."""
    recorded = sum(entry.status in ("agreed", "disagreed") for entry in hosted.workshop.entries.values())
    facts = (
        (say("overview.people"), say("people.of", n=hosted.workshop.people)),
        (say("overview.asked"), say("questions", n=len(hosted.asked))),
        (say("overview.recorded"), say("questions", n=recorded)),
    )
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(fact)}</dd></div>" for name, fact in facts)
    return f"<dl>{rows}</dl>"


def _put_question(hosted: Hosted, discussion: Discussion, question: Question) -> None:
    with projector.slide(question.id):
        _put_head(hosted, discussion)
        left, middle, right = st.columns([12.8, 31, 17.7], gap="medium")
        with left:
            _put_beside(hosted, discussion, question)
        with middle:
            put_talk(hosted, discussion, question)
            watch(hosted.token, hosted.workshop.revision, _draw_nothing)
        with right, st.container(key="side", gap=None):
            put_clock(hosted.token, hosted.workshop.timer, hosted.workshop.plan.talk_minutes)
            outcome = ask_agreement(hosted, question.id)
    _put_question_bar(hosted, discussion, question, outcome)


def _put_beside(hosted: Hosted, discussion: Discussion, question: Question) -> None:
    """The wordings the room talks about, and what comes next."""
    with st.container(key="beside", gap=None):
        wordings, order = st.tabs((say("talk.wordings"), say("talk.order")), key=f"beside-{question.id}")
        with wordings:
            put_wordings(hosted, discussion.talks[question.id], question)
        with order:
            _put_list(hosted, discussion)


def _put_list(hosted: Hosted, discussion: Discussion) -> None:
    with st.container(key="order"):
        put_queue(hosted, discussion)


def _draw_nothing(_workshop: Workshop) -> None:
    """The screen shows nothing that changes without a new revision."""


def _put_question_bar(
    hosted: Hosted, discussion: Discussion, question: Question, outcome: Outcome | None
) -> None:
    with projector.bar():
        with st.container(key="bar-left", horizontal=True, vertical_alignment="center", width="content"):
            _offer_steps(hosted, discussion, question.id)
            for key, skip in (("park", False), ("skip", True)):
                if st.button(say(f"talk.{key}"), key=key):
                    set_aside(hosted, discussion, question.id, skip=skip)
                    st.rerun()
            if st.button(say("talk.vote"), key="vote"):
                perform(partial(open_ballot, get_store(), hosted.token, question.id))
                st.rerun()
        label = say("talk.disagree" if outcome == "disagreed" else "talk.agree")
        if st.button(label, key="next", type="primary", disabled=outcome is None):
            if outcome is not None and record_outcome(hosted, question.id, outcome):
                go_on(hosted, discussion, question.id)
            st.rerun()


def _offer_steps(hosted: Hosted, discussion: Discussion, question_id: str) -> None:
    """Back, forward and to the list, with nothing put on record."""
    for key, step in (("backward", -1), ("forward", 1)):
        neighbour = find_neighbour(discussion, question_id, step)
        if st.button(say(f"talk.{key}"), key=key, disabled=neighbour is None):
            bring_up(hosted, neighbour)
            st.rerun()
    if st.button(say("talk.to_list"), key="to-list"):
        bring_up(hosted, None)
        st.rerun()


def _put_vote(hosted: Hosted, discussion: Discussion, question: Question) -> None:
    """A second vote: the question alone and who has voted."""
    with projector.slide(f"{question.id}/vote"):
        _put_head(hosted, discussion)
        left, middle, right = st.columns([12.8, 31, 17.7], gap="medium")
        with left:
            _put_list(hosted, discussion)
        with middle:
            put_html(draw_question(hosted, question), "rv", tag="section")
            watch(hosted.token, hosted.workshop.revision, put_voters)
        with right, st.container(key="side", gap=None):
            put_clock(hosted.token, hosted.workshop.timer, hosted.workshop.plan.talk_minutes)
    with projector.bar():
        put_html(f"<p class='mut'>{say_html('vote.blind')}</p>", width="content")
        if st.button(say("vote.close"), key="next", type="primary"):
            perform(partial(close_ballot, get_store(), hosted.token))
            st.rerun()


def _put_minutes(hosted: Hosted, discussion: Discussion) -> None:
    """Everything on record, as it stands now."""
    with projector.slide(MINUTES):
        _put_head(hosted, discussion, minutes=True)
        items = minutes_for_facilitator(get_store(), hosted.token)
        drawn = draw_minutes(items, hosted.workshop.plan.groups, hosted.questionnaire, "h2")
        put_html(f"<h1>{set_phrases(say('minutes.title'))}</h1>{drawn}", "min", tag="section")
        watch(hosted.token, hosted.workshop.revision, _draw_nothing)
    with projector.bar():
        put_html(f"<p class='mut'>{say_html('minutes.live')}</p>", width="content")
        if st.button(say("talk.to_talk"), key="next", type="primary"):
            go_to_host(hosted.token)
