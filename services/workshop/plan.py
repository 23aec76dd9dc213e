"""What a workshop is opened with, and what it asks."""

from assessments.answers import NAME_LENGTH
from assessments.models import DIMENSIONS, GROUPS, Group, Question
from services.content import load_content
from services.errors import InvalidChoice, UnknownQuestion
from services.input_checks import check_edition, check_language, check_profile
from storage.workshop_records import StoredWorkshop, WorkshopPlan

LABEL_LENGTH = 40
LONGEST_MINUTES = 480


def list_questions(plan: WorkshopPlan) -> tuple[Question, ...]:
    """The questions a workshop asks, in the order asked; raises ContentBroken."""
    return load_content().asked_in(plan.edition, plan.dimensions)


def check_asked(workshop: StoredWorkshop, question_id: str) -> str:
    """The id; UnknownQuestion when the workshop does not ask this question."""
    return check_planned(workshop.plan, question_id)


def check_planned(plan: WorkshopPlan, question_id: str) -> str:
    """The id; UnknownQuestion when a workshop of this plan does not ask this question."""
    if not any(question.id == question_id for question in list_questions(plan)):
        raise UnknownQuestion(str(question_id))
    return question_id


def check_plan(plan: WorkshopPlan) -> WorkshopPlan:
    """The plan with everything checked and in the usual order; InvalidChoice names a broken field."""
    dimensions = tuple(dimension for dimension in DIMENSIONS if dimension in plan.dimensions)
    if not dimensions or set(plan.dimensions) - set(DIMENSIONS):
        raise InvalidChoice("dimensions")
    if not plan.groups or set(plan.groups) - set(GROUPS):
        raise InvalidChoice("groups")
    if not isinstance(plan.anonymous, bool):
        raise InvalidChoice("anonymous")
    return WorkshopPlan(
        profile=check_profile(plan.profile),
        edition=check_edition(plan.edition),
        dimensions=dimensions,
        groups={group: _check_label(plan.groups[group]) for group in GROUPS if group in plan.groups},
        anonymous=plan.anonymous,
        language=check_language(plan.language),
        answer_minutes=check_minutes(plan.answer_minutes, "answer_minutes"),
        talk_minutes=check_minutes(plan.talk_minutes, "talk_minutes"),
    )


def check_group(plan: WorkshopPlan, group: Group) -> Group:
    """The group; InvalidChoice when the workshop does not have it."""
    if group not in plan.groups:
        raise InvalidChoice("group")
    return group


def check_name(name: str | None) -> str | None:
    """A name on one line, None when it is empty; InvalidChoice when it is none or too long."""
    return _check_line(name, NAME_LENGTH, "name")


def check_minutes(value: int, field: str) -> int:
    """Minutes from 1 to 480; InvalidChoice otherwise."""
    if type(value) is not int or not 1 <= value <= LONGEST_MINUTES:
        raise InvalidChoice(field)
    return value


def _check_label(label: str | None) -> str | None:
    return _check_line(label, LABEL_LENGTH, "groups")


def _check_line(text: str | None, longest: int, field: str) -> str | None:
    if text is None:
        return None
    if not isinstance(text, str) or len(text) > 10 * longest:
        raise InvalidChoice(field)
    line = " ".join(text.replace("\0", "").split())
    try:
        line.encode()  # half a surrogate pair is no text, and no database takes it
    except UnicodeEncodeError as error:
        raise InvalidChoice(field) from error
    if len(line) > longest:
        raise InvalidChoice(field)
    return line or None
