"""The organisation model in words: recommendation, what would flip it, the way there, readiness."""

from assessments.answers import GROWTH, CurrentModel
from assessments.models import Language, OrgModelId, ProfileInput
from reporting.narrative.told import OrganisationLine, PathStory, Story
from reporting.narrative.voice import Voice, write_mean
from scoring.findings import Diagnosis, Flip, OrganisationAdvice, PathStep
from scoring.org_model import READY_MEAN
from scoring.smaa import DRAWS

DEGREES: tuple[ProfileInput, ...] = ("segment_difference", "one_brand_need", "closeness_need")


def _name_model(diagnosis: Diagnosis, model: CurrentModel, voice: Voice) -> str:
    if model == "none":
        return voice.word("no_model")
    return voice.name(diagnosis.questionnaire.organisation.model(model).title)


def tell_organisation_line(diagnosis: Diagnosis, language: Language, polite: bool) -> OrganisationLine:
    """Name, robustness with its figure, and one sentence of path."""
    voice = Voice(language, polite)
    advice = diagnosis.organisation
    leading = voice.read(diagnosis.questionnaire.organisation.model(advice.leading).title)
    name = voice.word("organisation.undecided") if advice.recommended == "undecided" else leading
    return OrganisationLine(name, _tell_robustness(diagnosis, voice), _tell_way(diagnosis, voice))


def _tell_robustness(diagnosis: Diagnosis, voice: Voice) -> str:
    advice = diagnosis.organisation
    ranked = sorted(advice.acceptability, key=lambda model: -advice.acceptability[model])
    return voice.say(
        f"organisation.{advice.robustness}",
        draws=voice.word("ten_thousand") if DRAWS == 10_000 else f"{DRAWS:,}",
        share=_percent(advice, ranked[0]),
        first=_name_model(diagnosis, ranked[0], voice),
        second=_name_model(diagnosis, ranked[1], voice),
        second_share=_percent(advice, ranked[1]),
    )


def _percent(advice: OrganisationAdvice, model: OrgModelId) -> int:
    """Percent, cut off rather than rounded, so that 79.6 is not printed as the 80 it does not reach."""
    return int(advice.acceptability[model] * 100 + 1e-9)


def _tell_way(diagnosis: Diagnosis, voice: Voice) -> str:
    path = diagnosis.organisation.path
    today = next((step for step in path if step.moment == "today"), None)
    later = [step for step in path if step.moment != "today"]
    names = [_name_model(diagnosis, step.model, voice) for step in later]
    if not later:
        return voice.say(
            "way.keep" if today and today.model != "none" else "way.open",
            first=_name_model(diagnosis, today.model if today else "none", voice),
        )
    keeps = today is not None and today.model == later[0].model
    start = "keep" if keeps else "start"
    if len(later) == 1:
        moment = "" if later[0].moment == "now" else f"_{later[0].moment}"
        return voice.say(f"way.{start}{moment}", first=names[0])
    return voice.say(f"way.{start}_then_{later[-1].moment}", first=names[0], last=names[-1])


def tell_organisation(diagnosis: Diagnosis, language: Language, polite: bool) -> Story:
    """The finding of the organisation page."""
    voice = Voice(language, polite)
    advice = diagnosis.organisation
    ranked = sorted(advice.acceptability, key=lambda model: -advice.acceptability[model])
    names = {
        "first": _name_model(diagnosis, ranked[0], voice),
        "second": _name_model(diagnosis, ranked[1], voice),
    }
    later = [step for step in advice.path if step.moment != "today"]
    kind = str(advice.robustness)
    if kind != "undecided":
        kind = f"{kind}_{_name_detour(advice)}"
        names["start"] = _name_model(diagnosis, later[0].model, voice) if later else names["first"]
    deck = [_tell_robustness(diagnosis, voice)]
    if advice.missing:
        missing = voice.join([tell_input(item, language) for item in advice.missing[:3]])
        more = "missing" if len(advice.missing) <= 3 else "missing_and_more"
        deck.append(voice.say(f"organisation.{more}", names=missing, n=len(advice.missing)))
    else:
        deck.append(tell_readiness(diagnosis, language, polite))
    return Story(
        voice.say_lines(f"organisation.title_{kind}", **names), voice.word("sentence_space").join(deck)
    )


