"""What the store takes and gives of workshops."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from assessments.answers import NAME_LENGTH, NOTE_LENGTH, Answer, LevelValue, Profile, Record
from assessments.models import DimensionId, Edition, Group, Language

Phase = Literal["answering", "discussing", "closed"]
"""`answering`: people join and answer blind; `discussing`: the room talks; `closed`: the result stands."""
EntryStatus = Literal["open", "parked", "skipped", "agreed", "disagreed"]
"""`disagreed`: the room agreed to disagree; the votes decide."""
VoteLevel = int | Literal["unknown"]
"""A vote: a level 0–5, or "don't know"."""
TalkReason = Literal["groups", "people"]
"""Why a question is to be talked about: groups differ, or (where no two groups can be shown) people do."""
LongText = Annotated[str, Field(max_length=NOTE_LENGTH)]


@dataclass(frozen=True)
class WorkshopPlan:
    """What a workshop is opened with."""

    profile: Profile
    edition: Edition
    dimensions: tuple[DimensionId, ...]
    """The dimensions that are asked, at least one."""
    groups: Mapping[Group, str | None]
    """The groups people choose from, one to five, each with its own name or None for the usual one."""
    anonymous: bool
    """True: no names, and groups under three never apart."""
    language: Language
    """The language of the shared screen; phones choose their own."""
    answer_minutes: int
    """Time for answering blind, 1–480."""
    talk_minutes: int
    """Time for each question that is talked about, 1–480."""


@dataclass(frozen=True)
class NewWorkshop:
    """A workshop about to be kept."""

    plan: WorkshopPlan
    content_id: str
    content_version: str
    join_code: str
    join_key: str
    company_id: str | None = None
    """The company of which it is a new round; None makes a new company."""


class Entry(Record):
    """What the room has put on record about one question."""

    status: EntryStatus = "open"
    level: LevelValue | None = None
    """The agreed level; given exactly when the status is `agreed`."""
    fact: LongText = ""
    judgement: LongText = ""
    next_action: LongText = ""
    owner: Annotated[str, Field(max_length=NAME_LENGTH)] = ""
    due: date | None = None

    @model_validator(mode="after")
    def _agreed_has_a_level(self) -> Self:
        if (self.status == "agreed") != (self.level is not None):
            raise ValueError("an agreed level comes with the status `agreed`, and only with it")
        return self


@dataclass(frozen=True)
class Timer:
    """A running clock, the same on every screen."""

    started_at: datetime
    """UTC."""
    seconds: int
    """How long it runs."""

    @property
    def ends_at(self) -> datetime:
        """When it has run down (UTC)."""
        return self.started_at + timedelta(seconds=self.seconds)


@dataclass(frozen=True)
class Topic:
    """A question's place in the discussion queue, with what put it there."""

    question_id: str
    reason: TalkReason
    difference: float
    """Levels between the lowest and the highest group median, or between the quartiles of all people."""
    priority: float
    """Difference (of groups: beyond noise) × weight × effect on the verdict; the queue's order among
    topics of one reason. Those of `groups` come first."""
    stages: tuple[int, int] | None
    """The company's stage at the low and at the high end; None when it does not move."""
    dimension_stages: tuple[int, int] | None
    """The same for the question's dimension."""
    patterns: tuple[str, ...]
    """Patterns that are present at one of the two ends only, gravest first."""


@dataclass(frozen=True)
class StoredWorkshop:
    """A workshop as it is kept."""

    id: str
    round_id: str
    plan: WorkshopPlan
    phase: Phase
    join_code: str
    join_key: str
    current_question: str | None
    ballot: int
    """The last ballot on the current question; 1 is the blind answers."""
    ballot_open: bool
    timer: Timer | None
    share_result: bool
    revealed: int | None
    """The revision at which blind answering ended; None while it lasts."""
    revision: int
    closed_at: datetime | None


@dataclass(frozen=True)
class StoredParticipant:
    """One participant's place in a workshop."""

    workshop: StoredWorkshop
    id: str
    group: Group
    name: str | None
    own_vote: VoteLevel | None
    """The vote on the current question in its last ballot from the second on; None before it is cast."""


@dataclass(frozen=True)
class StoredProgress:
    """How far one participant is."""

    group: Group
    name: str | None
    answered: int
    voted: bool
    """Whether this person has voted in the current ballot."""


@dataclass(frozen=True)
class BlindAnswers:
    """All answers of one participant."""

    respondent_id: str
    group: Group
    name: str | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Vote:
    """One vote in a second or later ballot."""

    question_id: str
    ballot: int
    """2 or more."""
    group: Group
    level: VoteLevel


@dataclass(frozen=True)
class KeptEntry:
    """An entry with its times."""

    question_id: str
    entry: Entry
    updated_at: datetime
    """UTC."""


@dataclass(frozen=True)
class JoinBudget:
    """Wrong codes within the window, and when the next may be tried."""

    workshop_id: str | None
    """The workshop with the code; None when there is none."""
    is_known: bool
    """Whether somebody has joined this workshop from this client already."""
    by_client: int
    by_all: int
    oldest_by_client: datetime | None
    oldest_by_all: datetime | None
