"""A whole workshop, in browsers: six people, three groups, two power cuts; nothing that counts is gone."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pypdfium2
from playwright.sync_api import expect

from assessments.answers import Profile
from assessments.models import Group
from services.workshop import (
    Entry,
    WorkshopPlan,
    choose_question,
    end_answering,
    join_workshop,
    minutes_for_facilitator,
    open_ballot,
    open_workshop,
    prepare_discussion,
    result_for_facilitator,
    view_as_facilitator,
    view_as_participant,
)
from tests.browser.attending import FOLLOW, RADIO, Participant, come_back, find_ballot
from tests.browser.serving import Server
from tests.browser.visiting import Visitor
from ui.components.workshop.invitation import make_join_link
from ui.components.workshop.qr_code import draw_qr

Enter = Callable[..., Visitor]
COMPANY = "ナギ精機"
GROUPS: tuple[Group, ...] = ("marketing", "sales", "management")
QUESTIONS = ("shared_kpis", "appraisal_yardsticks", "handover_rule", "unready_leads", "regular_meetings")
"""What the quick edition asks about working together: one page on a phone."""
PEOPLE: tuple[tuple[Group, str, str, tuple[int, ...]], ...] = (
    ("marketing", "phone", "佐藤", (4, 3, 4, 3, 3)),
    ("marketing", "desktop", "鈴木", (4, 4, 4, 3, 3)),
    ("sales", "phone", "Tanaka", (1, 1, 3, 2, 3)),
    ("sales", "desktop", "高橋", (1, 0, 3, 2, 3)),
    ("management", "desktop", "伊藤", (3, 2, 4, 3, 3)),
    ("management", "desktop", "渡辺", (2, 2, 4, 3, 3)),
)
TALKED = Entry(
    status="agreed",
    level=2,
    fact="月次会議の資料に共通のKPIがない",
    judgement="設計はあるが、現場では使われていない",
    next_action="共通KPIを2つに絞り、4月から月次で見る",
    owner="伊藤",
    due=date(2027, 4, 30),
)

PLAN = WorkshopPlan(
    profile=Profile(name=COMPANY),
    edition="quick",
    dimensions=("alignment",),
    groups=dict.fromkeys(GROUPS),
    anonymous=True,
    language="ja",
    answer_minutes=10,
    talk_minutes=5,
)
BREAK_AFTER_ONE_MESSAGE = """
    window.WebSocket = class extends WebSocket {
        constructor(...all) {
            super(...all);
            this.addEventListener("message", () => {
                if (window.breakNow) { window.breakNow = false; this.close(); }
            });
        }
    };
