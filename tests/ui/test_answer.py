"""The answering pages: every answer is kept when it is given, and nothing that was not given is."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessments.answers import Answer
from assessments.models import Questionnaire
from services.self_service import resume_assessment, save_answer
from storage.problems import StorageProblem
from storage.store import Store
from tests.ui.conftest import address, listen, texts

Visit = Callable[..., AppTest]
Begin = Callable[..., str]
Read = Callable[[str], dict[str, Answer]]


def test_no_page_asks_more_than_eight_questions(
    visit: Visit, begin: Begin, questionnaire: Questionnaire
) -> None:
    token = begin()
    asked = []
    for capability in questionnaire.capabilities:
        app = visit("answer", t=token, s=capability.id)
        assert 1 <= len(app.radio) <= 8
        assert all(radio.value is None for radio in app.radio)
        asked += [str(radio.key).removeprefix("lv-") for radio in app.radio]
    assert asked == [question.id for question in questionnaire.questions]


def test_the_quick_edition_asks_its_own_questions(
    visit: Visit, begin: Begin, questionnaire: Questionnaire
) -> None:
    app = visit("answer", t=begin("quick"), s="customers")
    quick = [question.id for question in questionnaire.asked_in("quick")]
    assert [str(radio.key).removeprefix("lv-") for radio in app.radio] == [
        question.id for question in questionnaire.capabilities[0].questions if question.id in quick
    ]


@pytest.mark.parametrize("level", [0, 5, "unknown"])
def test_an_answer_is_kept_when_it_is_given(visit: Visit, begin: Begin, read: Read, level: Any) -> None:
    token = begin()
    app = visit("answer", t=token)
    app.radio(key="lv-as_is_analysis").set_value(level).run()
    assert read(token) == {"as_is_analysis": Answer(question="as_is_analysis", level=level)}


def test_looking_at_a_page_answers_nothing(visit: Visit, begin: Begin, read: Read) -> None:
    token = begin()
    app = visit("answer", t=token)
    app.button(key="next").click().run()
    assert read(token) == {}


def test_an_answer_costs_three_statements_and_a_new_page_two(visit: Visit, begin: Begin) -> None:
    app = visit("answer", t=begin())
    with listen() as statements:
        app.radio(key="lv-as_is_analysis").set_value(2).run()
        assert len(statements) == 3
        statements.clear()
        app.button(key="next").click().run()
        assert len(statements) == 2
    assert address(app, "s") != "customers"


@pytest.mark.parametrize("key", ["next", "state"])
def test_a_choice_that_arrives_with_a_press_is_kept_before_the_page_turns(
    visit: Visit, begin: Begin, read: Read, key: str
) -> None:
    token = begin()
    app = visit("answer", t=token)
    app.radio(key="lv-as_is_analysis").set_value(2).run()
    app.text_input(key="note-evidence-as_is_analysis").set_value("4月のメモ")
    app.button(key=key).click().run()
    assert read(token)["as_is_analysis"].note == "4月のメモ"
    assert address(app, "s") != "customers"


def test_one_may_go_on_without_the_reason_that_is_asked_for(visit: Visit, begin: Begin, read: Read) -> None:
    token = begin()
    app = visit("answer", t=token)
    app.radio(key="lv-as_is_analysis").set_value("not_applicable").run()
    app.button(key="next").click().run()
    assert read(token) == {}
    assert address(app, "s") != "customers"


def test_not_applicable_waits_for_its_reason(visit: Visit, begin: Begin, read: Read) -> None:
    token = begin()
    app = visit("answer", t=token)
    app.radio(key="lv-as_is_analysis").set_value("not_applicable").run()
    assert read(token) == {}
    assert "理由を一言書くと" in texts(app)
    app.text_input(key="note-not_applicable-as_is_analysis").set_value("営業部門がない").run()
    assert read(token)["as_is_analysis"].reason == "営業部門がない"
    assert "理由を一言書くと" not in texts(app)


def test_evidence_is_kept_with_its_answer(visit: Visit, begin: Begin, read: Read) -> None:
    token = begin()
    app = visit("answer", t=token)
    app.radio(key="lv-as_is_analysis").set_value(3).run()
    app.text_input(key="note-evidence-as_is_analysis").set_value("4月のメモ").run()
    app.radio(key="lv-as_is_analysis").set_value(4).run()
    assert read(token)["as_is_analysis"] == Answer(question="as_is_analysis", level=4, note="4月のメモ")


def test_who_would_know_is_not_mixed_up_with_evidence(visit: Visit, begin: Begin, read: Read) -> None:
    token = begin()
    app = visit("answer", t=token)
    app.radio(key="lv-as_is_analysis").set_value(3).run()
    app.text_input(key="note-evidence-as_is_analysis").set_value("4月のメモ").run()
    app.radio(key="lv-as_is_analysis").set_value("unknown").run()
    assert read(token)["as_is_analysis"].note is None
    app.radio(key="lv-as_is_analysis").set_value(3).run()
    assert read(token)["as_is_analysis"].note == "4月のメモ"


def test_an_answer_can_be_taken_back(visit: Visit, begin: Begin, read: Read) -> None:
    token = begin()
    app = visit("answer", t=token)
    app.radio(key="lv-as_is_analysis").set_value(3).run()
    app.run()
    app.button(key="clear-as_is_analysis").click().run()
    assert read(token) == {}
    assert app.radio(key="lv-as_is_analysis").value is None


def test_what_can_be_taken_back_is_what_was_answered_last(visit: Visit, begin: Begin) -> None:
    app = visit("answer", t=begin())
    for question in ("as_is_analysis", "customer_journey"):
        app.radio(key=f"lv-{question}").set_value(3).run()
        buttons = [str(button.key) for button in app.button]
        assert [key for key in buttons if key.startswith("clear-")] == [f"clear-{question}"]


def test_a_new_visit_shows_what_was_answered(visit: Visit, begin: Begin) -> None:
    token = begin()
    app = visit("answer", t=token)
    app.radio(key="lv-as_is_analysis").set_value(2).run()
    app.text_input(key="note-evidence-as_is_analysis").set_value("4月のメモ").run()
    again = visit("answer", t=token, s="customers")
    assert again.radio(key="lv-as_is_analysis").value == 2
    assert again.text_input(key="note-evidence-as_is_analysis").value == "4月のメモ"


def test_a_change_on_another_device_is_shown_and_not_undone(
    visit: Visit, begin: Begin, read: Read, store: Store
) -> None:
    token = begin()
    app = visit("answer", t=token)
    app.radio(key="lv-as_is_analysis").set_value(2).run()
    save_answer(store, token, Answer(question="as_is_analysis", level=4))
    app.radio(key="lv-customer_journey").set_value(1).run()
    assert read(token)["as_is_analysis"].level == 4
    assert app.radio(key="lv-as_is_analysis").value == 4


def test_one_goes_through_all_sections_and_back(
    visit: Visit, begin: Begin, questionnaire: Questionnaire
) -> None:
    app = visit("answer", t=begin())
    visited = [address(app, "s")]
    for _ in questionnaire.capabilities:
        app.button(key="next").click().run()
        visited.append(address(app, "s"))
    assert visited == [*(capability.id for capability in questionnaire.capabilities), "review"]
    app.button(key="back").click().run()
    assert address(app, "s") == questionnaire.capabilities[-1].id


def test_one_comes_back_to_the_first_open_question(
    visit: Visit, begin: Begin, answer: Callable[..., None]
) -> None:
    token = begin()
    answer(token, 3, handover_rule=None)
    assert address(visit("answer", t=token), "s") == "leads"
    answer(token, 3)
    assert address(visit("answer", t=token), "s") == "review"


def test_the_review_lists_what_is_open(
    visit: Visit, begin: Begin, answer: Callable[..., None], questionnaire: Questionnaire
) -> None:
    token = begin()
    answer(token, 3, handover_rule=None, training=None)
    app = visit("answer", t=token, s="review")
    assert "まだ2問が空いています" in texts(app).replace("<wbr>", "")
    assert questionnaire.question("handover_rule").title.ja in texts(app)
    app.button(key="open-leads").click().run()
    assert address(app, "s") == "leads"


def test_the_edition_can_be_changed_and_no_answer_is_lost(
    visit: Visit, begin: Begin, answer: Callable[..., None], store: Store, read: Read
) -> None:
    token = begin("quick")
    answer(token, 2)
    app = visit("answer", t=token, s="review")
    app.button(key="edition").click().run()
    assert resume_assessment(store, token).edition == "full"
    assert len(read(token)) == 16


def test_language_keeps_the_place_and_the_answers(visit: Visit, begin: Begin, read: Read) -> None:
    token = begin()
    app = visit("answer", t=token, s="leads")
    app.radio(key="lv-handover_rule").set_value(2).run()
    app.button(key="language").click().run()
    assert address(app, "s") == "leads"
    assert address(app, "t") == token
    assert app.radio(key="lv-handover_rule").value == 2
    assert "Question 17" in texts(app)
    assert read(token)["handover_rule"].level == 2


def test_an_answer_that_cannot_be_saved_says_so_and_is_saved_later(
    visit: Visit, begin: Begin, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = begin()
    app = visit("answer", t=token)

    def refuse(*_: object) -> None:
        raise StorageProblem("busy", "henkaku.db")

    with monkeypatch.context() as broken:
        broken.setattr(Store, "save_answer", refuse)
        app.radio(key="lv-as_is_analysis").set_value(3).run()
    assert not app.exception
    assert "少し待ってから" in texts(app)
    assert read(token) == {}
    app.run()
    assert read(token)["as_is_analysis"].level == 3


def test_without_a_draft_one_is_sent_to_the_start(visit: Visit) -> None:
    app = visit("answer")
    assert not app.exception
    assert app.button(key="go-full")
