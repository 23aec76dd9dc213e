"""The first slide, which stands alone: ladder, verdict, counts and the reasons."""

from reporting.brand_raster import rasterise
from reporting.charts.svg import INDIGO, INK_SECOND, VERMILION
from reporting.exports.slides.canvas import Canvas
from reporting.exports.slides.deck import MARGIN, Deck
from reporting.exports.slides.ladder import Scale, draw_bands, draw_ladder
from reporting.exports.slides.lettering import BODY, DECK, LABEL, SMALL, TINY, Type
from reporting.exports.words import clean_line
from reporting.narrative import Verdict, tell_verdict
from reporting.narrative.told import Reason
from reporting.narrative.voice import write_mean
from reporting.pages.facts_line import state_facts
from reporting.pages.letterhead import LOGO_BOX, fit_scale

PANEL = 0.32
"""Share of the slide's width that belongs to the ladder."""
HEADLINE_SIZES = (32.0, 30.0, 28.0, 26.0, 24.0, 22.0)
PAPER_INK = "#8A5A12"
NAME, NUMERAL = Type(13, 17, bold=True), Type(60, 62, bold=True)
_COUNT, _REASON = Type(26, 30, bold=True), Type(13, 18, bold=True)


def add_verdict(deck: Deck) -> None:
    """The slide that says it all."""
    verdict = tell_verdict(deck.diagnosis, deck.wording.language, False, deck.made_on)
    canvas = Canvas(deck, "", None)
    panel = deck.width * PANEL
    _draw_panel(canvas, panel)
    left = panel + 14.0
    width = deck.width - MARGIN - left
    top = _put_origin(canvas, left, width - _put_brand(canvas))
    top = canvas.title(verdict.headline, left, top + 5, width, HEADLINE_SIZES)
    top = canvas.text(left, top + 3, width, verdict.deck, DECK)
    top = _put_counts(canvas, left, top + 6, verdict)
    _put_reasons(canvas, left, top + 6, width, verdict)


def _put_brand(canvas: Canvas) -> float:
    """The firm's colour along the top and its logo at the right; returns the width in mm that it takes."""
    deck, brand = canvas.deck, canvas.deck.brand
    if brand.accent:
        canvas.box(0, 0, deck.width, 2.4, brand.accent)
    if brand.logo is None:
        return 0.0
    scale = fit_scale(brand.logo, LOGO_BOX)
    width, height = brand.logo.width * scale, brand.logo.height * scale
    data = rasterise(brand.logo).data
    canvas.picture(data, deck.width - MARGIN - width, 9.0, width, height, clean_line(brand.firm))
    return width + 8.0


def _put_origin(canvas: Canvas, left: float, width: float) -> float:
    deck, wording = canvas.deck, canvas.wording
    name = Type(10, 14, bold=True)
    subject = wording.say("subject")
    company = name.shorten(deck.company, width * 0.9 - name.width(subject + "　　"))
    head = wording.say("head", company=company, subject=subject)
    canvas.text(left, 10.5, width, head, name)
    return float(canvas.text(left, 16.5, width, state_facts(deck.diagnosis, wording, deck.made_on), TINY))


