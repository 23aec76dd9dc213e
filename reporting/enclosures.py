"""What a report may hold beside the diagnosis."""

from dataclasses import dataclass
from datetime import date

from assessments.targets import Targets
from reporting.brand import PLAIN, Brand
from scoring.findings import Diagnosis
from scoring.minutes import Room
from scoring.roadmap import DEFAULT_CAPACITY, Capacity

NO_ROOM = Room()


@dataclass(frozen=True)
class Earlier:
    """The round before this one, for comparison."""

    diagnosis: Diagnosis
    made_on: date


@dataclass(frozen=True)
class Enclosures:
    """Everything a report shows that is not in the diagnosis itself."""

    room: Room = NO_ROOM
    """A workshop's names for its groups, whether it was anonymous, and its minutes. Without it every group
    is shown, so a workshop's report always needs it."""
    brand: Brand = PLAIN
    capacity: Capacity = DEFAULT_CAPACITY
    """What the team can give to the roadmap's steps."""
    targets: Targets | None = None
    """The company's figures; None leaves their section out."""
    earlier: Earlier | None = None
    """None leaves the comparison out."""


NOTHING = Enclosures()
