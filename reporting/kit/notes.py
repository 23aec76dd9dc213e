"""What respondents noted with their answers, repeated where it matters."""

from assessments.models import KitDocumentId
from reporting.exports.words import clean_line
from reporting.kit.case import KitCase
from reporting.kit.words import Words

NOTE_LENGTH = 240
"""Characters of a note that are repeated; the report has it in full."""


def list_notes(case: KitCase, document: KitDocumentId) -> list[str]:
    """What respondents noted as evidence, each with its question."""
    words, questionnaire = Words("parts", case.language), case.diagnosis.questionnaire
    noted = [
        (standing.question, clean_line(note))
        for standing in case.standings_for(document)
        for note in standing.notes
    ]
    return [
        words.say(
            "record.note",
            number=questionnaire.number(question.id),
            title=question.title.get(case.language),
            note=cut_note(note),
        )
        for question, note in noted
        if note
    ]


def cut_note(note: str) -> str:
    """A note as far as it is repeated."""
    return note if len(note) <= NOTE_LENGTH else f"{note[: NOTE_LENGTH - 1]}…"