def _name_detour(advice: OrganisationAdvice) -> str:
    """Whether the way leads straight to the model, or through another one, new or today's."""
    later = [step.model for step in advice.path if step.moment != "today"]
    if not later or later[0] == advice.leading:
        return "direct"
    is_today = any(step.moment == "today" and step.model == later[0] for step in advice.path)
    return "stay" if is_today else "detour"


def tell_readiness(diagnosis: Diagnosis, language: Language, polite: bool) -> str:
    """How ready the company is for the leading model, and what it lacks most."""
    voice = Voice(language, polite)
    advice = diagnosis.organisation
    model = _name_model(diagnosis, advice.leading, voice)
    mean = advice.readiness.mean
    known = [item for item in advice.readiness_questions if item.level is not None]
    if mean is None or not known:
        return voice.say("readiness.unknown", model=model)
    lowest = min(known, key=lambda item: item.level or 0)
    kind = "ready" if mean >= READY_MEAN else ("partly" if mean >= 1.5 else "not_yet")
    if kind == "ready" and (lowest.level or 0) < 2:
        kind = "ready_but"
    return voice.say(
        f"readiness.{kind}", model=model, mean=write_mean(mean), name=voice.name(lowest.question.title)
    )


def tell_input(name: ProfileInput, language: Language) -> str:
    """A profile input as a noun."""
    return Voice(language, False).word(f"inputs.{name}")


def tell_flip(diagnosis: Diagnosis, flip: Flip, language: Language, polite: bool) -> str:
    """What change of one input would put another model first."""
    voice = Voice(language, polite)
    direction = "up" if flip.at > flip.now else "down"
    return voice.say(
        f"flip.{_kind_of_input(flip.input)}_{direction}",
        name=tell_input(flip.input, language),
        now=write_input(flip.input, flip.now, language),
        at=write_input(flip.input, flip.at, language),
        model=_name_model(diagnosis, flip.becomes, voice),
    )


def _kind_of_input(name: ProfileInput) -> str:
    if name == "growth":
        return "growth"
    return "degree" if name in DEGREES else "amount"


def write_input(name: ProfileInput, value: float, language: Language, with_scale: bool = False) -> str:
    """A value of a profile input with its unit; `with_scale`: a degree with the scale it is on."""
    voice = Voice(language, False)
    if name == "growth":
        stage = GROWTH[max(0, min(round(value), len(GROWTH) - 1))]
        return voice.word(f"growth.{stage}")
    if name in DEGREES:
        return voice.word("degree_of" if with_scale else "degree", n=f"{value:.1f}".removesuffix(".0"))
    return voice.word(f"amounts.{name}", n=f"{value:,.0f}")


def tell_path(diagnosis: Diagnosis, language: Language, polite: bool) -> tuple[PathStory, ...]:
    """The stations from today's organisation to the recommended one."""
    voice = Voice(language, polite)
    return tuple(_tell_step(diagnosis, step, voice) for step in diagnosis.organisation.path)


def _tell_step(diagnosis: Diagnosis, step: PathStep, voice: Voice) -> PathStory:
    name = (
        voice.word("no_model_title")
        if step.model == "none"
        else voice.read(diagnosis.questionnaire.organisation.model(step.model).title)
    )
    advice = diagnosis.organisation
    key = f"path.{step.moment}"
    if step.moment == "today":
        key += f"_{step.model}"
    elif step.moment == "now":
        is_kept = any(other.moment == "today" and other.model == step.model for other in advice.path)
        key += "_keep" if is_kept else ("_goal" if step.model == advice.leading else "")
    text = voice.say(key, name=_name_model(diagnosis, advice.leading, voice), mean=READY_MEAN)
    return PathStory(voice.word(f"moments.{step.moment}"), name, text)
