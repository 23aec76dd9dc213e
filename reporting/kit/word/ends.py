"""How every document begins and ends: which finding it answers, and the record of the diagnosis."""

from collections.abc import Sequence

from assessments.models import KitDocumentId
from reporting.exports.words import clean_line
from reporting.kit.case import KitCase
from reporting.kit.findings import find_answered
from reporting.kit.notes import list_notes
from reporting.kit.word.numbering import UNNUMBERED, number_paragraph
from reporting.kit.word.paper import Paper
from reporting.kit.word.template import Decision
from reporting.kit.words import Words
from reporting.narrative.voice import shorten_to_sentences
from scoring.minutes import MinutesItem


def write_opening(
    paper: Paper, document: KitDocumentId, about: str, open_decisions: Sequence[Decision]
) -> None:
    """Company and date, title, what it is for, the finding it answers, and what is left to decide.

    Without `about` it takes as little room as it can: the rest of the page has the answers.
    """
    case, words = paper.case, Words("parts", paper.language)
    answered = find_answered(case, document)
    date = case.wording.write_date(case.made_on)
    paper.add(words.say("made_for", company=case.company, date=date), "Header")
    paper.add(paper.title, "Title")
    if about:
        paper.add(about, "Subtitle")
    paper.add(words.say("finding"), "Finding Label")
    paper.add(answered.text if about else shorten_to_sentences(answered.text, 0), "Finding")
    for line in answered.evidence if about else ():
        paper.add(line, "Finding Evidence")
    if open_decisions:
        names = words.say("comma").join(item.get(case.language) for item in open_decisions)
        key = "decides_one" if len(open_decisions) == 1 else "decides"
        paper.add(words.say(key, n=len(open_decisions), names=names), "Small")


def write_record(paper: Paper, document: KitDocumentId) -> None:
    """What the diagnosis has on record about the document's subject; nothing when it has nothing."""
    case, words = paper.case, Words("parts", paper.language)
    tables = (
        ("steps", (24, 18, 22, 36), list_steps(case, document)),
        ("agreed", (24, 34, 22, 20), list_agreed(case, document)),
    )
    notes = list_notes(case, document)
    if not notes and not any(rows for _, _, rows in tables):
        return
    number_paragraph(paper.add(words.say("record.title"), "Heading 1")._p, UNNUMBERED)
    for key, widths, rows in tables:
        if rows:
            paper.add(words.say(f"record.{key}.title"), "Heading 2")
            paper.add_table(words.say_each(f"record.{key}.heads"), widths, rows)
    if notes:
        paper.add(words.say("record.notes"), "Heading 2")
        for note in notes:
            paper.add(note, "List Bullet")


def list_steps(case: KitCase, document: KitDocumentId) -> list[tuple[str, ...]]:
    """The roadmap's steps that the document helps with: what, who, when, done when."""
    questionnaire, wording = case.diagnosis.questionnaire, case.wording
    return [
        (
            step.action.title.get(case.language),
            questionnaire.owner(step.action.owner).title.get(case.language),
            Words("parts", case.language).say(
                "span",
                start=wording.write_date(case.starts_on(step)),
                end=wording.write_date(case.ends_on(step)),
            ),
            step.action.done_when.get(case.language),
        )
        for step in case.steps_for(document)
    ]


def list_agreed(case: KitCase, document: KitDocumentId) -> list[tuple[str, ...]]:
    """What the workshop put on record about the document's questions."""
    ids = {standing.question.id for standing in case.standings_for(document)}
    return [_record(case, item) for item in case.enclosures.room.minutes if item.question_id in ids]


def _record(case: KitCase, item: MinutesItem) -> tuple[str, ...]:
    question = case.diagnosis.questionnaire.question(item.question_id)
    due = case.wording.write_date(item.due) if item.due else ""
    texts = (question.title.get(case.language), item.next_action, item.owner, due)
    return tuple(clean_line(text) for text in texts)
