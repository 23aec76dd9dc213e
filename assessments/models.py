"""The content of an assessment: what is asked, and what the answers can mean.

Everything here is read-only and comes from YAML (see `loading.py`). Content never holds an answer.
"""

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = ("ja", "en")
DimensionId = Literal["strategy", "alignment", "data", "structure"]
DIMENSIONS: tuple[DimensionId, ...] = ("strategy", "alignment", "data", "structure")
Side = Literal["design", "implementation"]
SIDES: tuple[Side, ...] = ("design", "implementation")
Kind = Literal["capability", "structural"]
Edition = Literal["full", "quick"]
Group = Literal["marketing", "sales", "management", "business_unit", "other"]
GROUPS: tuple[Group, ...] = ("marketing", "sales", "management", "business_unit", "other")
OrgModelId = Literal["centralized", "distributed", "hybrid"]
ORG_MODELS: tuple[OrgModelId, ...] = ("centralized", "distributed", "hybrid")
LEVELS = 6
"""Levels 0 to 5."""
KitDocumentId = Literal[
    "kpi_sheet",
    "lead_definition",
    "sla",
    "handover_rules",
    "meetings",
    "data_items",
    "entry_rules",
    "content_map",
    "role_charter",
    "board_one_pager",
]
"""The working documents of the implementation kit, in the order they lie in it."""

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
"""A readable, permanent name: lower case, digits and underscores."""
SourceId = Annotated[str, Field(pattern=r"^[A-E](\d\d|\.[a-z]+\d*)$")]
"""An entry of the source map, such as `A15`, `B.f1` or `E.step3`."""


class Content(BaseModel):
    """Base of all content: unknown keys are an error, nothing can be changed after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Text(Content):
    """One text in both languages."""

    ja: Annotated[str, Field(min_length=1)]
    """Japanese. In findings: である, as the printed report words it."""
    en: Annotated[str, Field(min_length=1)]
    """English, written for its readers rather than translated word for word."""
    ja_polite: str | None = None
    """The same in です・ます, where a screen shows what the report states in である."""

    def get(self, language: Language, *, polite: bool = False) -> str:
        """The text in a language; `polite` prefers です・ます where the content has it."""
        if language == "en":
            return self.en
        return self.ja_polite if polite and self.ja_polite else self.ja


class Spoken(Text):
    """A text that appears both in the report (である) and on the screen (です・ます)."""

    ja_polite: Annotated[str, Field(min_length=1)]
    """The Japanese in です・ます."""


class Source(Content):
    """An entry of the source map that a question, pattern or figure cites."""

    id: SourceId
    title: Text
    """What the entry is about, in a few words of our own."""


class Level(Content):
    """One rung of the common ladder (the questions word it for their own subject)."""

    name: Text
    meaning: Text


class Owner(Content):
    """A role that owns an action or a decision."""

    id: Id
    title: Text


class Question(Content):
    """One question with six worded levels; 5 is always the best state."""

    id: Id
    kind: Kind
    """`capability`: an item of the checklists; `structural`: the symptom of a failure pattern."""
    side: Side
    """Whether the question belongs to strategy design or to implementation."""
    weight: Annotated[int, Field(ge=1, le=3)]
    """Share in the scores of its capability, dimension, side and company."""
    key: bool = False
    """A key question holds the stage back: stage s needs it at s - 1 or above."""
    quick: bool = False
    """Whether the quick edition asks it too."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    answered_best_by: Annotated[tuple[Group, ...], Field(min_length=1)]
    """Who is closest to the facts asked about."""
    title: Text
    """Two to five words that name the subject in lists and charts."""
    text: Text
    """The question: one subject, no praise or blame in it."""
    help: Text
    """What to look at when unsure."""
    levels: Annotated[tuple[Text, ...], Field(min_length=LEVELS, max_length=LEVELS)]
    """What one would see at level 0, 1, … 5. From 3 on it is in use on the floor."""

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The editions that ask this question."""
        return ("full", "quick") if self.quick else ("full",)


class Capability(Content):
    """A group of questions within a dimension."""

    id: Id
    title: Text
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


class Dimension(Content):
    """One of the four dimensions with its capabilities."""

    id: DimensionId
    title: Text
    about: Spoken
    """What the dimension asks, in one sentence."""
    capabilities: Annotated[tuple[Capability, ...], Field(min_length=1)]

    @property
    def question_ids(self) -> tuple[str, ...]:
        """The ids of its questions in the order they are asked."""
        return tuple(question.id for c in self.capabilities for question in c.questions)


class AtMost(Content):
    """True when the answer stands at this level or below. Not applicable: false."""

    question: Id
    at_most: Annotated[float, Field(ge=0, le=5)]


class AtLeast(Content):
    """True when the answer stands at this level or above. Not applicable: false."""

    question: Id
    at_least: Annotated[float, Field(ge=0, le=5)]


class MeanAtLeast(Content):
    """True when the mean level of these questions reaches a bound (not applicable ones left out)."""

    mean: Annotated[tuple[Id, ...], Field(min_length=2)]
    at_least: Annotated[float, Field(ge=0, le=5)]


class AllOf(Content):
    """True when every condition is."""

    all: Annotated[tuple["Condition", ...], Field(min_length=1)]


class AnyOf(Content):
    """True when one condition is."""

    any: Annotated[tuple["Condition", ...], Field(min_length=1)]


class CountOf(Content):
    """True when at least so many of the conditions are."""

    count: Annotated[tuple["Condition", ...], Field(min_length=2)]
    at_least: Annotated[int, Field(ge=1)]


def _condition_kind(value: Any) -> str | None:
    keys = set(value) if isinstance(value, dict) else set(getattr(type(value), "model_fields", ()))
    for name in ("all", "any", "count", "mean"):
        if name in keys:
            return name
    return next((name for name in ("at_most", "at_least") if name in keys), None)


Condition = Annotated[
    Annotated[AtMost, Tag("at_most")]
    | Annotated[AtLeast, Tag("at_least")]
    | Annotated[MeanAtLeast, Tag("mean")]
    | Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[CountOf, Tag("count")],
    Discriminator(_condition_kind),
]
"""A declarative condition over answers, evaluated in three-valued logic; never code."""


class Pattern(Content):
    """A structural failure pattern, or a contradiction between answers."""

    id: Id
    contradiction: bool = False
    """Two answers that can hardly both be true, rather than a failure by itself."""
    severity: Annotated[int, Field(ge=1, le=3)]
    """3 stops the transformation, 2 slows it, 1 wears it down."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    rule: Condition
    title: Text
    """The pattern as a short statement."""
    finding: Spoken
    """What can be seen in the company, in one or two sentences without blame."""
    symptoms: Annotated[tuple[Text, ...], Field(min_length=2, max_length=4)]
    """Things one can point at in the company."""
    consequence: Spoken
    """What it breaks next."""
    countermeasure: Spoken
    """Where to begin."""
    room_question: Text
    """The question to ask in the room."""
    decision: Text
    """What executives are asked to decide, as a short imperative."""
    decided_by: Id
    """The owner role that decides."""
    decided_within_days: Annotated[int, Field(ge=7, le=180)]
    breaks: tuple[Id, ...] = ()
    """Actions that would come to nothing while the pattern stands."""
    figures: tuple[SourceId, ...] = ()
    """Survey figures that show how common it is."""


