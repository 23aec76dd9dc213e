"""The slides of failure patterns: three to a slide, each with the answers that speak for it."""

from collections.abc import Sequence

from reporting.charts.svg import HAIRLINE, HATCH, INK_SECOND, VERMILION
from reporting.exports.slides.canvas import Canvas
from reporting.exports.slides.deck import MARGIN, Deck
from reporting.exports.slides.ladder import draw_mark
from reporting.exports.slides.lettering import HEADING, LABEL, SMALL, STRONG, TINY, Type
from reporting.narrative import Story, tell_absent, tell_patterns, tell_undecided
from scoring.findings import PatternFinding

PER_SLIDE, GAP = 3, 9.0
EVIDENCE = (4, 3, 2, 1)
"""Answers shown on a card, fewer where a card would not fit."""
TEXTS = (SMALL, Type(10, 15), Type(9.5, 14), Type(9, 13), Type(8.5, 12))


def add_patterns(deck: Deck) -> None:
    """A slide for every three patterns that hold, then those that unknown answers decide."""
    present = deck.diagnosis.patterns_in("present")
    story = tell_patterns(deck.diagnosis, deck.wording.language, False)
    pages = [present[start : start + PER_SLIDE] for start in range(0, len(present), PER_SLIDE)]
    for number, page in enumerate(pages, start=1):
        _add_cards(deck, story, page, number, len(pages))
    if not present or deck.diagnosis.patterns_in("possible"):
        _add_open(deck, story if not present else None)


def _add_cards(deck: Deck, story: Story, page: Sequence[PatternFinding], number: int, pages: int) -> None:
    wording = deck.wording
    label = wording.say("labels.patterns")
    if number == 1:
        canvas = Canvas(deck, label, story)
    else:
        kinds = {finding.pattern.contradiction for finding in page}
        noun = "patterns" if len(kinds) > 1 else ("contradictions" if True in kinds else "structures")
        title = wording.tell("patterns.also", what=wording.voice.count(noun, len(page))).split("|")
        canvas = Canvas(deck, f"{label}　{number} / {pages}", Story(tuple(title), ""))
    count = max(len(page), 2)
    width = (deck.inner - (count - 1) * GAP) / count
    top = canvas.top + 2
    look = _choose_look(canvas, page, width, canvas.bottom - top - 8)
    for place, finding in enumerate(page):
        _draw_card(canvas, finding, (MARGIN + place * (width + GAP), width), top, look, len(page) == 1)


def _draw_card(
    canvas: Canvas,
    finding: PatternFinding,
    place: tuple[float, float],
    top: float,
    look: Type,
    is_alone: bool,
) -> None:
    """A card; one that is alone takes the whole slide, its texts beside the answers."""
    (left, width), wording, pattern = place, canvas.wording, finding.pattern
    canvas.box(left, top, canvas.deck.inner if is_alone else width, 0.9, VERMILION)
    beside = top + 8
    tag = wording.say("patterns.contradiction" if pattern.contradiction else "patterns.present")
    impact = wording.say(f"patterns.impact_{pattern.severity}")
    canvas.text(left, top + 2.4, width, f"{tag}　{impact}", LABEL.in_colour(VERMILION))
    top = float(canvas.text(left, top + 8, width, wording.voice.read(pattern.title), HEADING))
    count = _choose_count(canvas, finding, width, canvas.bottom - top, look)
    top = float(canvas.text(left, top + 1, width, wording.voice.read(pattern.finding), look)) + 2
    for item in finding.supporting[:count]:
        answer = wording.answer(canvas.deck.diagnosis, item.standing)
        name = f"{answer.title}　{answer.level}"
        draw_mark(canvas, left, top + 0.4, item.standing.level, answer.level)
        top = max(float(canvas.text(left + 7, top + 1.6, width - 7, name, _bold(look))), top + 9.6) + 1
    if is_alone:
        _put_texts(canvas, finding, (left + width + GAP, width), beside, look)
    else:
        _put_texts(canvas, finding, (left, width), top, look)


def _put_texts(
    canvas: Canvas, finding: PatternFinding, place: tuple[float, float], top: float, look: Type
) -> None:
    """What it breaks next, where to begin and what to ask."""
    for head, text, colour in _list_texts(canvas, finding):
        parts = ((head, LABEL.in_colour(colour), 1.2), (text, look, 0.2))
        top = canvas.stack(place[0], top, place[1], parts)


