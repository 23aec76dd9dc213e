"""What a crowd of virtual participants is sent to do, and what it brings back."""

from dataclasses import dataclass, field
from typing import Literal

Role = Literal["answer", "watch", "download"]
"""Answer a question every five seconds; keep a screen open; have a file made again and again."""
Kind = Literal["join", "answer", "turn", "watch", "download"]
"""What was timed: a first page, an answer, turning the page, a page's own reruns, a download."""
PACE = 5.0
"""Seconds between two answers of one participant, on average."""
DOWNLOAD_PAUSE = 5.0
"""Seconds between having a file and asking for it anew."""


@dataclass(frozen=True)
class Visit:
    """One browser: where it goes and what it does there."""

    path: str
    query: str
    role: Role = "answer"
    owner: str = ""
    """Whose answers these are; the scenario looks them up by it afterwards."""
    file: str = ""
    """For downloads: the file's address on the server."""


@dataclass(frozen=True)
class Outing:
    """What one process of virtual participants does."""

    address: str
    visits: tuple[Visit, ...]
    radios: str
    """How the keys of the questions begin."""
    turn: str
    """The key of the button to the next page; empty when there is none."""
    start: float
    """When the first one comes, in seconds since the epoch."""
    arriving: float
    """Seconds within which all have come."""
    warming: float
    """Seconds of answering before anything is counted."""
    counting: float
    """Seconds that are counted; none when only the first page matters."""
    files: bool
    """Whether a first page is loaded with the document and every file it names."""

    @property
    def counted_from(self) -> float:
        """When counting begins, in seconds since the epoch."""
        return self.start + self.arriving + self.warming

    @property
    def end(self) -> float:
        """When it is over, in seconds since the epoch."""
        return self.counted_from + self.counting


@dataclass
class Outcome:
    """What a crowd has seen."""

    seconds: dict[Kind, list[float]] = field(default_factory=dict)
    """How long things took."""
    failures: list[str] = field(default_factory=list)
    """What went wrong, one entry for each participant it happened to."""
    overtaken: int = 0
    """Runs whose end the server never told, because a timer of the page came in between."""
    given: dict[str, dict[str, int]] = field(default_factory=dict)
    """By owner and question: the last option whose page run had finished."""

    def note(self, kind: Kind, seconds: float) -> None:
        """Count one measurement."""
        self.seconds.setdefault(kind, []).append(seconds)

    def add(self, other: "Outcome") -> None:
        """Take over what another crowd has seen."""
        for kind, seconds in other.seconds.items():
            self.seconds.setdefault(kind, []).extend(seconds)
        self.failures.extend(other.failures)
        self.overtaken += other.overtaken
        self.given.update(other.given)