ProfileInput = Literal[
    "business_units",
    "products",
    "segment_difference",
    "one_brand_need",
    "closeness_need",
    "employees",
    "growth",
    "marketing_headcount",
]
"""The profile fields the organisation model is judged by."""


class Axis(Content):
    """What weighs in the choice of an organisation model; its criteria count equally within it."""

    id: Id
    title: Text


class Criterion(Content):
    """How far each organisation model suits one trait of the company."""

    id: Id
    axis: Id
    """The axis it belongs to."""
    input: ProfileInput
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    title: Text
    asked_because: Spoken
    """Why the company is asked for it."""
    low: Text
    """What a low value means, in two to five words."""
    high: Text
    curves: dict[OrgModelId, Annotated[tuple[tuple[float, float], ...], Field(min_length=2)]]
    """Fit (0–1) of each model by the value of the input, piecewise linear, flat beyond the ends."""


class OrgModel(Content):
    """One way to organise marketing."""

    id: OrgModelId
    title: Text
    about: Text
    strengths: Annotated[tuple[Text, ...], Field(min_length=2)]
    weaknesses: Annotated[tuple[Text, ...], Field(min_length=2)]
    fits: Text
    """The company it suits (source map A.org)."""
    needs: Annotated[tuple[Id, ...], Field(min_length=2)]
    """Questions whose levels say how ready the company is for it."""


class Role(Content):
    """Who decides or does what."""

    title: Text
    does: Text


