"""The stage on the ladder, with the range that unknown answers leave open."""

from html import escape

from assessments.models import LEVELS, Questionnaire
from scoring.findings import Measure
from ui.components.ladder import FLOOR, FLOOR_START, PAPER_END, draw_strip, place_level
from ui.words import read, read_html, say, set_phrases


def draw_stage(questionnaire: Questionnaire, overall: Measure) -> str:
    """The ladder as a figure; without a claimed stage only the range is drawn."""
    low, high = overall.stage_interval
    stage = overall.stage
    names = "".join(
        f'<div{" class=on" if level == stage else ""} style="left:{place_level(level)}%">{level}'
        f"<b>{read_html(questionnaire.levels[level].name)}</b></div>"
        for level in range(LEVELS)
    )
    rails = f'<i class="a"></i><i class="b"></i>{_draw_reach(stage)}{_draw_range(low, high)}'
    gap = set_phrases(say(f"result.gap_{_cross(stage, high)}"))
    label = escape(describe_stage(questionnaire, overall))
    return (
        f'<figure class="stage" role="img" aria-label="{label}">{_draw_mark(stage, low, high)}'
        f'<div class="ld">{rails}</div><div class="gap ph">{gap}</div>'
        f'<div class="names">{names}</div></figure>'
    )


def describe_stage(questionnaire: Questionnaire, overall: Measure) -> str:
    """The same in words."""
    low, high = overall.stage_interval
    if overall.stage is None:
        return say("result.stage_open", low=low, high=high)
    name = read(questionnaire.levels[overall.stage].name)
    return say("result.stage_words", stage=overall.stage, name=name, low=low, high=high)


def write_range(low: int, high: int) -> str:
    """The range of the stage, or that there is none."""
    return say("result.range", low=low, high=high) if high > low else say("result.no_range")


def _cross(stage: int | None, high: int) -> str:
    if stage is not None and stage >= FLOOR:
        return "crossed"
    return "maybe" if high >= FLOOR else "not_yet"


def _draw_mark(stage: int | None, low: int, high: int) -> str:
    """The words above the ladder, held inside the page at both ends."""
    level = stage if stage is not None else (low + high) / 2
    at = "first" if level < 0.5 else ("last" if level > LEVELS - 1.5 else "")
    words = say("result.stage", stage=stage) if stage is not None else say("result.no_stage")
    return (
        f'<div class="here {at}" style="left:{place_level(level)}%"><b>{escape(words)}</b>'
        f"<span>{escape(write_range(low, high))}</span></div>"
    )


def _draw_reach(stage: int | None) -> str:
    """The part of the ladder behind one; hatched where no stage can be claimed."""
    if stage is None:
        return draw_strip("u", 0, PAPER_END) + draw_strip("u", FLOOR_START, 100)
    end = place_level(stage)
    reach = draw_strip("w", 0, min(end, PAPER_END))
    if stage >= FLOOR:
        reach += draw_strip("w f", FLOOR_START, end) + draw_strip("k", PAPER_END, FLOOR_START)
    return reach


def _draw_range(low: int, high: int) -> str:
    return draw_strip("br", place_level(low), place_level(high))
