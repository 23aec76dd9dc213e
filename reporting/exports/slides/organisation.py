"""The slides of the organisation model: the three as diagrams with their shares, and the way there."""

from typing import Any

from pptx.enum.shapes import MSO_SHAPE

from assessments.answers import CurrentModel
from assessments.models import OrgModelId
from reporting.charts.svg import HAIRLINE, INK, INK_SECOND, INK_THIRD, WHITE
from reporting.exports.slides.canvas import Canvas
from reporting.exports.slides.charts import draw_shares
from reporting.exports.slides.deck import MARGIN, Deck
from reporting.exports.slides.lettering import BODY, HEADING, LABEL, SMALL, TINY, Type
from reporting.narrative import (
    Story,
    tell_flip,
    tell_organisation,
    tell_path,
    tell_readiness,
)

MODELS, GAP = 3, 9.0
DIAGRAM = 26.0
"""Height of a diagram in mm."""
CHART_HEIGHT = 34.0


def add_organisation(deck: Deck) -> None:
    """The three models side by side, the leading one in full ink, and how often each came first."""
    wording, advice = deck.wording, deck.diagnosis.organisation
    story = tell_organisation(deck.diagnosis, wording.language, False)
    canvas = Canvas(deck, wording.say("labels.organisation"), story)
    order = sorted(advice.acceptability, key=lambda model: -advice.acceptability[model])
    width = (deck.inner - (MODELS - 1) * GAP) / MODELS
    for place, model in enumerate(order):
        _draw_column(canvas, model, MARGIN + place * (width + GAP), width, place == 0)
    names = {
        model: wording.voice.read(deck.diagnosis.questionnaire.organisation.model(model).title)
        for model in order
    }
    shares = [(names[model], advice.acceptability[model]) for model in order]
    alt = wording.say("cover.comma").join(f"{name} {share:.0%}" for name, share in shares)
    top = canvas.bottom - CHART_HEIGHT
    canvas.text(MARGIN, top - 6, deck.inner, wording.tell("charts.acceptability"), LABEL)
    draw_shares(canvas, (MARGIN, deck.inner), top, CHART_HEIGHT, shares, alt)


def _draw_column(canvas: Canvas, model_id: OrgModelId, left: float, width: float, is_leading: bool) -> None:
    wording, diagnosis = canvas.wording, canvas.deck.diagnosis
    model = diagnosis.questionnaire.organisation.model(model_id)
    colour = INK if is_leading else INK_SECOND
    title = wording.voice.read(model.title)
    percent = int(diagnosis.organisation.acceptability[model_id] * 100 + 1e-9)
    top = float(canvas.text(left, canvas.top, width, f"{title}　{percent}%", HEADING.in_colour(colour)))
    alt = wording.say("organisation.diagram", name=title)
    draw_model(canvas, model_id, left, top + 2, min(width, 62), alt, is_leading)
    room = canvas.bottom - CHART_HEIGHT - 9
    head = LABEL.in_colour(colour)
    texts = (
        (wording.voice.read(model.about), True),
        (wording.say("organisation.strength"), False),
        (wording.voice.read(model.strengths[0]), True),
        (wording.say("organisation.weakness"), False),
        (wording.voice.read(model.weaknesses[0]), True),
    )
    for body in (SMALL, Type(9.5, 14), Type(9, 12.5)):
        parts = [
            (text, body.in_colour(colour) if is_text else head, 0.4 if is_text else 1.0)
            for text, is_text in texts
        ]
        if top + DIAGRAM + sum(look.height(text, width) + space for text, look, space in parts) <= room:
            break
    canvas.stack(left, top + DIAGRAM + 1, width, parts)


def draw_model(
    canvas: Canvas, model: CurrentModel, left: float, top: float, width: float, alt: str, is_strong: bool
) -> None:
    """One model: bars are head office and units, dots are marketers, rings people shared with a unit."""
    group, colour = canvas.group(alt), INK if is_strong else INK_THIRD
    centre, unit, count = left + width / 2, width * 0.18, 4
    head, floor = top + 8, top + DIAGRAM - 3
    units = [left + place * (width - unit) / (count - 1) for place in range(count)]
    if model in ("centralized", "hybrid"):
        for x in units:
            end = floor - (5.6 if model == "hybrid" else 0.6)
            canvas.line(x + unit / 2, end, centre, head + 0.6, HAIRLINE, 0.8, group)
        for place in (-1, 0, 1):
            _dot(canvas, group, centre + place * 4.8, head - 2.6, colour, colour)
    canvas.box(centre - width * 0.24, head - 0.5, width * 0.48, 1.1, colour, holder=group)
    for x in units:
        canvas.box(x, floor - 0.5, unit, 1.1, colour, holder=group)
        if model == "hybrid":
            _dot(canvas, group, x + unit / 2, floor - 2.6, WHITE, colour)
        elif model == "distributed":
            _dot(canvas, group, x + unit / 2, floor - 2.6, colour, colour)


