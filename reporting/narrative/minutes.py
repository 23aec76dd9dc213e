"""What the room put on record, in two lines."""

from collections import Counter

from assessments.models import Language
from reporting.narrative.told import Story
from reporting.narrative.voice import Voice
from scoring.minutes import MinutesItem, TalkStatus, list_actions

COUNTED: tuple[TalkStatus, ...] = ("agreed", "disagreed", "parked", "skipped", "open")


def tell_minutes(minutes: tuple[MinutesItem, ...], language: Language, polite: bool) -> Story:
    """How much was agreed on and what comes next."""
    voice = Voice(language, polite)
    counts = Counter(item.status for item in minutes)
    actions, agreed = len(list_actions(minutes)), counts["agreed"]
    kind = f"minutes.{'agreed' if agreed else 'none'}_{'actions' if actions else 'no_actions'}"
    count = voice.questions(agreed)
    title = voice.say_lines(kind, questions=count, n=actions, actions=voice.count("actions", actions))
    parts = [
        voice.word(f"minutes.{status}", questions=voice.questions(counts[status]))
        for status in COUNTED
        if counts[status]
    ]
    deck = [voice.say("minutes.counted", total=len(minutes), counts=voice.word("comma").join(parts))]
    again = [item for item in minutes if item.after and item.before.gap.difference]
    if again:
        closer = sum(item.after[-1].gap.difference < item.before.gap.difference for item in again)
        deck.append(
            voice.say("minutes.voted_again" if closer else "minutes.not_closer", n=len(again), closer=closer)
        )
    return Story(title, voice.word("sentence_space").join(deck))
