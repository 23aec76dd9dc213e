"""The verdict: what the first page says."""

from datetime import date

from assessments.models import Language
from reporting.narrative.decisions import ask_decisions
from reporting.narrative.deck import tell_obstacle, tell_state
from reporting.narrative.facts import CLEAR_GAP, WIDE_GAP, Facts, gather_facts
from reporting.narrative.organisation import tell_organisation_line
from reporting.narrative.reasons import give_reasons, label_reasons
from reporting.narrative.told import Verdict
from reporting.narrative.voice import Voice
from scoring.findings import Diagnosis

Lines = tuple[str, ...] | None
GRAVE = 3
"""The severity of a pattern that stops the transformation."""
STARTED = 0.25
"""Share of known answers on the floor from which the floor is said to have begun."""


def tell_verdict(
    diagnosis: Diagnosis, language: Language, polite: bool, made_on: date | None = None
) -> Verdict:
    """The verdict in words.

    `polite`: です・ます for the screen, である for the report. `made_on`: the day from which due dates
    are counted, today when not given.
    """
    voice = Voice(language, polite)
    facts = gather_facts(diagnosis)
    return Verdict(
        headline=_tell_headline(diagnosis, facts, voice),
        deck=voice.word(
            "two_sentences",
            first=tell_state(diagnosis, facts, voice),
            second=tell_obstacle(diagnosis, facts, voice),
        ),
        reasons=give_reasons(diagnosis, facts, voice),
        reasons_label=label_reasons(diagnosis, facts, voice),
        organisation=tell_organisation_line(diagnosis, language, polite),
        decisions=ask_decisions(diagnosis, facts, voice, made_on or date.today()),
        counts=facts.counts,
    )


def _tell_headline(diagnosis: Diagnosis, facts: Facts, voice: Voice) -> tuple[str, ...]:
    levels = {standing.level for standing in facts.known}
    if not facts.known:
        return voice.say_lines("headline.unseen")
    if diagnosis.overall.stage is None:
        return voice.say_lines("headline.too_little")
    if levels == {0}:
        return voice.say_lines("headline.all_zero")
    if levels == {5}:
        return voice.say_lines("headline.all_five")
    if len(facts.contradictions) > max(1, len(facts.structures)):
        return voice.say_lines("headline.contradictory")
    return _tell_headline_of_stage(diagnosis, diagnosis.overall.stage, facts, voice)


def _tell_headline_of_stage(diagnosis: Diagnosis, stage: int, facts: Facts, voice: Voice) -> tuple[str, ...]:
    short = diagnosis.sides.short if diagnosis.sides.short != "unknown" else "neither"
    if stage == 5:
        return voice.say_lines("headline.stage5")
    if stage >= 3:
        return voice.say_lines(f"headline.stage{stage}_{'structure' if facts.structures else short}")
    for tell in (_tell_wide_gap, _tell_short_side, _tell_what_holds, _tell_gap_between_dimensions):
        told = tell(diagnosis, facts, voice)
        if told:
            return told
    grave = [finding for finding in facts.structures if finding.pattern.severity == GRAVE]
    if len(grave) >= 2:
        named = voice.count("structures", len(facts.structures))
        return voice.say_lines(f"headline.structures_stage{stage}", structures=named)
    if stage == 0 and facts.counts.floor:
        return voice.say_lines("headline.stage0_some")
    return voice.say_lines(f"headline.stage{stage}_neither")


def _tell_short_side(diagnosis: Diagnosis, facts: Facts, voice: Voice) -> Lines:
    """Which side is short, worded by how far the other one has come."""
    sides = diagnosis.sides
    if sides.short == "implementation":
        design = min(int(sides.design.mean or 0), 2)
        started = "_started" if facts.floor_share >= STARTED else ""
        return voice.say_lines(f"headline.stage{design}_implementation{started}")
    if sides.short == "design":
        implementation = min(int(sides.implementation.mean or 0), 2)
        return voice.say_lines(f"headline.stage{implementation}_design")
    return None


def _tell_what_holds(diagnosis: Diagnosis, facts: Facts, voice: Voice) -> Lines:
    """Where most of the work is done and a few questions hold the stage back."""
    following = diagnosis.next_stage
    if following is None:
        return None
    keys = voice.questions(len(following.key_blockers))
    if facts.floor_share >= 0.5:
        kind = "held_by_keys" if following.key_blockers else "held_by_share"
        return voice.say_lines(f"headline.{kind}", n=keys, stage=following.stage)
    if following.key_blockers and following.reached_share >= following.needed_share:
        return voice.say_lines("headline.paper_held_by_keys", n=keys)
    return None


def _tell_wide_gap(diagnosis: Diagnosis, facts: Facts, voice: Voice) -> Lines:
    return _tell_gap_between_dimensions(diagnosis, facts, voice, WIDE_GAP)


def _tell_gap_between_dimensions(
    diagnosis: Diagnosis, facts: Facts, voice: Voice, least: float = CLEAR_GAP
) -> Lines:
    """Which dimension lags behind which, where they lie at least so many levels apart."""
    if len(facts.dimensions) < 2:
        return None
    strong, weak = facts.dimensions[0], facts.dimensions[-1]
    high = diagnosis.dimensions[strong.id].mean or 0.0
    low = diagnosis.dimensions[weak.id].mean or 0.0
    if high - low < least:
        return None
    names = {"strong": voice.name(strong.title), "weak": voice.name(weak.title)}
    return voice.say_lines(f"headline.dimensions_{'floor' if high >= 3 else 'paper'}", **names)
