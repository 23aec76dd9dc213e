"""The sections an assessment is answered in: one capability each, then the review."""

from assessments.models import Capability, Edition, Question, Questionnaire

REVIEW = "review"
"""The last section: everything at a glance before the result."""
SHARED_PAGE = 5
"""Questions up to which capabilities share a page."""
SECONDS_PER_QUESTION = 17
"""52 questions in about 15 minutes."""


def list_sections(questionnaire: Questionnaire, edition: Edition) -> tuple[str, ...]:
    """The sections in order, as they stand in the address."""
    asked = (item.id for item in questionnaire.capabilities if list_questions(item, edition))
    return (*asked, REVIEW)


def list_questions(capability: Capability, edition: Edition) -> tuple[Question, ...]:
    """The questions of a capability that an edition asks."""
    return tuple(question for question in capability.questions if edition in question.editions)


def group_pages(questionnaire: Questionnaire, asked: tuple[Question, ...]) -> dict[str, tuple[Question, ...]]:
    """The questions by page, in order: a page is named by its first capability.

    Small neighbouring capabilities of a dimension share one, so that nobody turns a page for each question.
    """
    by_capability: dict[str, tuple[Question, ...]] = {}
    for question in asked:
        capability = questionnaire.capability_of(question.id).id
        by_capability[capability] = (*by_capability.get(capability, ()), question)
    pages: dict[str, tuple[Question, ...]] = {}
    page = ""
    for capability, questions in by_capability.items():
        before = pages.get(page, ())
        is_near = before and questionnaire.dimension_of(before[0].id) is questionnaire.dimension_of(
            questions[0].id
        )
        if not is_near or len(before) + len(questions) > SHARED_PAGE:
            page, before = capability, ()
        pages[page] = before + questions
    return pages


def find_section(
    questionnaire: Questionnaire, edition: Edition, asked: str | None, missing: tuple[Question, ...]
) -> str:
    """The section asked for, else the one with the first unanswered question."""
    if asked in list_sections(questionnaire, edition):
        return str(asked)
    return find_first_open(questionnaire, missing)


def find_first_open(questionnaire: Questionnaire, missing: tuple[Question, ...]) -> str:
    """The section of the first unanswered question, the review when there is none."""
    return questionnaire.capability_of(missing[0].id).id if missing else REVIEW


def estimate_minutes(questions: int) -> int:
    """Minutes that so many questions take, at least one while there are any."""
    return max(1, round(questions * SECONDS_PER_QUESTION / 60)) if questions else 0
