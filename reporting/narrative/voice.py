"""One language and register: looks texts up and words numbers, names and lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessments.models import Group, Language, Text
from i18n.text import translate
from scoring.findings import Standing


@dataclass(frozen=True)
class Voice:
    """How the narrative speaks: `polite` is です・ます, else である. English has one register."""

    language: Language
    polite: bool

    def say(self, key: str, **params: object) -> str:
        """A sentence of the catalogue in this register."""
        register = "polite" if self.polite else "plain"
        text = translate(f"narrative.{register}.{key}", self.language, **params)
        return text[:1].upper() + text[1:] if self.language == "en" else text

    def say_lines(self, key: str, **params: object) -> tuple[str, ...]:
        """A title of one or two lines."""
        lines = self.say(key, **params).split("|")
        starts = [True, *(line.endswith((".", "。")) for line in lines[:-1])]
        return tuple(
            line[:1].upper() + line[1:] if start and self.language == "en" else line
            for line, start in zip(lines, starts, strict=True)
        )

    def word(self, key: str, **params: object) -> str:
        """A word or fragment that has no register."""
        return translate(f"narrative.words.{key}", self.language, **params)

    def read(self, text: Text) -> str:
        """A text of the content."""
        return text.get(self.language, polite=self.polite)

    def name(self, text: Text) -> str:
        """A title of the content within a sentence: an English one loses its capital, acronyms keep it."""
        return self.lower(text.get(self.language))

    def lower(self, name: str) -> str:
        """A name within a sentence, likewise."""
        is_word = self.language == "en" and name[:1].isupper() and name[1:2].islower()
        return name[0].lower() + name[1:] if is_word else name

    def date(self, day: date) -> str:
        """A date in full."""
        month = translate(f"report.months.{day.month}", self.language)
        return translate(
            "report.date", self.language, year=day.year, month=day.month, day=day.day, name=month
        )

    def things(self, count: int) -> str:
        """A number of things in words where it is small: 三つ, three."""
        if count < 1 or count > 9:
            return self.word("many_things", n=count)
        return self.word(f"things.{count}")

    def questions(self, count: int) -> str:
        """A number of questions: 8問, 8 questions."""
        return self.word("question" if count == 1 else "questions", n=count)

    def count(self, noun: str, count: int) -> str:
        """A number of things with their noun: 四つの構造, four structures."""
        return self.word(f"{noun}.{'one' if count == 1 else 'other'}", n=self.things(count))

    def join(self, names: Sequence[str]) -> str:
        """Names as a list: AとB, or A、B、C; A, B and C."""
        if len(names) < 2:
            return "".join(names)
        last = self.word("pair", first=names[-2], second=names[-1])
        if len(names) == 2:
            return last
        if self.language == "ja":
            return self.word("comma").join(names)
        return self.word("comma").join([*names[:-2], last])

    def quote(self, text: str) -> str:
        """A text in quotation marks, without its full stop."""
        return self.word("quoted", text=text.rstrip("。."))

    def group(self, group: Group) -> str:
        """A group of respondents."""
        return self.word(f"groups.{group}")


def write_mean(mean: float) -> str:
    """A mean level with one decimal; never rounded up across the gap to 3.0."""
    return "2.9" if 2.95 <= mean < 3 else f"{mean:.1f}"


def write_level(level: float) -> str:
    """A level as answered: 2, or 2.5 between two groups."""
    return f"{level:g}"


def read_level(standing: Standing, voice: Voice) -> str:
    """The wording of the level reached (of the lower one between two levels); empty when unknown."""
    if standing.level is None:
        return ""
    return voice.read(standing.question.levels[int(standing.level)])


def shorten_to_sentences(text: str, limit: int) -> str:
    """The first sentences of a text within a number of characters; never less than one."""
    stop = "。" if "。" in text else ". "
    sentences = [part + stop.rstrip() for part in text.rstrip("。. ").split(stop)]
    kept = sentences[0]
    for sentence in sentences[1:]:
        longer = kept + ("" if stop == "。" else " ") + sentence
        if len(longer) > limit:
            break
        kept = longer
    return kept
