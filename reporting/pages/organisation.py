"""The organisation model, how sure it is, what would flip it, the way there."""

from dataclasses import dataclass

from assessments.models import OrgModelId
from reporting.charts.geometry import column
from reporting.charts.organisation import draw_fit, draw_model, draw_share, draw_slider
from reporting.charts.svg import Picture
from reporting.narrative import PathStory, tell_flip, tell_input, tell_organisation, tell_path, tell_readiness
from reporting.narrative.organisation import write_input
from reporting.pages.wording import Answer, Head, Wording
from scoring.findings import CriterionFit, Diagnosis, Flip

SLIDER_WIDTH = column(0, 3)[1] * 2 + 5


@dataclass(frozen=True)
class ModelColumn:
    """One of the three models."""

    title: str
    is_leading: bool
    diagram: Picture
    percent: int
    share: Picture
    about: str
    fits: str
    strength: str
    weakness: str


@dataclass(frozen=True)
class CriterionRow:
    """One criterion: the company's value and how each model suits it."""

    title: str
    value: str
    fits: tuple[Picture, ...]


@dataclass(frozen=True)
class FlipRow:
    """What would put another model first."""

    name: str
    sentence: str
    slider: Picture
    now: str
    now_at: float
    """Place of today's value on the slider, in mm."""
    low: str
    high: str


@dataclass(frozen=True)
class PathStation:
    """One station of the path."""

    story: PathStory
    diagram: Picture


@dataclass(frozen=True)
class RoleColumn:
    """A role and what it does."""

    title: str
    does: str


@dataclass(frozen=True)
class OrganisationPage:
    """Everything on the organisation pages."""

    head: Head
    models: tuple[ModelColumn, ...]
    criteria: tuple[CriterionRow, ...]
    flips: tuple[FlipRow, ...]
    no_flips: str
    path: tuple[PathStation, ...]
    no_path: str
    readiness: str
    needs: tuple[Answer, ...]
    band_title: str
    band_advice: str
    roles: tuple[RoleColumn, ...]
    slider_width: float = SLIDER_WIDTH


def build_organisation_page(
    diagnosis: Diagnosis, wording: Wording, is_short: bool = False
) -> OrganisationPage:
    """The organisation pages; the leading model comes first. `is_short`: without what lies behind it."""
    advice, voice = diagnosis.organisation, wording.voice
    order = sorted(advice.acceptability, key=lambda model: -advice.acceptability[model])
    flips = tuple(_build_flip(diagnosis, flip, wording) for flip in advice.flips)
    path = tuple(
        PathStation(story, draw_model(step.model, wording.say("organisation.diagram", name=story.name)))
        for step, story in zip(advice.path, tell_path(diagnosis, wording.language, False), strict=True)
    )
    return OrganisationPage(
        head=wording.head("organisation", tell_organisation(diagnosis, wording.language, False)),
        models=tuple(_build_model(diagnosis, model, order[0], wording) for model in order),
        criteria=tuple(
            _build_criterion(diagnosis, fit, order, wording) for fit in (() if is_short else advice.criteria)
        ),
        flips=flips,
        no_flips="" if flips else wording.say("organisation.no_flips"),
        path=path,
        no_path="" if path else wording.say("organisation.no_path"),
        readiness=tell_readiness(diagnosis, wording.language, False),
        needs=tuple(wording.answer(diagnosis, item) for item in advice.readiness_questions),
        band_title=voice.read(advice.role_band.title),
        band_advice=voice.read(advice.role_band.advice),
        roles=tuple(
            RoleColumn(voice.read(role.title), voice.read(role.does)) for role in advice.role_band.roles
        ),
    )


def _build_model(
    diagnosis: Diagnosis, model_id: OrgModelId, leading: OrgModelId, wording: Wording
) -> ModelColumn:
    model = diagnosis.questionnaire.organisation.model(model_id)
    share = diagnosis.organisation.acceptability[model_id]
    title, percent, is_leading = wording.voice.read(model.title), int(share * 100 + 1e-9), model_id == leading
    return ModelColumn(
        title=title,
        is_leading=is_leading,
        diagram=draw_model(model_id, wording.say("organisation.diagram", name=title), is_leading),
        percent=percent,
        share=draw_share(share, wording.say("organisation.share", percent=percent), is_leading),
        about=wording.voice.read(model.about),
        fits=wording.voice.read(model.fits),
        strength=wording.voice.read(model.strengths[0]),
        weakness=wording.voice.read(model.weaknesses[0]),
    )


def _build_criterion(
    diagnosis: Diagnosis, fit: CriterionFit, order: list[OrgModelId], wording: Wording
) -> CriterionRow:
    criteria = diagnosis.questionnaire.organisation.criteria
    criterion = next(item for item in criteria if item.id == fit.criterion_id)
    value = (
        wording.say("organisation.value_unknown")
        if fit.value is None
        else write_input(fit.input, fit.value, wording.language, with_scale=True)
    )
    best = max(fit.fit.values())
    pictures = tuple(
        draw_fit(fit.fit[model], f"{fit.fit[model]:.1f}", fit.fit[model] >= best - 1e-9) for model in order
    )
    return CriterionRow(wording.voice.read(criterion.title), value, pictures)


def _build_flip(diagnosis: Diagnosis, flip: Flip, wording: Wording) -> FlipRow:
    criteria = diagnosis.questionnaire.organisation.criteria
    criterion = next(item for item in criteria if item.input == flip.input)
    places = [point[0] for curve in criterion.curves.values() for point in curve]
    low, high = min(*places, flip.now, flip.at), max(*places, flip.now, flip.at)
    now, at = (flip.now - low) / (high - low), (flip.at - low) / (high - low)
    sentence = tell_flip(diagnosis, flip, wording.language, False)
    value = write_input(flip.input, flip.now, wording.language)
    return FlipRow(
        name=tell_input(flip.input, wording.language),
        sentence=sentence,
        slider=draw_slider(
            now, at, wording.say("organisation.slider", now=value, sentence=sentence), SLIDER_WIDTH
        ),
        now=wording.say("organisation.now", value=value),
        now_at=now * SLIDER_WIDTH,
        low=wording.voice.read(criterion.low),
        high=wording.voice.read(criterion.high),
    )
