"""What matters most to find out: what hangs on it, who would know, and the way to its answer."""

from html import escape
from urllib.parse import urlencode

from reporting.narrative import OpenStory, tell_unknowns
from scoring.unknowns import rank_open_questions
from ui.cases import Case, list_answerable
from ui.components.plan.words import say, say_html
from ui.components.section import put_section
from ui.session import get_language, make_address


def put_open_questions(case: Case) -> None:
    """The open questions on which the verdict hangs most, as a section."""
    ranked = rank_open_questions(case.diagnosis)
    story, told = tell_unknowns(case.diagnosis, ranked, get_language(), polite=True)
    answerable = list_answerable(case.link)
    items = "".join(_draw_item(case, item, is_ours=item.question_id in answerable) for item in told)
    body = f'<ol class="why">{items}</ol>' if items else ""
    put_section(say("unknowns"), story.title, story.deck, body)


def _draw_item(case: Case, item: OpenStory, *, is_ours: bool) -> str:
    link = ""
    if is_ours:
        capability = case.diagnosis.questionnaire.capability_of(item.question_id).id
        place = f"answer?{urlencode(make_address(case.link.token, capability))}"
        link = f' <a href="{escape(place)}">{say_html("answer_it")}</a>'
    return (
        f"<li><div><b>{escape(item.title)}</b><p>{escape(item.text)}</p>"
        f"<p class='sm mut'>{escape(item.who)}{link}</p></div></li>"
    )
