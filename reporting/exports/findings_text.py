"""Short texts that several exports share."""

from datetime import date

from assessments.models import Language
from reporting.exports.words import ExportWording
from reporting.narrative.facts import count_standings
from reporting.typesetting import break_lines
from scoring.findings import Diagnosis


def state_facts(diagnosis: Diagnosis, wording: ExportWording, made_on: date) -> str:
    """Date, edition, respondents and how much was answered, in one line."""
    counts = count_standings(diagnosis.standings)
    respondents = len(diagnosis.answers.respondents)
    facts = (
        wording.write_date(made_on),
        wording.say(f"editions.{diagnosis.answers.edition}"),
        wording.say("respondent" if respondents == 1 else "respondents", n=respondents),
        wording.say("answered", known=counts.total - counts.unknown, total=counts.total),
    )
    return wording.say("fact_space").join(facts)


def join_title(lines: tuple[str, ...], language: Language) -> str:
    """A title of several lines in one."""
    return ("" if language == "ja" else " ").join(lines)


def break_title(lines: tuple[str, ...], points: float, width: float) -> tuple[str, ...]:
    """A title's lines, broken further where they are wider than `width` mm."""
    return tuple(part for line in lines for part in break_lines(line, width, points, True, True))
