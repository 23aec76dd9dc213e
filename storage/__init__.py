"""Where answers are kept: SQLite by default, PostgreSQL by URL. Gives out our types, never rows."""
