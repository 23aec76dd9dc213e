"""The whole report: its pages and what runs along their edges."""

from dataclasses import dataclass
from datetime import date

from reporting.charts.ladder import draw_mark
from reporting.charts.svg import Picture
from reporting.enclosures import NOTHING, Enclosures
from reporting.glyphs import measure_text
from reporting.pages.appendix import Appendix, build_appendix
from reporting.pages.capabilities import CapabilityPage, build_capability_page
from reporting.pages.comparison import ComparisonPage, build_comparison_page
from reporting.pages.cover import Cover, build_cover
from reporting.pages.facts_line import state_facts
from reporting.pages.gaps import GapPage, build_gap_page
from reporting.pages.letterhead import Letterhead, build_letterhead, measure_firm, measure_head
from reporting.pages.minutes import MinutesPage, build_minutes_page
from reporting.pages.organisation import OrganisationPage, build_organisation_page
from reporting.pages.patterns import PatternPage, build_pattern_page
from reporting.pages.references import gather_references
from reporting.pages.roadmap import RoadmapPage, build_roadmap_page
from reporting.pages.sides import SidePage, build_side_page
from reporting.pages.targets import TargetsPage, build_targets_page
from reporting.pages.unknowns import UnknownsPage, build_unknowns_page
from reporting.pages.wording import Wording
from reporting.typesetting import shorten_text
from scoring.disclosure import show_gaps
from scoring.findings import Diagnosis

MOST_FIGURES = 6
HEAD_WIDTH, IN_FULL_WIDTH = 104.0, 173.0
"""Room in mm for company and subject in the running head, and for a company's name on a line of its own."""


@dataclass(frozen=True)
class Level:
    """A rung's number and name on the scale."""

    number: int
    name: str


@dataclass(frozen=True)
class Entry:
    """A line of the contents; the template adds the page."""

    label: str
    anchor: str


@dataclass(frozen=True)
class Report:
    """Everything the template shows."""

    language: str
    title: str
    company: str
    company_on_cover: str
    company_in_full: str
    """The company's name where the head of the first page has no room for it, else empty."""
    letterhead: Letterhead | None
    """The brand of whoever hands the report over."""
    facts: str
    """Date, edition, respondents and coverage."""
    day: str
    mark: Picture
    levels: tuple[Level, ...]
    cover: Cover
    comparison: ComparisonPage | None
    """None without an earlier round."""
    capabilities: CapabilityPage
    sides: SidePage | None
    """None in a short report."""
    patterns: PatternPage
    gaps: GapPage | None
    """None where no two groups can be compared."""
    organisation: OrganisationPage
    roadmap: RoadmapPage | None
    """None where nothing is known yet."""
    unknowns: UnknownsPage | None
    """None where everything is settled."""
    targets: TargetsPage | None
    """None where the company gave no figures."""
    minutes: MinutesPage | None
    """None where nothing is on record."""
    appendix: Appendix

    @property
    def contents(self) -> tuple[Entry, ...]:
        """What the report holds after its first page, in order."""
        heads = (
            ("comparison", self.comparison and self.comparison.head),
            ("capabilities", self.capabilities.head),
            ("sides", self.sides and self.sides.head),
            ("gaps", self.gaps and self.gaps.head),
            ("patterns", self.patterns.head),
            ("organisation", self.organisation.head),
            ("roadmap", self.roadmap and self.roadmap.head),
            ("unknowns", self.unknowns and self.unknowns.head),
            ("targets", self.targets and self.targets.head),
            ("minutes", self.minutes and self.minutes.head),
            ("figures", self.appendix.figures_head),
            ("answers", self.appendix.answers_head),
            ("method", self.appendix.method_head if self.appendix.method else None),
        )
        return tuple(Entry(head.label, anchor) for anchor, head in heads if head)


def build_report(
    diagnosis: Diagnosis, wording: Wording, made_on: date, enclosures: Enclosures = NOTHING
) -> Report:
    """All pages of the report; the quick edition's is short."""
    is_short = diagnosis.answers.edition == "quick"
    room = enclosures.room
    shown = show_gaps(diagnosis)
    gaps = build_gap_page(diagnosis, shown, room, wording)
    comparison = build_comparison_page(diagnosis, enclosures.earlier, wording)
    targets = build_targets_page(diagnosis.questionnaire, enclosures.targets, wording)
    name = diagnosis.profile.name.strip() or wording.say("no_company")
    subject = wording.say("subject")
    letterhead = build_letterhead(enclosures.brand, wording.say("fact_space"))
    in_full = IN_FULL_WIDTH - measure_firm(letterhead)
    on_cover = wording.say("head", company=name, subject=subject)
    room_on_cover = measure_head(letterhead)
    if measure_text(on_cover, 9, True) > room_on_cover:
        on_cover = shorten_text(name, room_on_cover, 9, True)
    return Report(
        language=wording.language,
        title=wording.say("document_title", company=shorten_text(name, 200, 9)),
        company=wording.say(
            "head",
            company=shorten_text(name, HEAD_WIDTH - measure_text(subject, 7.5) - 6, 7.5),
            subject=subject,
        ),
        company_on_cover=on_cover,
        company_in_full=shorten_text(name, in_full, 7.5) if on_cover.endswith("…") else "",
        letterhead=letterhead,
        facts=state_facts(diagnosis, wording, made_on),
        day=wording.write_date(made_on),
        mark=draw_mark(wording.say("mark")),
        levels=tuple(
            Level(number, wording.voice.read(level.name))
            for number, level in enumerate(diagnosis.questionnaire.levels)
        ),
        cover=build_cover(diagnosis, wording, made_on, comparison.line if comparison else ""),
        comparison=comparison,
        capabilities=build_capability_page(diagnosis, wording),
        sides=None if is_short else build_side_page(diagnosis, wording),
        patterns=build_pattern_page(diagnosis, wording, is_short),
        gaps=gaps,
        organisation=build_organisation_page(diagnosis, wording, is_short),
        roadmap=build_roadmap_page(diagnosis, enclosures.capacity, wording, is_short),
        unknowns=build_unknowns_page(diagnosis, wording),
        targets=targets,
        minutes=build_minutes_page(diagnosis, room, wording, made_on),
        appendix=build_appendix(
            diagnosis,
            wording,
            bool(shown.gaps),
            is_short,
            MOST_FIGURES,
            targets.figure_ids if targets else frozenset(),
            gather_references(diagnosis, wording, is_short, gaps.told if gaps else ()),
        ),
    )
