"""The tables. A change here needs a migration in `migrations/versions/`."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

# Names of our own, so that a later migration can name what it changes on every database.
metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


class UtcTime(TypeDecorator[datetime]):
    """A moment, kept in UTC. SQLite forgets the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC; ValueError when it has no zone."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


companies = Table(
    "companies",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("profile", JSON, nullable=False),  # Profile without its name
    Column("created_at", UtcTime, nullable=False),
    Column("targets", JSON(none_as_null=True)),
    Column("capacity", JSON(none_as_null=True)),
)

rounds = Table(
    "rounds",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("company_id", ForeignKey("companies.id"), nullable=False, index=True),
    Column("content_id", String(40), nullable=False),
    Column("content_version", Text, nullable=False),
    Column("edition", String(20), nullable=False),
    Column("language", String(20), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("brand_id", ForeignKey("brands.id")),
    Column("previous_id", ForeignKey("rounds.id"), unique=True),  # the round that a re-check follows
    Column("dimensions", JSON(none_as_null=True)),  # those a re-check covers; null: all
    Column("asked", JSON(none_as_null=True)),  # the questions a re-check asks; null: no re-check
)

respondents = Table(
    "respondents",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("round_id", ForeignKey("rounds.id"), nullable=False, index=True),
    Column("group", String(40), nullable=False),
    Column("name", Text),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("created_at", UtcTime, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    Column("respondent_id", ForeignKey("respondents.id"), primary_key=True),
    Column("question_id", String(40), primary_key=True),
    Column("level", Integer),
    Column("status", String(20), nullable=False),
    Column("reason", Text),
    Column("note", Text),
    Column("updated_at", UtcTime, nullable=False),
    CheckConstraint("level BETWEEN 0 AND 5", name="level"),
    CheckConstraint("status IN ('level', 'unknown', 'not_applicable')", name="status"),
    CheckConstraint("(status = 'level') = (level IS NOT NULL)", name="level_has_status"),
)
