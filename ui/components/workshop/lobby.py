"""While people answer: how to get in, who is in and how far they are, and no answers."""

from functools import partial

import streamlit as st

from services.workshop import Workshop, end_answering, fill_workshop, view_as_facilitator
from ui.components.markup import put_html
from ui.components.notice import perform, put_notice
from ui.components.workshop import projector
from ui.components.workshop.clock import put_clock
from ui.components.workshop.facilitator_link import offer_facilitator_link
from ui.components.workshop.group_marks import name_group
from ui.components.workshop.invitation import put_invitation
from ui.components.workshop.seats import put_arrivals
from ui.components.workshop.watch import watch
from ui.components.workshop.words import count, say, say_html
from ui.hosting import Hosted
from ui.resources import get_store
from ui.sections import estimate_minutes
from ui.words import set_phrases

REHEARSAL = 12
"""Simulated people for a rehearsal: three to a group with the usual four."""


def put_lobby(hosted: Hosted) -> None:
    """The whole screen of the answering phase."""
    workshop = hosted.workshop
    with projector.slide("lobby"):
        with projector.head(say("lobby.head"), workshop.plan.profile.name):
            offer_facilitator_link(hosted.token)
        put_notice()
        left, right = st.columns([20, 38], gap="large")
        with left:
            put_invitation(workshop)
        with right:
            watch(hosted.token, workshop.revision, put_arrivals)
            steps, clock = st.columns([24, 14], gap="medium")
            with steps:
                _put_steps(len(hosted.asked))
            with clock:
                put_clock(hosted.token, workshop.timer, workshop.plan.answer_minutes)
    _put_bar(hosted)


def _put_steps(questions: int) -> None:
    steps = (
        say("lobby.step_code"),
        say("lobby.step_group"),
        say("lobby.step_answer", n=questions, minutes=estimate_minutes(questions)),
    )
    items = "".join(f"<li><span class='ph'>{set_phrases(step)}</span></li>" for step in steps)
    put_html(f"<ol>{items}</ol>", "how")


def _put_bar(hosted: Hosted) -> None:
    with projector.bar():
        with st.container(key="bar-left", horizontal=True, vertical_alignment="center", width="stretch"):
            put_html(f"<p class='mut ph'>{set_phrases(say('lobby.late'))}</p>", width="content")
            if not hosted.workshop.people and st.button(
                say("lobby.rehearse", n=REHEARSAL), key="rehearse", type="tertiary"
            ):
                perform(partial(fill_workshop, get_store(), hosted.token, REHEARSAL))
                st.rerun()
        if st.button(say("lobby.end"), key="next", type="primary"):
            _end(hosted.token)


def _end(token: str) -> None:
    """Reveal at once when everybody has finished and counts, else ask once."""
    workshop = view_as_facilitator(get_store(), token)
    waiting = count_waiting(workshop)
    if waiting or workshop.left_out or not workshop.people:
        st.dialog(say("end.title"))(_confirm)(token, workshop, waiting)
    else:
        _reveal(token)
        st.rerun()


def count_waiting(workshop: Workshop) -> int:
    """People who have joined and not answered everything."""
    return sum(person.answered < person.asked for group in workshop.progress.values() for person in group)


def _confirm(token: str, workshop: Workshop, waiting: int) -> None:
    texts = [] if workshop.people else [say("end.nobody")]
    if waiting:
        texts.append(count("end.waiting", waiting))
    if workshop.left_out:
        names = say("comma").join(name_group(group, workshop.plan.groups) for group in workshop.left_out)
        texts.append(say("end.left_out", groups=names))
    told = "".join(f"<p>{set_phrases(text)}</p>" for text in texts)
    put_html(f"{told}<p class='mut'>{say_html('end.kept')}</p>", "confirm")
    with st.container(horizontal=True, horizontal_alignment="right"):
        if st.button(say("end.back"), key="end-back"):
            st.rerun()
        if st.button(say("end.go"), key="end-go", type="primary", on_click=_reveal, args=(token,)):
            st.rerun()


def _reveal(token: str) -> None:
    perform(partial(end_answering, get_store(), token))
