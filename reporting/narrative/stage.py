"""The next stage and the coverage in words."""

from assessments.models import Language
from reporting.narrative.facts import count_standings
from reporting.narrative.voice import Voice
from scoring.findings import Diagnosis


def tell_next_stage(diagnosis: Diagnosis, language: Language, polite: bool) -> str:
    """What the next stage asks for and what is still missing; why there is none otherwise."""
    voice = Voice(language, polite)
    following = diagnosis.next_stage
    if following is None:
        return voice.say("next.none" if diagnosis.overall.stage is None else "next.highest")
    numbers = {
        "stage": following.stage,
        "below_stage": max(following.stage - 2, 0),
        "needed": round(following.needed_share * 100),
        "reached": int(following.reached_share * 100 + 1e-9),
        "n": voice.questions(len(following.key_blockers)),
    }
    has_share = following.reached_share >= following.needed_share
    gate = "keys" if following.stage > 1 else "no_keys"
    first = voice.say(f"next.condition_{gate}", **numbers)
    if following.key_blockers:
        second = voice.say("next.keys_only" if has_share else "next.share_and_keys", **numbers)
    else:
        second = voice.say("next.share_only", **numbers)
    return voice.word("two_sentences", first=first, second=second)


def tell_coverage(diagnosis: Diagnosis, language: Language, polite: bool) -> str:
    """How much is known, and how far the unknown could move the score."""
    voice = Voice(language, polite)
    counts = count_standings(diagnosis.standings)
    known = counts.total - counts.unknown
    numbers = {"known": known, "total": counts.total, "n": counts.unknown}
    if counts.unknown == 0:
        return voice.say("coverage.full", **numbers)
    low, high = diagnosis.overall.mean_interval
    return voice.say("coverage.partial", low=f"{low:.1f}", high=f"{high:.1f}", **numbers)
