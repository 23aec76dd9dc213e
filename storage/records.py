"""What the store takes and gives."""

from dataclasses import dataclass
from datetime import datetime

from assessments.answers import Answer, Profile
from assessments.models import DimensionId, Edition, Group, Language


@dataclass(frozen=True)
class NewAssessment:
    """What an assessment begins with."""

    profile: Profile
    edition: Edition
    language: Language
    content_id: str
    content_version: str
    """The version of the content it is begun with."""


@dataclass(frozen=True)
class StoredAssessment(NewAssessment):
    """One respondent's assessment as it is kept."""

    group: Group
    answers: tuple[Answer, ...]
    """In the order they were last saved."""
    saved_at: datetime | None
    """When the last of them was saved (UTC); None when there is none."""
    dimensions: tuple[DimensionId, ...] | None = None
    """The dimensions a re-check covers; None: all of them."""
    asked: tuple[str, ...] | None = None
    """The questions a re-check asks; None when it is no re-check."""
    is_followed: bool = False
    """Whether a re-check follows it, so that its answers stay as they are."""
