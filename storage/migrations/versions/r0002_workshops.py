"""Workshops: votes, what the room put on record, hidden notes, attempts to join."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of workshops."""
    _create_workshops()
    _create_votes()
    _create_entries()
    _create_events()
    _create_hidden_notes()
    _create_join_attempts()


def _create_workshops() -> None:
    op.create_table(
        "workshops",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("round_id", sa.String(32), nullable=False),
        sa.Column("join_code", sa.String(12), nullable=False),
        sa.Column("join_key", sa.String(40), nullable=False),
        sa.Column("facilitator_hash", sa.String(64), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("phase", sa.String(20), nullable=False),
        sa.Column("current_question", sa.String(40)),
        sa.Column("ballot", sa.Integer(), nullable=False),
        sa.Column("ballot_open", sa.Boolean(), nullable=False),
        sa.Column("timer_started_at", sa.DateTime(timezone=True)),
        sa.Column("timer_seconds", sa.Integer()),
        sa.Column("share_result", sa.Boolean(), nullable=False),
        sa.Column("queue", sa.JSON()),
        sa.Column("revealed", sa.Integer()),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_workshops"),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name="fk_workshops_round_id"),
        sa.UniqueConstraint("round_id", name="uq_workshops_round_id"),
        sa.UniqueConstraint("join_key", name="uq_workshops_join_key"),
        sa.UniqueConstraint("facilitator_hash", name="uq_workshops_facilitator_hash"),
        # op.f: the name is final, the naming convention adds nothing to it.
        sa.CheckConstraint("phase IN ('answering', 'discussing', 'closed')", name=op.f("ck_workshops_phase")),
    )
    is_open = sa.text("closed_at IS NULL")
    op.create_index(
        "ix_workshops_join_code",
        "workshops",
        ["join_code"],
        unique=True,
        sqlite_where=is_open,
        postgresql_where=is_open,
    )


def _create_votes() -> None:
    op.create_table(
        "votes",
        sa.Column("respondent_id", sa.String(32), nullable=False),
        sa.Column("question_id", sa.String(40), nullable=False),
        sa.Column("ballot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("level", sa.Integer()),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("respondent_id", "question_id", "ballot", name="pk_votes"),
        sa.ForeignKeyConstraint(["respondent_id"], ["respondents.id"], name="fk_votes_respondent_id"),
        sa.CheckConstraint("ballot > 1", name=op.f("ck_votes_ballot")),
        sa.CheckConstraint("level BETWEEN 0 AND 5", name=op.f("ck_votes_level")),
        sa.CheckConstraint("status IN ('level', 'unknown')", name=op.f("ck_votes_status")),
        sa.CheckConstraint(
            "(status = 'level') = (level IS NOT NULL)", name=op.f("ck_votes_level_has_status")
        ),
    )


def _create_entries() -> None:
    op.create_table(
        "discussion_entries",
        sa.Column("workshop_id", sa.String(32), nullable=False),
        sa.Column("question_id", sa.String(40), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("level", sa.Integer()),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("judgement", sa.Text(), nullable=False),
        sa.Column("next_action", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due", sa.Date()),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "question_id", name="pk_discussion_entries"),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshops.id"], name="fk_discussion_entries_workshop_id"
        ),
        sa.CheckConstraint(
            "status IN ('open', 'parked', 'skipped', 'agreed', 'disagreed')",
            name=op.f("ck_discussion_entries_status"),
        ),
        sa.CheckConstraint("level BETWEEN 0 AND 5", name=op.f("ck_discussion_entries_level")),
        sa.CheckConstraint(
            "(status = 'agreed') = (level IS NOT NULL)",
            name=op.f("ck_discussion_entries_level_has_status"),
        ),
    )


def _create_events() -> None:
    op.create_table(
        "discussion_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.String(32), nullable=False),
        sa.Column("question_id", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("before", sa.JSON()),
        sa.Column("after", sa.JSON()),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_discussion_events"),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshops.id"], name="fk_discussion_events_workshop_id"),
        sa.CheckConstraint("kind IN ('change', 'undo', 'redo')", name=op.f("ck_discussion_events_kind")),
        sa.CheckConstraint(
            "state IN ('done', 'undone', 'dropped')", name=op.f("ck_discussion_events_state")
        ),
    )
    op.create_index("ix_discussion_events_workshop_id", "discussion_events", ["workshop_id", "question_id"])


def _create_hidden_notes() -> None:
    op.create_table(
        "hidden_notes",
        sa.Column("workshop_id", sa.String(32), nullable=False),
        sa.Column("respondent_id", sa.String(32), nullable=False),
        sa.Column("question_id", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "respondent_id", "question_id", name="pk_hidden_notes"),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshops.id"], name="fk_hidden_notes_workshop_id"),
        sa.ForeignKeyConstraint(["respondent_id"], ["respondents.id"], name="fk_hidden_notes_respondent_id"),
    )


def _create_join_attempts() -> None:
    op.create_table(
        "failed_joins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client", sa.String(64)),
        sa.Column("code", sa.String(12), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_failed_joins"),
    )
    op.create_index("ix_failed_joins_at", "failed_joins", ["at"])
    op.create_index("ix_failed_joins_client", "failed_joins", ["client", "at"])
    op.create_table(
        "joined_clients",
        sa.Column("workshop_id", sa.String(32), nullable=False),
        sa.Column("client", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "client", name="pk_joined_clients"),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshops.id"], name="fk_joined_clients_workshop_id"),
    )
