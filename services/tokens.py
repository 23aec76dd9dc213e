"""Links that nobody can guess, and that the database cannot give away."""

import base64
import hashlib
import hmac
import re
import secrets

_BYTES = 32
_FORM = re.compile(r"[A-Za-z0-9_-]{43}")
"""What `token_urlsafe` makes of so many bytes."""
_NEXT = b"henkaku: the round after"


def make_token() -> str:
    """A new token of 256 random bits, fit for an address."""
    return secrets.token_urlsafe(_BYTES)


def derive_next_token(token: str) -> str:
    """The token of the round that follows the token's own: HMAC-SHA256 of a fixed label under it.

    Whoever has a link can work out those that come after it, and nobody one that came before; nothing
    secret has to be kept for that. Without the token it is as hard to guess as a random one.
    """
    following = hmac.new(token.encode(), _NEXT, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(following).rstrip(b"=").decode()


def hash_token(token: str) -> str | None:
    """The SHA-256 under which the token is looked up, as 64 hex digits; None when it is no token.

    A plain hash is enough: a random token cannot be guessed from it as a password can. Looking it
    up by its hash also tells nobody, by the time it takes, how much of a guess was right.
    """
    return hashlib.sha256(token.encode()).hexdigest() if _FORM.fullmatch(token) else None
