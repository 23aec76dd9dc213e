"""The tables of brands and boards. A change here needs a migration in `migrations/versions/`."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables import UtcTime, metadata

brands = Table(
    "brands",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("firm", Text, nullable=False),
    Column("accent", String(7)),
    Column("confidentiality", Text, nullable=False),
    Column("logo", LargeBinary),
    Column("logo_type", String(20)),
    Column("logo_width", Float),
    Column("logo_height", Float),
    Column("created_at", UtcTime, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    CheckConstraint("(logo IS NULL) = (logo_type IS NULL)", name="logo_has_type"),
)

board_items = Table(
    "board_items",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("company_id", ForeignKey("companies.id"), nullable=False),
    Column("action_id", String(40)),
    Column("title", Text),
    Column("status", String(20), nullable=False),
    Column("owner", Text, nullable=False),
    Column("due", Date),
    Column("evidence", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    UniqueConstraint("company_id", "action_id"),
    CheckConstraint("status IN ('open', 'doing', 'done', 'dropped')", name="status"),
    CheckConstraint("(action_id IS NULL) = (title IS NOT NULL)", name="own_step_has_title"),
)

board_log = Table(
    "board_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item_id", ForeignKey("board_items.id"), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("text", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    CheckConstraint("kind IN ('fact', 'judgement', 'next_action')", name="kind"),
)
