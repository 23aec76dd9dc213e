"""What the web page shows: the same findings as the printed report, in shapes that flow."""

from dataclasses import dataclass
from datetime import date

from assessments.models import SIDES
from reporting.charts.geometry import ZONE_BOTTOM, ZONE_TOP
from reporting.charts.ladder import bar, draw_hero, rails
from reporting.charts.svg import Picture, draw
from reporting.enclosures import Enclosures
from reporting.exports.findings_text import join_title
from reporting.exports.web.gap_rows import GapRow, list_gaps
from reporting.exports.web.plans import Plans, build_plans
from reporting.exports.words import ExportWording, clean_line
from reporting.narrative import (
    Story,
    Verdict,
    tell_capabilities,
    tell_coverage,
    tell_next_stage,
    tell_organisation,
    tell_patterns,
    tell_sides,
    tell_verdict,
)
from reporting.narrative.sides import count_side
from reporting.narrative.voice import write_mean
from reporting.pages.appendix import Appendix, build_appendix
from reporting.pages.capability_columns import DimensionColumn, build_column
from reporting.pages.facts_line import state_facts
from reporting.pages.minutes import MinutesPage, build_minutes_page
from reporting.pages.organisation import OrganisationPage, build_organisation_page
from reporting.pages.patterns import PatternPage, build_pattern_page
from reporting.pages.steps import ROOM, StepTable, build_step_tables
from scoring.findings import Diagnosis, Measure

HERO_LEFT, HERO_WIDTH = 38.5, 24.0
"""The part of the report's large ladder that the page shows, in mm."""
SMALL_WIDTH = 10.0
STEPS_ROOM = 3.5 * ROOM
"""For the tables of steps; in print they would go over two pages."""


@dataclass(frozen=True)
class SideCounts:
    """One side: its mean, and how many questions stand on each rung from 5 down to 0."""

    title: str
    mean: str
    levels: tuple[tuple[int, str, int], ...]
    unknown: int


@dataclass(frozen=True)
class Page:
    """Everything on the page."""

    language: str
    title: str
    company: str
    facts: str
    levels: tuple[tuple[int, str], ...]
    """Number and name, from 5 down to 0."""
    verdict: Verdict
    hero: Picture
    stage: str
    stage_name: str
    score: str
    interval: str
    dues: tuple[str, ...]
    capabilities: Story
    columns: tuple[DimensionColumn, ...]
    ladders: tuple[tuple[Picture, ...], ...]
    next_stage: str
    coverage: str
    sides: Story
    side_counts: tuple[SideCounts, ...]
    steps: tuple[StepTable, ...]
    patterns_story: Story
    patterns: PatternPage
    organisation_story: Story
    organisation: OrganisationPage
    gaps: tuple[GapRow, ...]
    minutes: MinutesPage | None
    plans: Plans
    appendix: Appendix


def build_page(diagnosis: Diagnosis, wording: ExportWording, made_on: date, enclosures: Enclosures) -> Page:
    """The page in one language."""
    room, plans = enclosures.room, build_plans(diagnosis, wording, enclosures)
    language, overall = wording.language, diagnosis.overall
    verdict = tell_verdict(diagnosis, language, False, made_on)
    dimensions = diagnosis.questionnaire.dimensions
    levels = tuple(
        (number, wording.voice.read(item.name)) for number, item in enumerate(diagnosis.questionnaire.levels)
    )
    company = clean_line(diagnosis.profile.name) or wording.say("no_company")
    return Page(
        language=language,
        title=wording.say("document_title", company=company),
        company=company,
        facts=state_facts(diagnosis, wording, made_on),
        levels=levels[::-1],
        verdict=verdict,
        hero=_draw_hero(overall, join_title(verdict.headline, language)),
        stage=wording.say("cover.no_stage") if overall.stage is None else str(overall.stage),
        stage_name=wording.say("cover.no_stage_name") if overall.stage is None else levels[overall.stage][1],
        score=wording.say("cover.unknown_score") if overall.mean is None else write_mean(overall.mean),
        interval=wording.interval(overall),
        dues=tuple(wording.write_due(item.due, made_on) for item in verdict.decisions),
        capabilities=tell_capabilities(diagnosis, language, False),
        columns=tuple(build_column(diagnosis, item, place, wording) for place, item in enumerate(dimensions)),
        ladders=tuple(
            tuple(_draw_ladder(diagnosis.capabilities[item.id]) for item in dimension.capabilities)
            for dimension in dimensions
        ),
        next_stage=tell_next_stage(diagnosis, language, False),
        coverage=tell_coverage(diagnosis, language, False),
        sides=tell_sides(diagnosis, language, False),
        side_counts=_count_sides(diagnosis, wording, levels),
        steps=build_step_tables(diagnosis, wording, STEPS_ROOM),
        patterns_story=tell_patterns(diagnosis, language, False),
        patterns=build_pattern_page(diagnosis, wording),
        organisation_story=tell_organisation(diagnosis, language, False),
        organisation=build_organisation_page(diagnosis, wording),
        gaps=list_gaps(diagnosis, wording, room),
        minutes=build_minutes_page(diagnosis, room, wording, made_on),
        plans=plans,
        appendix=build_appendix(
            diagnosis, wording, elsewhere=plans.targets.figure_ids if plans.targets else frozenset()
        ),
    )


def _draw_hero(overall: Measure, alt: str) -> Picture:
    """The large ladder alone, cut out of the report's first page."""
    whole = draw_hero(overall, alt)
    body = whole.svg.split(">", 1)[1].removesuffix("</svg>")
    height = ZONE_BOTTOM - ZONE_TOP
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{HERO_LEFT} {ZONE_TOP} {HERO_WIDTH} {height:.3f}" '
        f'width="{HERO_WIDTH}mm" height="{height:.3f}mm">{body}</svg>'
    )
    return Picture(svg, HERO_WIDTH, height, alt)


def _draw_ladder(measure: Measure) -> Picture:
    """One capability's ladder; its score stands beside it in words, so it is mute."""
    body = rails(SMALL_WIDTH / 2) + bar(SMALL_WIDTH / 2, measure)
    return draw(body, SMALL_WIDTH, ZONE_BOTTOM - ZONE_TOP, "", ZONE_TOP)


def _count_sides(
    diagnosis: Diagnosis, wording: ExportWording, names: tuple[tuple[int, str], ...]
) -> tuple[SideCounts, ...]:
    measures = {"design": diagnosis.sides.design, "implementation": diagnosis.sides.implementation}
    found = []
    for side in SIDES:
        known = [item.level for item in diagnosis.standings if item.question.side == side]
        rows = tuple(
            (number, name, sum(int(level) == number for level in known if level is not None))
            for number, name in names[::-1]
        )
        mean = measures[side].mean
        shown = "–" if mean is None else write_mean(mean)
        unknown = count_side(diagnosis, side).unknown
        found.append(SideCounts(wording.voice.word(f"sides.{side}"), shown, rows, unknown))
    return tuple(found)
