"""The re-check: begun from board or history, a few questions only; older rounds stay as they are."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessments.answers import Answer
from assessments.models import Questionnaire
from services.errors import RoundFollowed
from services.follow_up import AT_RANDOM, find_last_round, start_recheck
from services.self_service import change_edition, clear_answer, resume_assessment, save_answer
from services.workshop import close_workshop
from storage.store import Store
from tests.ui.conftest import address, plain, texts
from tests.ui.follow_ups import check_again, put_on_board
from tests.ui.workshops import hold

Visit = Callable[..., AppTest]
Begin = Callable[..., str]
Fill = Callable[..., None]


def asked_on(app: AppTest) -> list[str]:
    return [str(radio.key).removeprefix("lv-") for radio in app.radio]


@pytest.mark.parametrize("page", ["board", "history"])
def test_it_says_what_is_asked_and_why_and_leads_to_the_questions(
    visit: Visit, begin: Begin, answer: Fill, store: Store, questionnaire: Questionnaire, page: str
) -> None:
    token = begin()
    answer(token, 1)
    board = put_on_board(store, token, done=1)
    app = visit(page, t=token)
    assert "進めた打ち手：" + board.items[0].name(questionnaire, "ja") in plain(app)
    assert plain(app).count("無作為に選んだ問い</small>") == AT_RANDOM
    app.button(key="recheck-go").click().run()
    assert not app.exception
    assert address(app, "t") == find_last_round(store, token) != token
    assert asked_on(app)


def test_only_the_questions_chosen_are_asked_and_no_other_edition_is_offered(
    visit: Visit, begin: Begin, answer: Fill, store: Store
) -> None:
    token = begin("quick")
    answer(token, 1)
    put_on_board(store, token, done=2)
    following = start_recheck(store, token)
    app = visit("answer", t=following)
    seen = asked_on(app)
    while address(app, "s") != "review":
        app.button(key="next").click().run()
        seen += asked_on(app)
    assert tuple(seen) == resume_assessment(store, following).asked
    assert "edition" not in [button.key for button in app.button]
    assert app.button(key="profile")


def test_a_recheck_that_was_begun_is_gone_on_with(
    visit: Visit, begin: Begin, answer: Fill, store: Store
) -> None:
    token = begin("quick")
    answer(token, 1)
    following = start_recheck(store, token)
    first, *others = resume_assessment(store, following).asked or ()
    save_answer(store, following, Answer(question=first, level=2))
    app = visit("history", t=following)
    assert "再点検の途中です" in plain(app)
    assert f"あと{len(others)}問で終わります" in plain(app)
    app.button(key="recheck-go").click().run()
    assert (address(app, "t"), asked_on(app)[:1]) != (token, [first])
    assert find_last_round(store, token) == following


def test_the_result_of_an_unfinished_recheck_leads_back_to_its_questions(
    visit: Visit, begin: Begin, answer: Fill, store: Store
) -> None:
    token = begin("quick")
    answer(token, 1)
    following = start_recheck(store, token)
    app = visit("result", t=following)
    assert "前回からの動き" not in plain(app)
    app.button(key="recheck-go").click().run()
    assert asked_on(app)


@pytest.mark.parametrize("page", ["result", "plan", "targets", "board", "history"])
def test_an_old_link_leads_on_to_the_newest_round(
    visit: Visit, begin: Begin, answer: Fill, store: Store, page: str
) -> None:
    token = begin("quick")
    answer(token, 1)
    newest = check_again(store, check_again(store, token, 2), 3)
    app = visit(page, t=token)
    app.button(key="to-newest").click().run()
    assert not app.exception
    assert address(app, "t") == newest
    assert "to-newest" not in [button.key for button in app.button]


def test_an_earlier_round_cannot_be_answered_any_more(
    visit: Visit, begin: Begin, answer: Fill, store: Store
) -> None:
    token = begin("quick")
    answer(token, 1)
    before = resume_assessment(store, token)
    following = start_recheck(store, token)
    app = visit("answer", t=token)
    assert not app.radio
    for change in (
        lambda: save_answer(store, token, Answer(question="shared_kpis", level=5)),
        lambda: clear_answer(store, token, "shared_kpis"),
        lambda: change_edition(store, token, "full"),
    ):
        with pytest.raises(RoundFollowed):
            change()
    assert resume_assessment(store, token).answers == before.answers
    app.button(key="to-newest").click().run()
    assert address(app, "t") == following


def test_an_open_page_of_an_earlier_round_says_why_nothing_is_saved(
    visit: Visit, begin: Begin, answer: Fill, store: Store
) -> None:
    token = begin("quick")
    answer(token, 1)
    app = visit("answer", t=token, s="leads")
    start_recheck(store, token)
    question = asked_on(app)[0]
    app.radio(key=f"lv-{question}").set_value(5).run()
    assert resume_assessment(store, token).answers[question].level == 1
    assert "もう変えられません" in plain(app)


def test_the_result_says_what_moved(visit: Visit, begin: Begin, answer: Fill, store: Store) -> None:
    token = begin()
    answer(token, 1)
    put_on_board(store, token, done=2)
    page = plain(visit("result", t=check_again(store, token, 4)))
    assert "前回からの動き" in page
    assert "上がりました" in page


def test_nothing_answered_is_nothing_to_check(visit: Visit, begin: Begin) -> None:
    app = visit("history", t=begin())
    assert "再点検は、まだ始められません" in plain(app)
    assert "recheck-go" not in [button.key for button in app.button]
    assert "<b>" not in texts(app).split('class="ctx"')[1].split("</span>")[0]


def test_after_a_workshop_one_person_answers_on(visit: Visit, store: Store) -> None:
    host = hold(store).facilitator_token
    close_workshop(store, host, share_result=False)
    app = visit("history", h=host)
    app.button(key="recheck-go").click().run()
    assert asked_on(app)
    following = address(app, "t")
    result = visit("host", h=host, s="result")
    result.button(key="to-newest").click().run()
    assert address(result, "t") == following
