"""Survey figures beside the company's own answers."""

from html import escape

from reporting.narrative import FigureStory, tell_figures
from scoring.findings import Diagnosis
from ui.components.section import put_section
from ui.session import get_language
from ui.words import say, say_html

SHOWN = 6


def put_survey(diagnosis: Diagnosis) -> None:
    """Each figure with its source and limit, and the own answer beside it."""
    stories = tell_figures(diagnosis, get_language(), polite=True)
    if not stories:
        return
    rest = stories[SHOWN:]
    more = (
        f"<details><summary>{say_html('result.show_more', n=len(rest))}</summary>{_list(rest)}</details>"
        if rest
        else ""
    )
    put_section(
        say("result.survey"),
        (say("result.survey_title"),),
        say("result.survey_text"),
        _list(stories[:SHOWN]) + more,
    )


def _list(stories: tuple[FigureStory, ...]) -> str:
    return f"<ul class='fig'>{''.join(_draw_figure(story) for story in stories)}</ul>"


def _draw_figure(story: FigureStory) -> str:
    limit = f"<p class='xs mut'>{say_html('result.limit', text=story.limit)}</p>" if story.limit else ""
    return (
        f"<li><b>{escape(story.value)}</b><div><p>{escape(story.statement)}</p>{limit}"
        f"<p class='own'>{escape(story.own)}</p></div></li>"
    )
