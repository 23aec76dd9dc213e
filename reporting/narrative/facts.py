"""The shape of a diagnosis: the few facts by which one story is chosen over another."""

from dataclasses import dataclass

from assessments.models import Capability, Dimension
from reporting.narrative.told import Counts
from scoring.findings import Diagnosis, PatternFinding, Standing

CLEAR_GAP = 1.2
"""Levels between two dimensions from which one is said to lag behind."""
WIDE_GAP = 2.0
"""Levels from which that says more than which of the two sides is short."""


@dataclass(frozen=True)
class Facts:
    """What a story may turn on."""

    counts: Counts
    known: tuple[Standing, ...]
    capabilities: tuple[Capability, ...]
    """Those with a known score, strongest first."""
    dimensions: tuple[Dimension, ...]
    """Those with a known score, strongest first."""
    structures: tuple[PatternFinding, ...]
    """Present failure patterns, gravest first."""
    contradictions: tuple[PatternFinding, ...]
    """Present contradictions, gravest first."""

    @property
    def floor_share(self) -> float:
        """Share of the known answers that stand on the floor, 0–1."""
        return self.counts.floor / len(self.known) if self.known else 0.0


def count_standings(standings: tuple[Standing, ...]) -> Counts:
    """How many applicable questions stand on the floor, on paper, below, or are not known."""
    applicable = [standing for standing in standings if standing.applies]
    floor = sum(standing.is_on_floor for standing in applicable)
    paper = sum(standing.is_stuck_on_paper for standing in applicable)
    unknown = sum(not standing.is_known for standing in applicable)
    return Counts(floor, paper, len(applicable) - floor - paper - unknown, unknown, len(applicable))


def gather_facts(diagnosis: Diagnosis) -> Facts:
    """The facts of a diagnosis that stories are chosen by."""
    questionnaire = diagnosis.questionnaire
    means = {key: measure.mean for key, measure in diagnosis.capabilities.items()}
    dimension_means = {key: measure.mean for key, measure in diagnosis.dimensions.items()}
    present = sorted(diagnosis.patterns_in("present"), key=lambda finding: -finding.pattern.severity)
    return Facts(
        counts=count_standings(diagnosis.standings),
        known=tuple(standing for standing in diagnosis.standings if standing.is_known),
        capabilities=tuple(
            sorted(
                (item for item in questionnaire.capabilities if means.get(item.id) is not None),
                key=lambda item: -(means[item.id] or 0.0),
            )
        ),
        dimensions=tuple(
            sorted(
                (item for item in questionnaire.dimensions if dimension_means.get(item.id) is not None),
                key=lambda item: -(dimension_means[item.id] or 0.0),
            )
        ),
        structures=tuple(finding for finding in present if not finding.pattern.contradiction),
        contradictions=tuple(finding for finding in present if finding.pattern.contradiction),
    )


def order_by_weight(standings: tuple[Standing, ...]) -> tuple[Standing, ...]:
    """Key questions first, then the heaviest, in the order asked."""
    return tuple(sorted(standings, key=lambda item: (not item.question.key, -item.question.weight)))
