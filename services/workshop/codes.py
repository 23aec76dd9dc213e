"""Join codes for typing, join keys for QR codes, and names for where an attempt comes from."""

import hashlib
import ipaddress
import re
import secrets
import unicodedata

ALPHABET = "ACDEFGHJKMNPQRTWXY34679"
"""Without look-alikes: no 0 O, 1 I L, 5 S, 2 Z, 8 B, U V. 23⁶ ≈ 148 million codes."""
CODE_LENGTH = 6
_KEY_BYTES = 16
_KEY_FORM = re.compile(r"[A-Za-z0-9_-]{22}")
"""What `token_urlsafe` makes of so many bytes."""
_CODE_FORM = re.compile(f"[{ALPHABET}]{{{CODE_LENGTH}}}")


def make_code() -> str:
    """A new join code for people to type, as `normalise_code` gives it back."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def make_key() -> str:
    """A new join key of 128 random bits, for the QR code."""
    return secrets.token_urlsafe(_KEY_BYTES)


def is_key(text: str) -> bool:
    """Whether the text has the form of a join key; nobody types that by mistake for a code."""
    return _KEY_FORM.fullmatch(text) is not None


def normalise_code(text: str) -> str | None:
    """The code somebody means, typed in any case and width, with spaces or hyphens; None if none.

    What cannot be a code is told apart here, so that it need not count as an attempt.
    """
    if len(text) > 100:
        return None
    plain = unicodedata.normalize("NFKC", text).upper()
    code = "".join(
        c for c in plain if unicodedata.category(c) not in {"Pd", "Zs", "Cc", "Cf"} and c not in "ー−_."
    )
    return code if _CODE_FORM.fullmatch(code) else None


def name_client(address: str | None) -> str | None:
    """The name under which an IP address's attempts are counted; None when it is no address.

    A hash, kept for an hour. Of IPv6 the first 64 bits count, as a household or phone owns all the rest.
    """
    try:
        found = ipaddress.ip_address((address or "").strip())
    except ValueError:
        return None
    if isinstance(found, ipaddress.IPv6Address):
        found = found.ipv4_mapped or ipaddress.IPv6Address(int(found) >> 64 << 64)
    return hashlib.sha256(f"client:{found}".encode()).hexdigest()
