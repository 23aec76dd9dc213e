"""The diagnosis and the questionnaire as JSON: the contract that others script against.

Scores are 0–100, intervals `[low, high]` on the same scale, coverage and acceptability 0–1. `score`,
`stage` and `level` are null where they are not known.
"""

from typing import Any

from assessments.models import Question, Questionnaire
from reporting.enclosures import NOTHING, Enclosures
from reporting.plans_json import describe_plans
from scoring.findings import (
    Diagnosis,
    Evidence,
    Flip,
    Measure,
    NextStage,
    OrganisationAdvice,
    PatternFinding,
)
from scoring.gaps import PerceptionGap

SCHEMA_VERSION = "1.1"
"""The version of docs/json-schema that the diagnosis follows."""
DECIMALS = 4


def describe_questions(questionnaire: Questionnaire) -> list[dict[str, Any]]:
    """Every question with its wording in both languages, in the order asked."""
    return [_describe_question(questionnaire, question) for question in questionnaire.questions]


def _describe_question(questionnaire: Questionnaire, question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "number": questionnaire.number(question.id),
        "dimension": questionnaire.dimension_of(question.id).id,
        "capability": questionnaire.capability_of(question.id).id,
        "side": question.side,
        "kind": question.kind,
        "weight": question.weight,
        "key": question.key,
        "edition": list(question.editions),
        "sources": list(question.sources),
        "answered_best_by": list(question.answered_best_by),
        "title": {"ja": question.title.ja, "en": question.title.en},
        "text": {"ja": question.text.ja, "en": question.text.en},
        "help": {"ja": question.help.ja, "en": question.help.en},
        "levels": {
            "ja": [level.ja for level in question.levels],
            "en": [level.en for level in question.levels],
        },
    }


def to_json(diagnosis: Diagnosis, enclosures: Enclosures = NOTHING) -> dict[str, Any]:
    """The diagnosis as plain data, with what follows from it."""
    questionnaire, sides = diagnosis.questionnaire, diagnosis.sides
    return {
        "schema_version": SCHEMA_VERSION,
        "content": questionnaire.id,
        "content_version": questionnaire.version,
        "edition": diagnosis.answers.edition,
        "company": diagnosis.profile.model_dump(),
        "overall": _measure(diagnosis.overall),
        "dimensions": {key: _measure(value) for key, value in diagnosis.dimensions.items()},
        "capabilities": {key: _measure(value) for key, value in diagnosis.capabilities.items()},
        "sides": {
            "design": _measure(sides.design, staged=False),
            "implementation": _measure(sides.implementation, staged=False),
        },
        "short_side": sides.short,
        "next_stage": _next_stage(diagnosis.next_stage),
        "stuck_on_paper": [standing.question.id for standing in diagnosis.stuck_on_paper],
        "answers": [
            {"question": standing.question.id, "status": standing.status, "level": standing.level}
            for standing in diagnosis.standings
        ],
        "patterns": [_pattern(finding) for finding in diagnosis.patterns],
        "organisation": _organisation(diagnosis.organisation),
        "perception_gaps": [_gap(gap) for gap in diagnosis.gaps if gap.n],
        **describe_plans(diagnosis, enclosures.capacity, enclosures.targets, enclosures.earlier),
    }


def _measure(measure: Measure, *, staged: bool = True) -> dict[str, Any]:
    described = {
        "score": None if measure.score is None else round(measure.score, DECIMALS),
        "interval": [round(end, DECIMALS) for end in measure.interval],
        "coverage": round(measure.coverage, DECIMALS),
    }
    if not staged:
        return described
    return {**described, "stage": measure.stage, "stage_interval": list(measure.stage_interval)}


def _next_stage(next_stage: NextStage | None) -> dict[str, Any] | None:
    if next_stage is None:
        return None
    return {
        "stage": next_stage.stage,
        "needed_share": next_stage.needed_share,
        "reached_share": round(next_stage.reached_share, DECIMALS),
        "key_blockers": [standing.question.id for standing in next_stage.key_blockers],
        "below": [standing.question.id for standing in next_stage.below],
    }


def _gap(gap: PerceptionGap) -> dict[str, Any]:
    return {
        "question": gap.question_id,
        "by_group": {
            group: {"n": view.n, "median": view.median, "mean": round(view.mean, DECIMALS)}
            for group, view in gap.by_group.items()
        },
        "difference": gap.difference,
        "noise": round(gap.noise, DECIMALS),
        "r_wg": None if gap.r_wg is None else round(gap.r_wg, DECIMALS),
        "n": gap.n,
    }


def _pattern(finding: PatternFinding) -> dict[str, Any]:
    return {
        "id": finding.pattern.id,
        "state": finding.state,
        "severity": finding.pattern.severity,
        "sources": list(finding.pattern.sources),
        "evidence": [_evidence(item) for item in finding.evidence],
        "contradiction": finding.pattern.contradiction,
    }


def _evidence(item: Evidence) -> dict[str, Any]:
    standing = item.standing
    return {
        "question": standing.question.id,
        "level": standing.level,
        "status": standing.status,
        "speaks_for": item.speaks_for,
    }


def _organisation(advice: OrganisationAdvice) -> dict[str, Any]:
    readiness = advice.readiness.score
    return {
        "recommended": advice.recommended,
        "leading": advice.leading,
        "robustness": advice.robustness,
        "acceptability": dict(advice.acceptability),
        "readiness": None if readiness is None else round(readiness, DECIMALS),
        "readiness_interval": [round(end, DECIMALS) for end in advice.readiness.interval],
        "flips": [_flip(flip) for flip in advice.flips],
        "path": [{"model": step.model, "moment": step.moment} for step in advice.path],
        "criteria": [
            {
                "id": item.criterion_id,
                "input": item.input,
                "value": item.value,
                "fit": _rounded(item.fit),
                "central_weight": _rounded(item.central_weight),
            }
            for item in advice.criteria
        ],
        "roles": advice.role_band.id,
        "missing": list(advice.missing),
    }


def _flip(flip: Flip) -> dict[str, Any]:
    return {"input": flip.input, "now": flip.now, "at": flip.at, "becomes": flip.becomes}


def _rounded(values: Any) -> dict[str, float]:
    return {key: round(value, DECIMALS) for key, value in values.items()}
