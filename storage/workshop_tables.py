"""The tables of workshops. A change here needs a migration in `migrations/versions/`."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from storage.tables import UtcTime, metadata

workshops = Table(
    "workshops",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("round_id", ForeignKey("rounds.id"), nullable=False, unique=True),
    Column("join_code", String(12), nullable=False),
    Column("join_key", String(40), nullable=False, unique=True),
    Column("facilitator_hash", String(64), nullable=False, unique=True),
    Column("settings", JSON, nullable=False),  # the plan without profile, edition and language
    Column("phase", String(20), nullable=False),
    Column("current_question", String(40)),
    Column("ballot", Integer, nullable=False),
    Column("ballot_open", Boolean, nullable=False),
    Column("timer_started_at", UtcTime),
    Column("timer_seconds", Integer),
    Column("share_result", Boolean, nullable=False),
    Column("queue", JSON(none_as_null=True)),
    Column("revealed", Integer),
    Column("revision", Integer, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("closed_at", UtcTime),
    CheckConstraint("phase IN ('answering', 'discussing', 'closed')", name="phase"),
)

# A code is typed in by hand, so it is short, and may come again once its workshop is over.
OPEN = workshops.c.closed_at.is_(None)
Index(
    "ix_workshops_join_code",
    workshops.c.join_code,
    unique=True,
    sqlite_where=OPEN,
    postgresql_where=OPEN,
)

votes = Table(
    "votes",
    metadata,
    Column("respondent_id", ForeignKey("respondents.id"), primary_key=True),
    Column("question_id", String(40), primary_key=True),
    Column("ballot", Integer, primary_key=True, autoincrement=False),
    Column("level", Integer),
    Column("status", String(20), nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    CheckConstraint("ballot > 1", name="ballot"),  # the first is the blind answers
    CheckConstraint("level BETWEEN 0 AND 5", name="level"),
    CheckConstraint("status IN ('level', 'unknown')", name="status"),
    CheckConstraint("(status = 'level') = (level IS NOT NULL)", name="level_has_status"),
)

discussion_entries = Table(
    "discussion_entries",
    metadata,
    Column("workshop_id", ForeignKey("workshops.id"), primary_key=True),
    Column("question_id", String(40), primary_key=True),
    Column("status", String(20), nullable=False),
    Column("level", Integer),
    Column("fact", Text, nullable=False),
    Column("judgement", Text, nullable=False),
    Column("next_action", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("due", Date),
    Column("updated_at", UtcTime, nullable=False),
    CheckConstraint("status IN ('open', 'parked', 'skipped', 'agreed', 'disagreed')", name="status"),
    CheckConstraint("level BETWEEN 0 AND 5", name="level"),
    CheckConstraint("(status = 'agreed') = (level IS NOT NULL)", name="level_has_status"),
)

# Every change of an entry for good. `state` says what undo and redo may still do with a change:
# `done` can be undone, `undone` can be done again, `dropped` was undone and then overtaken.
discussion_events = Table(
    "discussion_events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("workshop_id", ForeignKey("workshops.id"), nullable=False),
    Column("question_id", String(40), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("state", String(20), nullable=False),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    Column("at", UtcTime, nullable=False),
    CheckConstraint("kind IN ('change', 'undo', 'redo')", name="kind"),
    CheckConstraint("state IN ('done', 'undone', 'dropped')", name="state"),
    Index("ix_discussion_events_workshop_id", "workshop_id", "question_id"),
)

hidden_notes = Table(
    "hidden_notes",
    metadata,
    Column("workshop_id", ForeignKey("workshops.id"), primary_key=True),
    Column("respondent_id", ForeignKey("respondents.id"), primary_key=True),
    Column("question_id", String(40), primary_key=True),
)

failed_joins = Table(
    "failed_joins",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("client", String(64)),
    Column("code", String(12), nullable=False),
    Column("at", UtcTime, nullable=False),
    Index("ix_failed_joins_at", "at"),
    Index("ix_failed_joins_client", "client", "at"),
)

# From where a workshop has been joined: once one person of a room is in, the others are not slowed.
joined_clients = Table(
    "joined_clients",
    metadata,
    Column("workshop_id", ForeignKey("workshops.id"), primary_key=True),
    Column("client", String(64), primary_key=True),
)
