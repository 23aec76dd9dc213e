"""The draft the address names, as pages read and write it."""

from dataclasses import dataclass

from assessments.answers import Answer
from assessments.models import Question, Questionnaire
from services.self_service import Draft, clear_answer, resume_assessment, save_answer
from ui.resources import get_questionnaire, get_store
from ui.session import get_token
from ui.words import say


@dataclass(frozen=True)
class Opened:
    """A draft with its token and the questions it is asked."""

    token: str
    draft: Draft
    questionnaire: Questionnaire

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions of the draft's edition."""
        return self.questionnaire.asked_in(self.draft.edition)

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions of the edition that have no answer yet."""
        return tuple(question for question in self.asked if question.id not in self.draft.answers)

    def answer_to(self, question: Question) -> Answer | None:
        """The stored answer to a question, None when there is none."""
        return self.draft.answers.get(question.id)

    def name_note(self, kind: str) -> str:
        """The label of the field for what is added to an answer of a kind."""
        return say(f"question.{kind}_note")

    def save(self, answer: Answer) -> None:
        """Write one answer to the store."""
        save_answer(get_store(), self.token, answer)

    def clear(self, question: Question) -> None:
        """Make a question unanswered again in the store."""
        clear_answer(get_store(), self.token, question.id)


def open_draft() -> Opened | None:
    """The draft the address names, read from the store now; None when it names none.

    Raises LinkNotFound, DatabaseProblem.
    """
    token = get_token()
    if token is None:
        return None
    return Opened(token, resume_assessment(get_store(), token), get_questionnaire())
