"""What matters most to find out: what hangs on it, and who would know."""

from html import escape

from reporting.narrative import tell_unknowns
from scoring.findings import Diagnosis
from scoring.unknowns import rank_open_questions
from ui.components.plan.words import say
from ui.components.section import put_section
from ui.session import get_language


def put_open_questions(diagnosis: Diagnosis) -> None:
    """The open questions on which the verdict hangs most, as a section."""
    story, told = tell_unknowns(diagnosis, rank_open_questions(diagnosis), get_language(), polite=True)
    items = "".join(
        f"<li><div><b>{escape(item.title)}</b><p>{escape(item.text)}</p>"
        f"<p class='sm mut'>{escape(item.who)}</p></div></li>"
        for item in told
    )
    body = f'<ol class="why">{items}</ol>' if items else ""
    put_section(say("unknowns"), story.title, story.deck, body)
