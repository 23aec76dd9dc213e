"""When a page's own timer tells that the browser has missed what was drawn last."""

from dataclasses import dataclass, field
from time import monotonic

_LENIENCE = 0.5
"""Seconds by which a browser's clock may run fast."""


@dataclass
class Pulse:
    """One drawing of a page with a timer on it, and whether the timer has come round since."""

    seconds: float
    """From beat to beat."""
    drawn_at: float = field(default_factory=monotonic)
    is_new: bool = True
    """Whether the beat under way belongs to the drawing itself; whoever draws sets it to False."""

    @property
    def is_early(self) -> bool:
        """Whether a beat that comes now was sent before the browser had what the page drew.

        Drawing sets the browser's clock back, so that the next beat is due after the whole time. One that
        overtakes a run makes Streamlit drop what this run had still to say (its issue 9921): the screen
        would show the page before, or not ask again at all.
        """
        return monotonic() - self.drawn_at < self.seconds - _LENIENCE
