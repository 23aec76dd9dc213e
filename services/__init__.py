"""What a person does with Henkaku: one function each, no screen and no database in them."""

from services.connection import connect

__all__ = ["connect"]
