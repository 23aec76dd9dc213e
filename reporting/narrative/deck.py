"""The two sentences under the verdict: what stands, and what is in the way."""

from reporting.narrative.facts import Facts, order_by_weight
from reporting.narrative.voice import Voice
from scoring.findings import Diagnosis


def tell_state(diagnosis: Diagnosis, facts: Facts, voice: Voice) -> str:
    """What stands: how much is on the floor, on paper, or below."""
    counts, known = facts.counts, len(facts.known)
    numbers = {
        "total": counts.total,
        "known": known,
        "floor": counts.floor,
        "paper": counts.paper,
        "below": counts.below,
    }
    if not known:
        return voice.say("state.unseen", **numbers)
    if diagnosis.overall.stage is None:
        kind = "too_little" if counts.floor else "too_little_off_floor"
        return voice.say(f"state.{kind}", **numbers)
    if {standing.level for standing in facts.known} in ({0}, {5}):
        return voice.say(f"state.all_{int(facts.known[0].level or 0)}", **numbers)
    strong = voice.name(facts.capabilities[0].title)
    if counts.floor == 0:
        kind = "all_paper" if counts.paper == counts.total else "paper_only"
        return voice.say(f"state.{kind if counts.paper else 'below_only'}", **numbers)
    if counts.floor == counts.total:
        return voice.say("state.all_floor", **numbers)
    if facts.floor_share >= 0.75:
        return voice.say("state.mostly_floor", strong=strong, **numbers)
    on_floor = order_by_weight(tuple(item for item in facts.known if item.is_on_floor))
    names = voice.join([voice.quote(voice.read(item.question.title)) for item in on_floor[:2]])
    if counts.floor <= 2:
        return voice.say("state.few_on_floor", names=names, **numbers)
    kind = "paper_outweighs" if counts.paper > counts.below else "below_outweighs"
    return voice.say(f"state.{kind}", names=names, **numbers)


def tell_obstacle(diagnosis: Diagnosis, facts: Facts, voice: Voice) -> str:
    """What is in the way of the next stage, or where it would slip first."""
    if not facts.known:
        return voice.say("obstacle.unseen")
    if diagnosis.overall.stage is None:
        return _tell_missing_dimensions(diagnosis, voice)
    if facts.structures:
        titles = [voice.quote(voice.read(finding.pattern.title)) for finding in facts.structures]
        if len(titles) == 1:
            return voice.say("obstacle.structure", name=titles[0])
        rest = len(titles) - 2
        kind = "obstacle.structures" if rest == 0 else "obstacle.structures_and_more"
        return voice.say(
            kind,
            names=voice.join(titles[:2]),
            n=voice.things(rest),
            structures=voice.count("structures", rest),
        )
    if facts.contradictions:
        name = voice.quote(voice.read(facts.contradictions[0].pattern.title))
        return voice.say("obstacle.contradiction", name=name)
    if diagnosis.next_stage is None:
        return _tell_weakest(diagnosis, facts, voice)
    blockers = diagnosis.next_stage.key_blockers
    if blockers:
        names = voice.join([voice.quote(voice.read(item.question.title)) for item in blockers[:2]])
        more = "keys" if len(blockers) <= 2 else "keys_and_more"
        return voice.say(
            f"obstacle.{more}",
            names=names,
            stage=diagnosis.next_stage.stage,
            n=voice.questions(len(blockers)),
        )
    return voice.say(
        "obstacle.share",
        stage=diagnosis.next_stage.stage,
        needed=round(diagnosis.next_stage.needed_share * 100),
        reached=int(diagnosis.next_stage.reached_share * 100),
    )


def _tell_missing_dimensions(diagnosis: Diagnosis, voice: Voice) -> str:
    names = [
        voice.name(dimension.title)
        for dimension in diagnosis.questionnaire.dimensions
        if diagnosis.dimensions[dimension.id].stage is None
    ]
    if len(names) == len(diagnosis.questionnaire.dimensions):
        return voice.say("obstacle.all_missing")
    return voice.say("obstacle.missing", names=voice.join(names))


def _tell_weakest(diagnosis: Diagnosis, facts: Facts, voice: Voice) -> str:
    means = [diagnosis.capabilities[item.id].mean for item in facts.capabilities]
    if means[0] == means[-1]:
        return voice.say("obstacle.none")
    return voice.say("obstacle.weakest", name=voice.name(facts.capabilities[-1].title))
