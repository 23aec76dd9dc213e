"""The reasons for a verdict: patterns first, then what holds the stage back, then what holds it up."""

from collections.abc import Iterator
from itertools import islice

from assessments.models import Group
from reporting.narrative.facts import Facts
from reporting.narrative.told import Reason
from reporting.narrative.voice import Voice, read_level, shorten_to_sentences, write_mean
from scoring.findings import Diagnosis, Standing

REASONS = 3
FINDING_LIMIT = {"ja": 62, "en": 130}
"""Characters of a finding that fit beside two others on the first page."""


def give_reasons(diagnosis: Diagnosis, facts: Facts, voice: Voice) -> tuple[Reason, ...]:
    """Up to three reasons, the gravest first."""
    if not facts.known or diagnosis.overall.stage is None:
        return tuple(islice(_from_unknowns(diagnosis, voice), REASONS))
    reasons = tuple(islice(_from_obstacles(diagnosis, facts, voice), REASONS))
    return reasons or tuple(islice(_from_strengths(diagnosis, facts, voice), REASONS))


def label_reasons(diagnosis: Diagnosis, facts: Facts, voice: Voice) -> str:
    """What the reasons are reasons for."""
    stage = diagnosis.overall.stage
    if not facts.known or stage is None:
        return voice.word("reasons.unknown")
    if stage == 5 and not facts.structures and not facts.contradictions:
        return voice.word("reasons.strength")
    return voice.word("reasons.gap" if stage < 3 else "reasons.next")


def _from_obstacles(diagnosis: Diagnosis, facts: Facts, voice: Voice) -> Iterator[Reason]:
    told: set[str] = set()
    for finding in (*facts.structures, *facts.contradictions):
        told.update(item.standing.question.id for item in finding.supporting)
        text = shorten_to_sentences(voice.read(finding.pattern.finding), FINDING_LIMIT[voice.language])
        yield Reason(voice.read(finding.pattern.title), text, None, finding.pattern.id)
    if diagnosis.next_stage is None:
        return
    for standing in (*diagnosis.next_stage.key_blockers, *diagnosis.next_stage.below):
        if standing.question.id not in told:
            told.add(standing.question.id)
            yield _from_standing(standing, diagnosis, voice)


def _from_standing(standing: Standing, diagnosis: Diagnosis, voice: Voice) -> Reason:
    level = int(standing.level or 0)
    text = voice.say(
        "reason.standing",
        level=voice.read(diagnosis.questionnaire.levels[level].name),
        wording=read_level(standing, voice).rstrip("。."),
    )
    return Reason(voice.read(standing.question.title), text, standing, None)


def _from_unknowns(diagnosis: Diagnosis, voice: Voice) -> Iterator[Reason]:
    dimensions = sorted(
        diagnosis.questionnaire.dimensions, key=lambda item: diagnosis.dimensions[item.id].coverage
    )
    for dimension in dimensions:
        asked = [
            standing
            for standing in diagnosis.standings
            if standing.applies
            and diagnosis.questionnaire.dimension_of(standing.question.id).id == dimension.id
        ]
        unknown = [standing for standing in asked if not standing.is_known]
        if not unknown:
            continue
        title = voice.say(
            "reason.unknown_title", name=voice.read(dimension.title), unknown=len(unknown), total=len(asked)
        )
        groups = voice.join([voice.group(group) for group in _closest_groups(unknown)])
        text = voice.say("reason.unknown", title=voice.read(unknown[0].question.title), groups=groups)
        yield Reason(title, text, unknown[0], None)


def _closest_groups(standings: list[Standing]) -> list[Group]:
    """The two groups that could answer most of these questions."""
    votes: dict[Group, int] = {}
    for standing in standings:
        for group in standing.question.answered_best_by:
            votes[group] = votes.get(group, 0) + 1
    return sorted(votes, key=lambda group: -votes[group])[:2]


def _from_strengths(diagnosis: Diagnosis, facts: Facts, voice: Voice) -> Iterator[Reason]:
    for capability in facts.capabilities:
        own = [item for item in facts.known if item.question in capability.questions]
        best = max(own, key=lambda item: (item.level or 0, item.question.weight))
        text = voice.say(
            "reason.strength",
            mean=write_mean(diagnosis.capabilities[capability.id].mean or 0.0),
            title=voice.read(best.question.title),
            wording=read_level(best, voice).rstrip("。."),
        )
        yield Reason(voice.read(capability.title), text, best, None)
