"""The report's own words: its catalogue, dates, levels and what stands on the first line of each page."""

from dataclasses import dataclass
from datetime import date

from assessments.models import Language
from i18n.text import translate
from reporting.charts.geometry import MAIN_WIDTH
from reporting.charts.ladder import draw_glyph
from reporting.charts.svg import Picture
from reporting.narrative.told import Story
from reporting.narrative.voice import Voice, read_level, write_level
from reporting.typesetting import choose_size
from scoring.findings import Diagnosis, Measure, Standing

TITLE_SIZES = (20.0, 18.0, 16.0, 14.0)
TITLE_LEADING = 0.54
"""Line height of a title in mm per point."""
MINOR_TITLE_SIZES = (14.0, 12.5, 11.0)
"""Of a title in the appendix."""
DECK_SIZES = (10.0, 9.0, 8.5, 8.0, 7.5)
DECK_LEADING = 0.63


@dataclass(frozen=True)
class Line:
    """A text already broken into lines at a size in points, with its line height in mm."""

    lines: tuple[str, ...]
    size: float
    leading: float


@dataclass(frozen=True)
class Head:
    """What stands at the top of a page."""

    label: str
    title: Line
    deck: Line


@dataclass(frozen=True)
class Answer:
    """A question with where the company stands on it."""

    number: int
    title: str
    glyph: Picture
    level: str
    """Number and name of the level, or why there is none."""
    wording: str
    """What was chosen; empty when there is no level."""
    is_asked: bool
    """Whether it stands in the appendix."""


@dataclass(frozen=True)
class Wording:
    """Looks up the report's texts in one language."""

    language: Language

    def say(self, key: str, **params: object) -> str:
        """A text of the report."""
        return translate(f"report.{key}", self.language, **params)

    @property
    def voice(self) -> Voice:
        """The narrative's voice for print."""
        return Voice(self.language, polite=False)

    def write_date(self, day: date) -> str:
        """A date in full."""
        return self.say("date", year=day.year, month=day.month, day=day.day, name=self._month(day))

    def write_due(self, day: date, made_on: date) -> str:
        """A due date; the year only where it is another one."""
        key = "due" if day.year == made_on.year else "due_next_year"
        return self.say(key, year=day.year, month=day.month, day=day.day, name=self._month(day))

    def _month(self, day: date) -> str:
        return self.say(f"months.{day.month}")

    def head(self, label: str, story: Story, deck_lines: int = 2, **params: object) -> Head:
        """The head of a page: its title in two lines, its deck in at most so many."""
        return Head(
            self.say(f"labels.{label}", **params),
            set_lines(story.title, MAIN_WIDTH, TITLE_SIZES, TITLE_LEADING, 2),
            set_deck(story.deck, deck_lines),
        )

    def minor_head(self, label: str, title: str, deck: str) -> Head:
        """The head of a part of the appendix: its title and its deck in one line each."""
        return Head(
            self.say(f"labels.{label}"),
            set_lines((title,), MAIN_WIDTH, MINOR_TITLE_SIZES, TITLE_LEADING, 1),
            set_deck(deck, 1, DECK_SIZES[2:]),
        )

    def interval(self, measure: Measure) -> str:
        """The interval on the ladder; empty when nothing is unknown."""
        low, high = measure.mean_interval
        return "" if measure.is_certain else f"{low:.1f}–{high:.1f}"

    def level(self, diagnosis: Diagnosis, standing: Standing) -> str:
        """Number and name of the level, or why there is none."""
        if standing.level is None:
            return self.say(f"status.{standing.status}")
        name = self.voice.read(diagnosis.questionnaire.levels[int(standing.level)].name)
        return f"{write_level(standing.level)} {name}"

    def answer(self, diagnosis: Diagnosis, standing: Standing) -> Answer:
        """An answer as it is shown beside its glyph."""
        level = self.level(diagnosis, standing)
        return Answer(
            number=diagnosis.questionnaire.number(standing.question.id),
            title=self.voice.read(standing.question.title),
            glyph=draw_glyph(standing.level, level),
            level=level,
            wording=read_level(standing, self.voice),
            is_asked=standing.status != "not_asked",
        )


def set_lines(
    lines: tuple[str, ...], width: float, sizes: tuple[float, ...], leading: float, most: int
) -> Line:
    """Bold lines at the largest size at which they stay within so many."""
    size, broken = choose_size(lines, width, sizes, most)
    return Line(broken, size, round(size * leading, 2))


def set_deck(text: str, most: int, sizes: tuple[float, ...] = DECK_SIZES) -> Line:
    """The sentences under a title, over the whole main column."""
    size, broken = choose_size((text,), MAIN_WIDTH, sizes, most, bold=False)
    return Line(broken, size, round(size * DECK_LEADING, 2))
