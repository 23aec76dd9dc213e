"""The order of talk: every topic with its reason in words; choosing one puts it before the room."""

from functools import partial
from html import escape

import streamlit as st

from services.workshop import (
    Discussion,
    Entry,
    Topic,
    choose_question,
    park_question,
    skip_question,
    start_timer,
)
from ui.components.markup import put_html
from ui.components.notice import perform
from ui.components.workshop.differences import tell_reasons, tell_short_reason
from ui.components.workshop.words import count, count_levels, say
from ui.hosting import Hosted
from ui.resources import get_store
from ui.session import read_widget, show_stored
from ui.words import keep_plain, read

_KEY = "queue"
SHOWN = 5
"""Topics beside a question; all of them stand on the overview."""
DONE = ("agreed", "disagreed", "skipped")
"""What the room need not come back to."""


def put_queue(hosted: Hosted, discussion: Discussion, *, wide: bool = False) -> None:
    """The topics in order; `wide` adds the whole reason below each."""
    current = hosted.workshop.current_question
    shown = discussion.queue if wide else _choose_window(discussion.queue, current)
    topics = {topic.question_id: topic for topic in shown}
    if not topics:
        return
    show_stored(_KEY, current if current in topics else None)
    entries = hosted.workshop.entries
    st.radio(
        say("queue.title"),
        tuple(topics),
        format_func=lambda question: _label(hosted, topics[question], entries.get(question), wide),
        captions=[_describe(hosted, topic) for topic in topics.values()] if wide else None,
        key=_KEY,
        width="stretch",
        on_change=_choose_shown,
        args=(hosted,),
    )

    rest = len(discussion.queue) - len(shown)
    if rest:
        put_html(f"<p>{escape(count('queue.rest', rest))}</p>", "rest")


def _choose_window(queue: tuple[Topic, ...], current: str | None) -> tuple[Topic, ...]:
    """The topics around the current one, as many as a screen has room for."""
    order = [topic.question_id for topic in queue]
    place = order.index(current) if current in order else 0
    start = max(0, min(place - 1, len(queue) - SHOWN))
    return queue[start : start + SHOWN]


def _choose_shown(hosted: Hosted) -> None:
    chosen = read_widget(_KEY)
    if chosen is not None:
        bring_up(hosted, chosen)


def bring_up(hosted: Hosted, question_id: str | None) -> bool:
    """Put a question before the room with a fresh clock, or none; returns whether it was done."""
    store, token = get_store(), hosted.token
    if not perform(partial(choose_question, store, token, question_id)):
        return False
    if question_id is not None and question_id != hosted.workshop.current_question:
        perform(partial(start_timer, store, token, hosted.workshop.plan.talk_minutes * 60))
    return True


def set_aside(hosted: Hosted, discussion: Discussion, question_id: str, *, skip: bool) -> None:
    """Park a question for later, or skip it, and go on to the next."""
    change = skip_question if skip else park_question
    if perform(partial(change, get_store(), hosted.token, question_id)):
        go_on(hosted, discussion, question_id)


def go_on(hosted: Hosted, discussion: Discussion, question_id: str) -> None:
    """Bring up the next topic that is still to be talked about; the overview when there is none."""
    bring_up(hosted, find_next(hosted, discussion, question_id))


def find_next(hosted: Hosted, discussion: Discussion, after: str | None) -> str | None:
    """The next open topic behind a question, else the first open one, else a parked one; None when none."""
    order = [topic.question_id for topic in discussion.queue]
    start = order.index(after) + 1 if after in order else 0
    others = [question for question in (*order[start:], *order[:start]) if question != after]
    waiting = [question for question in others if status_of(hosted, question) == "open"]
    parked = [question for question in others if status_of(hosted, question) == "parked"]
    return next(iter([*waiting, *parked]), None)


def find_neighbour(discussion: Discussion, question_id: str, step: int) -> str | None:
    """The topic so many places away in the queue; None beyond its ends or outside it."""
    order = [topic.question_id for topic in discussion.queue]
    if question_id not in order:
        return None
    place = order.index(question_id) + step
    return order[place] if 0 <= place < len(order) else None


def find_topic(discussion: Discussion, question_id: str) -> Topic | None:
    """The question's place in the queue; None outside it."""
    return next((topic for topic in discussion.queue if topic.question_id == question_id), None)


def status_of(hosted: Hosted, question_id: str) -> str:
    """How far the room is with a question: `open`, `parked`, `skipped`, `agreed` or `disagreed`."""
    entry = hosted.workshop.entries.get(question_id)
    return entry.status if entry else "open"


def _label(hosted: Hosted, topic: Topic, entry: Entry | None, wide: bool) -> str:
    title = keep_plain(read(hosted.questionnaire.question(topic.question_id).title))
    if entry is not None and entry.status != "open":
        level = "" if entry.level is None else f" {entry.level}"
        return f"*{say(f'status.{entry.status}')}{level}* {title}"
    if wide:
        return f"**{title}**"
    parts = (count_levels(topic.difference, "queue.apart"), tell_short_reason(topic))
    head = keep_plain(say("queue.separator").join(part for part in parts if part))
    return f"**{head}** {title}"


def _describe(hosted: Hosted, topic: Topic) -> str:
    return keep_plain(say("sentence_space").join(tell_reasons(topic, hosted.questionnaire)))
