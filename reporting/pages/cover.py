"""Page 1: the verdict. It stands alone."""

from dataclasses import dataclass
from datetime import date

from assessments.models import Language
from reporting.charts.geometry import MAIN_WIDTH, column
from reporting.charts.ladder import draw_hero
from reporting.charts.svg import Picture
from reporting.glyphs import measure_text
from reporting.narrative import Decision, Reason, tell_verdict
from reporting.narrative.facts import order_by_weight
from reporting.narrative.told import OrganisationLine, Verdict
from reporting.narrative.voice import write_mean
from reporting.pages.wording import Line, Wording, set_deck, set_lines
from reporting.typesetting import break_lines
from scoring.findings import Diagnosis, Standing

HEADLINE_SIZES = (27.0, 25.0, 23.0, 21.0, 19.0)
HEADLINE_LEADING = 0.5
EXAMPLES = 3
DECISION_WIDTH, LEAST_DATE = 106.5, 20.5
"""Of a decision and its date together, and of the date at least, in mm."""
LOWER_HEIGHTS = (100.5, 107.0)
"""Height in mm up to which the lower half is set as usual, and up to which closer spacing is enough."""


@dataclass(frozen=True)
class StageBlock:
    """The stage in large type beside the ladder."""

    numeral: str
    name: str
    score: str
    interval: str
    is_on_floor: bool
    """In which band the block stands."""


@dataclass(frozen=True)
class Count:
    """How many questions stand in a band, and which."""

    number: int
    unit: str
    note: str
    examples: str


@dataclass(frozen=True)
class DueDecision:
    """A decision with its date in words."""

    decision: Decision
    due: str


@dataclass(frozen=True)
class Cover:
    """Everything on the first page."""

    headline: Line
    deck: Line
    ladder: Picture
    stage: StageBlock
    floor: Count
    paper: Count
    reasons_label: str
    reasons: tuple[Reason, ...]
    organisation: OrganisationLine
    decisions: tuple[DueDecision, ...]
    date_width: float
    """Of the decisions' dates, in mm."""
    density: int
    """How the lower half stays on the page: 0 as usual, 1 closer, 2 closer and smaller."""


def build_cover(diagnosis: Diagnosis, wording: Wording, made_on: date, since: str = "") -> Cover:
    """The first page. `since`: what moved since the round before, in one sentence."""
    verdict = tell_verdict(diagnosis, wording.language, False, made_on)
    counts = verdict.counts
    stage = _build_stage(diagnosis, wording)
    on_floor = tuple(item for item in diagnosis.standings if item.is_on_floor)
    on_paper = tuple(item for item in diagnosis.standings if item.is_stuck_on_paper)
    rest = [
        wording.say(f"cover.{key}", n=number)
        for key, number in (("below", counts.below), ("unknown", counts.unknown))
        if number
    ]
    unit = wording.say("cover.unit")
    decisions = tuple(DueDecision(item, wording.write_due(item.due, made_on)) for item in verdict.decisions)
    date_width = max((measure_text(item.due, 8.5) + 0.3 for item in decisions), default=0.0)
    date_width = max(date_width, LEAST_DATE)
    return Cover(
        headline=set_lines(verdict.headline, MAIN_WIDTH, HEADLINE_SIZES, HEADLINE_LEADING, 2),
        deck=set_deck(wording.voice.word("sentence_space").join(filter(None, (verdict.deck, since))), 3),
        ladder=draw_hero(diagnosis.overall, _describe_ladder(diagnosis, stage, wording)),
        stage=stage,
        floor=Count(
            counts.floor,
            unit,
            wording.say("cover.of", total=counts.total),
            _name_examples(on_floor, "floor", wording),
        ),
        paper=Count(
            counts.paper,
            unit,
            wording.say("cover.comma").join(rest),
            _name_examples(on_paper, "paper", wording),
        ),
        reasons_label=verdict.reasons_label,
        reasons=verdict.reasons,
        organisation=verdict.organisation,
        decisions=decisions,
        date_width=date_width,
        density=sum(
            _estimate_height(verdict, wording.language, DECISION_WIDTH - date_width) > height
            for height in LOWER_HEIGHTS
        ),
    )


def _estimate_height(verdict: Verdict, language: Language, decision_width: float) -> float:
    """Height of the lower half at its usual size, in mm."""
    third, half = column(0, 3)[1], column(0, 2)[1]
    leading = {"ja": 5.1, "en": 4.7}[language]
    reasons = (
        6 * len(break_lines(item.title, third, 10.5, True, True))
        + leading * len(break_lines(item.text, third, 8.5))
        for item in verdict.reasons
    )
    names = (
        max(1, len(break_lines(item.text, decision_width, 10.5, True, True))) for item in verdict.decisions
    )
    organisation = 8.4 + leading * len(break_lines(verdict.organisation.robustness, half, 8.5))
    decisions = sum(max(5.8 * lines, 6) + 3 for lines in names)
    return 4.9 + max(reasons, default=6) + 8.6 + organisation + 8.6 + decisions


def _build_stage(diagnosis: Diagnosis, wording: Wording) -> StageBlock:
    overall = diagnosis.overall
    if overall.stage is None:
        numeral, name = wording.say("cover.no_stage"), wording.say("cover.no_stage_name")
    else:
        numeral = str(overall.stage)
        name = wording.voice.read(diagnosis.questionnaire.levels[overall.stage].name)
    return StageBlock(
        numeral=numeral,
        name=name,
        score=wording.say("cover.unknown_score") if overall.mean is None else write_mean(overall.mean),
        interval=wording.interval(overall),
        is_on_floor=overall.stage is not None and overall.stage >= 3,
    )


def _describe_ladder(diagnosis: Diagnosis, stage: StageBlock, wording: Wording) -> str:
    key = "cover.ladder_unclaimed" if diagnosis.overall.stage is None else "cover.ladder"
    alt = wording.say(key, stage=stage.numeral, name=stage.name, score=stage.score)
    return alt + (wording.say("cover.ladder_interval", interval=stage.interval) if stage.interval else "")


def _name_examples(standings: tuple[Standing, ...], band: str, wording: Wording) -> str:
    if not standings:
        return wording.say(f"cover.none_on_{band}")
    first = order_by_weight(standings)[:EXAMPLES]
    names = wording.say("cover.comma").join(wording.voice.read(item.question.title) for item in first)
    key = "cover.examples" if len(standings) > EXAMPLES else "cover.examples_all"
    return wording.say(key, names=names)
