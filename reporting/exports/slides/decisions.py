"""The last slide: what executives are asked to decide, by whom and by when."""

from reporting.charts.svg import HAIRLINE, INK_SECOND
from reporting.exports.slides.canvas import Canvas
from reporting.exports.slides.deck import MARGIN, Deck
from reporting.exports.slides.lettering import BODY, DECK, LABEL, SMALL, Type
from reporting.narrative import Story, tell_verdict
from reporting.narrative.told import Decision

_NUMBER, _TEXT = Type(30, 34, bold=True), Type(18, 25, bold=True)
_COUNTS = ("none", "one", "two", "three")


def add_decisions(deck: Deck) -> None:
    """Each decision with its owner and date; below them the organisation advised."""
    wording = deck.wording
    verdict = tell_verdict(deck.diagnosis, wording.language, False, deck.made_on)
    decisions = verdict.decisions
    count = wording.tell(f"decisions.{_COUNTS[len(decisions)]}")
    title = wording.tell("decisions.title", n=count).split("|") if decisions else [count]
    canvas = Canvas(deck, wording.tell("labels.decisions"), Story(tuple(title), ""))
    bottom = canvas.bottom - 30
    row = (bottom - canvas.top) / 3
    for place, decision in enumerate(decisions):
        _put_decision(canvas, canvas.top + place * row, place + 1, decision)
    line, top = verdict.organisation, bottom + 2
    canvas.line(MARGIN, top, MARGIN + deck.inner, top, HAIRLINE, 0.8)
    end = canvas.text(MARGIN, top + 3, deck.inner, wording.say("cover.organisation"), LABEL)
    name = canvas.deck.inner * 0.26
    canvas.text(MARGIN, end + 1.5, name, line.name, Type(15, 21, bold=True))
    parts = ((line.robustness, SMALL, 0), (line.path, SMALL, 0))
    canvas.stack(MARGIN + name + 4, end + 1.5, deck.inner - name - 4, parts)


def _put_decision(canvas: Canvas, top: float, number: int, decision: Decision) -> None:
    deck, wording = canvas.deck, canvas.wording
    if number > 1:
        canvas.line(MARGIN, top, MARGIN + deck.inner, top, HAIRLINE, 0.8)
    side = deck.inner * 0.3
    width = deck.inner - side - 16 - 8
    canvas.text(MARGIN, top + 4, 14, str(number), _NUMBER)
    canvas.text(MARGIN + 16, top + 5.5, width, decision.text, _TEXT)
    due = wording.write_due(decision.due, deck.made_on)
    parts = ((decision.owner_title, DECK, 0), (due, BODY.in_colour(INK_SECOND), 0.6))
    canvas.stack(MARGIN + deck.inner - side, top + 5.5, side, parts)
