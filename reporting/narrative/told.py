"""What the narrative hands to a page: sentences, already in one language and register."""

from dataclasses import dataclass
from datetime import date

from assessments.models import DimensionId, Group
from scoring.findings import Standing
from scoring.gaps import PerceptionGap


@dataclass(frozen=True)
class Story:
    """A page's finding: its title and what stands under it."""

    title: tuple[str, ...]
    """One or two short lines."""
    deck: str
    """One to three sentences."""


@dataclass(frozen=True)
class Reason:
    """One of the reasons for the verdict."""

    title: str
    text: str
    standing: Standing | None
    """The answer it rests on; None for a pattern."""
    pattern_id: str | None
    """The pattern it states; None for an answer."""


@dataclass(frozen=True)
class OrganisationLine:
    """The recommended organisation in three lines."""

    name: str
    robustness: str
    """How sure the recommendation is, with its figure."""
    path: str
    """How to get there, in one sentence."""


@dataclass(frozen=True)
class Decision:
    """Something executives are asked to decide."""

    text: str
    owner_title: str
    due: date


@dataclass(frozen=True)
class Counts:
    """How many questions stand where; they add up to `total`."""

    floor: int
    """Level 3 and above: in use on the floor."""
    paper: int
    """Level 2: designed, not in use."""
    below: int
    """Levels 0 and 1: not even designed."""
    unknown: int
    """Unanswered or "don't know"."""
    total: int
    """Applicable questions of the edition."""


@dataclass(frozen=True)
class Verdict:
    """The first page in words."""

    headline: tuple[str, ...]
    """One or two short lines."""
    deck: str
    """Two sentences."""
    reasons: tuple[Reason, ...]
    """Up to three."""
    reasons_label: str
    """What the reasons are reasons for: what holds back, what holds up, what is not known."""
    organisation: OrganisationLine
    decisions: tuple[Decision, ...]
    """Up to three."""
    counts: Counts


@dataclass(frozen=True)
class DimensionStory:
    """One dimension in a short line and a small text."""

    dimension: DimensionId
    headline: str
    text: str


@dataclass(frozen=True)
class PathStory:
    """One station on the way to the recommended organisation."""

    moment: str
    name: str
    text: str


@dataclass(frozen=True)
class FigureStory:
    """A survey figure beside the company's own answer."""

    statement: str
    """The figure in one sentence, with publisher and year."""
    own: str
    """The company's own answer beside it; never a rank nobody measured."""
    limit: str | None
    """What the figure cannot be used for."""
    standing: Standing
    """The answer it stands beside."""
    value: str
    """The number alone, such as 26.3%."""
    figure_id: str


@dataclass(frozen=True)
class GapStory:
    """One question that groups see differently."""

    gap: PerceptionGap
    title: str
    views: str
    """Who sees which level, in one sentence."""
    reason: str
    """The same, and what hangs on it."""
    agreement: str
    """How far all respondents agree, in a few words; empty below six."""
    chance: str
    """How often as many people answering at random would agree as much; empty below six."""


@dataclass(frozen=True)
class BlindSpot:
    """A question that one group sees far above or below the others."""

    question_id: str
    title: str
    sentence: str


@dataclass(frozen=True)
class GroupStory:
    """How one group's view differs from the others'."""

    group: Group
    name: str
    summary: str
    above: tuple[BlindSpot, ...]
    """Where it stands furthest above the others."""
    below: tuple[BlindSpot, ...]
    """Where it stands furthest below them."""


@dataclass(frozen=True)
class GapsStory:
    """What groups see differently."""

    story: Story
    gaps: tuple[GapStory, ...]
    """Worth talking about, the most important first."""
    groups: tuple[GroupStory, ...]


@dataclass(frozen=True)
class StepStory:
    """One step of the roadmap, ready to be shown."""

    number: int
    """Its place on the roadmap, from 1."""
    action_id: str
    title: str
    owner: str
    when: str
    """The weeks it takes, counted from the start: 第1〜3週."""
    why: str
    lifts: tuple[str, ...]
    """Per question it lifts: number, title, level now and level reached."""
    breaks: str
    """The patterns it works against, in one sentence; empty when none."""
    threat: str
    """The patterns that would bring it to nothing if left alone; empty when none."""
    first_step: str
    done_when: str


@dataclass(frozen=True)
class RoadmapStory:
    """The roadmap in words."""

    story: Story
    steps: tuple[StepStory, ...]
    later: tuple[str, ...]
    """Titles of what has to wait."""


@dataclass(frozen=True)
class OpenStory:
    """One thing worth finding out."""

    question_id: str
    title: str
    """Number and title of the question."""
    text: str
    """What hangs on it."""
    who: str
    """Who would know."""


@dataclass(frozen=True)
class TargetsStory:
    """What the company's figures say."""

    story: Story
    bottleneck: str
    """The rate that pays most, in one sentence; empty when no rate is known."""
    returns: str
    """Both readings of the return; empty when not known."""
    missing: tuple[str, ...]
    """Names of the figures that are not known and keep something open."""


@dataclass(frozen=True)
class BandStory:
    """A survey figure beside one of the company's own."""

    value: str
    statement: str
    limit: str | None
    own: str
    figure_id: str


@dataclass(frozen=True)
class ComparisonStory:
    """Two rounds in words."""

    story: Story
    patterns: tuple[str, ...]
    """Up to three sentences: patterns gone, new, remaining."""
    line: str
    """What moved, in one sentence for the first page."""
