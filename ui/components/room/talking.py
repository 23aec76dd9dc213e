"""What the room talks about, on a phone: the question, the own answer against the others', the vote."""

from assessments.models import Question
from services.workshop import Talk, look_at_question
from ui.components import frame
from ui.components.markup import put_html
from ui.components.room.distribution import put_distribution
from ui.components.room.frame import LADDER, put_head, room
from ui.components.room.own_answer import put_own_answer
from ui.components.room.voting import ask_vote, tell_votes, vote_key
from ui.components.room.words import say, say_html
from ui.resources import get_store
from ui.seats import Seat
from ui.words import read, set_phrases
from ui.words import say_html as say_ui_html


def talk(seat: Seat) -> None:
    """Draw the question before the room, or the wait for the next one."""
    before_room = look_at_question(get_store(), seat.token)
    if before_room is None:
        _wait(seat)
    elif seat.participation.ballot_open and before_room.question_id == seat.participation.current_question:
        _vote(seat, before_room)
    else:
        _look(seat, before_room)


def _wait(seat: Seat) -> None:
    with room(seat, "wait"):
        put_head(seat)
        put_html(
            f"<h1>{set_phrases(say('wait.title'))}</h1><p role='status'>{say_html('wait.text')}</p>{LADDER}",
            "calm",
        )


def _look(seat: Seat, before_room: Talk) -> None:
    question = seat.questionnaire.question(before_room.question_id)
    with room(seat, f"talk-{question.id}-{before_room.latest.number}"):
        put_head(seat)
        _put_question(seat, question)
        put_distribution(seat, before_room)
        put_own_answer(seat, question, before_room.latest.number)


def _vote(seat: Seat, before_room: Talk) -> None:
    """The vote comes first: it is the one thing to do now."""
    question = seat.questionnaire.question(before_room.question_id)
    ballot = seat.participation.ballot
    with room(seat, f"vote-{question.id}-{ballot}"):
        put_head(seat, watched=(vote_key(question, ballot),))
        _put_question(seat, question)
        put_own_answer(seat, question, 1)
        given = ask_vote(seat, question)
        put_distribution(seat, before_room)
    with frame.bottom_bar(frame.PHONE_WIDTH):
        put_html(tell_votes(seat, question, given), "votes", role="status")


def _put_question(seat: Seat, question: Question) -> None:
    number = seat.questionnaire.number(question.id)
    put_html(
        f"<p class='no' role='status'><b>{say_html('talk.tab')}</b>　"
        f"{say_ui_html('question.number', n=number)}</p><h1>{set_phrases(read(question.text))}</h1>",
        "now",
    )
