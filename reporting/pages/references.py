"""Which findings rest on an answer, and where they stand: the way back from the appendix."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reporting.pages.wording import Wording
from scoring.findings import Diagnosis, Standing


@dataclass(frozen=True)
class Reference:
    """A finding that rests on an answer; the template adds its page."""

    label: str
    anchor: str


References = Mapping[str, tuple[Reference, ...]]
"""By question."""
NO_REFERENCES: References = {}


def gather_references(
    diagnosis: Diagnosis, wording: Wording, is_short: bool = False, told: tuple[str, ...] = ()
) -> References:
    """The findings of the report by the question they rest on, in the order of the report.

    `is_short`: without the readiness for a model, which a short report does not show. `told`: the questions
    whose perception gaps are told.
    """
    following, found = diagnosis.next_stage, dict[str, tuple[Reference, ...]]()
    blockers = () if following is None else following.key_blockers or following.below
    _add(found, blockers, Reference(wording.say("references.stage"), "next_stage"))
    gaps = Reference(wording.say("references.gaps"), "gaps")
    _add(found, map(diagnosis.standing, told), gaps)
    for number, finding in enumerate(diagnosis.patterns_in("present"), start=1):
        reference = Reference(wording.say("references.pattern", n=number), name_pattern(finding.pattern.id))
        _add(found, (item.standing for item in finding.supporting), reference)
    readiness = Reference(wording.say("references.readiness"), "readiness")
    _add(found, () if is_short else diagnosis.organisation.readiness_questions, readiness)
    return found


def name_pattern(pattern_id: str) -> str:
    """The anchor of a pattern's card."""
    return f"pattern_{pattern_id}"


def _add(
    found: dict[str, tuple[Reference, ...]], standings: Iterable[Standing], reference: Reference
) -> None:
    for standing in standings:
        known = found.get(standing.question.id, ())
        if reference not in known:
            found[standing.question.id] = (*known, reference)
