"""What a diagnosis rests on, in one line: for print and every export."""

from datetime import date

from reporting.narrative.facts import count_standings
from reporting.pages.wording import Wording
from scoring.findings import Diagnosis


def state_facts(diagnosis: Diagnosis, wording: Wording, made_on: date) -> str:
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