def _draw_panel(canvas: Canvas, width: float) -> None:
    """The ladder at the slide's left edge, its stage beside it."""
    deck, overall, wording = canvas.deck, canvas.deck.diagnosis.overall, canvas.wording
    scale = Scale(zero=deck.height - 30, pitch=(deck.height - 62) / 5)
    draw_bands(canvas, scale, 0, width, 0, deck.height - 16)
    ladder = width * 0.36
    for number, level in enumerate(deck.diagnosis.questionnaire.levels):
        y = scale.height(number) - 2.2
        canvas.text(8, y, 4.5, str(number), Type(10, 12.5, bold=True))
        canvas.text(13, y, ladder - 14, wording.voice.read(level.name), Type(9, 12.5, colour=INK_SECOND))
    for key, y, colour in (("floor", 9.0, INDIGO), ("paper", scale.height(0) + 6, PAPER_INK)):
        canvas.text(8, y, ladder - 9, wording.say(f"scale.{key}"), Type(10, 12.5, bold=True, colour=colour))
    upper, lower = scale.gap
    canvas.text(8, (upper + lower) / 2 - 2.2, 20, wording.say("scale.gap"), LABEL.in_colour(INK_SECOND))
    name = "" if overall.stage is None else wording.voice.read(
        deck.diagnosis.questionnaire.levels[overall.stage].name
    )  # fmt: skip
    score = wording.say("cover.unknown_score") if overall.mean is None else write_mean(overall.mean)
    key = "cover.ladder" if overall.stage is not None else "cover.ladder_unclaimed"
    draw_ladder(
        canvas, scale, overall, ladder + 4, 22, wording.say(key, stage=overall.stage, name=name, score=score)
    )
    on_floor = overall.stage is not None and overall.stage >= 3
    _put_stage(canvas, ladder + 34, (16.0 if on_floor else lower + 5), width - ladder - 36, name, score)


def _put_stage(canvas: Canvas, left: float, top: float, width: float, name: str, score: str) -> None:
    overall, wording = canvas.deck.diagnosis.overall, canvas.wording
    numeral = wording.say("cover.no_stage") if overall.stage is None else str(overall.stage)
    end = canvas.text(left, top, width, wording.say("cover.stage"), LABEL)
    end = canvas.text(left, end + 1, width, numeral, NUMERAL)
    end = canvas.text(left, end + 2, width, name or wording.say("cover.no_stage_name"), NAME)
    end = canvas.text(left, end + 2, width, f"{wording.say('cover.score')} {score}", BODY)
    interval = wording.interval(overall)
    if interval:
        canvas.hatch(left, end + 1.6, 6, 3)
        canvas.text(left + 7.5, end + 0.6, width - 7.5, interval, SMALL)


def _put_counts(canvas: Canvas, left: float, top: float, verdict: Verdict) -> float:
    """How many questions are in use on the floor, and how many are stuck on paper."""
    counts, wording = verdict.counts, canvas.wording
    rest = [
        wording.say(f"cover.{key}", n=number)
        for key, number in (("below", counts.below), ("unknown", counts.unknown))
        if number
    ]
    blocks = (
        ("floor", INDIGO, counts.floor, wording.say("cover.of", total=counts.total)),
        ("paper", PAPER_INK, counts.paper, wording.say("cover.comma").join(rest)),
    )
    width = (canvas.deck.width - MARGIN - left - 8) / 2
    for place, (key, colour, number, note) in enumerate(blocks):
        x = left + place * (width + 8)
        end = canvas.text(x, top, width, wording.say(f"cover.on_{key}"), LABEL.in_colour(colour))
        shown = f"{number}{wording.say('cover.unit')}"
        canvas.text(x, end + 0.6, 26, shown, _COUNT)
        canvas.text(x + 27, end + 4.6, width - 27, note, TINY)
    return float(end + 0.6 + 11)


def _put_reasons(canvas: Canvas, left: float, top: float, width: float, verdict: Verdict) -> None:
    top = float(canvas.text(left, top, width, verdict.reasons_label, LABEL)) + 3
    gap, count = 7.0, max(len(verdict.reasons), 1)
    column = (width - 2 * gap) / max(count, 3)
    look = _choose_look(verdict.reasons, column, canvas.bottom - top)
    for place, reason in enumerate(verdict.reasons):
        x = left + place * (column + gap)
        canvas.box(x, top, 9, 0.9, VERMILION if reason.pattern_id else canvas.deck.brand.accent or INK_SECOND)
        canvas.stack(x, top + 3, column, ((reason.title, _REASON, 0), (reason.text, look, 1.4)))


def _choose_look(reasons: tuple[Reason, ...], column: float, room: float) -> Type:
    """The largest size at which every reason fits under its title."""
    for look in (BODY, SMALL, TINY.in_colour(SMALL.colour)):
        heights = (
            4.4 + _REASON.height(item.title, column) + look.height(item.text, column) for item in reasons
        )
        if max(heights, default=0) <= room:
            return look
    return Type(8, 12)
