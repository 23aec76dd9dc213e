"""The whole report: its pages and what runs along their edges."""

from dataclasses import dataclass
from datetime import date

from reporting.charts.ladder import draw_mark
from reporting.charts.svg import Picture
from reporting.glyphs import measure_text
from reporting.narrative.facts import count_standings
from reporting.pages.appendix import Appendix, build_appendix
from reporting.pages.capabilities import CapabilityPage, build_capability_page
from reporting.pages.cover import Cover, build_cover
from reporting.pages.gaps import GapPage, build_gap_page
from reporting.pages.minutes import MinutesPage, build_minutes_page
from reporting.pages.organisation import OrganisationPage, build_organisation_page
from reporting.pages.patterns import PatternPage, build_pattern_page
from reporting.pages.sides import SidePage, build_side_page
from reporting.pages.wording import Wording
from reporting.typesetting import shorten_text
from scoring.disclosure import show_gaps
from scoring.findings import Diagnosis
from scoring.minutes import Room

NO_ROOM = Room()
HEAD_WIDTH, COVER_HEAD_WIDTH = 104.0, 79.0
"""Room for company and subject in the running head, and in the one of the first page, in mm."""


@dataclass(frozen=True)
class Level:
    """A rung's number and name on the scale."""

    number: int
    name: str


@dataclass(frozen=True)
class Report:
    """Everything the template shows."""

    language: str
    title: str
    company: str
    company_on_cover: str
    company_in_full: str
    """The company's name where the head of the first page has no room for it, else empty."""
    facts: str
    """Date, edition, respondents and coverage."""
    day: str
    mark: Picture
    levels: tuple[Level, ...]
    cover: Cover
    capabilities: CapabilityPage
    sides: SidePage
    patterns: PatternPage
    gaps: GapPage | None
    """None where no two groups can be compared."""
    organisation: OrganisationPage
    minutes: MinutesPage | None
    """None where nothing is on record."""
    appendix: Appendix


def build_report(diagnosis: Diagnosis, wording: Wording, made_on: date, room: Room = NO_ROOM) -> Report:
    """All pages of the report."""
    shown = show_gaps(diagnosis, room.anonymous)
    name = diagnosis.profile.name.strip() or wording.say("no_company")
    subject = wording.say("subject")
    on_cover = wording.say("head", company=name, subject=subject)
    if measure_text(on_cover, 9, True) > COVER_HEAD_WIDTH:
        on_cover = shorten_text(name, COVER_HEAD_WIDTH, 9, True)
    return Report(
        language=wording.language,
        title=wording.say("document_title", company=shorten_text(name, 200, 9)),
        company=wording.say(
            "head",
            company=shorten_text(name, HEAD_WIDTH - measure_text(subject, 7.5) - 6, 7.5),
            subject=subject,
        ),
        company_on_cover=on_cover,
        company_in_full=shorten_text(name, 173, 7.5) if on_cover.endswith("…") else "",
        facts=_state_facts(diagnosis, wording, made_on),
        day=wording.write_date(made_on),
        mark=draw_mark(wording.say("mark")),
        levels=tuple(
            Level(number, wording.voice.read(level.name))
            for number, level in enumerate(diagnosis.questionnaire.levels)
        ),
        cover=build_cover(diagnosis, wording, made_on),
        capabilities=build_capability_page(diagnosis, wording),
        sides=build_side_page(diagnosis, wording),
        patterns=build_pattern_page(diagnosis, wording),
        gaps=build_gap_page(diagnosis, shown, room, wording),
        organisation=build_organisation_page(diagnosis, wording),
        minutes=build_minutes_page(diagnosis, shown, room, wording, made_on),
        appendix=build_appendix(diagnosis, wording, has_gaps=bool(shown.gaps)),
    )


def _state_facts(diagnosis: Diagnosis, wording: Wording, made_on: date) -> str:
    counts = count_standings(diagnosis.standings)
    respondents = len(diagnosis.answers.respondents)
    facts = (
        wording.write_date(made_on),
        wording.say(f"editions.{diagnosis.answers.edition}"),
        wording.say("respondent" if respondents == 1 else "respondents", n=respondents),
        wording.say("answered", known=counts.total - counts.unknown, total=counts.total),
    )
    return wording.say("fact_space").join(facts)
