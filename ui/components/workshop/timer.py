"""The clock: a countdown the browser runs by itself, from the time the database holds."""

from datetime import UTC, datetime

from services.workshop import Timer
from ui.components.workshop.words import say_html


def draw_countdown(timer: Timer, now: datetime | None = None) -> str:
    """The time left with a bar that shrinks, as HTML; drawn anew it goes on where it is.

    `now` is the present (UTC) unless a test says otherwise.
    """
    passed = ((now or datetime.now(UTC)) - timer.started_at).total_seconds()
    run = f"--full:{timer.seconds};--at:{-passed:.1f}s"
    return (
        f'<div class="tm" role="timer" style="{run}"><span class="vh">{_say_left(timer, passed)}</span></div>'
        f'<div class="tb" style="{run}"><i></i></div><p class="up" style="{run}">{say_html("timer.up")}</p>'
    )


def count_left(timer: Timer, now: datetime | None = None) -> int:
    """Seconds left, 0 when the time is up."""
    return max(0, round((timer.ends_at - (now or datetime.now(UTC))).total_seconds()))


def _say_left(timer: Timer, passed: float) -> str:
    minutes, seconds = divmod(max(0, round(timer.seconds - passed)), 60)
    return say_html("timer.left", minutes=minutes, seconds=seconds)
