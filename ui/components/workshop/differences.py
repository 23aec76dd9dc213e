"""What a ballot shows, in words: the headline, the wordings furthest apart, why it is worth talking."""

from html import escape

from assessments.models import Question, Questionnaire
from services.workshop import Ballot, Talk, Topic, Wording
from services.workshop.showing import find_furthest
from ui.components.workshop.agreement import name_level
from ui.components.workshop.dot_plot import name_row
from ui.components.workshop.group_marks import Labels, draw_mark, tint
from ui.components.workshop.words import count, count_levels, say, say_html
from ui.words import read, read_html


def tell_difference(ballot: Ballot, labels: Labels, questionnaire: Questionnaire) -> str:
    """How far the room is apart on a question, in one sentence. Plain text: escape it."""
    if not ballot.gap.n:
        return say("difference.withheld" if ballot.withheld else "difference.nobody")
    furthest = find_furthest(ballot.gap)
    if furthest is None:
        level = next(view.levels[0] for view in ballot.gap.by_group.values())
        return say("difference.none", level=name_level(questionnaire, level))
    low, high = furthest
    levels = {
        "low_level": name_level(questionnaire, low.level),
        "high_level": name_level(questionnaire, high.level),
    }
    if low.group is None or high.group is None:
        return say("difference.people", **levels)
    return say(
        "difference.groups",
        low=name_row(low.group, ballot, labels),
        high=name_row(high.group, ballot, labels),
        **levels,
    )


def draw_wordings(talk: Talk, question: Question, labels: Labels, questionnaire: Questionnaire) -> str:
    """The two levels furthest apart in the question's own words, side by side, as HTML."""
    if talk.furthest is None:
        return ""
    return "".join(
        _draw_wording(wording, talk.blind, question, labels, questionnaire) for wording in talk.furthest
    )


def _draw_wording(
    wording: Wording, ballot: Ballot, question: Question, labels: Labels, questionnaire: Questionnaire
) -> str:
    name = name_level(questionnaire, wording.level)
    who, colour = "", "gc-none"
    if wording.group is not None:
        colour = tint(wording.group)
        who = f"{draw_mark(wording.group)}<span>{escape(name_row(wording.group, ballot, labels))}</span>"
    return (
        f'<div class="{colour}"><p class="w">{who}<span class="ib">{wording.level} {escape(name)}</span></p>'
        f"<p>{read_html(question.levels[wording.level])}</p></div>"
    )


def tell_short_reason(topic: Topic) -> str:
    """What hangs on a question, in a few words; empty when nothing does."""
    if topic.stages:
        return say("reason.short_stage")
    if topic.dimension_stages:
        return say("reason.short_dimension")
    return say("reason.short_pattern") if topic.patterns else ""


def tell_reasons(topic: Topic, questionnaire: Questionnaire) -> tuple[str, ...]:
    """Why the room should talk about a question, the weightiest last. Plain text: escape it."""
    reasons = [count_levels(topic.difference, f"reason.{topic.reason}")]
    if topic.stages:
        low, high = topic.stages
        reasons.append(say("reason.stage", low=low, high=high))
    if topic.dimension_stages:
        low, high = topic.dimension_stages
        dimension = read(questionnaire.dimension_of(topic.question_id).title)
        reasons.append(say("reason.dimension", dimension=dimension, low=low, high=high))
    if topic.patterns:
        titles = say("comma").join(
            say("quoted", text=read(questionnaire.pattern(name).title)) for name in topic.patterns[:2]
        )
        reasons.append(say("reason.pattern", titles=titles))
    return tuple(reasons)


def draw_counts(ballot: Ballot) -> str:
    """Who is not among the marks: people who do not know, and people who may not be shown apart."""
    lines = []
    if ballot.unknown:
        lines.append(count("plot.unknown", ballot.unknown))
    if ballot.hidden:
        lines.append(count("plot.hidden", ballot.hidden))
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def draw_legend(ballot: Ballot) -> str:
    """What the outlined ticks mean, where there are any."""
    return f"<p>{say_html('plot.before')}</p>" if ballot.number > 1 else ""
