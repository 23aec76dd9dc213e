"""Strategy design against implementation, and what is stuck on paper."""

from assessments.models import SIDES, Language, Side
from reporting.narrative.facts import count_standings
from reporting.narrative.told import Counts, Story
from reporting.narrative.voice import Voice
from scoring.findings import Diagnosis


def count_side(diagnosis: Diagnosis, side: Side) -> Counts:
    """Where the questions of one side stand."""
    return count_standings(tuple(item for item in diagnosis.standings if item.question.side == side))


def tell_sides(diagnosis: Diagnosis, language: Language, polite: bool) -> Story:
    """Which of the two sides is short, and how much is stuck on paper."""
    voice = Voice(language, polite)
    counts = count_standings(diagnosis.standings)
    numbers = {"n": counts.paper, "total": counts.total}
    if counts.unknown == counts.total:
        return Story(voice.say_lines("sides.unseen"), voice.say("sides.unseen_deck"))
    title = f"sides.{_kind_of_paper(counts)}_{diagnosis.sides.short}"
    return Story(voice.say_lines(title, **numbers), _tell_two_sides(diagnosis, voice))


def _kind_of_paper(counts: Counts) -> str:
    return "none" if counts.paper == 0 else "stuck"


def _tell_two_sides(diagnosis: Diagnosis, voice: Voice) -> str:
    sentences = []
    for side in SIDES:
        counts = count_side(diagnosis, side)
        sentences.append(
            voice.say(
                f"sides.{_kind_of_side(counts)}",
                side=voice.word(f"sides.{side}"),
                total=counts.total,
                floor=counts.floor,
                paper=counts.paper,
            )
        )
    return voice.word("two_sentences", first=sentences[0], second=sentences[1])


def _kind_of_side(counts: Counts) -> str:
    if counts.unknown == counts.total:
        return "side_unknown"
    if counts.floor == counts.total:
        return "side_all_floor"
    if counts.floor == 0:
        return "side_paper" if counts.paper else "side_below"
    return "side_floor_and_paper" if counts.paper else "side_floor"
