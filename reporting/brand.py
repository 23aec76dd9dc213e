"""The brand of whoever hands the report over: name, logo, one colour, a line on confidentiality."""

from dataclasses import dataclass
from typing import Literal, get_args

FIRM_LENGTH, CONFIDENTIALITY_LENGTH = 40, 50
"""Characters that fit where a report shows them."""
LogoType = Literal["image/png", "image/jpeg", "image/svg+xml"]
LOGO_TYPES: tuple[LogoType, ...] = get_args(LogoType)


@dataclass(frozen=True)
class Logo:
    """A picture that is safe to embed."""

    data: bytes
    media_type: LogoType
    width: float
    """In the picture's own units; only the proportion counts."""
    height: float


@dataclass(frozen=True)
class Brand:
    """What stands in a report beside Henkaku's own look; what is empty is left out."""

    firm: str = ""
    logo: Logo | None = None
    accent: str | None = None
    """`#rrggbb`, with enough contrast on white; Henkaku's own ink where there is none."""
    confidentiality: str = ""


PLAIN = Brand()
