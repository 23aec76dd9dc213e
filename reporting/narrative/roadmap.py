"""The roadmap in words: what comes first and why, what each step lifts, breaks and is threatened by."""

from assessments.models import Language
from reporting.narrative.told import RoadmapStory, StepStory, Story
from reporting.narrative.voice import Voice, write_level
from scoring.findings import Diagnosis, PatternFinding
from scoring.roadmap import Capacity, Roadmap, Step
from scoring.what_if import measure_joint_gain

FIRST_DAYS = 90
"""The horizon the title speaks of, where anything is done within it."""
PATTERNS_NAMED = 3


def tell_roadmap(diagnosis: Diagnosis, roadmap: Roadmap, language: Language, polite: bool) -> RoadmapStory:
    """Title, deck and every step."""
    voice = Voice(language, polite)
    return RoadmapStory(
        story=_tell_whole(diagnosis, roadmap, voice),
        steps=tuple(_tell_step(diagnosis, step, n, voice) for n, step in enumerate(roadmap.steps, 1)),
        later=tuple(voice.read(action.title) for action in roadmap.later),
    )


def tell_capacity(capacity: Capacity, language: Language) -> str:
    """How much time the team has: 3人 × 週8時間."""
    key = "one" if capacity.people == 1 else "other"
    hours = f"{capacity.hours_a_week:g}"
    return Voice(language, False).word(f"roadmap.capacity.{key}", people=capacity.people, hours=hours)


def _tell_whole(diagnosis: Diagnosis, roadmap: Roadmap, voice: Voice) -> Story:
    if not roadmap.steps:
        return Story(voice.say_lines("roadmap.none"), voice.say("roadmap.none_deck"))
    early = [step for step in roadmap.steps if step.horizon <= FIRST_DAYS]
    counted, days = (early, FIRST_DAYS) if early else (list(roadmap.steps), 180)
    broken = {finding.pattern.id for step in counted for finding in step.breaks}
    points = round(measure_joint_gain(diagnosis, [step.action.id for step in counted]))
    title = voice.say_lines(
        "roadmap.breaks" if broken else "roadmap.lifts",
        days=days,
        steps=voice.count("steps", len(counted)),
        patterns=voice.count("structures", len(broken)),
        points=points,
    )
    sentences = [voice.say("roadmap.deck", capacity=tell_capacity(roadmap.capacity, voice.language))]
    if roadmap.later:
        sentences.append(voice.say("roadmap.later", later=voice.count("steps", len(roadmap.later))))
    return Story(title, voice.word("sentence_space").join(sentences))


def _tell_step(diagnosis: Diagnosis, step: Step, number: int, voice: Voice) -> StepStory:
    action = step.action
    return StepStory(
        number=number,
        action_id=action.id,
        title=voice.read(action.title),
        owner=voice.read(diagnosis.questionnaire.owner(action.owner).title),
        when=_tell_weeks(step, voice),
        why=voice.read(action.why),
        lifts=_tell_lifts(diagnosis, step, voice),
        breaks=_name_patterns("roadmap.step_breaks", step.breaks, voice),
        threat=_name_patterns("roadmap.step_threat", step.threatened_by, voice),
        first_step=voice.read(action.first_step),
        done_when=voice.read(action.done_when),
    )


def _tell_weeks(step: Step, voice: Voice) -> str:
    first, last = step.start_week + 1, step.end_week
    return voice.word("roadmap.week" if first == last else "roadmap.weeks", first=first, last=last)


def _tell_lifts(diagnosis: Diagnosis, step: Step, voice: Voice) -> tuple[str, ...]:
    questionnaire = diagnosis.questionnaire
    return tuple(
        voice.word(
            "roadmap.lift",
            number=questionnaire.number(lift.question),
            title=voice.read(questionnaire.question(lift.question).title),
            now=write_level(diagnosis.standing(lift.question).level or 0.0),
            to=lift.to,
        )
        for lift in step.lifts
    )


def _name_patterns(key: str, findings: tuple[PatternFinding, ...], voice: Voice) -> str:
    if not findings:
        return ""
    titles = [voice.quote(voice.read(finding.pattern.title)) for finding in findings[:PATTERNS_NAMED]]
    return voice.say(key, patterns=voice.join(titles))
