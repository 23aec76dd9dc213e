"""The plan: the roadmap at the team's capacity, what would be if, and the way to the board."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from assessments.models import Questionnaire
from scoring.roadmap import Capacity, plan_roadmap
from services.follow_up import open_company, read_board
from services.self_service import diagnose_draft, resume_assessment
from services.workshop import join_workshop
from storage.store import Store
from tests.ui.conftest import address, plain, texts
from tests.ui.workshops import hold

Visit = Callable[..., AppTest]
Begin = Callable[..., str]
Fill = Callable[..., None]


@pytest.fixture
def token(begin: Begin, answer: Fill) -> str:
    token = begin()
    answer(token, 2, kgi="unknown", handover_rule=0)
    return token


@pytest.fixture
def first(token: str, store: Store, questionnaire: Questionnaire) -> str:
    """The id of the roadmap's first action."""
    return plan_roadmap(diagnose_draft(questionnaire, resume_assessment(store, token))).steps[0].action.id


def score_line(app: AppTest) -> str:
    """What the outlook says of the score."""
    found = re.search(r"点数</span><b>([^<]+)</b>", texts(app))
    assert found
    return found.group(1)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("page", ["plan", "targets", "board", "history"])
@pytest.mark.parametrize("level", [None, "unknown", 0, 5])
def test_every_page_stands_whatever_was_answered(
    visit: Visit, begin: Begin, answer: Fill, page: str, level: object, language: str
) -> None:
    token = begin("quick")
    answer(token, level)
    app = visit(page, t=token, lang=language)
    assert not app.exception
    assert "failure" not in texts(app).split("<style>")[0]


@pytest.mark.parametrize("page", ["plan", "targets", "board", "history"])
def test_without_a_link_one_begins_at_the_start(visit: Visit, page: str) -> None:
    assert visit(page).button(key="go-full")


@pytest.mark.parametrize("page", ["plan", "targets", "board", "history"])
def test_a_facilitators_link_opens_the_pages(visit: Visit, store: Store, page: str) -> None:
    host = hold(store).facilitator_token
    app = visit(page, h=host)
    assert "ナギ精機" in plain(app)
    app.button(key="tab-targets" if page != "targets" else "tab-plan").click().run()
    assert not app.exception
    assert address(app, "h") == host


@pytest.mark.parametrize("page", ["plan", "targets", "board", "history"])
def test_a_participants_link_opens_nothing(visit: Visit, store: Store, page: str) -> None:
    opened = hold(store, end=False)
    seat = join_workshop(store, opened.join_code, "sales")
    for parameter in ("t", "h"):
        app = visit(page, **{parameter: seat})
        assert "ナギ精機" not in plain(app)
        assert "tab-here" not in [button.key for button in app.button]


def test_capacity_is_kept_for_the_company(visit: Visit, token: str, store: Store) -> None:
    app = visit("plan", t=token)
    app.number_input(key="cap-people").set_value(4).run()
    assert open_company(store, token).capacity == Capacity(people=4, hours_a_week=8.0)
    assert visit("plan", t=token).number_input(key="cap-people").value == 4


def test_a_ticked_step_moves_the_outlook_and_not_the_record(
    visit: Visit, token: str, first: str, store: Store
) -> None:
    before = resume_assessment(store, token).answers
    app = visit("plan", t=token)
    assert "→" not in score_line(app)
    app.checkbox(key=f"done-{first}").check().run()
    now, then = (float(part) for part in score_line(app).split(" → "))
    assert then > now
    assert resume_assessment(store, token).answers == before
    app.button(key="reset").click().run()
    assert "→" not in score_line(app)
    assert not app.checkbox(key=f"done-{first}").value


def test_any_answer_can_be_moved(visit: Visit, token: str) -> None:
    app = visit("plan", t=token)
    app.multiselect(key="moved-questions").select("handover_rule").run()
    app.get("button_group")[0].set_value(5).run()
    now, then = (float(part) for part in score_line(app).split(" → "))
    assert then > now


def test_what_is_open_leads_to_its_question(visit: Visit, token: str) -> None:
    links = re.findall(r'href="answer\?([^"]+)"', texts(visit("plan", t=token)))
    assert len(links) == 1
    app = visit("answer", **dict(pair.split("=") for pair in unescape(links[0]).split("&")))
    assert app.radio(key="lv-kgi").value == "unknown"


def test_working_documents_can_be_taken_along(visit: Visit, token: str) -> None:
    assert re.search(rf'href="takeaway/kit/\w+\?t={token}', texts(visit("plan", t=token)))


def test_the_steps_go_on_the_board_once(visit: Visit, token: str, store: Store) -> None:
    for _ in range(2):
        app = visit("plan", t=token)
        app.button(key="next").click().run()
        assert "実行ボード" in plain(app)
    board = read_board(store, token)
    assert len({item.action_id for item in board.items}) == len(board.items) > 0


def test_the_result_leads_on_with_three_steps_and_the_kit(visit: Visit, token: str) -> None:
    app = visit("result", t=token)
    firsts = texts(app).split("class='firsts'")[1].split("</ol>")[0]
    assert firsts.count("<li>") == 3
    assert f'href="takeaway/kit.zip?t={token}' in texts(app)
    assert len(set(re.findall(r'href="takeaway/(kit/\w+)', texts(app)))) == 10
    app.button(key="to-plan").click().run()
    assert app.number_input(key="cap-people")


def test_the_facilitators_result_leads_on_as_well(visit: Visit, store: Store) -> None:
    host = hold(store).facilitator_token
    app = visit("host", h=host, s="result")
    assert f'href="takeaway/kit.zip?h={host}' in texts(app)
    app.button(key="to-plan").click().run()
    assert address(app, "h") == host
    assert app.number_input(key="cap-people")
