"""What matters most to find out, in words: what hangs on it and who would know."""

from assessments.models import Language
from reporting.narrative.told import OpenStory, Story
from reporting.narrative.voice import Voice, write_level
from scoring.findings import Diagnosis
from scoring.unknowns import OpenQuestion

SHOWN = 5
"""Open questions that are told; further ones are counted."""


def tell_unknowns(
    diagnosis: Diagnosis,
    ranked: tuple[OpenQuestion, ...],
    language: Language,
    polite: bool,
    shown: int = SHOWN,
) -> tuple[Story, tuple[OpenStory, ...]]:
    """Title and deck over all open questions, and the first so many of them."""
    voice = Voice(language, polite)
    told = tuple(_tell_one(diagnosis, item, voice) for item in ranked[:shown])
    if not ranked:
        return Story(voice.say_lines("unknowns.none"), voice.say("unknowns.none_deck")), told
    moving = [item for item in ranked if item.effect > item.points / 100 + 1e-9]
    title = voice.say_lines(
        "unknowns.moving" if moving else "unknowns.still",
        questions=voice.questions(len(moving or ranked)),
    )
    deck = [voice.say("unknowns.deck")]
    if len(ranked) > shown:
        deck.append(voice.say("unknowns.more", questions=voice.questions(len(ranked) - shown)))
    return Story(title, voice.word("sentence_space").join(deck)), told


def _tell_one(diagnosis: Diagnosis, item: OpenQuestion, voice: Voice) -> OpenStory:
    question = item.question
    groups = voice.join([voice.lower(voice.group(group)) for group in question.answered_best_by])
    return OpenStory(
        question_id=question.id,
        title=voice.word(
            "unknowns.question",
            number=diagnosis.questionnaire.number(question.id),
            title=voice.read(question.title),
        ),
        text=_tell_effect(diagnosis, item, voice),
        who=voice.say("unknowns.who", groups=groups),
    )


def _tell_effect(diagnosis: Diagnosis, item: OpenQuestion, voice: Voice) -> str:
    low, high = (write_level(level) for level in item.levels)
    sentences = [voice.say(f"unknowns.{item.kind}", low=low, high=high)]
    verdict = item.verdict
    if verdict.stages:
        sentences.append(voice.say("unknowns.stage", low=verdict.stages[0], high=verdict.stages[1]))
    elif verdict.dimension_stages:
        dimension = diagnosis.questionnaire.dimension_of(item.question.id)
        one, two = verdict.dimension_stages
        name = voice.name(dimension.title)
        sentences.append(voice.say("unknowns.dimension", dimension=name, low=one, high=two))
    if verdict.patterns:
        titles = {finding.pattern.id: finding.pattern.title for finding in diagnosis.patterns}
        named = voice.join([voice.quote(voice.read(titles[name])) for name in verdict.patterns[:2]])
        sentences.append(voice.say("unknowns.patterns", patterns=named))
    if len(sentences) == 1:
        sentences.append(voice.say("unknowns.points", points=f"{item.points:.1f}"))
    return voice.word("sentence_space").join(sentences)
