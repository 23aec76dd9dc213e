"""The one door: questionnaire, answers and profile in, diagnosis out."""

from assessments.answers import AnswerSet, Profile
from assessments.models import Questionnaire
from scoring.company import Company
from scoring.findings import Diagnosis
from scoring.gaps import PerceptionGap, find_gaps, hide_small_groups
from scoring.org_model import advise_organisation


def diagnose(questionnaire: Questionnaire, answers: AnswerSet, profile: Profile) -> Diagnosis:
    """Score a company's answers, find its patterns and advise on its organisation.

    Of an anonymous workshop it holds only what may be shown, but for `answers.respondents`.

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
        gaps=_show_gaps(questionnaire, answers),
    )


def _show_gaps(questionnaire: Questionnaire, answers: AnswerSet) -> tuple[PerceptionGap, ...]:
    if len(answers.respondents) < 2:
        return ()
    gaps = find_gaps(questionnaire, answers)
    return tuple(map(hide_small_groups, gaps)) if answers.anonymous else gaps
