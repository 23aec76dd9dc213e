"""A participant's seat in a workshop, as the room's pages read and write it."""

from dataclasses import dataclass, field
from functools import cached_property

import streamlit as st

from assessments.answers import Answer
from assessments.models import Question, Questionnaire
from services.errors import LinkNotFound
from services.workshop import (
    Participation,
    VoteLevel,
    cast_vote,
    clear_blind_answer,
    name_client,
    save_blind_answer,
    view_as_participant,
)
from ui import answer_session, seat_session
from ui.components.room.words import say
from ui.resources import get_questionnaire, get_store
from ui.sections import Pages, find_page, group_pages


@dataclass(frozen=True)
class Seat:
    """A seat with its token, as the store held it when this run began."""

    token: str
    participation: Participation
    questionnaire: Questionnaire
    _answers: dict[str, Answer] = field(default_factory=dict)
    """What the store holds, with what this run has saved: reading it all again would cost two statements."""

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """The questions the workshop asks."""
        plan = self.participation.plan
        return self.questionnaire.asked_in(plan.edition, plan.dimensions)

    @property
    def open(self) -> tuple[Question, ...]:
        """Those this participant has not answered yet."""
        return tuple(question for question in self.asked if question.id not in self._answers)

    @cached_property
    def sections(self) -> Pages:
        """The questions by the section in which they are asked, in order."""
        return group_pages(self.questionnaire, self.asked)

    def find_section(self, capability_id: str) -> str | None:
        """The section in which a capability is asked; None when it is not."""
        return find_page(self.questionnaire, self.sections, capability_id)

    def answer_to(self, question: Question) -> Answer | None:
        """The stored blind answer to a question, None when there is none."""
        return self._answers.get(question.id)

    def name_note(self, kind: str) -> str:
        """The label of a note's field: in a room notes may be shown to all."""
        return say(f"note.{kind}")

    def save(self, answer: Answer) -> None:
        """Write one blind answer to the store; raises UserError."""
        saved_at = save_blind_answer(get_store(), self.token, answer, self.participation.plan)
        answer_session.note_saved_at(saved_at)
        self._answers[answer.question] = answer

    def clear(self, question: Question) -> None:
        """Make a question unanswered again; raises UserError."""
        clear_blind_answer(get_store(), self.token, question.id)
        self._answers.pop(question.id, None)

    def vote(self, question: Question, level: VoteLevel) -> None:
        """Cast a vote in the open ballot; raises UserError."""
        answer_session.note_saved_at(cast_vote(get_store(), self.token, question.id, level))


def take_seat(token: str) -> Seat:
    """The seat behind a token, read from the store now; raises WorkshopLinkNotFound, DatabaseProblem."""
    participation = view_as_participant(get_store(), token)
    return Seat(token, participation, get_questionnaire(), dict(participation.answers))


def find_last_seat() -> Seat | None:
    """The seat this browser took last; None when there is none any more. Raises DatabaseProblem."""
    token = seat_session.get_last_seat()
    try:
        return take_seat(token) if token else None
    except LinkNotFound:
        return None


def name_visitor() -> str | None:
    """Under which name this visitor's wrong codes are counted; None where the address is not known."""
    return name_client(st.context.ip_address)
