"""Agendas and minutes for the meetings of marketing and sales."""

from reporting.exports.words import clean_line
from reporting.kit.case import KitCase
from reporting.kit.word.filling import Filling, Rows
from reporting.kit.word.writing import write_document
from scoring.minutes import MinutesItem, list_actions

FIRST_HORIZON = 30
MOST_ITEMS = 6
"""Items that a first meeting can get through."""


def render(case: KitCase) -> bytes:
    """The meeting kit as a Word document."""
    workshop = [_word_minutes(case, item) for item in case.enclosures.room.minutes if _is_recorded(item)]
    return write_document(
        case, "meetings", Filling(rows={"first_items": _list_first(case), "workshop": workshop})
    )


def _list_first(case: KitCase) -> Rows:
    """What the workshop agreed to do, then the steps that the roadmap finishes first."""
    questionnaire = case.diagnosis.questionnaire
    agreed = [_word_minutes(case, item) for item in list_actions(case.enclosures.room.minutes)]
    rows = [(title, action, owner, due) for title, _, _, action, owner, due in agreed]
    rows += [
        (
            step.action.title.get(case.language),
            step.action.first_step.get(case.language),
            questionnaire.owner(step.action.owner).title.get(case.language),
            case.wording.write_date(case.ends_on(step)),
        )
        for step in case.roadmap.steps
        if step.horizon == FIRST_HORIZON
    ]
    return rows[:MOST_ITEMS]


def _is_recorded(item: MinutesItem) -> bool:
    return any(text.strip() for text in (item.fact, item.judgement, item.next_action))


def _word_minutes(case: KitCase, item: MinutesItem) -> tuple[str, str, str, str, str, str]:
    title = case.diagnosis.questionnaire.question(item.question_id).title.get(case.language)
    due = case.wording.write_date(item.due) if item.due else ""
    fact, judgement, action, owner = map(
        clean_line, (item.fact, item.judgement, item.next_action, item.owner)
    )
    return title, fact, judgement, action, owner, due
