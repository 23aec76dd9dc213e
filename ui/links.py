"""The link that brings a draft back: made for copying, read from whatever was pasted."""

import re
from urllib.parse import parse_qs, urlencode, urlsplit

from assessments.models import Language
from ui.language import PARAMETER
from ui.seat_session import SEAT
from ui.session import TOKEN

_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,}")


def make_link(base: str, token: str, language: Language) -> str:
    """The address under which a draft goes on, from any address of the app."""
    parts = urlsplit(base)
    root = parts.path.rstrip("/").removesuffix("/answer").removesuffix("/result").removesuffix("/start")
    return f"{parts.scheme}://{parts.netloc}{root}/answer?{urlencode({TOKEN: token, PARAMETER: language})}"


def make_seat_link(base: str, token: str, language: Language) -> str:
    """The address that leads back to a seat in a workshop, from the room's own address."""
    parts = urlsplit(base)
    root = parts.path.rstrip("/").removesuffix("/room")
    return f"{parts.scheme}://{parts.netloc}{root}/room?{urlencode({SEAT: token, PARAMETER: language})}"


def read_token(pasted: str) -> str | None:
    """The token in a pasted link, or a token pasted alone; None when there is none."""
    text = pasted.strip()
    query = parse_qs(urlsplit(text).query).get(TOKEN, [""])[0]
    found = query or text
    return found if _TOKEN.fullmatch(found) else None
