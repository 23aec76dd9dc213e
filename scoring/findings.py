"""What a diagnosis holds: ids and numbers, no wording. All a screen or a report may show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assessments.answers import AnswerSet, CurrentModel, Profile
from assessments.models import (
    DimensionId,
    OrgModelId,
    Pattern,
    ProfileInput,
    Question,
    Questionnaire,
    RoleBand,
    Side,
)
from scoring.gaps import PerceptionGap

Status = Literal["level", "unknown", "not_applicable", "unanswered", "not_asked"]


@dataclass(frozen=True)
class Standing:
    """Where the company stands on one question, over all its respondents."""

    question: Question
    status: Status
    level: float | None
    """0–5; the median of the group medians, so halves can occur. None unless status is `level`."""
    notes: tuple[str, ...] = ()
    """Evidence given by respondents, in the order answered."""
    reasons: tuple[str, ...] = ()
    """Why the question does not apply, where someone said so."""

    @property
    def is_known(self) -> bool:
        """Whether there is a level."""
        return self.level is not None

    @property
    def applies(self) -> bool:
        """Whether the question counts at all."""
        return self.status != "not_applicable"

    @property
    def is_stuck_on_paper(self) -> bool:
        """Designed, not in use: level 2 or 2.5."""
        return self.level is not None and 2 <= self.level < 3

    @property
    def is_on_floor(self) -> bool:
        """In use on the floor: level 3 or above."""
        return self.level is not None and self.level >= 3


@dataclass(frozen=True)
class Measure:
    """The score of a set of questions with its uncertainty."""

    score: float | None
    """0–100: weighted mean of the known levels / 5 × 100. None when nothing is known."""
    interval: tuple[float, float]
    """0–100: the score with every unknown at 0, and with every unknown at 5 (Manski bounds)."""
    coverage: float
    """Share of the applicable weight with a known level, 0–1."""
    stage: int | None
    """0–5, None when coverage is too low for one to be claimed."""
    stage_interval: tuple[int, int]
    """The stage with every unknown at 0, and at 5."""

    @property
    def mean(self) -> float | None:
        """The score on the ladder, 0–5."""
        return None if self.score is None else self.score / 20

    @property
    def mean_interval(self) -> tuple[float, float]:
        """The interval on the ladder, 0–5."""
        return self.interval[0] / 20, self.interval[1] / 20

    @property
    def is_certain(self) -> bool:
        """Whether no unknown widens the interval."""
        return self.interval[1] - self.interval[0] < 1e-9


@dataclass(frozen=True)
class NextStage:
    """Why the next stage is not reached yet."""

    stage: int
    """The stage in question, 1–5."""
    needed_share: float
    """Share of weight that has to stand at that stage or above, 0–1."""
    reached_share: float
    """Share of known weight that does, 0–1."""
    key_blockers: tuple[Standing, ...]
    """Key questions that stand below stage - 1, lowest first."""
    below: tuple[Standing, ...]
    """Known questions below the stage: heaviest, then lowest first (key blockers included)."""


@dataclass(frozen=True)
class Evidence:
    """One answer a pattern's rule looks at."""

    standing: Standing
    speaks_for: bool | None
    """Whether the answer speaks for the pattern; None when unknown."""


PatternState = Literal["present", "possible", "absent"]


@dataclass(frozen=True)
class PatternFinding:
    """A failure pattern or contradiction held against the answers."""

    pattern: Pattern
    state: PatternState
    """Three-valued: `possible` means that unknown answers decide it."""
    evidence: tuple[Evidence, ...]
    """Every answer the rule names, those that speak for it first."""

    @property
    def supporting(self) -> tuple[Evidence, ...]:
        """The answers that speak for the pattern."""
        return tuple(item for item in self.evidence if item.speaks_for)

    @property
    def undecided(self) -> tuple[Evidence, ...]:
        """The unknown answers that decide it."""
        return tuple(item for item in self.evidence if item.speaks_for is None)


