"""What the store takes and gives of brands, companies and rounds after the verdict."""

from dataclasses import dataclass
from datetime import datetime

from assessments.answers import Answer, Profile
from assessments.models import DimensionId, Edition, Language
from assessments.targets import Targets
from scoring.roadmap import Capacity


@dataclass(frozen=True)
class StoredBrand:
    """How one consultant's reports present themselves."""

    firm: str
    accent: str | None
    """`#rrggbb`; None for the usual one."""
    confidentiality: str
    """The line that says who may read the report; may be empty."""
    logo: bytes | None
    logo_type: str | None
    """Its media type; None exactly when there is no logo."""
    logo_width: float | None
    """In the picture's own units, as its height."""
    logo_height: float | None


@dataclass(frozen=True)
class StoredCompany:
    """The company a link speaks for."""

    id: str
    round_id: str
    """The round the link belongs to."""
    is_facilitated: bool
    """Whether it is a facilitator's link."""
    profile: Profile
    targets: Targets | None
    """None until figures were entered."""
    capacity: Capacity | None
    """None until it was asked for."""


@dataclass(frozen=True)
class StoredRound:
    """One round of a company, without what was answered in it."""

    id: str
    edition: Edition
    language: Language
    content_version: str
    created_at: datetime
    """UTC."""
    previous_id: str | None
    """The round that this one, a re-check, follows; None for one begun afresh."""
    dimensions: tuple[DimensionId, ...] | None
    """The dimensions a re-check covers; None: all of them."""
    asked: tuple[str, ...] | None
    """The questions a re-check asks; None when it is no re-check."""


@dataclass(frozen=True)
class NewRecheck:
    """A re-check about to be kept: a new round after one that stays as it is."""

    previous_id: str
    content_version: str
    """The version of the content it is asked with."""
    dimensions: tuple[DimensionId, ...] | None
    asked: tuple[str, ...]
    answers: tuple[Answer, ...]
    """The answers it starts from; none to a question it asks."""
