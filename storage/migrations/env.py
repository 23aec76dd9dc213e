"""Run by Alembic: `storage.migration` hands it a connection; a developer's `alembic revision` does not."""

from alembic import context
from sqlalchemy import Connection

import storage.follow_up_tables  # these add their tables to the metadata
import storage.workshop_tables  # noqa: F401 (adds its tables to the metadata)
from storage.engine import open_engine, writing
from storage.location import choose_url
from storage.migration import VERSION_TABLE
from storage.tables import metadata


def run(connection: Connection) -> None:
    """Apply the steps that are missing, in one transaction."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        version_table=VERSION_TABLE,
        render_as_batch=True,  # SQLite can change a table only by making it anew
        transactional_ddl=True,  # true on SQLite too, as our engine begins transactions itself
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with writing(open_engine(choose_url(), migrating=True)).begin() as own:
        run(own)
