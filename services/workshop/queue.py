"""In which order the room talks. Worked out when answering ends, and then kept as it is."""

from collections.abc import Mapping
from dataclasses import replace
from statistics import quantiles

from scoring.company import Company
from scoring.discussion import VerdictEffect, rank_discussion, weigh_effect
from scoring.gaps import TALK_FROM, PerceptionGap
from services.content import load_content
from services.errors import explain_storage_problems
from services.workshop.access import discussing, find_facilitated, require_open, require_revealed
from services.workshop.blind import settle, view_blind_answers
from storage.store import Store
from storage.workshop_records import StoredWorkshop, Topic


def recompute_queue(store: Store, facilitator_token: str) -> None:
    """Rank the discussion queue anew with what is agreed so far; all screens see the new order.

    Raises WorkshopLinkNotFound, StillAnswering, WorkshopClosed, DatabaseProblem.
    """
    workshop = find_facilitated(store, facilitator_token)
    require_revealed(workshop)
    require_open(workshop)
    topics = rank_topics(store, workshop)
    with discussing(store, facilitator_token) as desk:
        desk.save_queue(topics)


def read_or_make_queue(store: Store, workshop: StoredWorkshop) -> tuple[Topic, ...]:
    """The queue as it is kept; made and kept first where there is none yet."""
    with explain_storage_problems():
        kept = store.read_queue(workshop)
        if kept is not None:
            return kept
    topics = rank_topics(store, workshop)
    with explain_storage_problems():
        return store.keep_queue(workshop, topics)


def rank_topics(store: Store, workshop: StoredWorkshop) -> tuple[Topic, ...]:
    """What the room should talk about, the most important first.

    In an anonymous workshop only what may be shown counts: else the place of a question in the
    queue would tell how a small group sees it. Questions on which no two groups can be shown come
    after the others, by how far people differ: a quarter of them stands below, a quarter above.
    """
    with explain_storage_problems():
        people, entries = store.read_blind_answers(workshop), store.read_entries(workshop)
    company = settle(workshop, people)
    agreed = {
        kept.question_id: float(kept.entry.level)
        for kept in entries
        if kept.entry.level is not None and kept.question_id in company.standings
    }
    company = company.with_levels(agreed)
    gaps = {question: view.ballot.gap for question, view in view_blind_answers(store, workshop).items()}
    return (*_rank_groups(company, gaps), *_rank_people(company, gaps))


def _rank_groups(company: Company, gaps: Mapping[str, PerceptionGap]) -> list[Topic]:
    items = rank_discussion(company.questionnaire, company, tuple(gaps.values()))
    return [
        _make_topic(item.gap.question_id, item.gap.difference, item.priority, item.effect) for item in items
    ]


def _rank_people(company: Company, gaps: Mapping[str, PerceptionGap]) -> list[Topic]:
    topics = []
    for question_id, gap in gaps.items():
        levels = [level for view in gap.by_group.values() for level in view.levels]
        if len(gap.by_group) > 1 or len(levels) < 2:
            continue
        low, _, high = quantiles(levels, n=4, method="inclusive")
        if high - low >= TALK_FROM:
            effect = weigh_effect(company, question_id, low, high)
            weight = load_content().question(question_id).weight
            topic = _make_topic(question_id, high - low, (high - low) * weight * effect.size, effect)
            topics.append(replace(topic, reason="people"))
    return sorted(topics, key=lambda topic: -topic.priority)


def _make_topic(question_id: str, difference: float, priority: float, effect: VerdictEffect) -> Topic:
    return Topic(
        question_id=question_id,
        reason="groups",
        difference=difference,
        priority=priority,
        stages=effect.stages,
        dimension_stages=effect.dimension_stages,
        patterns=effect.patterns,
    )