"""
"""The first message after a tap says that a run begins; none that follows it gets through."""


class Workshop:
    """The screens of everybody in the room, and what the database holds behind them."""

    def __init__(self, enter: Enter, server: Server) -> None:
        self.server = server
        self.host = enter("projector")
        self.people = [Participant(enter(size), group, name) for group, size, name, _ in PEOPLE]
        self.plans = [dict(zip(QUESTIONS, levels, strict=True)) for *_, levels in PEOPLE]
        self.token = ""

    @property
    def screens(self) -> list[Visitor]:
        return [self.host, *(person.visitor for person in self.people)]

    def cut_power(self, in_flight: Callable[[], None], while_down: Callable[[], None]) -> None:
        """Kill the server under a tap, tap again while it is away, and start it on the same data."""
        in_flight()
        self.server.kill()
        while_down()
        self.server.start()
        for screen in self.screens:
            come_back(screen)


def test_a_whole_workshop_through_two_power_cuts(enter: Enter, own_server: Server) -> None:
    room = Workshop(enter, own_server)
    open_by_name(room)
    join_all(room)
    answer_through_a_power_cut(room)
    reveal(room)
    first, second = prepare_order(room)
    agree_undo_redo(room, first)
    vote_through_a_power_cut(room, second, first)
    close_and_share(room)
    assert [screen.complaints for screen in room.screens] == [[] for _ in room.screens]
    log = own_server.log()
    assert "Traceback" not in log
    assert not any(token in log for token in (room.token, *(person.token for person in room.people)))


def test_a_vote_counts_though_the_server_dies_just_as_it_arrives(enter: Enter, own_server: Server) -> None:
    with own_server.store() as store:
        opened = open_workshop(store, PLAN)
        token = join_workshop(store, opened.join_code, "sales")
        end_answering(store, opened.facilitator_token)
        open_ballot(store, opened.facilitator_token, QUESTIONS[0])
    person = Participant(enter("phone"), "sales", "")
    person.visitor.page.add_init_script(BREAK_AFTER_ONE_MESSAGE)
    person.visitor.open(f"{own_server.url}/room", p=token)
    expect(find_ballot(person.visitor, QUESTIONS[0], 2)).to_be_visible()
    person.visitor.page.evaluate("window.breakNow = true")
    person.tap(f"vote-2-{QUESTIONS[0]}", 3)
    person.visitor.page.wait_for_function("() => window.breakNow === false")
    own_server.restart()
    come_back(person.visitor)
    person.sees_vote(3)
    with own_server.store() as store:
        assert view_as_participant(store, token).own_vote == 3
        choose_question(store, opened.facilitator_token, None)
    expect(person.visitor.page.locator(".calm h1")).to_be_visible(timeout=FOLLOW)


def open_by_name(room: Workshop) -> None:
    """The facilitator opens a workshop on one dimension, with three groups, by name."""
    host, page = room.host, room.host.page
    host.open(f"{room.server.url}/workshop")
    page.locator(".st-key-form").get_by_role("textbox").first.fill(COMPANY)
    page.keyboard.press("Tab")
    for key in ("dimension-strategy", "dimension-data", "dimension-structure", "takes-business_unit"):
        page.locator(f".st-key-{key} label").click()
        host.settle()
    page.locator(".st-key-anonymous label").last.click()
    host.settle()
    host.press("next")
    page.wait_for_url("**/host?**h=**")
    host.settle()
    room.token = host.address("h")
    with room.server.store() as store:
        workshop = view_as_facilitator(store, room.token)
    assert (workshop.plan.anonymous, tuple(workshop.plan.groups)) == (False, GROUPS)
    code = page.locator(".join .code").evaluate("e => e.lastChild.previousSibling.previousSibling.data")
    assert code == workshop.join_code[:3]
    link = make_join_link(room.server.url, workshop.join_key)
    picture = page.locator("img.qr")
    assert str(picture.get_attribute("src")) in draw_qr(link, "")
    box = picture.bounding_box()
    assert box is not None
    assert box["width"] >= 400, "too small to scan from the back of a room"


def join_all(room: Workshop) -> None:
    """Two type the code, the others have scanned it; one of them reads English."""
    with room.server.store() as store:
        workshop = view_as_facilitator(store, room.token)
    typed = f"{workshop.join_code[:3].lower()} {workshop.join_code[3:]}"
    for number, person in enumerate(room.people):
        language = {"lang": "en"} if person.name == "Tanaka" else {}
        if number < 2:
            person.visitor.open(f"{room.server.url}/join", **language)
            person.visitor.page.locator(".st-key-join-code input").fill(typed)
            person.visitor.page.keyboard.press("Tab")
            person.visitor.settle()
            person.visitor.press("join-check")
        else:
            person.visitor.open(f"{room.server.url}/join", c=workshop.join_key, **language)
        person.join(GROUPS.index(person.group))
        assert person.visitor.overflow() <= 0
    expect(room.host.page.locator(".grp li .who")).to_contain_text(["佐藤", "Tanaka", "伊藤"], timeout=FOLLOW)
    assert room.people[2].visitor.page.evaluate("document.documentElement.lang") == "en"


def answer_through_a_power_cut(room: Workshop) -> None:
    """Everybody answers; one reloads, one is out of reach for a while, and the server dies."""
    first, second, third, *_ = room.people
    for question in QUESTIONS[:2]:
        answer_all(room, question)
    first.visitor.page.reload()
    first.visitor.settle()
    lose_the_line(room, third)
    room.cut_power(
        in_flight=partial(second.tap, QUESTIONS[2], room.plans[1][QUESTIONS[2]]),
        while_down=partial(first.tap, QUESTIONS[2], room.plans[0][QUESTIONS[2]]),
    )
    compare_answers(room)
    for person, plan in ((first, room.plans[0]), (second, room.plans[1])):
        person.tap_again(QUESTIONS[2], plan[QUESTIONS[2]])
        person.acknowledged[QUESTIONS[2]] = plan[QUESTIONS[2]]
        person.sees_answers(3)
    for question in QUESTIONS[2:]:
        answer_all(room, question, but=room.people[-1] if question == QUESTIONS[-1] else None)
    compare_answers(room)


def answer_all(room: Workshop, question: str, but: Participant | None = None) -> None:
    for person, plan in zip(room.people, room.plans, strict=True):
        if person is not but and question not in person.acknowledged:
            person.answer(question, plan[question])


def lose_the_line(room: Workshop, person: Participant) -> None:
    """An answer tapped without a connection waits on the phone and counts once it is back."""
    question, level = QUESTIONS[2], PEOPLE[2][3][2]
    person.visitor.page.context.set_offline(True)
    person.tap(question, level)
    person.visitor.page.wait_for_timeout(2000)
    with room.server.store() as store:
        assert question not in view_as_participant(store, person.token).answers
    person.visitor.page.context.set_offline(False)
    person.acknowledged[question] = level
    person.sees_answers(len(person.acknowledged))


def compare_answers(room: Workshop) -> None:
    """What was acknowledged is in the store, and what a screen shows as chosen is what the store holds."""
    with room.server.store() as store:
        for person in room.people:
            person.visitor.settle()
            answers = view_as_participant(store, person.token).answers
            stored = {question: answer.level for question, answer in answers.items()}
            assert person.acknowledged.items() <= stored.items()
            shown = {question: person.visitor.chosen(question) for question in QUESTIONS}
            assert {q: level for q, level in shown.items() if level is not None} == stored


def reveal(room: Workshop) -> None:
    """One has not finished, so the facilitator is asked once; then every phone waits for a question."""
    room.host.press("next")
    room.host.page.locator(".st-key-end-go button").click()
    expect(room.host.page.locator(".st-key-agenda")).to_be_visible(timeout=FOLLOW)
    for person in room.people:
        expect(person.visitor.page.locator(".calm h1")).to_be_visible(timeout=FOLLOW)
    with room.server.store() as store:
        assert view_as_facilitator(store, room.token).phase == "discussing"


def prepare_order(room: Workshop) -> tuple[str, str]:
    """The two questions on which the room is furthest apart, as the queue has them."""
    with room.server.store() as store:
        queue = prepare_discussion(store, room.token).queue
    expect(room.host.page.locator(f".st-key-queue {RADIO}")).to_have_count(len(queue))
    assert {topic.question_id for topic in queue[:2]} == {"shared_kpis", "appraisal_yardsticks"}
    return queue[0].question_id, queue[1].question_id


def agree_undo_redo(room: Workshop, question: str) -> None:
    """Talk about a question, put an agreement on record, take it back, put it there again."""
    host, page = room.host, room.host.page
    host.press("next")
    for person in room.people:
        expect(person.visitor.page.locator(".now h1")).to_be_visible(timeout=FOLLOW)
        expect(person.visitor.page.locator(".spread .dp")).to_be_visible(timeout=FOLLOW)
        assert person.visitor.overflow() <= 0
    for name in ("fact", "judgement", "next_action"):
        page.locator(f".st-key-agree-{name}-{question} textarea").fill(getattr(TALKED, name))
        page.keyboard.press("Tab")
        host.settle()
    page.locator(f".st-key-agree-owner-{question} input").fill(TALKED.owner)
    page.keyboard.press("Tab")
    host.settle()
    type_due(host, question, "20270430")
    expect(page.locator(".st-key-next button")).to_be_disabled()
    page.locator(f".st-key-agree-outcome-{question} {RADIO}").nth(TALKED.level or 0).click()
    host.settle()
    host.press("next")
    expect(page.locator(f".st-key-agree-outcome-{question}")).to_have_count(0, timeout=FOLLOW)
    host.settle()
    assert read_entry(room, question) == TALKED
    page.locator(".st-key-backward button").click()
    expect(page.locator(f".st-key-agree-outcome-{question}")).to_be_visible(timeout=FOLLOW)
    host.settle()
    host.press("undo")
    expect(page.locator(".onrec")).to_have_count(0, timeout=FOLLOW)
    assert read_entry(room, question).status == "open"
    host.press("redo")
    expect(page.locator(".onrec")).to_contain_text(str(TALKED.level), timeout=FOLLOW)
    assert read_entry(room, question) == TALKED


def type_due(host: Visitor, question: str, day: str) -> None:
    """Type a due date; the field puts the slashes in."""
    field = host.page.locator(f".st-key-agree-due-{question}")
    field.locator("input, [contenteditable]").first.click()
    host.page.keyboard.type(day)
    host.page.keyboard.press("Enter")
    host.settle()


def read_entry(room: Workshop, question: str) -> Entry:
    with room.server.store() as store:
        return view_as_facilitator(store, room.token).entries[question]


def vote_through_a_power_cut(room: Workshop, question: str, settled: str) -> None:
    """A second blind vote, with the server dying in its middle; then the room agrees to disagree."""
    host, page = room.host, room.host.page
    host.press("forward")
    host.press("vote")
    for person in room.people:
        expect(find_ballot(person.visitor, question, 2)).to_be_visible(timeout=FOLLOW)
    votes = dict(zip((person.name for person in room.people), (3, 3, 2, 2, 2, 3), strict=True))
    key, (last, late, *early) = f"vote-2-{question}", room.people
    for person in early:
        person.vote(key, votes[person.name])
    room.cut_power(
        in_flight=partial(last.tap, key, votes[last.name]),
        while_down=partial(late.tap, key, votes[late.name]),
    )
    with room.server.store() as store:
        for person in early:
            assert view_as_participant(store, person.token).own_vote == votes[person.name]
    assert read_entry(room, settled) == TALKED
    for person in (last, late):
        person.tap_again(key, votes[person.name])
        person.sees_vote(votes[person.name])
    expect(page.locator(".grp h2")).to_contain_text("6人のうち6人", timeout=FOLLOW)
    host.press("next")
    expect(page.locator(".md.was").first).to_be_visible(timeout=FOLLOW)
    with room.server.store() as store:
        latest = prepare_discussion(store, room.token).talks[question].latest
    assert {group: view.levels for group, view in latest.gap.by_group.items()} == {
        "marketing": (3, 3),
        "sales": (2, 2),
        "management": (2, 3),
    }
    for person in room.people:
        expect(person.visitor.page.locator(".spread details")).to_be_visible(timeout=FOLLOW)
    page.locator(f".st-key-agree-outcome-{question} {RADIO}").nth(6).click()
    host.settle()
    host.press("next")
    expect(page.locator(f".st-key-agree-outcome-{question}")).to_have_count(0, timeout=FOLLOW)
    host.settle()
    assert read_entry(room, question).status == "disagreed"


def close_and_share(room: Workshop) -> None:
    """Park what is left, read the minutes, close; the report comes and everybody sees the result."""
    host, page = room.host, room.host.page
    host.press("park")
    host.press("to-minutes")
    expect(page.locator(".mn > li")).to_have_count(3, timeout=FOLLOW)
    expect(page.locator(".mn")).to_contain_text(TALKED.next_action)
    host.press("menu")
    page.locator(".st-key-menu-close button").click()
    page.locator(".st-key-close-go button").click()
    expect(page.locator(".st-key-share-result")).to_be_visible(timeout=FOLLOW)
    host.settle()
    with room.server.store() as store:
        workshop = view_as_facilitator(store, room.token)
        diagnosis = result_for_facilitator(store, room.token)
        items = minutes_for_facilitator(store, room.token)
    assert (workshop.phase, workshop.share_result) == ("closed", True)
    assert [item.entry.status for item in items] == ["agreed", "disagreed", "parked"]
    assert {standing.question.id: standing.level for standing in diagnosis.standings}[
        items[0].question_id
    ] == TALKED.level
    report = host.download("pdf", "ja")
    assert report.read_bytes().startswith(b"%PDF")
    assert len(pypdfium2.PdfDocument(report)) > 3
    host.press("next")
    page.wait_for_url("**s=result**")
    expect(page.locator(".mn")).to_contain_text(TALKED.fact, timeout=FOLLOW)
    for person in room.people:
        expect(person.visitor.page.locator(".st-key-see-result")).to_be_visible(timeout=FOLLOW)
        person.visitor.press("see-result")
        expect(person.visitor.page.locator(".mins")).to_contain_text(TALKED.next_action, timeout=FOLLOW)
        assert person.visitor.overflow() <= 0