def _list_texts(canvas: Canvas, finding: PatternFinding) -> tuple[tuple[str, str, str], ...]:
    wording, pattern = canvas.wording, finding.pattern
    return (
        (wording.say("patterns.consequence"), wording.voice.read(pattern.consequence), VERMILION),
        (wording.say("patterns.begin"), wording.voice.read(pattern.countermeasure), INK_SECOND),
        (wording.say("patterns.room"), wording.voice.read(pattern.room_question), INK_SECOND),
    )


def _bold(look: Type) -> Type:
    return Type(look.size, look.leading, bold=True)


def _choose_look(canvas: Canvas, page: Sequence[PatternFinding], width: float, room: float) -> Type:
    """The largest size at which every card of a slide fits with two of its answers."""
    for look in TEXTS:
        heights = [
            HEADING.height(canvas.wording.voice.read(item.pattern.title), width)
            + _measure(canvas, item, width, 2, look)
            for item in page
        ]
        if max(heights) <= room:
            return look
    return TEXTS[-1]


def _choose_count(canvas: Canvas, finding: PatternFinding, width: float, room: float, look: Type) -> int:
    """How many answers a card has room for, one at least."""
    for count in EVIDENCE:
        if _measure(canvas, finding, width, count, look) <= room:
            return count
    return EVIDENCE[-1]


def _measure(canvas: Canvas, finding: PatternFinding, width: float, count: int, look: Type) -> float:
    wording = canvas.wording
    height = 3 + look.height(wording.voice.read(finding.pattern.finding), width)
    for item in finding.supporting[:count]:
        answer = wording.answer(canvas.deck.diagnosis, item.standing)
        height += max(1.6 + _bold(look).height(f"{answer.title}　{answer.level}", width - 7), 9.6) + 1
    for head, text, _ in _list_texts(canvas, finding):
        height += 1.4 + LABEL.height(head, width) + look.height(text, width)
    return height


def _add_open(deck: Deck, story: Story | None) -> None:
    """Patterns that unknown answers decide, then those to watch although they were not found."""
    wording, language = deck.wording, deck.wording.language
    possible = deck.diagnosis.patterns_in("possible")
    key = "possible_one" if len(possible) == 1 else "possible"
    told = wording.tell(f"patterns.{key}", n=wording.voice.things(len(possible)))
    title = tuple((told[:1].upper() + told[1:]).split("|"))
    canvas = Canvas(deck, wording.say("labels.patterns"), story or Story(title, ""))
    rows = [("possible", item, tell_undecided(item, language, False)) for item in possible]
    absent = deck.diagnosis.patterns_in("absent")
    rows += [("watch", item, wording.voice.read(item.pattern.symptoms[0])) for item in absent]
    line = tell_absent(deck.diagnosis, language, False)
    room = TINY.height(line, deck.inner) + 3
    top = canvas.top + 2
    for kind, finding, text in rows:
        end = _put_open(canvas, kind, finding, text, top, canvas.bottom - room)
        if end is None and kind == "watch":
            break
        if end is None:
            canvas = Canvas(deck, wording.say("labels.patterns"), Story(title, ""))
            end = _put_open(canvas, kind, finding, text, canvas.top + 2, canvas.bottom - room)
        top = end or top
    if line:
        canvas.text(MARGIN, canvas.bottom - room + 3, deck.inner, line, TINY)


def _put_open(
    canvas: Canvas, kind: str, finding: PatternFinding, text: str, top: float, bottom: float
) -> float | None:
    """One row with the question for the room; where it ends, or None when there is no room for it."""
    wording, inner = canvas.wording, canvas.deck.inner
    tag, column = 24.0, (inner - 24 - 10) / 2
    name, question = (
        wording.voice.read(finding.pattern.title),
        wording.voice.read(finding.pattern.room_question),
    )
    left_height = STRONG.height(name, column) + SMALL.height(text, column)
    right_height = LABEL.height(name[:1], column) + SMALL.height(question, column)
    height = 5 + max(left_height, right_height)
    if top + height > bottom:
        return None
    canvas.line(MARGIN, top, MARGIN + inner, top, HAIRLINE, 0.6)
    canvas.box(MARGIN, top, 14, 0.8, HATCH)
    canvas.text(MARGIN, top + 2.6, tag, wording.say(f"patterns.{kind}"), LABEL.in_colour(INK_SECOND))
    canvas.stack(MARGIN + tag, top + 2, column, ((name, STRONG, 0), (text, SMALL, 0)))
    head = LABEL.in_colour(INK_SECOND)
    parts = ((wording.say("patterns.room"), head, 0), (question, SMALL, 0))
    canvas.stack(MARGIN + tag + column + 10, top + 2, column, parts)
    return top + height + 1
