"""Which files the content of an assessment consists of, and what each holds."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from assessments.models import (
    DIMENSIONS,
    LEVELS,
    Action,
    Content,
    Dimension,
    Figure,
    Id,
    Level,
    Organisation,
    Owner,
    Pattern,
    Source,
    Text,
)


class Frame(Content):
    """`questionnaire.yaml`: the questionnaire's name and what all its questions share."""

    id: Id
    version: Annotated[str, Field(pattern=r"^\d+\.\d+$")]
    """Raised whenever a question or level changes its meaning; kept with every answer."""
    title: Text
    levels: Annotated[tuple[Level, ...], Field(min_length=LEVELS, max_length=LEVELS)]
    """The common ladder, from 0 to 5."""
    owners: Annotated[tuple[Owner, ...], Field(min_length=1)]
    """The roles that own actions and decisions."""


class Sources(Content):
    """`sources.yaml`: every entry of the source map that something cites."""

    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class Patterns(Content):
    """`patterns.yaml`: failure patterns and contradictions, in the order they are told."""

    patterns: tuple[Pattern, ...]


class Actions(Content):
    """`actions.yaml`: the steps a roadmap is made of."""

    actions: tuple[Action, ...]


class Figures(Content):
    """`figures.yaml`: survey figures that stand beside a company's own answers."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class FileKind:
    """One kind of content file."""

    name: str
    """As the schema is called: `assessments/schema/<name>.json`."""
    model: type[Content]
    files: tuple[str, ...]
    """Paths within the content folder."""


KINDS = (
    FileKind("questionnaire", Frame, ("questionnaire.yaml",)),
    FileKind("sources", Sources, ("sources.yaml",)),
    FileKind("dimension", Dimension, tuple(f"dimensions/{dimension}.yaml" for dimension in DIMENSIONS)),
    FileKind("patterns", Patterns, ("patterns.yaml",)),
    FileKind("organisation", Organisation, ("organisation.yaml",)),
    FileKind("actions", Actions, ("actions.yaml",)),
    FileKind("figures", Figures, ("figures.yaml",)),
)
"""All kinds of file in the order their problems are listed."""
