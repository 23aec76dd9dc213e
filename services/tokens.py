"""Links that nobody can guess, and that the database cannot give away."""

import hashlib
import re
import secrets

_BYTES = 32
_FORM = re.compile(r"[A-Za-z0-9_-]{43}")
"""What `token_urlsafe` makes of so many bytes."""


def make_token() -> str:
    """A new token of 256 random bits, fit for an address."""
    return secrets.token_urlsafe(_BYTES)


def hash_token(token: str) -> str | None:
    """The SHA-256 under which the token is looked up, as 64 hex digits; None when it is no token.

    A plain hash is enough: a random token cannot be guessed from it as a password can. Looking it
    up by its hash also tells nobody, by the time it takes, how much of a guess was right.
    """
    return hashlib.sha256(token.encode()).hexdigest() if _FORM.fullmatch(token) else None
