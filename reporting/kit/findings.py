"""Which finding of the diagnosis a document answers, so that nobody has to ask why it is there."""

from dataclasses import dataclass
from typing import Literal

from assessments.models import KitDocumentId
from i18n.text import translate
from reporting.kit.case import KitCase
from reporting.narrative.voice import shorten_to_sentences
from scoring.findings import PatternFinding, Standing

Ground = Literal["patterns", "answers", "kept", "unknown", "not_applicable", "not_asked"]
"""`patterns`: present patterns rest on what it is for; `answers`: only low answers do; `kept`: all of it is
in use; the others: nothing speaks for it, because nothing is known, applies, or was asked."""
NAMED_PATTERNS = 2
NAMED_ANSWERS = 3
SHOWN_ANSWERS = 6


@dataclass(frozen=True)
class Answered:
    """The finding a document answers, in words (です・ます)."""

    ground: Ground
    text: str
    """One to three sentences."""
    evidence: tuple[str, ...]
    """The answers behind it, one a line with number, title and level; empty when none was asked."""

    @property
    def is_called_for(self) -> bool:
        """Whether something in the diagnosis speaks for the document."""
        return self.ground in ("patterns", "answers")


def find_answered(case: KitCase, document: KitDocumentId) -> Answered:
    """What in the diagnosis speaks for a document; says plainly when nothing does."""
    standings = case.standings_for(document)
    low = [item for item in standings if item.level is not None and not item.is_on_floor]
    patterns = _find_patterns(case, low)
    ground = _choose_ground(standings, bool(low), bool(patterns))
    shown = sorted(standings, key=lambda item: 5.5 if item.level is None else item.level)[:SHOWN_ANSWERS]
    return Answered(
        ground, _word(case, ground, patterns, low), tuple(word_answer(case, item) for item in shown)
    )


def word_answer(case: KitCase, standing: Standing) -> str:
    """A question's number and title with the company's level."""
    return translate(
        "kit.answer",
        case.language,
        number=case.diagnosis.questionnaire.number(standing.question.id),
        title=standing.question.title.get(case.language),
        level=case.wording.level(case.diagnosis, standing),
    )


def _choose_ground(standings: tuple[Standing, ...], has_low: bool, has_patterns: bool) -> Ground:
    if has_low:
        return "patterns" if has_patterns else "answers"
    if any(item.is_on_floor for item in standings):
        return "kept"
    if not standings:
        return "not_asked"
    return "unknown" if any(item.applies for item in standings) else "not_applicable"


def _find_patterns(case: KitCase, low: list[Standing]) -> tuple[PatternFinding, ...]:
    """The present patterns for which one of these answers speaks, gravest first."""
    ids = {item.question.id for item in low}
    found = [
        finding
        for finding in case.diagnosis.patterns_in("present")
        if any(item.standing.question.id in ids for item in finding.supporting)
    ]
    return tuple(sorted(found, key=lambda finding: -finding.pattern.severity))[:NAMED_PATTERNS]


def _word(case: KitCase, ground: Ground, patterns: tuple[PatternFinding, ...], low: list[Standing]) -> str:
    titles = [finding.pattern.title for finding in patterns] or [item.question.title for item in low]
    more = "_and_more" if len(titles) > NAMED_ANSWERS else ""
    names = _join_quoted(case, [title.get(case.language) for title in titles[:NAMED_ANSWERS]])
    finding = _state_finding(case, patterns[0]) if patterns else ""
    return translate(f"kit.answered.{ground}{more}", case.language, names=names, finding=finding)


def _state_finding(case: KitCase, finding: PatternFinding) -> str:
    """What was seen; of a contradiction only the two answers, not what to ask about them."""
    text = finding.pattern.finding.get(case.language, polite=True)
    return shorten_to_sentences(text, 0) if finding.pattern.contradiction else text


def _join_quoted(case: KitCase, names: list[str]) -> str:
    voice = case.wording.voice
    quoted = [voice.quote(name) for name in names]
    return "".join(quoted) if case.language == "ja" and len(names) > 2 else voice.join(quoted)
