"""What executives are asked to decide, by whom and by when."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from assessments.models import Action
from reporting.narrative.facts import Facts, order_by_weight
from reporting.narrative.told import Decision
from reporting.narrative.voice import Voice
from scoring.findings import Diagnosis, Standing

DECISIONS = 3
ASK_WITHIN_DAYS = 30
"""Answers that are missing are asked for within the first horizon of the plan."""
JOIN_WITHIN_DAYS = 90
"""What is in use is looked at by both departments by the second horizon."""
REVIEW_WITHIN_DAYS = 180
"""What is in order is measured again at the end of the last horizon."""


def ask_decisions(diagnosis: Diagnosis, facts: Facts, voice: Voice, made_on: date) -> tuple[Decision, ...]:
    """Up to three decisions: on patterns, then on what holds the stage back; else what keeps it up."""
    sources = (
        _on_unknowns(diagnosis, voice, made_on) if diagnosis.overall.stage is None else iter(()),
        _on_patterns(diagnosis, facts, voice, made_on),
        _on_obstacles(diagnosis, voice, made_on),
        _on_strengths(diagnosis, facts, voice, made_on),
    )
    decisions: list[Decision] = []
    for source in sources:
        for decision in islice(source, DECISIONS - len(decisions)):
            if all(decision.text != earlier.text for earlier in decisions):
                decisions.append(decision)
    return tuple(decisions)


def _on_patterns(diagnosis: Diagnosis, facts: Facts, voice: Voice, made_on: date) -> Iterator[Decision]:
    said: set[str] = set()
    for finding in (*facts.structures, *facts.contradictions):
        pattern = finding.pattern
        text = voice.read(pattern.decision)
        if text not in said:
            said.add(text)
            owner = voice.read(diagnosis.questionnaire.owner(pattern.decided_by).title)
            yield Decision(text, owner, made_on + timedelta(days=pattern.decided_within_days))


def _on_obstacles(diagnosis: Diagnosis, voice: Voice, made_on: date) -> Iterator[Decision]:
    if diagnosis.next_stage is None:
        return
    taken: set[str] = set()
    for standing in (*diagnosis.next_stage.key_blockers, *diagnosis.next_stage.below):
        action = _find_action(diagnosis, standing)
        if action is None or action.id in taken:
            continue
        taken.add(action.id)
        owner = voice.read(diagnosis.questionnaire.owner(action.owner).title)
        yield Decision(voice.read(action.title), owner, made_on + timedelta(weeks=action.weeks))


def _find_action(diagnosis: Diagnosis, standing: Standing) -> Action | None:
    """The quickest action that lifts a question above where it stands."""
    level = standing.level or 0
    lifting = [
        action
        for action in diagnosis.questionnaire.actions
        if any(lift.question == standing.question.id and lift.to > level for lift in action.lifts)
    ]
    return min(lifting, key=lambda action: (len(action.prerequisites), action.weeks), default=None)


def _on_unknowns(diagnosis: Diagnosis, voice: Voice, made_on: date) -> Iterator[Decision]:
    dimensions = sorted(
        diagnosis.questionnaire.dimensions, key=lambda item: diagnosis.dimensions[item.id].coverage
    )
    for dimension in dimensions:
        for standing in order_by_weight(diagnosis.standings):
            place = diagnosis.questionnaire.dimension_of(standing.question.id)
            if place.id == dimension.id and standing.applies and not standing.is_known:
                text = voice.say("decision.ask", name=voice.read(standing.question.title))
                owner = voice.group(standing.question.answered_best_by[0])
                yield Decision(text, owner, made_on + timedelta(days=ASK_WITHIN_DAYS))
                break


def _on_strengths(diagnosis: Diagnosis, facts: Facts, voice: Voice, made_on: date) -> Iterator[Decision]:
    seen: set[str] = set()
    for standing in order_by_weight(facts.known):
        dimension = diagnosis.questionnaire.dimension_of(standing.question.id).id
        if dimension in seen or not standing.is_on_floor:
            continue
        seen.add(dimension)
        owner = _name_owner(diagnosis, standing, voice)
        is_joined = (standing.level or 0) >= 4
        text = voice.say(
            f"decision.{'review' if is_joined else 'join'}", name=voice.read(standing.question.title)
        )
        days = REVIEW_WITHIN_DAYS if is_joined else JOIN_WITHIN_DAYS
        yield Decision(text, owner, made_on + timedelta(days=days))


def _name_owner(diagnosis: Diagnosis, standing: Standing, voice: Voice) -> str:
    """Who owns the work on a question; where no action names one, the group closest to it."""
    for action in diagnosis.questionnaire.actions:
        if any(lift.question == standing.question.id for lift in action.lifts):
            return voice.read(diagnosis.questionnaire.owner(action.owner).title)
    return voice.group(standing.question.answered_best_by[0])
