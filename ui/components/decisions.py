"""What executives are asked to decide, by whom and by when."""

from html import escape

from reporting.narrative import Verdict
from ui.components.section import put_section
from ui.words import say, set_phrases, write_day


def put_decisions(verdict: Verdict) -> None:
    """Up to three decisions; nothing when none is asked for."""
    items = "".join(
        f"<li><b class='ph'>{set_phrases(decision.text)}</b><p class='sm mut'>"
        + escape(
            say(
                "result.decision_by",
                owner=decision.owner_title,
                date=write_day(decision.due),
            )
        )
        + "</p></li>"
        for decision in verdict.decisions
    )
    if items:
        title = say("result.decisions_title", n=len(verdict.decisions))
        put_section(say("result.decisions"), (title,), "", f'<ol class="why">{items}</ol>')
