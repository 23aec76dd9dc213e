"""A worked example, opened in the app as if somebody had answered it there."""

from assessments.answers import AnswerSet, Profile
from assessments.models import Language
from services.self_service import save_answer, start_assessment
from storage.store import Store


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
