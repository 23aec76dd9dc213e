"""What follows from a diagnosis as plain data: roadmap, what to find out, targets, comparison."""

from typing import Any

from assessments.targets import Targets
from reporting.enclosures import Earlier
from scoring.comparison import Change, Move, compare
from scoring.findings import Diagnosis
from scoring.roadmap import Capacity, Roadmap, Step, plan_roadmap
from scoring.targets import plan_targets
from scoring.unknowns import OpenQuestion, rank_open_questions

DECIMALS = 4


def describe_plans(
    diagnosis: Diagnosis, capacity: Capacity, targets: Targets | None, earlier: Earlier | None
) -> dict[str, Any]:
    """The keys that stand behind the diagnosis; `targets` and `comparison` only where there are any."""
    roadmap = plan_roadmap(diagnosis, capacity)
    described: dict[str, Any] = {
        "capacity": {"people": capacity.people, "hours_a_week": capacity.hours_a_week},
        "roadmap": [_step(step) for step in roadmap.steps],
        "roadmap_later": _later(roadmap),
        "unknowns": [_open_question(item) for item in rank_open_questions(diagnosis)],
    }
    if targets is not None:
        described["targets"] = _targets(targets)
    if earlier is not None:
        described["comparison"] = _comparison(earlier, diagnosis)
    return described


def _step(step: Step) -> dict[str, Any]:
    return {
        "id": step.action.id,
        "start_week": step.start_week,
        "weeks": step.weeks,
        "horizon": step.horizon,
        "prerequisites": list(step.action.prerequisites),
        "lifts": [{"question": lift.question, "to": lift.to} for lift in step.lifts],
        "breaks": [finding.pattern.id for finding in step.breaks],
        "threatened_by": [finding.pattern.id for finding in step.threatened_by],
        "gain": round(step.gain, DECIMALS),
    }


def _later(roadmap: Roadmap) -> list[str]:
    return [action.id for action in roadmap.later]


def _open_question(item: OpenQuestion) -> dict[str, Any]:
    return {
        "question": item.question.id,
        "effect": round(item.effect, DECIMALS),
        "kind": item.kind,
        "levels": list(item.levels),
        "points": round(item.points, DECIMALS),
        "patterns": list(item.verdict.patterns),
    }


def _targets(targets: Targets) -> dict[str, Any]:
    plan = plan_targets(targets)
    returns = plan.returns
    return {
        "given": targets.model_dump(exclude_none=True),
        "chain": list(plan.chain),
        "needed": dict(plan.needed),
        "monthly": dict(plan.monthly),
        "yearly": dict(plan.yearly),
        "romi": None if returns is None else round(returns.romi, DECIMALS),
        "revenue_per_yen": None if returns is None else round(returns.per_yen, DECIMALS),
        "sensitivities": [
            {"rate": item.rate, "gain": round(item.gain, DECIMALS)} for item in plan.sensitivities
        ],
        "bottleneck": plan.bottleneck,
    }


def _comparison(earlier: Earlier, later: Diagnosis) -> dict[str, Any]:
    comparison = compare(earlier.diagnosis, later)
    return {
        "earlier_on": earlier.made_on.isoformat(),
        "questions": comparison.questions,
        "overall": _change(comparison.overall),
        "dimensions": {name: _change(change) for name, change in comparison.dimensions.items()},
        "risen": [_move(move) for move in comparison.risen],
        "fallen": [_move(move) for move in comparison.fallen],
        "found_out": [_move(move) for move in comparison.found_out],
        "lost": [_move(move) for move in comparison.lost],
        "patterns": {
            "gone": [finding.pattern.id for finding in comparison.gone],
            "new": [finding.pattern.id for finding in comparison.new],
            "remaining": [finding.pattern.id for finding in comparison.remaining],
        },
    }


def _change(change: Change) -> dict[str, Any]:
    difference = change.difference
    return {
        "difference": None if difference is None else round(difference, DECIMALS),
        "bounds": [round(end, DECIMALS) for end in change.bounds],
        "certain": change.is_certain,
        "stages": [change.before.stage, change.after.stage],
    }


def _move(move: Move) -> dict[str, Any]:
    return {"question": move.question.id, "before": move.before, "after": move.after}
