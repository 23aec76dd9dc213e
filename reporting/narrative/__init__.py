"""What a diagnosis says in words, for the screen (`polite=True`, です・ます) and the report (である).

Every function is pure: a diagnosis, a language and a register in, sentences out. Which sentence is said
depends on what was found, so that two companies read differently; the wording is in the catalogue
`narrative`.
"""

from reporting.narrative.comparison import tell_change, tell_comparison
from reporting.narrative.dimensions import tell_capabilities, tell_dimension
from reporting.narrative.figures import tell_figures
from reporting.narrative.gaps import tell_gaps
from reporting.narrative.minutes import tell_minutes
from reporting.narrative.organisation import (
    tell_flip,
    tell_input,
    tell_organisation,
    tell_organisation_line,
    tell_path,
    tell_readiness,
)
from reporting.narrative.patterns import tell_absent, tell_patterns, tell_undecided
from reporting.narrative.roadmap import tell_capacity, tell_roadmap
from reporting.narrative.sides import tell_sides
from reporting.narrative.stage import tell_coverage, tell_next_stage
from reporting.narrative.targets import tell_bands, tell_targets
from reporting.narrative.told import (
    BandStory,
    BlindSpot,
    ComparisonStory,
    Counts,
    Decision,
    DimensionStory,
    FigureStory,
    GapsStory,
    GapStory,
    GroupStory,
    OpenStory,
    OrganisationLine,
    PathStory,
    Reason,
    RoadmapStory,
    StepStory,
    Story,
    TargetsStory,
    Verdict,
)
from reporting.narrative.unknowns import tell_unknowns
from reporting.narrative.verdict import tell_verdict

__all__ = [
    "BandStory",
    "BlindSpot",
    "ComparisonStory",
    "Counts",
    "Decision",
    "DimensionStory",
    "FigureStory",
    "GapStory",
    "GapsStory",
    "GroupStory",
    "OpenStory",
    "OrganisationLine",
    "PathStory",
    "Reason",
    "RoadmapStory",
    "StepStory",
    "Story",
    "TargetsStory",
    "Verdict",
    "tell_absent",
    "tell_bands",
    "tell_capabilities",
    "tell_capacity",
    "tell_change",
    "tell_comparison",
    "tell_coverage",
    "tell_dimension",
    "tell_figures",
    "tell_flip",
    "tell_gaps",
    "tell_input",
    "tell_minutes",
    "tell_next_stage",
    "tell_organisation",
    "tell_organisation_line",
    "tell_path",
    "tell_patterns",
    "tell_readiness",
    "tell_roadmap",
    "tell_sides",
    "tell_targets",
    "tell_undecided",
    "tell_unknowns",
    "tell_verdict",
]
