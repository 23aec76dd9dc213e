"""Where answers are kept, as those see it who ask: a draft answered alone, or a seat in a workshop."""

from typing import Protocol

from assessments.answers import Answer
from assessments.models import Question, Questionnaire


class AnswerBook(Protocol):
    """The questions asked of one person, with that person's answers."""

    @property
    def questionnaire(self) -> Questionnaire:
        """The content the questions come from."""
        ...

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions asked, in order."""
        ...

    @property
    def open(self) -> tuple[Question, ...]:
        """Those that have no answer yet."""
        ...

    def answer_to(self, question: Question) -> Answer | None:
        """The stored answer to a question, None when there is none."""
        ...

    def name_note(self, kind: str) -> str:
        """The label of the field for what is added to an answer: `evidence`, `unknown`, `not_applicable`."""
        ...

    def save(self, answer: Answer) -> None:
        """Write one answer to the store; raises UserError when it cannot be kept."""
        ...

    def clear(self, question: Question) -> None:
        """Make a question unanswered again in the store."""
        ...
