"""Where groups see the same company differently, in words."""

from collections import Counter
from collections.abc import Callable, Sequence

from assessments.models import GROUPS, Group, Language
from reporting.narrative.agreement import tell_agreement
from reporting.narrative.blind_spots import tell_group_views
from reporting.narrative.groups import GroupNames, Labels, find_bottom, find_top
from reporting.narrative.told import GapsStory, GapStory, Story
from reporting.narrative.voice import Voice
from scoring.company import Company
from scoring.disclosure import ShownGaps
from scoring.discussion import DiscussionItem, rank_discussion
from scoring.findings import Diagnosis
from scoring.gaps import FLAG_FROM, PerceptionGap

NO_LABELS: Labels = {}
DOMINANT = 0.5
"""Share of the wide gaps at whose end a group has to stand for the title to name it."""
NAMED = 2
"""Groups a title names at one end, at most."""


def tell_gaps(
    diagnosis: Diagnosis, shown: ShownGaps, language: Language, polite: bool, labels: Labels = NO_LABELS
) -> GapsStory:
    """What the groups see differently. `shown` comes from `scoring.disclosure.show_gaps`.

    The gaps worth talking about come in the order in which a room should talk about them. Without any
    gap to show, the title says so.
    """
    voice = Voice(language, polite)
    names = GroupNames(voice, diagnosis.questionnaire, labels, shown.pooled)
    company = Company.settle(diagnosis.questionnaire, diagnosis.answers)
    items = rank_discussion(diagnosis.questionnaire, company, shown.gaps)
    wide = [item.gap for item in items if item.gap.difference >= FLAG_FROM]
    return GapsStory(
        story=Story(_choose_title(items, wide, names), _tell_deck(shown, wide, names)),
        gaps=tuple(_tell_gap(item, names) for item in items),
        groups=tell_group_views(shown, names),
    )


def tell_agreeing(gap: PerceptionGap, names: GroupNames) -> GapStory:
    """A gap that is not worth talking about, where a page has room for it."""
    kind = "same" if gap.difference == 0 else "within_noise"
    reason = names.voice.say(f"gaps.{kind}", level=names.level(gap.by_group[find_top(gap)[0]].median))
    return _make_story(gap, reason, names)


def _choose_title(
    items: Sequence[DiscussionItem], wide: list[PerceptionGap], names: GroupNames
) -> tuple[str, ...]:
    voice = names.voice
    if not wide:
        return voice.say_lines("gaps.title_close" if items else "gaps.title_same", n=len(items))
    high, low = _find_dominant(wide, find_top, names), _find_dominant(wide, find_bottom, names)
    count = voice.questions(len(wide))
    pooled = next((gap.question_id for gap in wide if gap.question_id in names.pooled), "")
    called = {"high": names.within(high, pooled), "low": names.within(low, pooled)}
    if high and low and not set(high) & set(low):
        crossing = sum(_crosses(gap) for gap in wide)
        kind = "title_floor" if crossing * 2 >= len(wide) else "title_higher"
    elif high or low:
        kind = "title_high" if high else "title_low"
    else:
        kind = "title_split"
    return voice.say_lines(f"gaps.{kind}", n=count, **called)


def _find_dominant(
    wide: list[PerceptionGap], find_end: Callable[[PerceptionGap], list[Group]], names: GroupNames
) -> list[Group]:
    """The one or two groups that stand at one end of at least half of the wide gaps; else none.

    A real group that stands there speaks for small ones pooled beside it.
    """
    ends: Counter[Group] = Counter()
    for gap in wide:
        at_end = find_end(gap)
        real = [group for group in at_end if group != "other" or gap.question_id not in names.pooled]
        ends.update(real or at_end)
    often = [group for group in GROUPS if ends[group] >= DOMINANT * len(wide)]
    return often if len(often) <= NAMED else []


def _crosses(gap: PerceptionGap) -> bool:
    """Whether it is in use on the floor for one group and not for another."""
    medians = [view.median for view in gap.by_group.values()]
    return min(medians) < 3 <= max(medians)


def _tell_deck(shown: ShownGaps, wide: list[PerceptionGap], names: GroupNames) -> str:
    voice = names.voice
    people = [voice.word("people_of", name=names.name(group), n=n) for group, n in shown.people.items()]
    if shown.others:
        people.append(voice.word("people_of", name=voice.word("groups.pooled"), n=shown.others))
    sentences = [voice.say("gaps.asked", people=voice.word("comma").join(people))]
    crossing = sum(_crosses(gap) for gap in wide)
    numbers = {"total": len(shown.gaps), "n": len(wide), "crossing": crossing}
    sentences.append(voice.say("gaps.wide" if wide else "gaps.no_wide", **numbers))
    if crossing:
        sentences.append(voice.say("gaps.crossing" if crossing < len(wide) else "gaps.all_cross", **numbers))
    return voice.word("sentence_space").join(sentences)


def _tell_gap(item: DiscussionItem, names: GroupNames) -> GapStory:
    gap = item.gap
    sentences = [names.compare(gap, find_top(gap), find_bottom(gap)), _tell_effect(item, names)]
    return _make_story(gap, names.voice.word("sentence_space").join(filter(None, sentences)), names)


def _make_story(gap: PerceptionGap, reason: str, names: GroupNames) -> GapStory:
    title = names.voice.read(names.questionnaire.question(gap.question_id).title)
    agreement, chance = tell_agreement(gap, names.voice)
    views = names.compare(gap, find_top(gap), find_bottom(gap))
    return GapStory(gap, title, views, reason, agreement, chance)


def _tell_effect(item: DiscussionItem, names: GroupNames) -> str:
    """What hangs on the difference: the weightiest thing only."""
    voice, effect, questionnaire = names.voice, item.effect, names.questionnaire
    if effect.stages:
        return voice.say("gaps.decides_stage", low=effect.stages[0], high=effect.stages[1])
    if effect.dimension_stages:
        low, high = effect.dimension_stages
        dimension = voice.name(questionnaire.dimension_of(item.gap.question_id).title)
        return voice.say("gaps.decides_dimension", dimension=dimension, low=low, high=high)
    if effect.patterns:
        title = voice.quote(voice.read(questionnaire.pattern(effect.patterns[0]).title))
        return voice.say("gaps.decides_pattern", title=title)
    return voice.say("gaps.crosses") if _crosses(item.gap) else ""
