"""What the facilitator needs now and then: other questions, the order anew, back to answering, the end."""

from functools import partial

import streamlit as st

from services.workshop import Discussion, close_workshop, recompute_queue, resume_answering
from ui.components.markup import put_html
from ui.components.notice import perform
from ui.components.workshop.facilitator_link import put_facilitator_link
from ui.components.workshop.queue import bring_up
from ui.components.workshop.words import count, say, say_html
from ui.hosting import Hosted
from ui.resources import get_store
from ui.session import read_widget, show_stored
from ui.words import read, set_phrases

_KEY, _ANY = "menu", "any-question"
_SETTLED = ("agreed", "disagreed")


def put_menu(hosted: Hosted, discussion: Discussion) -> None:
    """The menu in the head of the discussion; it closes when something in it is chosen."""
    store, token = get_store(), hosted.token
    with (
        st.popover(say("menu.open"), key=_KEY, type="tertiary", on_change="rerun"),
        st.container(key="menu-body", gap=None),
    ):
        _ask_question(hosted, discussion)
        if _offer("reorder"):
            perform(partial(recompute_queue, store, token))
            st.rerun()
        if _offer("resume"):
            perform(partial(resume_answering, store, token))
            st.rerun()
        if _offer("close"):
            ask_to_close(hosted)
        put_facilitator_link(token)


def _offer(name: str) -> bool:
    return st.button(say(f"menu.{name}"), key=f"menu-{name}", type="tertiary", on_click=_leave)


def _leave() -> None:
    show_stored(_KEY, False)


def _ask_question(hosted: Hosted, discussion: Discussion) -> None:
    """Any question, those outside the queue too."""
    questionnaire = hosted.questionnaire
    show_stored(_ANY, None)
    st.selectbox(
        say("menu.any_question"),
        tuple(discussion.talks),
        index=None,
        format_func=lambda name: f"{questionnaire.number(name)}　{read(questionnaire.question(name).title)}",
        key=_ANY,
        placeholder=say("menu.choose"),
        filter_mode=None,
        on_change=_bring_up_chosen,
        args=(hosted,),
    )


def _bring_up_chosen(hosted: Hosted) -> None:
    chosen = read_widget(_ANY)
    if chosen is not None:
        bring_up(hosted, chosen)
    _leave()


def ask_to_close(hosted: Hosted) -> None:
    """Ask whether to end, and whether participants may see the result."""
    st.dialog(say("close.title"))(_confirm)(hosted)


def _confirm(hosted: Hosted) -> None:
    statuses = [entry.status for entry in hosted.workshop.entries.values()]
    settled = sum(status in _SETTLED for status in statuses)
    lines = [count("close.settled", settled) if settled else say("close.nothing"), say("close.rest")]
    if "parked" in statuses:
        lines.append(count("close.parked", statuses.count("parked")))
    put_html("".join(f"<p>{set_phrases(line)}</p>" for line in lines), "confirm")
    share = st.checkbox(say("close.share"), value=True, key="share")
    put_html(f"<p class='mut'>{say_html('close.share_means')}</p>", "confirm")
    with st.container(horizontal=True, horizontal_alignment="right"):
        if st.button(say("close.back"), key="close-back"):
            st.rerun()
        if st.button(
            say("close.go"), key="close-go", type="primary", on_click=_close, args=(hosted.token, share)
        ):
            st.rerun()


def _close(token: str, share: bool) -> None:
    perform(partial(close_workshop, get_store(), token, share))
