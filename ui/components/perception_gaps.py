"""Where the groups of a workshop see the same company differently, and why it matters."""

from html import escape

from assessments.models import Questionnaire
from reporting.narrative import BlindSpot, GapStory, GroupStory
from reporting.narrative.groups import GroupNames, Labels
from reporting.narrative.voice import Voice, write_level
from scoring.gaps import FLAG_FROM
from services.workshop import WorkshopGaps
from ui.components.dumbbell import draw_dumbbell, draw_levels
from ui.components.section import put_section
from ui.components.workshop.group_marks import draw_mark, tint
from ui.session import get_language
from ui.words import say, say_html, set_phrases

SHOWN = 6
"""Questions shown at once; the rest unfold."""


def put_perception_gaps(questionnaire: Questionnaire, gaps: WorkshopGaps, labels: Labels) -> None:
    """The flagged gaps, the most important first, then each group's view; nothing where none can be shown.

    Without a flagged gap those worth talking about stand in their place. `labels`: the groups' own names.
    """
    if not gaps.shown.gaps:
        return
    story = gaps.story
    names = GroupNames(Voice(get_language(), True), questionnaire, labels, gaps.shown.pooled)
    wide = [item for item in story.gaps if item.gap.difference >= FLAG_FROM]
    body = _list_gaps(wide or list(story.gaps), names)
    smaller = len(story.gaps) - len(wide)
    if wide and smaller:
        body += f"<p class='sm mut'>{say_html('result.gaps_smaller', n=smaller)}</p>"
    body += _list_groups(story.groups) + _draw_notes(gaps)
    put_section(say("result.gaps"), story.story.title, story.story.deck, body)


def _list_gaps(items: list[GapStory], names: GroupNames) -> str:
    if not items:
        return ""
    rows = [_draw_gap(item, names) for item in items]
    shown, rest = "".join(rows[:SHOWN]), "".join(rows[SHOWN:])
    order = f"<p class='sm mut'>{say_html('result.gaps_order')}</p>"
    listed = f"<div class='gps'>{order}{draw_levels(names.questionnaire)}<ol>{shown}</ol>"
    if rest:
        more = say_html("result.show_more", n=len(rows) - SHOWN)
        listed += f"<details><summary>{more}</summary><ol>{rest}</ol></details>"
    return f"{listed}</div>"


def _draw_gap(item: GapStory, names: GroupNames) -> str:
    question = item.gap.question_id
    number = say_html("question.number", n=names.questionnaire.number(question))
    kind = "one" if item.gap.difference == 1 else "other"
    apart = say_html(f"result.gap_apart.{kind}", n=write_level(item.gap.difference))
    small = ""
    if item.agreement:
        agreement = say_html("result.gap_agreement", agreement=item.agreement, chance=item.chance)
        small = f"<p class='sm mut'>{agreement}</p>"
    return (
        f"<li><h3><span>{number}</span><b class='ph'>{set_phrases(item.title)}</b><em>{apart}</em></h3>"
        f"{_draw_ladder(item, names)}<div><p>{escape(item.reason)}</p>{small}</div></li>"
    )


def _draw_ladder(item: GapStory, names: GroupNames) -> str:
    question = item.gap.question_id
    medians = {group: view.median for group, view in item.gap.by_group.items()}
    short = {group: names.name(group, question, short=True) for group in medians}
    views = say("comma").join(
        say("result.gap_view", group=names.name(group, question), level=write_level(level))
        for group, level in medians.items()
    )
    return draw_dumbbell(medians, short, say("result.gap_words", title=item.title, views=views))


def _list_groups(groups: tuple[GroupStory, ...]) -> str:
    if not groups:
        return ""
    title = f"<h3 class='sub'>{set_phrases(say('result.gaps_groups'))}</h3>"
    return title + "".join(map(_draw_group, groups))


def _draw_group(story: GroupStory) -> str:
    name = f"<span class='gn {tint(story.group)}'>{draw_mark(story.group)}<b>{escape(story.name)}</b></span>"
    spots = _list_spots("above", story.above) + _list_spots("below", story.below)
    lists = f"<div class='two'>{spots}</div>" if spots else ""
    return f"<div class='bsp'><h4>{name}</h4><p class='sm'>{escape(story.summary)}</p>{lists}</div>"


def _list_spots(side: str, spots: tuple[BlindSpot, ...]) -> str:
    if not spots:
        return ""
    items = "".join(
        f"<li><b class='ph'>{set_phrases(spot.title)}</b><p class='sm mut'>{escape(spot.sentence)}</p></li>"
        for spot in spots
    )
    return f"<div><p class='xs mut'>{say_html(f'result.gaps_{side}')}</p><ul>{items}</ul></div>"


def _draw_notes(gaps: WorkshopGaps) -> str:
    notes = [say_html("result.gaps_note")] if gaps.story.gaps else []
    if gaps.shown.others:
        notes.append(say_html("result.gaps_small"))
    return "".join(f"<p class='xs mut'>{note}</p>" for note in notes)