Robustness = Literal["robust", "leaning", "undecided"]


@dataclass(frozen=True)
class CriterionFit:
    """How each organisation model does on one criterion for this company."""

    criterion_id: str
    input: ProfileInput
    value: float | None
    """The company's value of the input (growth as 0–5); None when not known."""
    fit: Mapping[OrgModelId, float]
    """0–1; averaged over the possible values when the value is not known."""
    central_weight: Mapping[OrgModelId, float]
    """Mean weight of the criterion in the draws in which the model came first, 0–1.
    An axis's weight counts for its criteria in equal parts."""


@dataclass(frozen=True)
class Flip:
    """The nearest change of one input that puts another organisation model first."""

    input: ProfileInput
    now: float
    at: float
    """The value from which another model leads."""
    becomes: OrgModelId


PathMoment = Literal["today", "now", "when_ready", "when_wider"]


@dataclass(frozen=True)
class PathStep:
    """One station on the way from today's organisation to the recommended one."""

    model: CurrentModel
    moment: PathMoment
    """`today`: as it is; `now`: start here; `when_ready`: once readiness allows;
    `when_wider`: once business has widened (source map A.org)."""


@dataclass(frozen=True)
class OrganisationAdvice:
    """Which organisation model fits, how robustly, and how to get there."""

    recommended: OrgModelId | Literal["undecided"]
    leading: OrgModelId
    """The model with the highest acceptability, even when undecided."""
    robustness: Robustness
    """`robust` from 80 %, `leaning` from 60 %, else `undecided`."""
    acceptability: Mapping[OrgModelId, float]
    """Share of the weight draws in which the model comes first, 0–1; adds up to 1."""
    criteria: tuple[CriterionFit, ...]
    readiness: Measure
    """Maturity of what the leading model needs."""
    readiness_questions: tuple[Standing, ...]
    flips: tuple[Flip, ...]
    path: tuple[PathStep, ...]
    role_band: RoleBand
    missing: tuple[ProfileInput, ...]
    """Inputs that are not known and were spread over their whole range."""


@dataclass(frozen=True)
class SideComparison:
    """Strategy design against implementation."""

    design: Measure
    implementation: Measure
    short: Side | Literal["neither", "unknown"]
    """The side that is missing: lower by 10 points or more; `neither` within 10."""
    difference: float | None
    """Design minus implementation in points of score."""


@dataclass(frozen=True)
class Diagnosis:
    """Everything the answers say. The one thing pages, reports and exports are made from."""

    questionnaire: Questionnaire
    profile: Profile
    answers: AnswerSet
    standings: tuple[Standing, ...]
    """One per question of the edition, in the order asked."""
    overall: Measure
    dimensions: Mapping[DimensionId, Measure]
    capabilities: Mapping[str, Measure]
    """By capability id, in the order asked."""
    sides: SideComparison
    next_stage: NextStage | None
    """None at stage 5, or when no stage is claimed."""
    patterns: tuple[PatternFinding, ...]
    """All patterns: present before possible before absent, then by severity."""
    organisation: OrganisationAdvice
    gaps: tuple[PerceptionGap, ...] = ()
    """How the groups see each question, of an anonymous workshop the groups that may be shown; empty with
    fewer than two respondents."""

    def standing(self, question_id: str) -> Standing:
        """Where the company stands on a question; KeyError when the edition does not ask it."""
        for standing in self.standings:
            if standing.question.id == question_id:
                return standing
        raise KeyError(question_id)

    @property
    def stuck_on_paper(self) -> tuple[Standing, ...]:
        """What is designed and not in use (level 2), heaviest first."""
        stuck = [standing for standing in self.standings if standing.is_stuck_on_paper]
        return tuple(sorted(stuck, key=lambda standing: -standing.question.weight))

    def patterns_in(self, state: PatternState) -> tuple[PatternFinding, ...]:
        """The patterns in one state."""
        return tuple(finding for finding in self.patterns if finding.state == state)
