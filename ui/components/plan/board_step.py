"""One step of the board: its state, what shows that it is done, and the log that keeps facts apart."""

from collections.abc import Callable
from datetime import date
from functools import partial
from html import escape

import streamlit as st

from assessments.answers import NAME_LENGTH, NOTE_LENGTH
from assessments.board import BOARD_STATUSES, LOG_KINDS, Board, BoardItem, LogEntry, LogKind
from assessments.models import Action
from i18n.text import translate
from reporting.kit import find_document
from services.follow_up import log_entry, move_step, set_due, set_evidence, set_owner
from ui.cases import Case
from ui.components.downloads import draw_file
from ui.components.markup import put_html
from ui.components.notice import perform
from ui.components.plan.board_cards import name_status
from ui.components.plan.words import say, say_html
from ui.resources import get_store
from ui.session import adopt_stored, carry_choice, fill_in, get_language, note_saved
from ui.takeaway_files import kit_address
from ui.words import find_day, read, set_phrases, write_day


def put_step(case: Case, board: Board, item: BoardItem) -> None:
    """The whole step: what it is on the left, its log on the right."""
    name = item.name(case.diagnosis.questionnaire, get_language())
    put_html(f"<h1>{set_phrases(name)}</h1>", "planhead")
    left, right = st.columns(2, gap="large")
    with left, st.container(key="step-state", gap="small"):
        _ask_state(case, item)
        _put_action(case, item)
    with right, st.container(key="step-log", gap="small"):
        _put_log(board, item)
        _ask_entry(case, item)


def _ask_state(case: Case, item: BoardItem) -> None:
    store, token = get_store(), case.link.token
    key = f"status-{item.id}"
    adopted = adopt_stored(key, item.status) | carry_choice(key)
    status = st.segmented_control(
        say("board.status"),
        BOARD_STATUSES,
        default=None if adopted else item.status,
        format_func=name_status,
        key=key,
        width="stretch",
    )
    if status is not None and status != item.status:
        _keep(key, status, partial(move_step, store, token, item.id, status))
    owner = _ask_text("owner", item.owner, NAME_LENGTH, item)
    if owner != item.owner:
        _keep(f"owner-{item.id}", owner, partial(set_owner, store, token, item.id, owner))
    due = _ask_due(item)
    if due != item.due:
        _keep(f"due-{item.id}", due, partial(set_due, store, token, item.id, due))
    evidence = _ask_text("evidence", item.evidence, NOTE_LENGTH, item)
    if evidence != item.evidence:
        _keep(f"evidence-{item.id}", evidence, partial(set_evidence, store, token, item.id, evidence))


def _keep(key: str, value: object, change: Callable[[], object]) -> None:
    if perform(change):
        note_saved(key, value)
    st.rerun()


def _ask_text(name: str, stored: str, limit: int, item: BoardItem) -> str:
    key = f"{name}-{item.id}"
    adopted = adopt_stored(key, stored)
    text = st.text_input(
        say(f"board.{name}"),
        value="" if adopted else stored,
        max_chars=limit,
        key=key,
        placeholder=say(f"board.{name}_example"),
        autocomplete="off",
    )
    return (text or "").strip()


def _ask_due(item: BoardItem) -> date | None:
    key = f"due-{item.id}"
    fill_in(key, item.due)
    due: date | None = st.date_input(say("board.due_label"), value=None, key=key, format="YYYY/MM/DD")
    return due


def _put_action(case: Case, item: BoardItem) -> None:
    """Why, first move and sign of completion of a step of the content, and the documents that help."""
    action = _find_action(case, item)
    if action is None:
        return
    rows = (("why", action.why), ("monday", action.first_step), ("done_when", action.done_when))
    listed = "".join(
        f"<dt>{say_html(f'steps.{name}')}</dt><dd>{escape(read(text))}</dd>" for name, text in rows
    )
    put_html(f"<dl>{listed}</dl>", "stp act sm")
    if action.kit:
        files = "".join(
            draw_file(case.link, kit_address(name), find_document(name).title(get_language()))
            for name in action.kit
        )
        put_html(files, "dls")


def _find_action(case: Case, item: BoardItem) -> Action | None:
    actions = case.diagnosis.questionnaire.actions
    return next((action for action in actions if action.id == item.action_id), None)


def _put_log(board: Board, item: BoardItem) -> None:
    entries = board.log_of(item.id)
    rows = "".join(_draw_entry(entry) for entry in reversed(entries))
    empty = f"<p class='sm mut'>{say_html('board.no_notes')}</p>"
    put_html(f"<h2>{say_html('board.log')}</h2>" + (f"<ul>{rows}</ul>" if rows else empty), "blog")


def _draw_entry(entry: LogEntry) -> str:
    day = write_day(find_day(entry.created_at))
    return (
        f"<li><span class='xs mut'>{escape(day)}　{escape(_name_kind(entry.kind))}</span>"
        f"<p>{escape(entry.text)}</p></li>"
    )


def _name_kind(kind: LogKind) -> str:
    return translate(f"follow_up.kinds.{kind}", get_language())


def _ask_entry(case: Case, item: BoardItem) -> None:
    with st.form(key="log-form", clear_on_submit=True, border=False):
        kind = st.segmented_control(
            say("board.kind"),
            LOG_KINDS,
            default="fact",
            format_func=_name_kind,
            key="log-kind",
            width="stretch",
        )
        text = st.text_area(
            say("board.text"), key="log-text", max_chars=NOTE_LENGTH, placeholder=say("board.text_example")
        )
        if st.form_submit_button(say("board.note_down"), key="log-go") and kind and (text or "").strip():
            perform(partial(log_entry, get_store(), case.link.token, item.id, kind, text.strip()))
            st.rerun()
