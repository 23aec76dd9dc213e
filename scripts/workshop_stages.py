"""Workshops, one in each phase and language, for the pictures of the README."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import services
from assessments.answers import Answer, Profile
from assessments.models import DIMENSIONS, Group, Language
from services.workshop import (
    Entry,
    WorkshopPlan,
    cast_vote,
    choose_question,
    close_ballot,
    close_workshop,
    end_answering,
    join_workshop,
    list_questions,
    open_ballot,
    open_workshop,
    record_entry,
    save_blind_answer,
    start_timer,
)
from storage.store import Store

PHASES = ("answering", "talking", "voting", "closed")
COMPANIES: dict[Language, str] = {"ja": "ナギ精機", "en": "Nagi Seiki"}
VIEWS: dict[Group, str] = {
    "marketing": "3323214333202212",
    "sales": "2121111121321110",
    "management": "3342323232223322",
    "business_unit": "2221112201221010",
}
"""The level each group sees, by question in the order asked."""
PEOPLE: dict[Group, int] = {"marketing": 4, "sales": 5, "management": 3, "business_unit": 3}
SLOW = {"sales": 9, "management": 12, "marketing": 0}
"""While people still answer: how many answers the last person of a group has given."""
CURRENT = "handover_rule"
"""The question before the room."""
VOTES = (3, 2, 2, 3, 2, 2, 1, 2, 2, 3)
TALK_SECONDS = 300
NOTES: dict[Language, dict[Group, str]] = {
    "ja": {
        "marketing": "MAから営業に通知を送る設定がある",
        "sales": "通知は届くが、誰が受けるか決まっていない",
    },
    "en": {"marketing": "MA is set up to notify sales", "sales": "The alert arrives; nobody owns it"},
}
"""What the first person of a group has noted about the current question."""
RECORD: dict[Language, dict[str, Entry]] = {
    "ja": {
        "deal_results_return": Entry(
            status="agreed",
            level=1,
            fact="失注の理由はSFAにあるが、マーケティングには見る権限がない。",
            judgement="知りたい人が聞いて回っている状態。",
            next_action="SFAの閲覧権限を渡し、月初に失注の一覧を二人で見る。",
            owner="営業企画",
            due=date(2027, 4, 30),
        ),
        "regular_meetings": Entry(status="disagreed", fact="会議はあるが、事業部は招かれていない。"),
    },
    "en": {
        "deal_results_return": Entry(
            status="agreed",
            level=1,
            fact="Reasons for lost deals are in SFA, but marketing may not open them.",
            judgement="Whoever wants to know has to ask around.",
            next_action="Give marketing access, and read last month's lost deals together.",
            owner="Sales planning",
            due=date(2027, 4, 30),
        ),
        "regular_meetings": Entry(
            status="disagreed", fact="The meeting takes place; the business units are not invited."
        ),
    },
}
"""What the room has put on record."""


@dataclass(frozen=True)
class Stage:
    """What leads into a workshop: the facilitator's token, a seat's, and the key of the QR code."""

    host: str
    seat: str
    key: str


def stage_workshops(database: Path) -> dict[str, dict[str, Stage]]:
    """Make a workshop for each language and phase in a new database."""
    store = services.connect(f"sqlite:///{database}")
    stages: dict[str, dict[str, Stage]] = {
        language: {phase: _stage(store, language, phase) for phase in PHASES} for language in COMPANIES
    }
    store.close()
    return stages


def _stage(store: Store, language: Language, phase: str) -> Stage:
    plan = WorkshopPlan(
        profile=Profile(
            name=COMPANIES[language], employees=320, business_units=3, current_model="centralized"
        ),
        edition="quick",
        dimensions=DIMENSIONS,
        groups=dict.fromkeys(PEOPLE),
        anonymous=True,
        language=language,
        answer_minutes=10,
        talk_minutes=5,
    )
    opened = open_workshop(store, plan)
    host = opened.facilitator_token
    seats = _fill(store, opened.join_code, plan, SLOW if phase == "answering" else {})
    start_timer(store, host, plan.answer_minutes * 60)
    if phase != "answering":
        end_answering(store, host)
        _talk(store, host, seats, language, phase)
    # The last one of sales: while people answer, with some questions to go.
    return Stage(host, seats[PEOPLE["marketing"] + PEOPLE["sales"] - 1], opened.join_key)


def _fill(store: Store, code: str, plan: WorkshopPlan, slow: dict[str, int]) -> list[str]:
    """Let everybody join and answer; returns their tokens, group by group."""
    seats, questions = [], list_questions(plan)
    for group, people in PEOPLE.items():
        for person in range(people):
            seats.append(join_workshop(store, code, group))
            given = slow.get(group, len(questions)) if person == people - 1 else len(questions)
            for place, question in enumerate(questions[:given]):
                is_noted = question.id == CURRENT and person == 0
                note = NOTES[plan.language].get(group) if is_noted else None
                level = _vary(int(VIEWS[group][place]), place, person)
                save_blind_answer(store, seats[-1], Answer(question=question.id, level=level, note=note))
    return seats


def _vary(level: int, place: int, person: int) -> int:
    """A person's level: the group's, now and then one more or less."""
    change = ((place + 3 * person) % 5 == 1) - ((place + person) % 4 == 1)
    return min(5, max(0, level + change))


def _talk(store: Store, host: str, seats: list[str], language: Language, phase: str) -> None:
    """Settle two questions and bring up the third; after the talk it is voted on again."""
    for question, entry in RECORD[language].items():
        record_entry(store, host, question, entry)
    choose_question(store, host, CURRENT)
    start_timer(store, host, TALK_SECONDS)
    if phase != "talking":
        open_ballot(store, host, CURRENT)
        for seat, level in zip(seats, VOTES, strict=False):
            cast_vote(store, seat, CURRENT, level)
    if phase == "closed":
        close_ballot(store, host)
        close_workshop(store, host, share_result=True)
