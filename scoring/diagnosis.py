"""The one door: questionnaire, answers and profile in, diagnosis out."""

from assessments.answers import AnswerSet, Profile
from assessments.models import Questionnaire
from scoring.company import Company
from scoring.findings import Diagnosis
from scoring.gaps import find_gaps
from scoring.org_model import advise_organisation


def diagnose(questionnaire: Questionnaire, answers: AnswerSet, profile: Profile) -> Diagnosis:
    """Score a company's answers, find its patterns and advise on its organisation.

    Raises KeyError when an answer names a question that the questionnaire does not have.
    """
    for respondent in answers.respondents:
        for answer in respondent.answers:
            questionnaire.question(answer.question)
    company = Company.settle(questionnaire, answers)
    return Diagnosis(
        questionnaire=questionnaire,
        profile=profile,
        answers=answers,
        standings=tuple(company.standings.values()),
        overall=company.overall,
        dimensions=company.dimensions,
        capabilities=company.capabilities,
        sides=company.compare_sides(),
        next_stage=company.explain_next(),
        patterns=company.patterns,
        organisation=advise_organisation(
            questionnaire.organisation, profile, company.lookup, company.measure
        ),
        gaps=find_gaps(questionnaire, answers) if len(answers.respondents) > 1 else (),
    )
