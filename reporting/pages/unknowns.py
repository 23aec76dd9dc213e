"""What matters most to find out: the open answers on which the verdict hangs, and who would know."""

from dataclasses import dataclass

from reporting.narrative import OpenStory, Story, tell_unknowns
from reporting.pages.wording import Head, Wording
from scoring.findings import Diagnosis
from scoring.unknowns import rank_open_questions


@dataclass(frozen=True)
class OpenRow:
    """One open question."""

    number: int
    title: str
    story: OpenStory


@dataclass(frozen=True)
class UnknownsPage:
    """The open questions that matter most."""

    head: Head
    story: Story
    rows: tuple[OpenRow, ...]


def build_unknowns_page(diagnosis: Diagnosis, wording: Wording) -> UnknownsPage | None:
    """The section; None where everything is settled, or where nothing at all is known."""
    ranked = rank_open_questions(diagnosis)
    if not ranked or not any(standing.is_known for standing in diagnosis.standings):
        return None
    story, told = tell_unknowns(diagnosis, ranked, wording.language, False)
    questionnaire = diagnosis.questionnaire
    rows = tuple(
        OpenRow(
            questionnaire.number(item.question_id),
            wording.voice.read(questionnaire.question(item.question_id).title),
            item,
        )
        for item in told
    )
    return UnknownsPage(wording.head("unknowns", story), story, rows)
