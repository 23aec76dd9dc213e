"""How far one has come: one tick per question, by dimension."""

from collections.abc import Iterable
from itertools import groupby

from assessments.models import Question
from ui.answer_book import AnswerBook
from ui.components.markup import put_html
from ui.components.turning import put_turn
from ui.sections import estimate_minutes
from ui.words import read_html, say


def put_progress(book: AnswerBook, shown: Iterable[Question]) -> None:
    """Ticks by dimension: answered, not known, open, and those of the questions shown outlined."""
    here = {question.id for question in shown}
    parts = []
    for _, group in groupby(book.asked, lambda question: book.questionnaire.dimension_of(question.id).id):
        asked = list(group)
        dimension = book.questionnaire.dimension_of(asked[0].id)
        ticks = "".join(f'<i class="{_tick(book, question, here)}"></i>' for question in asked)
        current = " on" if any(question.id in here for question in asked) else ""
        parts.append(
            f'<div class="d{current}"><div class="n">{read_html(dimension.title)}</div>'
            f'<div class="tk">{ticks}</div></div>'
        )
    answered = len(book.asked) - len(book.open)
    label = say("answer.progress", answered=answered, total=len(book.asked))
    put_html("".join(parts), "prog", role="img", label=label)


def put_count(book: AnswerBook, overview: str, watched: Iterable[str]) -> None:
    """How far one is; pressing it shows everything at a glance, in the section `overview`.

    `watched`: see `put_turn`.
    """
    total, missing = len(book.asked), len(book.open)
    count = say("answer.count", answered=total - missing, total=total)
    left = say("answer.left", minutes=estimate_minutes(missing)) if missing else say("answer.all_answered")
    put_turn(f"**{count}** {left}", "state", overview, watched, "tertiary", wrap=True)


def _tick(book: AnswerBook, question: Question, here: set[str]) -> str:
    answer = book.answer_to(question)
    state = "" if answer is None else ("h" if answer.level == "unknown" else "d")
    return f"{state} c".strip() if question.id in here else state
