"""What was answered: a company's profile and its respondents' answers. Never content, only ids."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assessments.models import DIMENSIONS, DimensionId, Edition, Group, Id

LevelValue = Annotated[int, Field(ge=0, le=5, strict=True)]
Growth = Literal["seed", "early", "series_a", "series_b", "expansion", "mature"]
GROWTH: tuple[Growth, ...] = ("seed", "early", "series_a", "series_b", "expansion", "mature")
CurrentModel = Literal["none", "centralized", "distributed", "hybrid"]
CURRENT_MODELS: tuple[CurrentModel, ...] = ("none", "centralized", "distributed", "hybrid")
Degree = Annotated[int, Field(ge=0, le=5, strict=True)]
"""How far something holds, 0 (not at all) to 5 (entirely)."""
Count = Annotated[int, Field(ge=0, le=10_000_000, strict=True)]
NOTE_LENGTH = 2_000
NAME_LENGTH = 200


class Record(BaseModel):
    """Base of all records: unknown keys are an error, a change makes a new record."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Profile(Record):
    """What the organisation model needs to know of a company. What is None is not known."""

    name: Annotated[str, Field(max_length=NAME_LENGTH)] = ""
    employees: Annotated[int, Field(ge=1, le=10_000_000, strict=True)] | None = None
    business_units: Annotated[int, Field(ge=1, le=10_000, strict=True)] | None = None
    products: Annotated[int, Field(ge=1, le=1_000_000, strict=True)] | None = None
    segment_difference: Degree | None = None
    """How far the customers of the business units differ."""
    one_brand_need: Degree | None = None
    """How far the company has to speak with one voice."""
    closeness_need: Degree | None = None
    """How far marketing has to sit beside each unit's floor."""
    growth: Growth | None = None
    marketing_headcount: Count | None = None
    """People who work in marketing only."""
    current_model: CurrentModel | None = None


class Answer(Record):
    """One respondent's answer to one question."""

    question: Id
    level: LevelValue | Literal["unknown", "not_applicable"]
    reason: Annotated[str, Field(max_length=NOTE_LENGTH)] | None = None
    """Why the question does not apply."""
    note: Annotated[str, Field(max_length=NOTE_LENGTH)] | None = None
    """Evidence, or who would know."""

    @model_validator(mode="after")
    def _not_applicable_has_a_reason(self) -> Self:
        if self.level == "not_applicable" and not (self.reason or "").strip():
            raise ValueError("not_applicable needs a reason")
        return self


class Respondent(Record):
    """One person's answers, from the group this person belongs to."""

    group: Group = "other"
    name: Annotated[str, Field(max_length=NAME_LENGTH)] | None = None
    answers: tuple[Answer, ...] = ()

    @model_validator(mode="after")
    def _one_answer_per_question(self) -> Self:
        seen: set[str] = set()
        for answer in self.answers:
            if answer.question in seen:
                raise ValueError(f"two answers to question {answer.question}")
            seen.add(answer.question)
        return self


class Agreement(Record):
    """The level a room agreed on after it had talked; it stands in place of the votes."""

    question: Id
    level: LevelValue


class AnswerSet(Record):
    """All answers of one company in one round."""

    edition: Edition = "full"
    """The edition that was asked; questions outside it count neither as asked nor as unanswered."""
    dimensions: Annotated[tuple[DimensionId, ...], Field(min_length=1)] = DIMENSIONS
    """The dimensions that were asked; the others count like questions outside the edition."""
    respondents: tuple[Respondent, ...] = ()
    agreed: tuple[Agreement, ...] = ()
    """Levels agreed on in a workshop."""
    anonymous: bool = False
    """Whether people were promised that no group under three can be told; then none counts alone."""
