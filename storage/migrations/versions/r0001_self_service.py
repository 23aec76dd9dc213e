"""Companies, their rounds, the respondents of a round and what they answered."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables."""
    _create_companies()
    _create_rounds()
    _create_respondents()
    _create_answers()


def _create_companies() -> None:
    op.create_table(
        "companies",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("profile", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_companies"),
    )


def _create_rounds() -> None:
    op.create_table(
        "rounds",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("company_id", sa.String(32), nullable=False),
        sa.Column("content_id", sa.String(40), nullable=False),
        sa.Column("content_version", sa.Text(), nullable=False),
        sa.Column("edition", sa.String(20), nullable=False),
        sa.Column("language", sa.String(20), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rounds"),
        sa.ForeignKeyConstraint(["company_id"], ["companies.id"], name="fk_rounds_company_id"),
    )
    op.create_index("ix_rounds_company_id", "rounds", ["company_id"])


def _create_respondents() -> None:
    op.create_table(
        "respondents",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("round_id", sa.String(32), nullable=False),
        sa.Column("group", sa.String(40), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_respondents"),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name="fk_respondents_round_id"),
        sa.UniqueConstraint("token_hash", name="uq_respondents_token_hash"),
    )
    op.create_index("ix_respondents_round_id", "respondents", ["round_id"])


def _create_answers() -> None:
    op.create_table(
        "answers",
        sa.Column("respondent_id", sa.String(32), nullable=False),
        sa.Column("question_id", sa.String(40), nullable=False),
        sa.Column("level", sa.Integer()),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("note", sa.Text()),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("respondent_id", "question_id", name="pk_answers"),
        sa.ForeignKeyConstraint(["respondent_id"], ["respondents.id"], name="fk_answers_respondent_id"),
        # op.f: the name is final, the naming convention adds nothing to it.
        sa.CheckConstraint("level BETWEEN 0 AND 5", name=op.f("ck_answers_level")),
        sa.CheckConstraint(
            "status IN ('level', 'unknown', 'not_applicable')", name=op.f("ck_answers_status")
        ),
        sa.CheckConstraint(
            "(status = 'level') = (level IS NOT NULL)", name=op.f("ck_answers_level_has_status")
        ),
    )
