"""One question before the room: how the groups see it, in marks and in words."""

import re
from html import escape

import streamlit as st

from assessments.models import Question
from services.workshop import Discussion, Talk, Topic
from ui.components.markup import put_html
from ui.components.workshop.agreement import tell_agreement
from ui.components.workshop.differences import draw_counts, draw_legend, draw_wordings, tell_difference
from ui.components.workshop.dot_plot import draw_dot_plot
from ui.components.workshop.notes import put_notes
from ui.components.workshop.queue import find_topic
from ui.components.workshop.ties import put_room_question, put_ties
from ui.components.workshop.words import say, say_html
from ui.hosting import Hosted
from ui.words import read_html, set_phrases


def put_wordings(hosted: Hosted, talk: Talk, question: Question) -> None:
    """The two levels furthest apart in the question's own words; why there are none, if so."""
    drawn = draw_wordings(talk, question, hosted.workshop.plan.groups, hosted.questionnaire)
    otherwise = "same" if talk.blind.gap.n else "withheld" if talk.blind.withheld else "nobody"
    put_html(drawn or f"<p>{escape(say(f'difference.{otherwise}'))}</p>", "qt")


def put_talk(hosted: Hosted, discussion: Discussion, question: Question) -> None:
    """The finding as the headline, the plot, then what helps the room to talk."""
    talk = discussion.talks[question.id]
    with st.container(key="talk", gap=None):
        _put_plot(hosted, talk, question)
        put_room_question(talk, hosted.questionnaire)
        _put_background(hosted, talk, find_topic(discussion, question.id), question)


def draw_question(hosted: Hosted, question: Question) -> str:
    """Number and wording of a question as one line of HTML."""
    number = say_html("question.number", n=hosted.questionnaire.number(question.id))
    return f'<p class="q"><span>{number}</span>{read_html(question.text)}</p>'


def draw_headline(text: str) -> str:
    """A headline as HTML that breaks between its clauses before it breaks anywhere else."""
    clauses = re.split(say("headline_break"), text)
    return say("sentence_space").join(f'<span class="ib">{set_phrases(clause)}</span>' for clause in clauses)


def _put_plot(hosted: Hosted, talk: Talk, question: Question) -> None:
    labels, questionnaire = hosted.workshop.plan.groups, hosted.questionnaire
    ballot = talk.latest
    headline = tell_difference(ballot, labels, questionnaire)
    plot = draw_dot_plot(
        ballot,
        labels,
        questionnaire,
        before=talk.blind if ballot.number > 1 else None,
        aside=tell_agreement(ballot) + draw_counts(ballot) + draw_legend(ballot),
    )
    put_html(
        f"{draw_question(hosted, question)}<h1>{draw_headline(headline)}</h1>{plot}", "rv", tag="section"
    )


def _put_background(hosted: Hosted, talk: Talk, topic: Topic | None, question: Question) -> None:
    names = (say("talk.notes", n=len(talk.notes)), say("talk.why"))
    notes, why = st.tabs(names, key=f"about-{question.id}")
    with notes:
        put_notes(hosted.token, talk, hosted.workshop.plan.groups)
    with why:
        put_ties(talk, topic, hosted.questionnaire)
