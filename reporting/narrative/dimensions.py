"""The four dimensions and their capabilities in words."""

from assessments.models import Capability, Dimension, DimensionId, Language
from reporting.narrative.told import DimensionStory, Story
from reporting.narrative.voice import Voice, write_mean
from scoring.findings import Diagnosis, Standing


def tell_dimension(
    diagnosis: Diagnosis, dimension_id: DimensionId, language: Language, polite: bool
) -> DimensionStory:
    """One dimension: what moves in it, what does not, and the two answers that show it."""
    voice = Voice(language, polite)
    dimension = next(item for item in diagnosis.questionnaire.dimensions if item.id == dimension_id)
    standings = [
        standing
        for standing in diagnosis.standings
        if standing.applies and diagnosis.questionnaire.dimension_of(standing.question.id).id == dimension_id
    ]
    headline = _tell_headline(diagnosis, dimension, voice)
    return DimensionStory(dimension_id, headline, _tell_extremes(diagnosis, standings, voice))


def _tell_headline(diagnosis: Diagnosis, dimension: Dimension, voice: Voice) -> str:
    ranked = _rank(diagnosis, dimension.capabilities)
    if diagnosis.dimensions[dimension.id].stage is None or not ranked:
        return voice.say("dimension.too_little")
    (strong, high), (weak, low) = ranked[0], ranked[-1]
    names = {"strong": voice.name(strong.title), "weak": voice.name(weak.title)}
    if low >= 4.5:
        return voice.say("dimension.improving")
    if low >= 4:
        return voice.say("dimension.joined")
    if low >= 3:
        return voice.say("dimension.floor")
    if high >= 3:
        return voice.say(f"dimension.floor_and_{'paper' if low >= 2 else 'below'}", **names)
    if low >= 2:
        return voice.say("dimension.paper")
    if high >= 2:
        return voice.say("dimension.paper_and_below", **names)
    if high < 0.5:
        return voice.say("dimension.nothing")
    if high - low >= 0.5:
        return voice.say("dimension.uneven_below", **names)
    return voice.say("dimension.below" if low >= 1 else "dimension.beginning", **names)


def _rank(diagnosis: Diagnosis, capabilities: tuple[Capability, ...]) -> list[tuple[Capability, float]]:
    """Capabilities with a known mean, the highest first."""
    means = [(item, diagnosis.capabilities[item.id].mean) for item in capabilities]
    return sorted(((item, mean) for item, mean in means if mean is not None), key=lambda pair: -pair[1])


def _tell_extremes(diagnosis: Diagnosis, standings: list[Standing], voice: Voice) -> str:
    known = [standing for standing in standings if standing.level is not None]
    unknown = len(standings) - len(known)
    if not known:
        return voice.say("dimension.all_unknown", total=len(standings))
    order = sorted(known, key=lambda item: (-(item.level or 0), -item.question.weight))
    best, worst = order[0], order[-1]
    texts = [_state_level(diagnosis, best, voice)]
    if best.level != worst.level:
        texts.append(_state_level(diagnosis, worst, voice))
    else:
        kind = "all_known_alike" if unknown else "all_alike"
        texts = [voice.say(f"dimension.{kind}", total=len(known), level=_name_level(diagnosis, best, voice))]
    if unknown:
        texts.append(voice.say("dimension.some_unknown", n=unknown))
    return voice.word("sentence_space").join(texts)


def _state_level(diagnosis: Diagnosis, standing: Standing, voice: Voice) -> str:
    name = voice.name(standing.question.title)
    return voice.say("dimension.level", name=name, level=_name_level(diagnosis, standing, voice))


def _name_level(diagnosis: Diagnosis, standing: Standing, voice: Voice) -> str:
    return voice.read(diagnosis.questionnaire.levels[int(standing.level or 0)].name)


def tell_capabilities(diagnosis: Diagnosis, language: Language, polite: bool) -> Story:
    """The capabilities: how many are on the floor, and which may be once unknown answers are known."""
    voice = Voice(language, polite)
    capabilities = diagnosis.questionnaire.capabilities
    ranked = _rank(diagnosis, capabilities)
    across = [item for item, mean in ranked if mean >= 3]
    maybe = [
        item
        for item in capabilities
        if item not in across and diagnosis.capabilities[item.id].mean_interval[1] >= 3 - 1e-9
    ]
    title = _title_capabilities(len(capabilities), len(ranked), len(across), voice)
    return Story(title, _tell_range(ranked, across, maybe, voice))


def _title_capabilities(total: int, known: int, across: int, voice: Voice) -> tuple[str, ...]:
    numbers = {"total": total, "n": voice.things(across), "rest": voice.things(total - across)}
    if known == 0:
        return voice.say_lines("capabilities.unknown", **numbers)
    if across == 0:
        return voice.say_lines("capabilities.none", **numbers)
    if across == total:
        return voice.say_lines("capabilities.all", **numbers)
    kind = "one" if across == 1 else ("some" if across * 2 <= total else "most")
    return voice.say_lines(f"capabilities.{kind}", **numbers)


def _tell_range(
    ranked: list[tuple[Capability, float]],
    across: list[Capability],
    maybe: list[Capability],
    voice: Voice,
) -> str:
    if not ranked:
        return voice.say("capabilities.nothing_known")
    (strong, high), (weak, low) = ranked[0], ranked[-1]
    names = {"strong": voice.name(strong.title), "weak": voice.name(weak.title)}
    means = {"high": write_mean(high), "low": write_mean(low)}
    kind = "range" if high - low >= 0.3 else ("even" if means["high"] != means["low"] else "level")
    texts = [voice.say(f"capabilities.{kind}", **names, **means)]
    if maybe:
        named = voice.join([voice.name(item.title) for item in maybe[:3]])
        kind = "maybe" if len(maybe) <= 3 else "maybe_many"
        texts.append(
            voice.say(
                f"capabilities.{kind}", names=named, capabilities=voice.count("capabilities", len(maybe))
            )
        )
    elif 2 <= len(across) <= 3 and len(across) < len(ranked):
        named = voice.join([voice.name(item.title) for item in across])
        texts.append(voice.say("capabilities.across", names=named))
    return voice.word("sentence_space").join(texts)
