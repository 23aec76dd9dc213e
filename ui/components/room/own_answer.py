"""What one has answered oneself, beside what the others have."""

from html import escape

from assessments.models import Question
from services.workshop import VoteLevel
from ui.components.markup import put_html
from ui.components.room.words import say_html
from ui.components.workshop.agreement import name_level
from ui.seats import Seat
from ui.words import read_html

_SIGNS = {"unknown": "?", "not_applicable": "–"}


def find_own_level(seat: Seat, question_id: str, ballot: int) -> int | None:
    """The own level in a closed ballot, 0–5; None where one gave none, or it is not at hand."""
    participation = seat.participation
    if ballot == 1:
        answer = participation.answers.get(question_id)
        level = answer.level if answer else None
    elif ballot == participation.ballot and question_id == participation.current_question:
        level = participation.own_vote
    else:
        level = None
    return level if isinstance(level, int) else None


def put_own_answer(seat: Seat, question: Question, ballot: int) -> None:
    """The own first answer with its wording, the vote in the last ballot, the own note as plain text."""
    answer = seat.answer_to(question)
    level = answer.level if answer else None
    name = name_level(seat.questionnaire, level) if isinstance(level, int) else ""
    key = "own_first" if isinstance(level, int) else f"own_{level or 'none'}"
    wording = f"<p class='sm mut'>{read_html(question.levels[level])}</p>" if isinstance(level, int) else ""
    noted = answer.note if answer else None
    note = f"<p class='sm'>{say_html('talk.own_note', note=noted)}</p>" if noted else ""
    private = f"<p class='sm mut'>{say_html('talk.private')}</p>"
    put_html(
        f"<h2 class='vh'>{say_html('talk.own')}</h2>{draw_sign(level)}"
        f"<div><p>{say_html(f'talk.{key}', name=name)}</p>{_tell_vote(seat, question, ballot)}"
        f"{wording}{note}{private}</div>",
        "you",
    )


def _tell_vote(seat: Seat, question: Question, ballot: int) -> str:
    level = find_own_level(seat, question.id, ballot) if ballot > 1 else None
    if level is None:
        return ""
    name = name_level(seat.questionnaire, level)
    return f"<p>{say_html('talk.own_vote', n=ballot, name=name)}</p>"


def draw_sign(level: VoteLevel | str | None) -> str:
    """A level in a circle; `?` and `–` for the ways to pass, nothing inside where there is no answer."""
    sign = str(level) if isinstance(level, int) else _SIGNS.get(level or "", "")
    kind = "l" if isinstance(level, int) else "l p"
    return f"<span class='{kind}' aria-hidden='true'>{escape(sign)}</span>"
