"""The left half of the start page: what is asked, on the ladder everything hangs on."""

from html import escape

from assessments.models import LEVELS, Questionnaire
from ui.components.ladder import FLOOR
from ui.components.markup import put_html
from ui.sections import estimate_minutes
from ui.words import read, read_html, say, say_html, set_phrases


def put_promise(questionnaire: Questionnaire) -> None:
    """The question behind the assessment, the six levels, and what it takes."""
    lines = "<br>".join(set_phrases(line) for line in say("start.title").split("|"))
    put_html(f"<h1>{lines}</h1><p class='lead'>{say_html('start.lead')}</p>", "hero")
    put_html(_draw_stairs(questionnaire), "stairs", role="img", label=_describe_stairs(questionnaire))
    put_html(_list_facts(questionnaire), "fact", tag="dl")


def _draw_stairs(questionnaire: Questionnaire) -> str:
    rows = [_draw_step(questionnaire, number) for number in range(LEVELS)]
    gap = f'<div class="gap"><em>{set_phrases(say("start.gap"))}</em></div>'
    return "".join(rows[:FLOOR]) + gap + "".join(rows[FLOOR:])


def _draw_step(questionnaire: Questionnaire, number: int) -> str:
    level = questionnaire.levels[number]
    side = "f" if number >= FLOOR else "p"
    meaning = set_phrases(read(level.meaning).rstrip("。."))
    return (
        f'<div class="r {side}"><div class="l"></div><div class="t"><i>{number}</i>'
        f"<b>{read_html(level.name)}</b><span class='ph'>{meaning}</span></div></div>"
    )


def _describe_stairs(questionnaire: Questionnaire) -> str:
    names = say("comma").join(
        f"{number} {read(level.name)}" for number, level in enumerate(questionnaire.levels)
    )
    return say("start.stairs", names=names)


def _list_facts(questionnaire: Questionnaire) -> str:
    count = len(questionnaire.asked_in("full"))
    facts = (
        (say("start.time"), say("start.minutes", n=estimate_minutes(count))),
        (say("start.size"), say("start.questions", n=count)),
        (say("start.gain"), say("start.gain_value")),
    )
    return "".join(
        f"<div><dt>{escape(name)}</dt><dd>{set_phrases(value)}</dd></div>" for name, value in facts
    )
