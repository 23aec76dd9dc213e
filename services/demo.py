"""A worked example, opened in the app as if people had answered it there."""

from assessments.answers import AnswerSet, Profile
from assessments.models import DIMENSIONS, Language
from services.self_service import save_answer, start_assessment
from services.workshop import WorkshopPlan, fill_workshop, open_workshop
from storage.store import Store

REHEARSAL_PEOPLE = 12


def open_example(store: Store, profile: Profile, answers: AnswerSet, language: Language) -> str:
    """Store an example's answers as one assessment; returns its token.

    Of several respondents the first one to answer a question is taken. Raises UserError.
    """
    token = start_assessment(store, profile, answers.edition, language)
    taken: set[str] = set()
    for respondent in answers.respondents:
        for answer in respondent.answers:
            if answer.question not in taken:
                taken.add(answer.question)
                save_answer(store, token, answer)
    return token


def open_rehearsal(store: Store, profile: Profile, language: Language) -> str:
    """Open a workshop for the company with simulated people in it; returns the facilitator's token.

    Raises UserError.
    """
    plan = WorkshopPlan(
        profile=profile,
        edition="quick",
        dimensions=DIMENSIONS,
        groups={"marketing": None, "sales": None, "management": None, "business_unit": None},
        anonymous=True,
        language=language,
        answer_minutes=10,
        talk_minutes=5,
    )
    token = open_workshop(store, plan).facilitator_token
    fill_workshop(store, token, REHEARSAL_PEOPLE)
    return token
