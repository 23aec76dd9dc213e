"""What comes after the verdict: brands, targets and capacity, the board with its log, re-checks."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of brands and boards, and what companies and rounds keep beside them."""
    _create_brands()
    _extend_companies()
    _extend_rounds()
    _create_board_items()
    _create_board_log()


def _create_brands() -> None:
    op.create_table(
        "brands",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("firm", sa.Text(), nullable=False),
        sa.Column("accent", sa.String(7)),
        sa.Column("confidentiality", sa.Text(), nullable=False),
        sa.Column("logo", sa.LargeBinary()),
        sa.Column("logo_type", sa.String(20)),
        sa.Column("logo_width", sa.Float()),
        sa.Column("logo_height", sa.Float()),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_brands"),
        sa.UniqueConstraint("token_hash", name="uq_brands_token_hash"),
        # op.f: the name is final, the naming convention adds nothing to it.
        sa.CheckConstraint("(logo IS NULL) = (logo_type IS NULL)", name=op.f("ck_brands_logo_has_type")),
    )


def _extend_companies() -> None:
    with op.batch_alter_table("companies") as companies:
        companies.add_column(sa.Column("targets", sa.JSON()))
        companies.add_column(sa.Column("capacity", sa.JSON()))


def _extend_rounds() -> None:
    with op.batch_alter_table("rounds") as rounds:
        rounds.add_column(sa.Column("brand_id", sa.String(32)))
        rounds.add_column(sa.Column("previous_id", sa.String(32)))
        rounds.add_column(sa.Column("dimensions", sa.JSON()))
        rounds.add_column(sa.Column("asked", sa.JSON()))
        rounds.create_foreign_key("fk_rounds_brand_id", "brands", ["brand_id"], ["id"])
        rounds.create_foreign_key("fk_rounds_previous_id", "rounds", ["previous_id"], ["id"])
        rounds.create_unique_constraint("uq_rounds_previous_id", ["previous_id"])


def _create_board_items() -> None:
    op.create_table(
        "board_items",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("company_id", sa.String(32), nullable=False),
        sa.Column("action_id", sa.String(40)),
        sa.Column("title", sa.Text()),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due", sa.Date()),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_board_items"),
        sa.ForeignKeyConstraint(["company_id"], ["companies.id"], name="fk_board_items_company_id"),
        sa.UniqueConstraint("company_id", "action_id", name="uq_board_items_company_id"),
        sa.CheckConstraint(
            "status IN ('open', 'doing', 'done', 'dropped')", name=op.f("ck_board_items_status")
        ),
        sa.CheckConstraint(
            "(action_id IS NULL) = (title IS NOT NULL)", name=op.f("ck_board_items_own_step_has_title")
        ),
    )


def _create_board_log() -> None:
    op.create_table(
        "board_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_board_log"),
        sa.ForeignKeyConstraint(["item_id"], ["board_items.id"], name="fk_board_log_item_id"),
        sa.CheckConstraint("kind IN ('fact', 'judgement', 'next_action')", name=op.f("ck_board_log_kind")),
    )
    op.create_index("ix_board_log_item_id", "board_log", ["item_id"])
