"""Reads a company's answers from a YAML file, or says what is wrong in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from assessments.answers import NAME_LENGTH, Answer, AnswerSet, Profile, Record, Respondent
from assessments.blank_answers import write_blank_answers
from assessments.document import Node
from assessments.models import Edition, Group, Questionnaire
from assessments.problems import Problem, suggest
from assessments.shape import check_shape
from assessments.targets import Targets
from assessments.yaml_source import read_yaml
from assessments.yaml_values import Limits

__all__ = ["AnswerFile", "AnswerFileError", "read_answer_file", "read_answers", "write_blank_answers"]

_LIMITS = Limits(size=5_000_000)
_SHOWN = 20


class AnswerFileError(Exception):
    """A file of answers cannot be used. `problems` lists what is wrong with it, line by line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        lines = [str(problem) for problem in self.problems[:_SHOWN]]
        if len(self.problems) > _SHOWN:
            lines.append(f"… and {len(self.problems) - _SHOWN} more")
        super().__init__("\n".join(lines))


class _Person(Record):
    """One of several respondents, as a file writes it."""

    group: Group
    name: Annotated[str, Field(max_length=NAME_LENGTH)] | None = None
    answers: tuple[Answer, ...] | None = None


MOST_PEOPLE = 1_000
HOURS_IN_A_WEEK = 168


class TeamTime(Record):
    """What the team can give to the transformation, as a file writes it."""

    people: Annotated[int, Field(ge=1, le=MOST_PEOPLE, strict=True)]
    hours_a_week: Annotated[float, Field(gt=0, le=HOURS_IN_A_WEEK, allow_inf_nan=False)]
    """Hours a week of each of them."""


class _AnswersFile(Record):
    """What a file of answers holds."""

    content: str
    """The questionnaire that was answered."""
    version: str | None = None
    """Its version; without one, the answers are taken as given to the present one."""
    edition: Edition = "full"
    company: Profile | None = None
    answers: tuple[Answer, ...] | None = None
    """The answers of a single respondent."""
    respondents: tuple[_Person, ...] | None = None
    targets: Targets | None = None
    capacity: TeamTime | None = None


@dataclass(frozen=True)
class AnswerFile:
    """Everything a file of answers holds."""

    profile: Profile
    answers: AnswerSet
    targets: Targets | None
    """None where the file has no `targets:`."""
    team_time: TeamTime | None
    """None where the file has no `capacity:`."""


def read_answers(path: Path, questionnaire: Questionnaire) -> tuple[Profile, AnswerSet]:
    """The company and its answers alone; see `read_answer_file`."""
    found = read_answer_file(path, questionnaire)
    return found.profile, found.answers


def read_answer_file(path: Path, questionnaire: Questionnaire) -> AnswerFile:
    """What a file holds. Raises AnswerFileError with everything that is wrong in it."""
    document, problems = read_yaml(path, _LIMITS)
    if document is None:
        raise AnswerFileError(problems)
    if document.value is None:
        message = "the file is empty"
        raise AnswerFileError([Problem(str(path), None, "", message, "begin with `henkaku new`"), *problems])
    found, wrong = check_shape(document, _AnswersFile)
    problems = [*problems, *wrong, *_cross_check(document.root, questionnaire)]
    if problems or found is None:
        raise AnswerFileError(sorted(problems, key=lambda problem: problem.line or 0))
    return AnswerFile(
        profile=found.company or Profile(),
        answers=_collect_answers(found),
        targets=found.targets,
        team_time=found.capacity,
    )


def _collect_answers(found: _AnswersFile) -> AnswerSet:
    if found.respondents is None:
        people: tuple[Respondent, ...] = (Respondent(answers=found.answers or ()),)
    else:
        people = tuple(
            Respondent(group=person.group, name=person.name, answers=person.answers or ())
            for person in found.respondents
        )
    return AnswerSet(edition=found.edition, respondents=people)


def _cross_check(root: Node, questionnaire: Questionnaire) -> Iterator[Problem]:
    yield from _check_content(root, questionnaire)
    if not isinstance(root.value, dict):
        return
    given = [key for key in ("answers", "respondents") if key in root.value]
    if not given:
        yield root.problem("there are no answers", "add `answers:`, or `respondents:` for several people")
    if len(given) > 1:
        mend = "keep `answers:` for one person, or `respondents:` for several"
        yield root.at("respondents").problem("answers are given twice over", mend)
    for person in (root, *root.each("respondents")):
        yield from _check_answers(person, questionnaire)


def _check_content(root: Node, questionnaire: Questionnaire) -> Iterator[Problem]:
    content, version = root.text("content"), root.text("version")
    if content is not None and content != questionnaire.id:
        message = f"there is no content `{content[:60]}` here"
        yield root.at("content").problem(message, suggest(content, [questionnaire.id]))
    elif version is not None and version != questionnaire.version:
        message = (
            f"the answers belong to version {version[:60]} of the content, not to {questionnaire.version}"
        )
        mend = (
            f'look through them against the present questions, then write version: "{questionnaire.version}"'
        )
        yield root.at("version").problem(message, mend)


def _check_answers(person: Node, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Each answer is to a question that exists, and nobody answers one twice."""
    first: dict[str, int] = {}
    for answer in person.each("answers"):
        question = answer.text("question")
        if question is None:
            continue
        place = answer.at("question")
        if not questionnaire.has_question(question):
            known = [known_question.id for known_question in questionnaire.questions]
            yield place.problem(f"there is no question `{question[:60]}`", suggest(question, known))
        elif question in first:
            message = f"`{question}` is answered twice (first in line {first[question]})"
            yield place.problem(message, "keep one of the two")
        first.setdefault(question, place.document.line(place.path))
