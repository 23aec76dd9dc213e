"""The minutes of a workshop: next steps by date, then each question with its votes before and after."""

from dataclasses import dataclass
from datetime import date

from assessments.models import Question
from reporting.charts.ladder import draw_glyph
from reporting.charts.svg import Picture
from reporting.glyphs import clean_text
from reporting.narrative import tell_minutes
from reporting.narrative.groups import GroupNames
from reporting.narrative.told import Story
from reporting.pages.gaps import GroupKey, build_keys
from reporting.pages.vote_rows import VoteRow, build_votes, hide_votes
from reporting.pages.wording import Head, Wording
from scoring.findings import Diagnosis
from scoring.minutes import MinutesItem, Room, list_actions

SHORT = 800
"""Characters up to which a record stays on one page."""
TEXTS = ("fact", "judgement", "next_action")


@dataclass(frozen=True)
class ActionRow:
    """A next step."""

    due: str
    what: str
    owner: str
    question: str


@dataclass(frozen=True)
class Record:
    """What is on record about one question."""

    item: MinutesItem
    """As it was written, its votes as far as they may be shown."""
    number: int
    title: str
    status: str
    is_agreed: bool
    glyph: Picture | None
    level: str
    """Number and name of the level agreed on; empty without one."""
    wording: str
    said: tuple[tuple[str, str], ...]
    """Headings with what was written under them."""
    votes: tuple[VoteRow, ...]

    @property
    def is_short(self) -> bool:
        """Whether it fits a page, and need not be broken."""
        return sum(len(text) for _, text in self.said) < SHORT


@dataclass(frozen=True)
class MinutesPage:
    """Everything on the pages of the minutes."""

    head: Head
    story: Story
    actions: tuple[ActionRow, ...]
    keys: tuple[GroupKey, ...]
    records: tuple[Record, ...]
    left_out: tuple[str, ...]
    """The questions that were skipped or parked with nothing written about them, in one line each."""


def build_minutes_page(
    diagnosis: Diagnosis, room: Room, wording: Wording, made_on: date
) -> MinutesPage | None:
    """The pages of the minutes; None when nothing is on record."""
    if not room.minutes:
        return None
    kept = [hide_votes(item, room) for item in room.minutes if not _is_left_out(item)]
    pooled = frozenset(
        item.question_id for item in kept if any(votes.pooled for votes in (item.before, *item.after))
    )
    names = GroupNames(wording.voice, diagnosis.questionnaire, room.labels, pooled)
    gaps = [votes.gap for item in kept for votes in (item.before, *item.after)]
    story = tell_minutes(room.minutes, wording.language, False)
    return MinutesPage(
        head=wording.head("minutes", story, 3),
        story=story,
        actions=tuple(
            _build_action(diagnosis, item, wording, made_on) for item in list_actions(room.minutes)
        ),
        keys=build_keys(gaps, names, wording),
        records=tuple(_build_record(diagnosis, item, names, wording) for item in kept),
        left_out=_name_left_out(diagnosis, room, wording),
    )


def _is_left_out(item: MinutesItem) -> bool:
    texts = (item.fact, item.judgement, item.next_action, item.owner)
    is_empty = not any(map(_is_said, texts)) and item.due is None and not item.after
    return is_empty and item.status in ("skipped", "parked")


def _is_said(text: str) -> bool:
    return bool("".join(clean_text(text).split()))


def _name_left_out(diagnosis: Diagnosis, room: Room, wording: Wording) -> tuple[str, ...]:
    lines = []
    for status in ("parked", "skipped"):
        titles = [
            wording.voice.read(diagnosis.questionnaire.question(item.question_id).title)
            for item in room.minutes
            if item.status == status and _is_left_out(item)
        ]
        if titles:
            names = wording.say("cover.comma").join(titles)
            lines.append(wording.say(f"minutes.{status}", names=names))
    return tuple(lines)


def _build_action(diagnosis: Diagnosis, item: MinutesItem, wording: Wording, made_on: date) -> ActionRow:
    question = diagnosis.questionnaire.question(item.question_id)
    return ActionRow(
        due=wording.say("minutes.no_due") if item.due is None else wording.write_due(item.due, made_on),
        what=item.next_action,
        owner=item.owner if _is_said(item.owner) else wording.say("minutes.no_owner"),
        question=wording.voice.read(question.title),
    )


def _write_due(due: date | None, wording: Wording) -> str:
    return "" if due is None else wording.write_date(due)


def _build_record(diagnosis: Diagnosis, item: MinutesItem, names: GroupNames, wording: Wording) -> Record:
    question = diagnosis.questionnaire.question(item.question_id)
    level = "" if item.level is None else _name_level(diagnosis, item.level, wording)
    return Record(
        item=item,
        number=diagnosis.questionnaire.number(question.id),
        title=wording.voice.read(question.title),
        status=wording.say(f"minutes.status.{item.status}"),
        is_agreed=item.status == "agreed",
        glyph=None if item.level is None else draw_glyph(item.level, level),
        level=level,
        wording=_read_level(question, item.level, wording),
        said=_list_said(item, wording),
        votes=tuple(build_votes(votes, names, wording) for votes in (item.before, *item.after)),
    )


def _name_level(diagnosis: Diagnosis, level: int, wording: Wording) -> str:
    return f"{level} {wording.voice.read(diagnosis.questionnaire.levels[level].name)}"


def _read_level(question: Question, level: int | None, wording: Wording) -> str:
    return "" if level is None else wording.voice.read(question.levels[level])


def _list_said(item: MinutesItem, wording: Wording) -> tuple[tuple[str, str], ...]:
    texts = [(key, getattr(item, key)) for key in TEXTS]
    who = [text for text in (item.owner, _write_due(item.due, wording)) if _is_said(text)]
    texts.append(("who", wording.say("cover.comma").join(who)))
    return tuple((wording.say(f"minutes.{key}"), text) for key, text in texts if _is_said(text))
