"""Failure patterns and contradictions in words."""

from assessments.models import Language
from reporting.narrative.told import Story
from reporting.narrative.voice import Voice
from scoring.findings import Diagnosis, PatternFinding

NAMED_ABSENT = 3


def tell_patterns(diagnosis: Diagnosis, language: Language, polite: bool) -> Story:
    """How many patterns were found, and what is left open."""
    voice = Voice(language, polite)
    present = diagnosis.patterns_in("present")
    possible = len(diagnosis.patterns_in("possible"))
    contradictions = sum(finding.pattern.contradiction for finding in present)
    numbers = {
        "n": voice.things(len(present)),
        "structures": voice.count("structures", len(present) - contradictions),
        "contradictions": voice.count("contradictions", contradictions),
        "possible": voice.count("patterns", possible),
        "total": len(diagnosis.patterns),
    }
    title = voice.say_lines(f"patterns.{_kind(len(present), contradictions, possible)}", **numbers)
    deck = [voice.say("patterns.checked" if present else "patterns.checked_none", **numbers)]
    if present:
        gravest = max(present, key=lambda finding: finding.pattern.severity)
        named = voice.quote(voice.read(gravest.pattern.title))
        deck.append(voice.say("patterns.gravest" if len(present) > 1 else "patterns.only", name=named))
    if possible:
        deck.append(voice.say("patterns.open", **numbers))
    return Story(title, voice.word("sentence_space").join(deck))


def _kind(present: int, contradictions: int, possible: int) -> str:
    if present == 0:
        return "none_but_possible" if possible else "none"
    if contradictions == present:
        return "contradictions_only"
    if present == 1:
        return "one"
    return "structures_only" if contradictions == 0 else "both"


def tell_absent(diagnosis: Diagnosis, language: Language, polite: bool) -> str:
    """The patterns that do not hold, in one line; empty when there are none."""
    voice = Voice(language, polite)
    absent = diagnosis.patterns_in("absent")
    if not absent:
        return ""
    names = [voice.quote(voice.read(finding.pattern.title)) for finding in absent]
    if len(names) <= NAMED_ABSENT:
        return voice.say("patterns.absent", names=voice.join(names), n=voice.things(len(names)))
    shown = voice.word("comma").join(names[:NAMED_ABSENT])
    return voice.say("patterns.absent_and_more", names=shown, n=len(names))


def tell_undecided(finding: PatternFinding, language: Language, polite: bool) -> str:
    """Which unknown answers decide a possible pattern."""
    voice = Voice(language, polite)
    names = [voice.quote(voice.read(item.standing.question.title)) for item in finding.undecided]
    return voice.say("patterns.decided_by", names=voice.join(names[:3]))
