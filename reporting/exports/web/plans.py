"""What the web page shows of plans and rounds: roadmap, open questions, targets, comparison."""

from dataclasses import dataclass

from reporting.enclosures import Enclosures
from reporting.exports.words import ExportWording
from reporting.narrative import RoadmapStory, tell_roadmap
from reporting.pages.comparison import ComparisonPage, build_comparison_page
from reporting.pages.gantt_rows import GanttRow
from reporting.pages.roadmap import RoadmapPage, StepCard, build_cards, build_roadmap_page
from reporting.pages.targets import TargetsPage, build_targets_page
from reporting.pages.unknowns import UnknownsPage, build_unknowns_page
from scoring.findings import Diagnosis
from scoring.roadmap import plan_roadmap


@dataclass(frozen=True)
class WebRoadmap:
    """The roadmap with every step told in full."""

    told: RoadmapStory
    page: RoadmapPage
    cards: tuple[StepCard, ...]
    rows: tuple[GanttRow, ...]


@dataclass(frozen=True)
class Plans:
    """Each part, or None where the report has nothing to say there."""

    comparison: ComparisonPage | None
    roadmap: WebRoadmap | None
    unknowns: UnknownsPage | None
    targets: TargetsPage | None


def build_plans(diagnosis: Diagnosis, wording: ExportWording, enclosures: Enclosures) -> Plans:
    """All parts in one language."""
    return Plans(
        comparison=build_comparison_page(diagnosis, enclosures.earlier, wording),
        roadmap=_build_roadmap(diagnosis, enclosures, wording),
        unknowns=build_unknowns_page(diagnosis, wording),
        targets=build_targets_page(diagnosis.questionnaire, enclosures.targets, wording),
    )


def _build_roadmap(diagnosis: Diagnosis, enclosures: Enclosures, wording: ExportWording) -> WebRoadmap | None:
    page = build_roadmap_page(diagnosis, enclosures.capacity, wording)
    if page is None:
        return None
    roadmap = plan_roadmap(diagnosis, enclosures.capacity)
    told = tell_roadmap(diagnosis, roadmap, wording.language, False)
    cards = build_cards(diagnosis, roadmap.steps, told, wording)
    return WebRoadmap(told, page, cards, tuple(row for chunk in page.chunks for row in chunk))
