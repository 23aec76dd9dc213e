"""Joining a workshop: the code where there is none yet, then the group one belongs to."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from assessments.answers import NAME_LENGTH
from assessments.models import Group
from services.errors import UserError
from services.workshop import Invitation, join_workshop
from ui import seat_session, session
from ui.components import frame
from ui.components.markup import put_html
from ui.components.room.words import say, say_html
from ui.components.workshop.group_marks import name_group
from ui.navigation import go_to_room
from ui.resources import get_store
from ui.seats import Seat, name_visitor
from ui.words import keep_plain, set_phrases


def ask_code(problem: UserError | None, seat: Seat | None) -> str | None:
    """Ask for the join code; returns what was sent in this very run.

    `problem`: what was wrong before. `seat`: the one this browser took last, to which a way back is offered.
    """
    put_html(f"<h1>{set_phrases(say('join.title'))}</h1><p>{say_html('join.text')}</p>", "jh")
    typed = st.text_input(
        say("join.code"),
        key="join-code",
        max_chars=100,
        placeholder=say("join.example"),
        autocomplete="off",
    )
    put_problem(problem)
    with frame.bottom_bar(frame.PHONE_WIDTH):
        if seat is None:
            put_html("")
        elif st.button(say("again.go"), key="again-go", type="tertiary", wrap=True):
            go_to_room(seat.token)
        sent = st.button(say("join.check"), key="join-check", type="primary")
    return typed.strip() if sent and typed and typed.strip() else None


def put_problem(problem: UserError | None) -> None:
    """What went wrong, in words that say what to do."""
    if problem is not None:
        put_html(f"<p>{escape(problem.explain(session.get_language()))}</p>", "hint bad", role="alert")


def ask_seat(code: str, invitation: Invitation) -> None:
    """Ask where one belongs, and take a seat there."""
    _put_heading(invitation)
    group = _ask_group(invitation)
    name = None if invitation.anonymous else _ask_name()
    _put_privacy(invitation)
    with frame.bottom_bar(frame.PHONE_WIDTH):
        put_html("")
        joins = st.button(say("join.go"), key="join-go", type="primary")
    if joins and group is None:
        put_html(f"<p>{say_html('join.group_missing')}</p>", "hint bad", role="alert")
    elif joins and group is not None:
        try:
            _take_seat(code, group, name)
        except UserError as error:
            put_problem(error)


def _put_heading(invitation: Invitation) -> None:
    facts = (
        (say("join.language"), say(f"join.language_value.{invitation.language}")),
        (say("join.time"), say("join.minutes", n=invitation.answer_minutes)),
    )
    items = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts)
    late = f"<p class='late'>{say_html('join.late')}</p>" if invitation.phase == "discussing" else ""
    put_html(
        f"<p class='eb'>{say_html('join.kicker')}</p><h1>{escape(invitation.company or say('product'))}</h1>"
        f"<dl class='fact'>{items}</dl>{late}",
        "jh",
    )


def _ask_group(invitation: Invitation) -> Group | None:
    groups = tuple(invitation.groups)
    if len(groups) == 1:
        return groups[0]
    _paint_marks(groups)
    names = {group: keep_plain(name_group(group, invitation.groups)) for group in groups}
    session.carry_choice("join-group")
    return st.radio(
        say("join.group"),
        groups,
        index=None,
        format_func=names.__getitem__,
        key="join-group",
        width="stretch",
    )


def _paint_marks(groups: Iterable[Group]) -> None:
    """Give each card the mark of its group; Streamlit's markup tells them apart by their order only."""
    rules = "".join(
        f".st-key-join-group [data-testid='stRadioGroup'] > div:nth-child({number}) "
        f"{{ --c: var(--g-{group}); --shape: var(--shape-{group}); }}"
        for number, group in enumerate(groups, start=1)
    )
    st.html(f"<style>{rules}</style>")


def _ask_name() -> str | None:
    name = st.text_input(
        say("join.name"),
        key="join-name",
        max_chars=NAME_LENGTH,
        placeholder=say("join.name_example"),
        autocomplete="name",
    )
    return (name or "").strip() or None


def _put_privacy(invitation: Invitation) -> None:
    kind = "anonymous" if invitation.anonymous else "named"
    put_html(
        f"<h2>{say_html('join.seen')}</h2><p>{say_html(f'join.{kind}')}</p><p>{say_html('join.notes')}</p>",
        "seen",
    )


def _take_seat(code: str, group: Group, name: str | None) -> None:
    token = join_workshop(get_store(), code, group, name, name_visitor())
    # Kept before anything else: a second tap that arrives meanwhile must not take a second seat.
    seat_session.note_joined(code, token)
    session.forget_known()
    go_to_room(token)
