"""The draft the address names, as pages read and write it."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from assessments.answers import Answer
from assessments.models import Question, Questionnaire
from services.self_service import Draft, clear_answer, resume_assessment, save_answer
from ui.resources import get_questionnaire, get_store
from ui.sections import Pages, group_pages, split_pages
from ui.session import get_token
from ui.words import say


@dataclass
class Opened:
    """A draft with its token and the questions it is asked, as the store held it when this run began."""

    token: str
    draft: Draft
    questionnaire: Questionnaire
    saved_at: datetime | None
    """When the last answer was saved (UTC); None before the first."""
    _answers: dict[str, Answer] = field(default_factory=dict)
    """What the store holds, with what this run has saved: reading it all again would cost two statements."""

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """The questions of the draft's edition; in a re-check those it asks."""
        if self.draft.asked is None:
            return self.questionnaire.asked_in(self.draft.edition)
        again = set(self.draft.asked)
        return tuple(question for question in self.questionnaire.questions if question.id in again)

    @property
    def is_recheck(self) -> bool:
        """Whether a few questions are asked anew, after a round that was answered before."""
        return self.draft.asked is not None

    @cached_property
    def pages(self) -> Pages:
        """The questions by page, in order."""
        split = group_pages if self.is_recheck else split_pages
        return split(self.questionnaire, self.asked)

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions asked that have no answer yet."""
        return tuple(question for question in self.asked if question.id not in self._answers)

    def answer_to(self, question: Question) -> Answer | None:
        """The stored answer to a question, None when there is none."""
        return self._answers.get(question.id)

    def name_note(self, kind: str) -> str:
        """The label of the field for what is added to an answer of a kind."""
        return say(f"question.{kind}_note")

    def save(self, answer: Answer) -> None:
        """Write one answer to the store; raises UserError."""
        self.saved_at = save_answer(get_store(), self.token, answer)
        self._answers[answer.question] = answer

    def clear(self, question: Question) -> None:
        """Make a question unanswered again in the store; raises UserError."""
        clear_answer(get_store(), self.token, question.id)
        self._answers.pop(question.id, None)


def open_draft() -> Opened | None:
    """The draft the address names, read from the store now; None when it names none.

    Raises LinkNotFound, DatabaseProblem.
    """
    token = get_token()
    if token is None:
        return None
    draft = resume_assessment(get_store(), token)
    return Opened(token, draft, get_questionnaire(), draft.saved_at, dict(draft.answers))
