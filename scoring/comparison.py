"""What moved between two rounds of one company, and whether that is more than the answers leave open.

Formulas: docs/method.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.answers import AnswerSet
from assessments.models import DimensionId, OrgModelId, Question
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis, Measure, PatternFinding

_ROUNDING = 1e-9


@dataclass(frozen=True)
class Change:
    """One measure in both rounds."""

    before: Measure
    after: Measure

    @property
    def difference(self) -> float | None:
        """Points of score gained (0–100 scale); None where one of the two is not known."""
        if self.before.score is None or self.after.score is None:
            return None
        return self.after.score - self.before.score

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the greatest difference that the intervals of both rounds allow, in points."""
        (low, high), (now_low, now_high) = self.before.interval, self.after.interval
        return now_low - high, now_high - low

    @property
    def is_certain(self) -> bool:
        """Whether the direction holds whatever the unknown answers are: the intervals do not touch."""
        low, high = self.bounds
        return low > _ROUNDING or high < -_ROUNDING


@dataclass(frozen=True)
class Move:
    """A question whose level is another one than before."""

    question: Question
    before: float | None
    """0–5; None where it was not known."""
    after: float | None

    @property
    def weighed(self) -> float:
        """Levels gained × weight; 0 where one of the two is not known."""
        if self.before is None or self.after is None:
            return 0.0
        return (self.after - self.before) * self.question.weight


@dataclass(frozen=True)
class Comparison:
    """Two rounds of one company on the questions that both of them asked."""

    overall: Change
    dimensions: Mapping[DimensionId, Change]
    """Those that both rounds asked."""
    capabilities: Mapping[str, Change]
    design: Change
    implementation: Change
    risen: tuple[Move, ...]
    """Known in both rounds and higher now, the weightiest rise first."""
    fallen: tuple[Move, ...]
    """Known in both rounds and lower now, the weightiest fall first."""
    found_out: tuple[Move, ...]
    """Not known before, known now, in the order asked."""
    lost: tuple[Move, ...]
    """Known before, not known now, in the order asked."""
    gone: tuple[PatternFinding, ...]
    """Patterns present before and not now, gravest first, as they were found before."""
    new: tuple[PatternFinding, ...]
    """Patterns present now and not before, gravest first."""
    remaining: tuple[PatternFinding, ...]
    """Patterns present in both, gravest first, as they are found now."""
    questions: int
    """How many questions both rounds asked."""
    leading: tuple[OrgModelId, OrgModelId]
    """The organisation model ahead, before and now."""


def compare(earlier: Diagnosis, later: Diagnosis) -> Comparison:
    """What moved from one round to the next.

    Where the rounds asked different questions (another edition, other dimensions), both are scored anew on
    those that both asked. Answers to a question count although its wording may have changed in between.
    """
    before, after = _align(earlier, later)
    moves = _list_moves(before, after)
    present_before, present_now = _by_id(before), _by_id(after)
    known = [move for move in moves if move.before is not None and move.after is not None]
    return Comparison(
        overall=Change(before.overall, after.overall),
        dimensions={
            name: Change(before.dimensions[name], measure)
            for name, measure in after.dimensions.items()
            if name in before.answers.dimensions
        },
        capabilities={
            name: Change(before.capabilities[name], now) for name, now in after.capabilities.items()
        },
        design=Change(before.sides.design, after.sides.design),
        implementation=Change(before.sides.implementation, after.sides.implementation),
        risen=tuple(sorted((m for m in known if m.weighed > 0), key=lambda move: -move.weighed)),
        fallen=tuple(sorted((m for m in known if m.weighed < 0), key=lambda move: move.weighed)),
        found_out=tuple(move for move in moves if move.before is None),
        lost=tuple(move for move in moves if move.after is None),
        gone=tuple(found for name, found in present_before.items() if name not in present_now),
        new=tuple(found for name, found in present_now.items() if name not in present_before),
        remaining=tuple(found for name, found in present_now.items() if name in present_before),
        questions=len(after.standings),
        leading=(before.organisation.leading, after.organisation.leading),
    )


def _align(earlier: Diagnosis, later: Diagnosis) -> tuple[Diagnosis, Diagnosis]:
    """Both rounds on the questions that both asked, under the later round's content."""
    one, two = earlier.answers, later.answers
    edition = "quick" if "quick" in (one.edition, two.edition) else "full"
    dimensions = tuple(name for name in two.dimensions if name in one.dimensions) or two.dimensions
    shared = {"edition": edition, "dimensions": dimensions}
    known = {question.id for question in later.questionnaire.questions}
    before, after = earlier, later
    is_same = earlier.questionnaire is later.questionnaire
    if not is_same or (one.edition, one.dimensions) != (edition, dimensions):
        before = diagnose(later.questionnaire, _keep(one, known).model_copy(update=shared), earlier.profile)
    if (two.edition, two.dimensions) != (edition, dimensions):
        after = diagnose(later.questionnaire, two.model_copy(update=shared), later.profile)
    return before, after


def _keep(answers: AnswerSet, known: set[str]) -> AnswerSet:
    """The answers to questions that the content still has."""
    return answers.model_copy(
        update={
            "respondents": tuple(
                person.model_copy(
                    update={"answers": tuple(item for item in person.answers if item.question in known)}
                )
                for person in answers.respondents
            ),
            "agreed": tuple(item for item in answers.agreed if item.question in known),
        }
    )


def _list_moves(before: Diagnosis, after: Diagnosis) -> list[Move]:
    """The questions that apply in both rounds and whose level differs, in the order asked."""
    were = {standing.question.id: standing for standing in before.standings}
    moves = []
    for now in after.standings:
        then = were[now.question.id]
        if then.applies and now.applies and then.level != now.level:
            moves.append(Move(now.question, then.level, now.level))
    return moves


def _by_id(diagnosis: Diagnosis) -> dict[str, PatternFinding]:
    return {finding.pattern.id: finding for finding in diagnosis.patterns_in("present")}