def _dot(canvas: Canvas, group: Any, x: float, y: float, fill: str, edge: str) -> None:
    radius = 1.5
    canvas.box(
        x - radius, y - radius, 2 * radius, 2 * radius, fill, edge=edge, holder=group, shape=MSO_SHAPE.OVAL
    )


def add_path(deck: Deck) -> None:
    """The way there in stations, what would flip the order, and who does what at this size."""
    wording, diagnosis = deck.wording, deck.diagnosis
    canvas = Canvas(deck, wording.tell("labels.path"), tell_way(deck))
    stations = tell_path(diagnosis, wording.language, False)
    width, top = (deck.inner - 2 * GAP) / 3, canvas.top
    end = top
    for place, (step, station) in enumerate(zip(diagnosis.organisation.path, stations, strict=True)):
        left = MARGIN + place * (width + GAP)
        parts = ((station.moment, LABEL.in_colour(INK_SECOND), 0), (station.name, HEADING, 0.4))
        below = canvas.stack(left, top, width, parts)
        alt = wording.say("organisation.diagram", name=station.name)
        draw_model(
            canvas, step.model, left, below + 1, min(width, 62), alt, is_strong=place == len(stations) - 1
        )
        end = max(end, canvas.stack(left, below + DIAGRAM + 1, width, ((station.text, SMALL, 0),)))
    if not stations:
        end = float(canvas.text(MARGIN, top, deck.inner, wording.say("organisation.no_path"), BODY))
    _put_conditions(canvas, end + 6)


def tell_way(deck: Deck) -> Story:
    """How many stations lie between today and the recommended model, and what the way waits for."""
    wording, diagnosis = deck.wording, deck.diagnosis
    later = [step for step in diagnosis.organisation.path if step.moment != "today"]
    today = [step.model for step in diagnosis.organisation.path if step.moment == "today"]
    key = "open" if not later else ("direct" if len(later) == 1 else "staged")
    if later and [step.model for step in later] == today:
        key = "keep"
    leading = diagnosis.questionnaire.organisation.model(diagnosis.organisation.leading)
    names = {"name": wording.voice.name(leading.title)}
    if later:
        titles = {item.id: item.title for item in diagnosis.questionnaire.organisation.models}
        first, last = (titles[item.model] for item in (later[0], later[-1]) if item.model != "none")
        names |= {"first": wording.voice.name(first), "last": wording.voice.name(last)}
    title = tuple(wording.tell(f"path.{key}", **names).split("|"))
    return Story(title, tell_readiness(diagnosis, wording.language, False))


def _put_conditions(canvas: Canvas, top: float) -> None:
    """What would flip the order on the left, roles on the right."""
    wording, diagnosis = canvas.wording, canvas.deck.diagnosis
    width = (canvas.deck.inner - GAP) / 2
    right, band = MARGIN + width + GAP, diagnosis.organisation.role_band
    canvas.line(MARGIN, top, MARGIN + canvas.deck.inner, top, HAIRLINE, 0.6)
    flips = [tell_flip(diagnosis, flip, wording.language, False) for flip in diagnosis.organisation.flips]
    flips = flips or [wording.say("organisation.no_flips")]
    left_parts = [(wording.say("organisation.flips"), LABEL, 2.6), *((text, SMALL, 0.8) for text in flips)]
    roles = [
        wording.tell("role", title=wording.voice.read(role.title), does=wording.voice.read(role.does))
        for role in band.roles
    ]
    right_parts = [
        (f"{wording.say('organisation.roles')}　{wording.voice.read(band.title)}", LABEL, 2.6),
        *((text, TINY, 0.8) for text in roles),
    ]
    for x, parts in ((MARGIN, left_parts), (right, right_parts)):
        canvas.stack(x, top, width, _keep_fitting(parts, width, canvas.bottom - top))


def _keep_fitting(
    parts: list[tuple[str, Type, float]], width: float, room: float
) -> list[tuple[str, Type, float]]:
    """The parts that fit under each other, from the first."""
    kept = []
    for text, look, space in parts:
        room -= space + look.height(text, width)
        if room < 0:
            break
        kept.append((text, look, space))
    return kept
