"""What is wrong in a file that people write, and where: a line, a field and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

_SHOWN = 60


@dataclass(frozen=True)
class Problem:
    """One mistake in one file."""

    file: str
    """The path as it was given."""
    line: int | None
    """Counted from 1; None when the file as a whole is meant."""
    field: str
    """Path within the file, such as `capabilities[0].questions[3].levels[2].en`; may be empty."""
    message: str
    mend: str
    """What to do about it, as a short imperative."""

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        parts = [place, self.field, self.message] if self.field else [place, self.message]
        text = ": ".join(parts) + (f" — {self.mend}" if self.mend else "")
        return "".join(char if char.isprintable() else " " for char in text)


class ContentProblems(Exception):
    """The content cannot be used. `problems` lists everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def show_value(value: object) -> str:
    """A value as a message quotes it: short, on one line, texts in double quotes."""
    if value is None:
        return "an empty value"
    if isinstance(value, tuple | list):
        return f"a list of {len(value)}"
    if isinstance(value, dict):
        return "a mapping (key: value)"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def suggest(word: str, known: Iterable[str]) -> str:
    """A mend for a misspelt word: the known one it resembles, or those there are."""
    words = sorted(known)
    close = get_close_matches(word[:_SHOWN], words, n=1, cutoff=0.6)
    if close:
        return f"did you mean `{close[0]}`?"
    if len(words) > 12:
        return f"use one of the {len(words)} that exist, such as `{words[0]}`"
    return "use one of " + ", ".join(f"`{known_word}`" for known_word in words) if words else "remove it"
