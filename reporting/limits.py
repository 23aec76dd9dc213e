"""What making one report may use."""

from dataclasses import dataclass

HTML_CHARACTERS = 20_000_000
"""How long a report may become before it is printed."""


class TooLargeError(Exception):
    """The document has grown beyond what a report may be."""


@dataclass(frozen=True)
class Limits:
    """What one report may use."""

    seconds: float = 60.0
    """From asking to having, waiting for a free place included."""
    cpu_seconds: int = 45
    memory_bytes: int = 2 * 1024**3
    """Address space, of which a report of 30 pages touches a fifth."""
