"""The slide of the roadmap: every step as a bar over 180 days, made of shapes that can be moved."""

from reporting.charts.gantt import TIMELINE as PRINTED
from reporting.charts.gantt import day_place, week_place
from reporting.charts.svg import HAIRLINE, INDIGO, INK_SECOND
from reporting.exports.slides.canvas import Canvas
from reporting.exports.slides.deck import MARGIN, Deck
from reporting.exports.slides.lettering import TINY, Type
from reporting.narrative import StepStory, tell_roadmap
from reporting.pages.gantt_rows import write_moves
from scoring.milestones import DAYS
from scoring.roadmap import Capacity, Step, plan_roadmap

NUMBER, OWNER = 7.0, 44.0
"""Widths in mm of a step's number and of its owner."""
ROW, LEAST_ROW = 8.5, 5.2
"""Height of a row in mm as usual, and where there are many."""
MARK = Type(9.5, 12.5, bold=True, align="center")


def add_roadmap(deck: Deck, capacity: Capacity) -> None:
    """As many steps as the slide holds, in their order; no slide where none is left to do."""
    diagnosis, wording = deck.diagnosis, deck.wording
    if not any(standing.is_known for standing in diagnosis.standings):
        return
    roadmap = plan_roadmap(diagnosis, capacity)
    if not roadmap.steps:
        return
    told = tell_roadmap(diagnosis, roadmap, wording.language, False)
    canvas = Canvas(deck, wording.say("labels.roadmap"), told.story)
    top = canvas.top + 6.0
    room = canvas.bottom - top - 6.0
    height = max(min(ROW, room / len(roadmap.steps)), LEAST_ROW)
    shown = min(len(roadmap.steps), int(room / height))
    chart = _Chart(canvas, top, height, shown)
    chart.draw_marks()
    for place, (step, story) in enumerate(zip(roadmap.steps[:shown], told.steps, strict=False)):
        chart.draw_step(place, step, story)
    if shown < len(roadmap.steps):
        more = wording.tell("roadmap.more", n=len(roadmap.steps) - shown)
        canvas.text(MARGIN, canvas.bottom - 4.6, deck.inner, more, TINY)


class _Chart:
    """The rows and the timeline beside them."""

    def __init__(self, canvas: Canvas, top: float, height: float, rows: int) -> None:
        self.canvas, self.top, self.height = canvas, top, height
        self.bottom = top + height * rows
        inner = canvas.deck.inner
        self.title_width = inner * 0.3
        self.left = MARGIN + NUMBER + self.title_width + OWNER + 6
        self.width = MARGIN + inner - self.left
        self.scale = self.width / PRINTED
        self.small = Type(min(10.5, height * 1.35), min(10.5, height * 1.35) * 1.25)

    def draw_marks(self) -> None:
        """The start and the horizons: lines with their names above."""
        wording = self.canvas.wording
        for day in DAYS:
            x = self.left + day_place(day) * self.scale
            self.canvas.line(x, self.top, x, self.bottom, HAIRLINE, 0.8)
            name = wording.say("roadmap.day" if day else "roadmap.start", n=day)
            left = min(x - 10, self.canvas.deck.width - MARGIN - 18)
            self.canvas.text(left, self.top - 5.4, 20, name, MARK)

    def draw_step(self, place: int, step: Step, story: StepStory) -> None:
        """A row: number, title, owner, and the bar with the question it lifts."""
        top = self.top + place * self.height
        bold = Type(self.small.size, self.small.leading, bold=True)
        grey = self.small.in_colour(INK_SECOND)
        text_top = top + (self.height - self.small.leading * 25.4 / 72) / 2
        put = self.canvas.text
        put(MARGIN, text_top, NUMBER, str(story.number), grey)
        put(MARGIN + NUMBER, text_top, self.title_width, _fit(bold, story.title, self.title_width), bold)
        left = MARGIN + NUMBER + self.title_width + 2
        put(left, text_top, OWNER, _fit(grey, story.owner, OWNER), grey)
        self._draw_bar(step, story, top)

    def _draw_bar(self, step: Step, story: StepStory, top: float) -> None:
        start, end = (week_place(week) * self.scale for week in (step.start_week, step.end_week))
        bar_height = min(3.6, self.height * 0.55)
        group = self.canvas.group(f"{story.title} {story.when}")
        self.canvas.box(
            self.left + start,
            top + (self.height - bar_height) / 2,
            end - start,
            bar_height,
            INDIGO,
            holder=group,
        )
        look = Type(8, 10, colour=INK_SECOND)
        label = write_moves(self.canvas.deck.diagnosis, step, self.canvas.wording)
        width = look.width(label) / 0.97 + 1.0
        after = start + self._gap + (end - start)
        place = after if after + width <= self.width else start - self._gap - width
        self.canvas.text(self.left + place, top + (self.height - 3.53) / 2, width, label, look)

    _gap = 1.4


def _fit(look: Type, text: str, width: float) -> str:
    """A text in one line of a box so wide."""
    return look.shorten(text, width * 0.95)
