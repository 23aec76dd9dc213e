"""The workshop whose facilitator the address names, as the facilitator's screens read it."""

from dataclasses import dataclass

from assessments.models import Question, Questionnaire
from services.workshop import Discussion, Workshop, list_questions, prepare_discussion, view_as_facilitator
from ui.resources import get_questionnaire, get_store
from ui.session import get_host


@dataclass(frozen=True)
class Hosted:
    """A workshop with its facilitator's token, as it is in the store now."""

    token: str
    workshop: Workshop
    questionnaire: Questionnaire

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions the workshop asks, in order."""
        return list_questions(self.workshop.plan)

    @property
    def current(self) -> Question | None:
        """The question the room talks about."""
        chosen = self.workshop.current_question
        return self.questionnaire.question(chosen) if chosen else None

    def discuss(self) -> Discussion:
        """The queue and what may be shown of each question; raises StillAnswering, DatabaseProblem."""
        return prepare_discussion(get_store(), self.token)


def open_hosted() -> Hosted | None:
    """The workshop the address names, read from the store now; None when it names none.

    Raises WorkshopLinkNotFound, DatabaseProblem.
    """
    token = get_host()
    if token is None:
        return None
    return Hosted(token, view_as_facilitator(get_store(), token), get_questionnaire())
