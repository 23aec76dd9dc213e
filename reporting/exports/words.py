"""The words of the exports: the report's own catalogue, and one of theirs."""

import re
from dataclasses import dataclass

from i18n.text import translate
from reporting.pages.wording import Wording

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufdd0-\ufdef\ufeff]"
    "|[\ud800-\udfff]|[\ufffe\uffff\U0001fffe\U0001ffff]"
)
_SPACES = re.compile(r"[ \t\n]+")
_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\x85]")


@dataclass(frozen=True)
class ExportWording(Wording):
    """Looks up the texts of an export in one language; `say` is the report's catalogue."""

    def tell(self, key: str, **params: object) -> str:
        """A text that only the exports have."""
        return translate(f"exports.{key}", self.language, **params)


def clean_plain(text: str) -> str:
    """The text without characters that are not allowed in XML, or that turn the direction of writing.

    Emoji and foreign scripts stay: a spreadsheet and a browser have fonts of their own.
    """
    return _CONTROL.sub("", _BREAKS.sub("\n", text))


def clean_line(text: str) -> str:
    """The same in one line."""
    return _SPACES.sub(" ", clean_plain(text)).strip()
