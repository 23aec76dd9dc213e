"""The pages that are put under load. To add one: say how its participants come to be and what they do."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle
from urllib.parse import urlencode

from assessments.answer_files import read_answers
from assessments.answers import Answer, Profile
from assessments.models import DIMENSIONS, GROUPS
from benchmarks.load.plan import Visit
from benchmarks.load.servers import ROOT, Kind
from services.content import load_content
from services.demo import open_example
from services.self_service import resume_assessment, start_assessment
from services.takeaway import Link
from services.workshop import WorkshopPlan, join_workshop, open_workshop, view_as_participant
from storage.store import Store
from ui.sections import group_pages
from ui.takeaway import make_address

Kept = Mapping[str, Answer]
"""What the store holds of one participant, by question."""
COMPANY = Profile(name="Load")


@dataclass(frozen=True)
class Scenario:
    """A page, and the people on it."""

    name: str
    server: Kind
    prepare: Callable[[Store, int], tuple[Visit, ...]]
    """Makes so many participants in the store; returns a visit for each, then one for each other screen."""
    find_kept: Callable[[Store, str], Kept] | None = None
    """The answers the store holds of an owner; None when the page keeps nothing."""
    radios: str = "lv-"
    """How the keys of the questions begin; what follows is the question's id."""
    turn: str = "next"
    """The key of the button to the next page; empty when there is none."""


def open_bare_pages(_store: Store, people: int) -> tuple[Visit, ...]:
    """The bare page, once for each."""
    return tuple(Visit("/", f"person={number}", owner=str(number)) for number in range(people))


def start_drafts(store: Store, people: int) -> tuple[Visit, ...]:
    """A draft of one's own for each, on the answering page."""
    tokens = [start_assessment(store, COMPANY, "full", "ja") for _ in range(people)]
    return tuple(
        Visit("/answer", _make_query(t=token, s=place), owner=token)
        for token, place in zip(tokens, _spread(), strict=False)
    )


def find_draft_answers(store: Store, token: str) -> Kept:
    """What a draft holds."""
    return resume_assessment(store, token).answers


def open_room(store: Store, people: int) -> tuple[Visit, ...]:
    """One workshop in its blind phase: a seat for each, and the facilitator's screen."""
    plan = WorkshopPlan(
        profile=COMPANY,
        edition="full",
        dimensions=DIMENSIONS,
        groups=dict.fromkeys(GROUPS),
        anonymous=True,
        language="ja",
        answer_minutes=30,
        talk_minutes=5,
    )
    opened = open_workshop(store, plan)
    seats = [join_workshop(store, opened.join_key, GROUPS[number % len(GROUPS)]) for number in range(people)]
    return (
        *(
            Visit("/room", _make_query(p=seat, s=place), owner=seat)
            for seat, place in zip(seats, _spread(), strict=False)
        ),
        Visit("/host", _make_query(h=opened.facilitator_token), role="watch"),
    )


def find_blind_answers(store: Store, token: str) -> Kept:
    """What a seat's answers are."""
    return view_as_participant(store, token).answers


def open_room_and_result(store: Store, people: int) -> tuple[Visit, ...]:
    """The workshop, and somebody on a finished result who has its PDF rendered again and again."""
    profile, answers = read_answers(ROOT / "examples" / "company_b.yaml", load_content())
    token = open_example(store, profile, answers, "ja")
    address = make_address(Link("draft", token), "pdf", "ja", "ja")
    report = Visit("/result", _make_query(t=token), role="download", file=f"/{address}")
    return (*open_room(store, people), report)


def _spread() -> Iterator[str]:
    """Sections to begin in, so that not everybody turns the page at once; none so late that it ends there."""
    content = load_content()
    pages = list(group_pages(content, content.asked_in("full")))
    return cycle(pages[: len(pages) // 2])


def _make_query(**names: str) -> str:
    return urlencode(names | {"lang": "ja"})


BARE = Scenario("bare page", "bare", open_bare_pages, turn="")
ALONE = Scenario("answering alone", "henkaku", start_drafts, find_draft_answers)
BY_DEFAULT = Scenario("answering alone, Streamlit's defaults", "default", start_drafts, find_draft_answers)
ROOM = Scenario("workshop", "henkaku", open_room, find_blind_answers)
BUSY_ROOM = Scenario("workshop, PDFs rendered", "henkaku", open_room_and_result, find_blind_answers)
PEOPLED = (ALONE, BUSY_ROOM)
"""The pages that a whole room may be on at once."""
