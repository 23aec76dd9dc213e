"""Failure patterns: declarative rules over the standings, in Kleene's three-valued logic.

True, False, or None where unknown answers decide. A question that does not apply cannot speak for a
pattern: its conditions are false.
"""

from collections.abc import Callable, Iterable, Iterator

from assessments.models import (
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    CountOf,
    MeanAtLeast,
    Pattern,
    Questionnaire,
)
from scoring.findings import Evidence, PatternFinding, PatternState, Standing

Lookup = Callable[[str], Standing]
_STATES: dict[bool | None, PatternState] = {True: "present", None: "possible", False: "absent"}
_ORDER: dict[PatternState, int] = {"present": 0, "possible": 1, "absent": 2}


def find_patterns(questionnaire: Questionnaire, lookup: Lookup) -> tuple[PatternFinding, ...]:
    """All patterns held against the standings: present first, then by severity, then as written."""
    findings = [judge_pattern(pattern, lookup) for pattern in questionnaire.patterns]
    return tuple(sorted(findings, key=lambda f: (_ORDER[f.state], -f.pattern.severity)))


def judge_pattern(pattern: Pattern, lookup: Lookup) -> PatternFinding:
    """Whether a pattern is present, with every answer its rule names."""
    state = _STATES[evaluate(pattern.rule, lookup)]
    return PatternFinding(pattern, state, _collect_evidence(pattern.rule, lookup))


def evaluate(condition: Condition, lookup: Lookup) -> bool | None:
    """The truth of a condition: True, False, or None where unknown answers decide."""
    match condition:
        case AtMost() | AtLeast():
            return _holds(condition, lookup(condition.question))
        case MeanAtLeast():
            return _mean_reaches([lookup(question) for question in condition.mean], condition.at_least)
        case AllOf():
            return _at_least((evaluate(part, lookup) for part in condition.all), len(condition.all))
        case AnyOf():
            return _at_least((evaluate(part, lookup) for part in condition.any), 1)
        case CountOf():
            return _at_least((evaluate(part, lookup) for part in condition.count), condition.at_least)


def _holds(condition: AtMost | AtLeast, standing: Standing) -> bool | None:
    if not standing.applies:
        return False
    if standing.level is None:
        return None
    if isinstance(condition, AtMost):
        return standing.level <= condition.at_most
    return standing.level >= condition.at_least


def _at_least(truths: Iterable[bool | None], needed: int) -> bool | None:
    values = list(truths)
    certain = sum(value is True for value in values)
    open_ = sum(value is None for value in values)
    if certain >= needed:
        return True
    return None if certain + open_ >= needed else False


def _mean_reaches(standings: list[Standing], bound: float) -> bool | None:
    counted = [standing for standing in standings if standing.applies]
    if not counted:
        return False
    known = sum(standing.level for standing in counted if standing.level is not None)
    unknown = sum(standing.level is None for standing in counted)
    if known / len(counted) >= bound:
        return True
    return None if (known + 5 * unknown) / len(counted) >= bound else False


def _collect_evidence(rule: Condition, lookup: Lookup) -> tuple[Evidence, ...]:
    truths: dict[str, list[bool | None]] = {}
    for question, truth in _walk_leaves(rule, lookup):
        truths.setdefault(question, []).append(truth)
    evidence = [Evidence(lookup(question), _any_true(found)) for question, found in truths.items()]
    rank = {True: 0, None: 1, False: 2}
    return tuple(sorted(evidence, key=lambda item: rank[item.speaks_for]))


def _any_true(truths: list[bool | None]) -> bool | None:
    return True if True in truths else None if None in truths else False


def _walk_leaves(condition: Condition, lookup: Lookup) -> Iterator[tuple[str, bool | None]]:
    match condition:
        case AtMost() | AtLeast():
            yield condition.question, evaluate(condition, lookup)
        case MeanAtLeast():
            for question in condition.mean:
                leaf = AtLeast(question=question, at_least=condition.at_least)
                yield question, evaluate(leaf, lookup)
        case AllOf():
            yield from _walk_parts(condition.all, lookup)
        case AnyOf():
            yield from _walk_parts(condition.any, lookup)
        case CountOf():
            yield from _walk_parts(condition.count, lookup)


def _walk_parts(parts: Iterable[Condition], lookup: Lookup) -> Iterator[tuple[str, bool | None]]:
    for part in parts:
        yield from _walk_leaves(part, lookup)
