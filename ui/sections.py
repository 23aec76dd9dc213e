"""The pages an assessment is answered on, in order, then the review."""

from collections.abc import Mapping

from assessments.models import Capability, Question, Questionnaire

REVIEW = "review"
"""The last section: everything at a glance before the result."""
SHARED_PAGE = 5
"""Questions up to which capabilities share a page."""
SECONDS_PER_QUESTION = 17
"""52 questions in about 15 minutes."""
Pages = Mapping[str, tuple[Question, ...]]
"""Questions by page, in order; a page is named by its first capability, as it stands in the address."""


def list_questions(capability: Capability, asked: tuple[Question, ...]) -> tuple[Question, ...]:
    """Those of the questions asked that belong to a capability."""
    return tuple(question for question in asked if question in capability.questions)


def split_pages(questionnaire: Questionnaire, asked: tuple[Question, ...]) -> Pages:
    """The questions by page, one capability each."""
    pages: dict[str, tuple[Question, ...]] = {}
    for question in asked:
        capability = questionnaire.capability_of(question.id).id
        pages[capability] = (*pages.get(capability, ()), question)
    return pages


def group_pages(questionnaire: Questionnaire, asked: tuple[Question, ...]) -> Pages:
    """The questions by page, where small neighbouring capabilities of a dimension share one.

    So nobody turns a page for each question.
    """
    pages: dict[str, tuple[Question, ...]] = {}
    page = ""
    for capability, questions in split_pages(questionnaire, asked).items():
        before = pages.get(page, ())
        is_near = before and questionnaire.dimension_of(before[0].id) is questionnaire.dimension_of(
            questions[0].id
        )
        if not is_near or len(before) + len(questions) > SHARED_PAGE:
            page, before = capability, ()
        pages[page] = before + questions
    return pages


def find_page(questionnaire: Questionnaire, pages: Pages, capability_id: str) -> str | None:
    """The page on which a capability is asked; None when it is not."""
    holds = (
        page
        for page, questions in pages.items()
        if any(questionnaire.capability_of(item.id).id == capability_id for item in questions)
    )
    return next(holds, None)


def find_section(
    questionnaire: Questionnaire, pages: Pages, wanted: str | None, missing: tuple[Question, ...]
) -> str:
    """The page of the capability one wants to see, or the review; else the first unanswered question's."""
    found = find_page(questionnaire, pages, wanted) if wanted and wanted != REVIEW else wanted
    return found or find_page(questionnaire, pages, find_first_open(questionnaire, missing)) or REVIEW


def find_first_open(questionnaire: Questionnaire, missing: tuple[Question, ...]) -> str:
    """The capability of the first unanswered question, the review when there is none."""
    return questionnaire.capability_of(missing[0].id).id if missing else REVIEW


def estimate_minutes(questions: int) -> int:
    """Minutes that so many questions take, at least one while there are any."""
    return max(1, round(questions * SECONDS_PER_QUESTION / 60)) if questions else 0
