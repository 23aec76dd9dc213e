"""The reports of the examples as HTML that can be read and compared: words and structure, no looks.

Left out are the style sheet, the pictures (their text alternatives stay), and where lines break. To renew
the files after a change that is meant, run `make golden` and read what has changed.
"""

import re
from datetime import date
from pathlib import Path

from assessments.answer_files import AnswerFile, read_answer_file
from assessments.loading import load_questionnaire
from assessments.models import LANGUAGES, Language
from reporting.document import render_html
from reporting.enclosures import Earlier, Enclosures
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis
from scoring.roadmap import DEFAULT_CAPACITY, Capacity

FOLDER = Path(__file__).parent
EXAMPLES = tuple(sorted((FOLDER.parents[1] / "examples").glob("*.yaml")))
MADE_ON = date(2026, 6, 12)
BEFORE = {"company_b_later": ("company_b", date(2026, 1, 16))}
"""The round before an example, and its day."""
_SHEET = re.compile(r"<style>.*?</style>", re.DOTALL)
_PICTURE = re.compile(r' src="data:[^"]*"')
_PLACE = re.compile(r' style="[^"]*"')
_LINES = re.compile(r'<span class="lines">(.*?)</span>', re.DOTALL)
_HALF = re.compile(r'<span class="half">(.*?)</span>')
_BLOCK = re.compile(
    r"\s*(<(?:section|div|table|thead|tr|td|th|p|h\d|ul|li|nav|img)\b|</(?:section|div|table)>)"
)


def name_file(example: Path, language: Language) -> Path:
    """Where an example's report is kept."""
    return FOLDER / f"{example.stem}.{language}.html"


def write_report(example: Path, language: Language) -> str:
    """An example's report, one element a line."""
    diagnosis, found = read_example(example.stem)
    html = render_html(diagnosis, language, MADE_ON, enclose(example.stem, found))
    for pattern in (_SHEET, _PICTURE, _PLACE):
        html = pattern.sub("", html)
    html = _LINES.sub(lambda found: _join(_HALF.sub(r"\1", found[1]), language), html)
    return re.sub(r"[ \t]+\n", "\n", _BLOCK.sub(r"\n\1", html)).strip() + "\n"


def read_example(stem: str) -> tuple[Diagnosis, AnswerFile]:
    """An example's diagnosis, and what its file holds."""
    questionnaire = load_questionnaire()
    found = read_answer_file(next(path for path in EXAMPLES if path.stem == stem), questionnaire)
    return diagnose(questionnaire, found.answers, found.profile), found


def enclose(stem: str, found: AnswerFile) -> Enclosures:
    """The example's own capacity and targets, and the round before where there is one."""
    time = found.team_time
    before = BEFORE.get(stem)
    return Enclosures(
        capacity=Capacity(time.people, time.hours_a_week) if time else DEFAULT_CAPACITY,
        targets=found.targets,
        earlier=Earlier(read_example(before[0])[0], before[1]) if before else None,
    )


def _join(lines: str, language: Language) -> str:
    return re.sub(r"\n", "" if language == "ja" else " ", lines)


def renew() -> None:
    """Write all reports as they are now."""
    for example in EXAMPLES:
        for language in LANGUAGES:
            name_file(example, language).write_text(write_report(example, language), encoding="utf-8")


if __name__ == "__main__":
    renew()
