"""Failure patterns and contradictions, with what speaks for them."""

from dataclasses import dataclass

from reporting.narrative import tell_absent, tell_patterns, tell_undecided
from reporting.pages.references import name_pattern
from reporting.pages.wording import Answer, Head, Wording
from scoring.findings import Diagnosis, PatternFinding

EVIDENCE = 3
BREAKS = 2
WATCHED = 6
"""Patterns to watch on a page that would otherwise stay empty."""


@dataclass(frozen=True)
class Card:
    """A pattern that holds."""

    anchor: str
    tag: str
    impact: str
    title: str
    finding: str
    countermeasure: str
    evidence: tuple[Answer, ...]
    more_evidence: str
    consequence: str
    breaks: str
    room_question: str


@dataclass(frozen=True)
class Suspicion:
    """A pattern that unknown answers decide."""

    title: str
    decided_by: str
    room_question: str


@dataclass(frozen=True)
class Watch:
    """A pattern that does not hold but would weigh heavily: how to notice it."""

    title: str
    symptoms: tuple[str, ...]
    room_question: str


@dataclass(frozen=True)
class PatternPage:
    """Everything on the fourth page and those it flows onto."""

    head: Head
    cards: tuple[Card, ...]
    suspicions: tuple[Suspicion, ...]
    watched: tuple[Watch, ...]
    undecided: str
    """The names of the suspicions, where the report is short and does not show them; else empty."""
    absent: str


def build_pattern_page(diagnosis: Diagnosis, wording: Wording, is_short: bool = False) -> PatternPage:
    """The page; `is_short`: suspicions are only named."""
    language = wording.language
    possible = diagnosis.patterns_in("possible")
    return PatternPage(
        head=wording.head("patterns", tell_patterns(diagnosis, language, False)),
        cards=tuple(_build_card(diagnosis, item, wording) for item in diagnosis.patterns_in("present")),
        suspicions=tuple(
            Suspicion(
                title=wording.voice.read(item.pattern.title),
                decided_by=tell_undecided(item, language, False),
                room_question=wording.voice.read(item.pattern.room_question),
            )
            for item in (() if is_short else possible)
        ),
        undecided=_name_undecided(possible, wording) if is_short and possible else "",
        watched=_choose_watched(diagnosis, wording),
        absent=tell_absent(diagnosis, language, False),
    )


def _name_undecided(possible: tuple[PatternFinding, ...], wording: Wording) -> str:
    names = [wording.voice.quote(wording.voice.read(item.pattern.title)) for item in possible]
    return wording.say("patterns.undecided", names=wording.voice.join(names))


def _choose_watched(diagnosis: Diagnosis, wording: Wording) -> tuple[Watch, ...]:
    """The gravest absent patterns, where no present one needs the page."""
    if diagnosis.patterns_in("present"):
        return ()
    room = WATCHED - len(diagnosis.patterns_in("possible"))
    return tuple(
        Watch(
            title=wording.voice.read(item.pattern.title),
            symptoms=tuple(wording.voice.read(text) for text in item.pattern.symptoms[:2]),
            room_question=wording.voice.read(item.pattern.room_question),
        )
        for item in diagnosis.patterns_in("absent")[: max(room, 0)]
    )


def _build_card(diagnosis: Diagnosis, finding: PatternFinding, wording: Wording) -> Card:
    pattern, voice = finding.pattern, wording.voice
    evidence = finding.supporting
    more = len(evidence) - EVIDENCE
    return Card(
        anchor=name_pattern(pattern.id),
        tag=wording.say("patterns.contradiction" if pattern.contradiction else "patterns.present"),
        impact=wording.say(f"patterns.impact_{pattern.severity}"),
        title=voice.read(pattern.title),
        finding=voice.read(pattern.finding),
        countermeasure=voice.read(pattern.countermeasure),
        evidence=tuple(wording.answer(diagnosis, item.standing) for item in evidence[:EVIDENCE]),
        more_evidence=wording.say("patterns.more_evidence", n=more) if more > 0 else "",
        consequence=voice.read(pattern.consequence),
        breaks=_name_breaks(diagnosis, finding, wording),
        room_question=voice.read(pattern.room_question),
    )


def _name_breaks(diagnosis: Diagnosis, finding: PatternFinding, wording: Wording) -> str:
    """The actions that would come to nothing while the pattern stands."""
    actions = [diagnosis.questionnaire.action(item) for item in finding.pattern.breaks]
    if not actions:
        return ""
    names = [wording.voice.quote(wording.voice.read(item.title)) for item in actions[:BREAKS]]
    key = "patterns.breaks" if len(actions) <= BREAKS else "patterns.breaks_and_more"
    return wording.say(key, names=wording.voice.join(names), n=len(actions) - BREAKS)
