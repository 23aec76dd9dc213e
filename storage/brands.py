"""How consultants' reports present themselves, and which rounds carry which brand."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Row, insert, select, update

from storage.database import Database
from storage.follow_up_records import StoredBrand
from storage.follow_up_tables import brands
from storage.tables import rounds


class Brands(Database):
    """The brands of consultants, each behind a token of its own."""

    def add_brand(self, token_hash: str, brand: StoredBrand) -> None:
        """Keep a new brand under a token's hash."""
        now = datetime.now(UTC)
        new = insert(brands).values(
            id=uuid4().hex, token_hash=token_hash, created_at=now, updated_at=now, **asdict(brand)
        )
        with self._writing() as connection:
            connection.execute(new)

    def find_brand(self, token_hash: str) -> StoredBrand | None:
        """The brand behind a token; None when there is none."""
        with self._reading() as connection:
            row = connection.execute(select(brands).where(brands.c.token_hash == token_hash)).one_or_none()
        return None if row is None else _read_brand(row)

    def update_brand(self, token_hash: str, brand: StoredBrand) -> bool:
        """Keep a brand in place of the one before; False when none has this token."""
        change = update(brands).where(brands.c.token_hash == token_hash)
        with self._writing() as connection:
            changed = connection.execute(change.values(updated_at=datetime.now(UTC), **asdict(brand)))
        return changed.rowcount > 0

    def set_round_brand(self, round_id: str, brand_token_hash: str | None) -> bool:
        """Mark a round with the brand behind a token, or with none; False when there is no such thing."""
        with self._writing() as connection:
            brand_id = connection.scalar(select(brands.c.id).where(brands.c.token_hash == brand_token_hash))
            if brand_id is None and brand_token_hash is not None:
                return False
            marked = update(rounds).where(rounds.c.id == round_id).values(brand_id=brand_id)
            return connection.execute(marked).rowcount > 0

    def brand_of_round(self, round_id: str) -> StoredBrand | None:
        """The brand a round is marked with; None when it has none."""
        found = select(brands).join(rounds, rounds.c.brand_id == brands.c.id).where(rounds.c.id == round_id)
        with self._reading() as connection:
            row = connection.execute(found).one_or_none()
        return None if row is None else _read_brand(row)


def _read_brand(row: Row[Any]) -> StoredBrand:
    return StoredBrand(
        firm=row.firm,
        accent=row.accent,
        confidentiality=row.confidentiality,
        logo=None if row.logo is None else bytes(row.logo),
        logo_type=row.logo_type,
        logo_width=row.logo_width,
        logo_height=row.logo_height,
    )
