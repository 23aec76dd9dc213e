"""The clock with what the facilitator does to it."""

from functools import partial

import streamlit as st

from services.workshop import Timer, start_timer, stop_timer
from ui.components.markup import put_html
from ui.components.notice import perform
from ui.components.workshop.timer import count_left, draw_countdown
from ui.components.workshop.words import say, say_html
from ui.resources import get_store

MORE = 60
"""Seconds that one press adds."""


def put_clock(token: str, timer: Timer | None, minutes: int) -> None:
    """Time left, one more minute, stop; without a running clock the button that starts one."""
    with st.container(key="clock", gap=None):
        with st.container(key="clock-head", horizontal=True, vertical_alignment="center", wrap=False):
            put_html(f"<h2>{say_html('timer.title')}</h2>", "clk")
            if timer is None:
                _offer(say("timer.start", n=minutes), "timer-start", token, minutes * 60)
                return
            _offer(say("timer.more"), "timer-more", token, count_left(timer) + MORE)
            if st.button(say("timer.stop"), key="timer-stop", type="tertiary"):
                perform(partial(stop_timer, get_store(), token))
                st.rerun()
        put_html(draw_countdown(timer), "clk")


def _offer(label: str, key: str, token: str, seconds: int) -> None:
    if st.button(label, key=key, type="tertiary"):
        perform(partial(start_timer, get_store(), token, seconds))
        st.rerun()
