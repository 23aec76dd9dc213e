"""Why this verdict, and why not the next stage."""

from html import escape

from reporting.narrative import Verdict, tell_next_stage
from scoring.findings import Diagnosis
from ui.components.answer_rows import list_answers
from ui.components.section import put_section
from ui.session import get_language
from ui.words import say, say_html

SHOWN = 6
"""Questions listed below the next stage; the rest are counted."""


def put_reasons(verdict: Verdict) -> None:
    """Up to three reasons for the verdict."""
    items = "".join(
        f'<li><b class="ph">{escape(reason.title)}</b><p class="sm mut">{escape(reason.text)}</p></li>'
        for reason in verdict.reasons
    )
    if items:
        put_section(say("result.reasons"), (verdict.reasons_label,), "", f'<ol class="why">{items}</ol>')


def put_next_stage(diagnosis: Diagnosis) -> None:
    """What the next stage asks for, and the questions that stand below it."""
    following = diagnosis.next_stage
    if following is None:
        return
    text = tell_next_stage(diagnosis, get_language(), polite=True)
    shown = following.below[:SHOWN]
    rows = list_answers(diagnosis, shown, following.key_blockers)
    rest = len(following.below) - len(shown)
    more = f'<p class="sm mut">{say_html("result.and_more", n=rest)}</p>' if rest else ""
    put_section(
        say("result.next_label", stage=following.stage),
        (say("result.next_title", stage=following.stage, n=len(following.below)),),
        text,
        rows + more,
    )
