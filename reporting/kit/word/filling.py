"""What a case fills into a template: values for placeholders, and rows for tables."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assessments.models import Group, Text
from reporting.exports.words import clean_line
from reporting.kit.case import KitCase
from reporting.kit.word.template import Decision, Shown, Template
from reporting.kit.words import Words
from scoring.findings import Standing
from scoring.patterns import evaluate

Rows = Sequence[Sequence[str]]
DEPARTMENTS: tuple[Group, ...] = ("marketing", "sales")
BLANKS = {"ja": "＿", "en": "__"}
"""One full-width character of a ruled blank."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Filling:
    """What one document knows of its case beyond what every document knows."""

    values: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Rows] = field(default_factory=dict)


@dataclass(frozen=True)
class Filler:
    """Reads a template's texts with the case filled in, and blanks where the company decides."""

    case: KitCase
    template: Template
    filling: Filling

    def read(self, text: Text) -> str:
        """A text with its placeholders filled; KeyError when one is neither filled nor declared."""
        return _PLACEHOLDER.sub(lambda match: self._fill(match.group(1)), text.get(self.case.language))

    def shows(self, part: Shown) -> bool:
        """Whether a part's conditions hold for this case."""
        return all(
            (
                part.when is None or evaluate(part.when, self._look_up) is True,
                part.unless is None or evaluate(part.unless, self._look_up) is not True,
                part.given is None or self._has(part.given),
                part.lacking is None or not self._has(part.lacking),
            )
        )

    def find_rows(self, name: str) -> Rows:
        """The rows the case fills in; none when it has none."""
        return self.filling.rows.get(name, ())

    def open_decisions(self) -> tuple[Decision, ...]:
        """What is left to the company."""
        return tuple(item for key, item in self.template.decides.items() if key not in self._values)

    @property
    def _values(self) -> Mapping[str, str]:
        band = self.template.by_band.get(self.case.role_band.id, {})
        sized = {key: text.get(self.case.language) for key, text in band.items()}
        return {"company": self.case.company, **name_departments(self.case), **sized, **self.filling.values}

    def _has(self, name: str) -> bool:
        return name in self._values or bool(self.filling.rows.get(name))

    def _fill(self, key: str) -> str:
        if key in self._values:
            return self._values[key]
        return BLANKS[self.case.language] * self.template.decides[key].width

    def _look_up(self, question_id: str) -> Standing:
        """Where the company stands; like an unanswered question where the edition does not ask it."""
        found = self.case.find_standing(question_id)
        question = self.case.diagnosis.questionnaire.question(question_id)
        return found or Standing(question, "not_asked", None)


def name_departments(case: KitCase) -> dict[str, str]:
    """What the two departments are called: by the workshop's own names where it gave some."""
    words = Words("parts", case.language)
    own = {group: clean_line(label or "") for group, label in case.enclosures.room.labels.items()}
    return {group: own.get(group) or words.say(f"departments.{group}") for group in DEPARTMENTS}


def find_end(case: KitCase, action_id: str, name: str) -> dict[str, str]:
    """The day by which the roadmap has an action done, under this name; empty when it does not plan it."""
    step = next((item for item in case.roadmap.steps if item.action.id == action_id), None)
    return {} if step is None else {name: case.wording.write_date(case.ends_on(step))}
