"""The vote on the question before the room: one tap, sent at once."""

from html import escape

from assessments.models import LEVELS, Question
from services.errors import UserError
from services.workshop import VoteLevel
from ui import answer_session, session
from ui.components.markup import put_html
from ui.components.question import Choice, ask_level
from ui.components.room.own_answer import draw_sign
from ui.components.room.words import say, say_html
from ui.seats import Seat
from ui.words import set_phrases, tell_time

CHOICES: tuple[Choice, ...] = (*range(LEVELS), "unknown")


def vote_key(question: Question, ballot: int) -> str:
    """The key of a vote's widget; another ballot has another one, so that no choice comes along."""
    return answer_session.level_key(f"vote-{ballot}-{question.id}")


def ask_vote(seat: Seat, question: Question) -> VoteLevel | None:
    """Ask for the vote and cast it when it differs from the one cast; returns the one that counts now."""
    put_html(f"<h2>{set_phrases(say('vote.title'))}</h2><p class='sm mut'>{say_html('vote.text')}</p>", "ask")
    cast = seat.participation.own_vote
    key = vote_key(question, seat.participation.ballot)
    choice = ask_level(seat, question, key, cast, CHOICES)
    if choice is None or choice == "not_applicable" or choice == cast:
        return cast
    try:
        seat.vote(question, choice)
    except UserError as error:
        put_html(f"<p>{escape(error.explain(session.get_language()))}</p>", "hint bad sm", role="alert")
        return cast
    session.note_saved(key, choice)
    return choice


def tell_votes(seat: Seat, question: Question, given: VoteLevel | None) -> str:
    """The first answer and the vote that counts now, as HTML."""
    answer = seat.answer_to(question)
    saved = answer_session.get_saved_at() if given is not None else None
    state = say("vote.waiting") if given is None else say("vote.cast")
    if saved is not None:
        state += f" {tell_time(saved)}"
    return (
        f"<span>{say_html('vote.first')} {draw_sign(answer.level if answer else None)}</span>"
        f"<span>{say_html('vote.now')} {draw_sign(given)}</span><span class='sm mut'>{escape(state)}</span>"
    )
