"""Two rounds in words: what moved, and whether that is more than the answers leave open."""

from datetime import date

from assessments.models import Language
from reporting.narrative.told import ComparisonStory, Story
from reporting.narrative.voice import Voice
from scoring.comparison import Change, Comparison
from scoring.findings import PatternFinding

NAMED = 3
"""Patterns named in a sentence; further ones are counted."""
_ROUNDING = 0.05
"""Points below which nothing moved as far as a reader sees."""


def tell_comparison(
    comparison: Comparison, earlier_on: date, language: Language, polite: bool
) -> ComparisonStory:
    """Title, deck and what became of the patterns."""
    voice = Voice(language, polite)
    before, after = comparison.overall.before.stage, comparison.overall.after.stage
    kind = _choose_kind(comparison.overall)
    if before is not None and after is not None and before != after:
        kind = "stage_up" if after > before else "stage_down"
    difference = comparison.overall.difference or 0.0
    title = voice.say_lines(f"comparison.{kind}", points=f"{abs(difference):.1f}", before=before, after=after)
    deck = voice.say(
        "comparison.deck",
        day=voice.date(earlier_on),
        questions=voice.questions(comparison.questions),
        risen=len(comparison.risen),
        fallen=len(comparison.fallen),
        found=len(comparison.found_out),
    )
    sure = voice.say(
        f"comparison.sure.{_choose_kind(comparison.overall)}", **_write_bounds(comparison.overall)
    )
    return ComparisonStory(
        Story(title, voice.word("sentence_space").join([deck, sure])),
        _tell_patterns(comparison, voice),
        voice.say(
            f"comparison.line.{kind}",
            day=voice.date(earlier_on),
            points=f"{abs(difference):.1f}",
            before=before,
            after=after,
        ),
    )


def tell_change(change: Change, language: Language) -> str:
    """How far one measure moved, with its sign, and whether that is certain: +4.0点（答えの幅を超える）."""
    points, note = split_change(change, language)
    return Voice(language, False).word("comparison.noted", points=points, note=note) if note else points


def split_change(change: Change, language: Language) -> tuple[str, str]:
    """The same in two parts: how far, and whether that is certain; the latter empty where nothing moved."""
    voice = Voice(language, False)
    if change.difference is None:
        return voice.word("comparison.not_comparable"), ""
    if abs(change.difference) < _ROUNDING:
        return voice.word("comparison.same"), ""
    points = f"{change.difference:+.1f}".replace("-", "−")
    key = "certain" if change.is_certain else "uncertain"
    return voice.word("comparison.points", points=points), voice.word(f"comparison.{key}")


def _choose_kind(change: Change) -> str:
    if change.difference is None:
        return "unknown"
    if abs(change.difference) < _ROUNDING:
        return "same"
    if not change.is_certain:
        return "within"
    return "up" if change.difference > 0 else "down"


def _write_bounds(change: Change) -> dict[str, str]:
    low, high = (f"{end:+.1f}".replace("-", "−") for end in change.bounds)
    return {"low": low, "high": high}


def _tell_patterns(comparison: Comparison, voice: Voice) -> tuple[str, ...]:
    groups: tuple[tuple[str, tuple[PatternFinding, ...]], ...] = (
        ("gone", comparison.gone),
        ("new", comparison.new),
        ("remaining", comparison.remaining),
    )
    return tuple(_name_patterns(key, findings, voice) for key, findings in groups if findings)


def _name_patterns(key: str, findings: tuple[PatternFinding, ...], voice: Voice) -> str:
    titles = [voice.quote(voice.read(finding.pattern.title)) for finding in findings[:NAMED]]
    rest = len(findings) - NAMED
    return voice.say(
        f"comparison.patterns.{key}" + ("_more" if rest > 0 else ""),
        patterns=voice.join(titles),
        more=voice.count("structures", rest) if rest > 0 else "",
    )