class RoleBand(Content):
    """The division of work for companies of one size; the first band that fits is taken."""

    id: Id
    max_employees: int | None = None
    max_headcount: int | None = None
    """The band fits when either maximum is met; without both it fits every company."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    title: Text
    advice: Spoken
    roles: Annotated[tuple[Role, ...], Field(min_length=2)]


class Organisation(Content):
    """The three organisation models and what decides between them."""

    models: tuple[OrgModel, ...]
    axes: Annotated[tuple[Axis, ...], Field(min_length=2)]
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=2)]
    role_bands: Annotated[tuple[RoleBand, ...], Field(min_length=1)]

    def model(self, model_id: OrgModelId) -> OrgModel:
        """The model with this id."""
        return next(model for model in self.models if model.id == model_id)


class Lift(Content):
    """The level a question reaches when an action is done."""

    question: Id
    to: Annotated[int, Field(ge=1, le=5)]


class Action(Content):
    """A step of work that lifts one or more questions."""

    id: Id
    lifts: Annotated[tuple[Lift, ...], Field(min_length=1)]
    prerequisites: tuple[Id, ...] = ()
    """Actions that have to be done before."""
    owner: Id
    effort_days: Annotated[float, Field(gt=0)]
    """Work in person-days over the whole duration."""
    weeks: Annotated[int, Field(ge=1, le=26)]
    """How long it takes from start to use on the floor."""
    title: Text
    """What is done, as a short imperative."""
    why: Text
    first_step: Text
    """What to do on Monday."""
    done_when: Text
    """What one can point at when it is done."""
    kit: Annotated[tuple[KitDocumentId, ...], Field(max_length=3)] = ()
    """Working documents that help with it."""


class Figure(Content):
    """A survey figure that stands beside the company's own answer."""

    id: SourceId
    value: Text
    """The number itself with its unit, such as `26.3%`."""
    statement: Spoken
    """What the number says, in one sentence that contains it."""
    publisher: Text
    """Who published it, and about when."""
    year: int | None = None
    """The year of publication, where the source gives one."""
    limit: Text | None = None
    """What the figure cannot be used for, where the source names a limit."""
    questions: tuple[Id, ...] = ()
    """The questions beside which it stands."""
    target: Literal["lead_to_opportunity", "cost_per_lead", "revenue_per_yen"] | None = None
    """The company's own figure beside which it stands, where it has one."""


class Questionnaire(Content):
    """Everything an assessment is made of."""

    id: Id
    version: str
    title: Text
    levels: Annotated[tuple[Level, ...], Field(min_length=LEVELS, max_length=LEVELS)]
    owners: tuple[Owner, ...]
    sources: tuple[Source, ...]
    dimensions: tuple[Dimension, ...]
    patterns: tuple[Pattern, ...]
    organisation: Organisation
    actions: tuple[Action, ...]
    figures: tuple[Figure, ...]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions in the order they are asked."""
        return tuple(question for _, _, question in self._walk())

    def _walk(self) -> Iterator[tuple[Dimension, Capability, Question]]:
        for dimension in self.dimensions:
            for capability in dimension.capabilities:
                for question in capability.questions:
                    yield dimension, capability, question

    @cached_property
    def _places(self) -> dict[str, tuple[int, Dimension, Capability, Question]]:
        return {place[2].id: (number, *place) for number, place in enumerate(self._walk(), start=1)}

    def question(self, question_id: str) -> Question:
        """The question with this id; KeyError when there is none."""
        return self._places[question_id][3]

    def has_question(self, question_id: str) -> bool:
        """Whether there is a question with this id."""
        return question_id in self._places

    def number(self, question_id: str) -> int:
        """The question's number as printed, from 1, the same in every edition."""
        return self._places[question_id][0]

    def dimension_of(self, question_id: str) -> Dimension:
        """The dimension a question belongs to."""
        return self._places[question_id][1]

    def capability_of(self, question_id: str) -> Capability:
        """The capability a question belongs to."""
        return self._places[question_id][2]

    @cached_property
    def capabilities(self) -> tuple[Capability, ...]:
        """All capabilities in the order they are asked."""
        return tuple(c for dimension in self.dimensions for c in dimension.capabilities)

    def asked_in(
        self, edition: Edition, dimensions: Collection[DimensionId] = DIMENSIONS
    ) -> tuple[Question, ...]:
        """The questions an edition asks in some dimensions, in the order asked."""
        return tuple(
            question
            for dimension, _, question in self._walk()
            if edition in question.editions and dimension.id in dimensions
        )

    def owner(self, owner_id: str) -> Owner:
        """The owner role with this id."""
        return next(owner for owner in self.owners if owner.id == owner_id)

    def pattern(self, pattern_id: str) -> Pattern:
        """The pattern with this id."""
        return next(pattern for pattern in self.patterns if pattern.id == pattern_id)

    def action(self, action_id: str) -> Action:
        """The action with this id."""
        return next(action for action in self.actions if action.id == action_id)
