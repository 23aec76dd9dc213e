"""While the room talks: the queue, the question before the room, what goes on record, the end."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessments.models import Questionnaire
from reporting.exports.kinds import FORMS
from services.workshop import (
    cast_vote,
    close_workshop,
    join_workshop,
    open_ballot,
    prepare_discussion,
    view_as_facilitator,
)
from storage.store import Store
from tests.ui.conftest import address, list_files, texts
from tests.ui.workshops import QUESTION, bring_up, hold

Visit = Callable[..., AppTest]


def plain(app: AppTest) -> str:
    return texts(app).replace("<wbr>", "").replace("<br>", "")


@pytest.fixture
def token(store: Store) -> str:
    """The facilitator's token of a workshop with the disputed question before the room."""
    return bring_up(store, hold(store))


def read_entry(store: Store, token: str, question: str = QUESTION) -> tuple[str, int | None] | None:
    entry = view_as_facilitator(store, token).entries.get(question)
    return (entry.status, entry.level) if entry else None


def test_the_queue_says_why_each_question_is_in_it(visit: Visit, store: Store) -> None:
    opened = hold(store)
    app = visit("host", h=opened.facilitator_token)
    queue = app.radio(key="queue")
    assert "見方が割れた問いが1つあります" in plain(app)
    assert "部門の中央値に3段の差があります。" in next(iter(queue.proto.captions))
    app.button(key="next").click().run()
    workshop = view_as_facilitator(store, opened.facilitator_token)
    assert workshop.current_question == QUESTION
    assert workshop.timer is not None
    assert workshop.timer.seconds == 300


def test_choosing_in_the_queue_puts_a_question_before_the_room(visit: Visit, store: Store) -> None:
    opened = hold(store)
    app = visit("host", h=opened.facilitator_token)
    app.radio(key="queue").set_value(QUESTION).run()
    assert not app.exception
    assert view_as_facilitator(store, opened.facilitator_token).current_question == QUESTION


def test_the_question_is_shown_with_all_that_helps_to_talk(
    visit: Visit, store: Store, token: str, questionnaire: Questionnaire
) -> None:
    app = visit("host", h=token)
    page, question = plain(app), questionnaire.question(QUESTION)
    assert not app.exception
    assert question.text.ja in page
    assert "マーケティングは「連動」、</span>" in page
    assert "関西支社 &lt;b&gt;は「属人」" in page
    assert question.levels[1].ja in page
    assert question.levels[4].ja in page
    assert "マーケティングは3人、中央値は4。" in page
    assert "中央値で3段の差" in page
    talk = prepare_discussion(store, token).talks[QUESTION]
    assert talk.room_question is not None
    assert questionnaire.pattern(talk.room_question).room_question.ja in page


def test_what_people_wrote_is_text_and_nothing_else(visit: Visit, token: str) -> None:
    page = texts(visit("host", h=token))
    assert "&lt;img src=x onerror=alert(1)&gt; **合意メモ**" in page
    assert "<img src=x" not in page


def test_a_note_is_hidden_and_shown_again(visit: Visit, store: Store, token: str) -> None:
    note = prepare_discussion(store, token).talks[QUESTION].notes[0]
    app = visit("host", h=token)
    app.button(key=f"hide-{note.key}").click().run()
    assert note.key in prepare_discussion(store, token).talks[QUESTION].hidden_notes
    assert "隠したメモが1件あります" in plain(app)
    app.button(key="show-notes").click().run()
    assert prepare_discussion(store, token).talks[QUESTION].hidden_notes == ()


def test_agreement_is_put_into_words_from_six_people_on(visit: Visit, store: Store) -> None:
    many = visit("host", h=bring_up(store, hold(store)))
    assert "一致度は" in plain(many)
    few = visit("host", h=bring_up(store, hold(store, {"marketing": 3, "sales": 2}, anonymous=False)))
    assert "一致度は" not in plain(few)
    assert "マーケティングは3人" in plain(few)


def test_small_groups_are_not_told_apart_in_an_anonymous_workshop(visit: Visit, store: Store) -> None:
    people = {"marketing": 3, "sales": 2, "management": 2}
    page = plain(visit("host", h=bring_up(store, hold(store, people))))
    assert "少人数の部門は4人、中央値は1。" in page
    assert "経営は2人" not in page
    page = plain(visit("host", h=bring_up(store, hold(store, people, anonymous=False))))
    assert "経営は2人、中央値は1。" in page


def test_an_agreement_goes_on_record_with_what_was_written(visit: Visit, store: Store, token: str) -> None:
    app = visit("host", h=token)
    assert app.button(key="next").disabled
    app.text_area(key=f"agree-fact-{QUESTION}").set_value("<b>同じ表がない</b>").run()
    entry = view_as_facilitator(store, token).entries[QUESTION]
    assert (entry.status, entry.fact) == ("open", "<b>同じ表がない</b>")
    app.radio(key=f"agree-outcome-{QUESTION}").set_value(2).run()
    assert read_entry(store, token) == ("open", None)
    app.button(key="next").click().run()
    assert not app.exception
    entry = view_as_facilitator(store, token).entries[QUESTION]
    assert (entry.status, entry.level, entry.fact) == ("agreed", 2, "<b>同じ表がない</b>")
    assert view_as_facilitator(store, token).current_question is None
    assert app.button(key="next").label == "ワークショップを終える"


def test_a_room_may_agree_to_disagree(visit: Visit, store: Store, token: str) -> None:
    app = visit("host", h=token)
    app.radio(key=f"agree-outcome-{QUESTION}").set_value("disagreed").run()
    assert app.button(key="next").label == "記録して次へ"
    app.button(key="next").click().run()
    assert read_entry(store, token) == ("disagreed", None)


def test_undo_and_redo_are_followed_by_the_form(visit: Visit, store: Store, token: str) -> None:
    app = visit("host", h=token)
    app.radio(key=f"agree-outcome-{QUESTION}").set_value(3).run()
    app.button(key="next").click().run()
    app.radio(key="queue").set_value(QUESTION).run()
    assert app.radio(key=f"agree-outcome-{QUESTION}").value == 3
    app.button(key="undo").click().run()
    assert read_entry(store, token) is None
    assert app.radio(key=f"agree-outcome-{QUESTION}").value is None
    app.button(key="redo").click().run()
    assert read_entry(store, token) == ("agreed", 3)
    assert app.radio(key=f"agree-outcome-{QUESTION}").value == 3
    app.button(key="redo").click().run()
    assert "やり直せる記録はありません" in plain(app)


@pytest.mark.parametrize(("key", "status"), [("park", "parked"), ("skip", "skipped")])
def test_a_question_is_set_aside(visit: Visit, store: Store, token: str, key: str, status: str) -> None:
    app = visit("host", h=token)
    app.button(key=key).click().run()
    assert not app.exception
    assert read_entry(store, token) == (status, None)
    assert view_as_facilitator(store, token).current_question is None


def test_a_second_vote_is_opened_followed_and_shown(visit: Visit, store: Store) -> None:
    opened = hold(store, anonymous=False)
    token = bring_up(store, opened)
    voter = join_workshop(store, opened.join_code, "sales", "佐藤")
    app = visit("host", h=token)
    app.button(key="vote").click().run()
    assert "10人のうち0人が投票しました" in plain(app)
    cast_vote(store, voter, QUESTION, 3)
    app.run()
    assert "10人のうち1人が投票しました" in plain(app)
    assert "中央値は3" not in plain(app)
    app.button(key="next").click().run()
    page = plain(app)
    assert "関西支社 &lt;b&gt;は1人、中央値は3。" in page
    assert 'class="md was" style="left:17' in page


def test_the_minutes_show_what_is_on_record(visit: Visit, token: str) -> None:
    app = visit("host", h=token)
    app.text_area(key=f"agree-next_action-{QUESTION}").set_value("<i>表をつくる</i>").run()
    app.button(key="to-minutes").click().run()
    assert address(app, "s") == "minutes"
    page = texts(app)
    assert "&lt;i&gt;表をつくる&lt;/i&gt;" in page
    assert "<i>表をつくる" not in page
    app.button(key="next").click().run()
    assert app.radio(key=f"agree-outcome-{QUESTION}")


def test_answering_can_begin_again_until_something_is_agreed(visit: Visit, store: Store, token: str) -> None:
    app = visit("host", h=token)
    app.radio(key=f"agree-outcome-{QUESTION}").set_value(2).run()
    app.button(key="next").click().run()
    app.button(key="menu-resume").click().run()
    assert "合意の記録があるため、回答の時間には戻れません" in plain(app)
    app.radio(key="queue").set_value(QUESTION).run()
    app.button(key="undo").click().run()
    app.button(key="menu-resume").click().run()
    assert view_as_facilitator(store, token).phase == "answering"


def test_any_question_can_be_brought_up(visit: Visit, store: Store, token: str) -> None:
    app = visit("host", h=token)
    app.selectbox(key="any-question").set_value("kpi_tree").run()
    assert view_as_facilitator(store, token).current_question == "kpi_tree"
    assert "答えた全員が「設計済」" in plain(app)
    assert app.radio(key="queue").value is None


def test_closing_asks_whether_to_share(visit: Visit, store: Store, token: str) -> None:
    app = visit("host", h=token)
    app.button(key="menu-close").click().run()
    assert view_as_facilitator(store, token).phase == "discussing"
    assert "結論を記録した問いは、まだありません" in plain(app)
    app.checkbox(key="share").uncheck()
    app.button(key="close-go").click().run()
    workshop = view_as_facilitator(store, token)
    assert (workshop.phase, workshop.share_result) == ("closed", True)


def test_after_the_end_the_result_can_be_shared_and_taken_along(
    visit: Visit, store: Store, token: str
) -> None:
    close_workshop(store, token, share_result=False)
    app = visit("host", h=token)
    assert not app.exception
    app.checkbox(key="share-result").check().run()
    assert view_as_facilitator(store, token).share_result
    assert list_files(app) == [("pdf", "ja")]
    app.button(key="next").click().run()
    assert address(app, "s") == "result"
    assert "診断の結論" in plain(app)
    assert {form for form, _ in list_files(app)} == set(FORMS)


def test_nothing_but_the_token_gives_the_right(visit: Visit, store: Store) -> None:
    one, other = hold(store), hold(store)
    bring_up(store, one)
    app = visit("host", h=other.facilitator_token, s="minutes")
    assert view_as_facilitator(store, one.facilitator_token).current_question == QUESTION
    assert "まだ記録はありません" in plain(app)
    voter = join_workshop(store, one.join_code, "sales")
    for section in ("minutes", "result"):
        assert "このリンクで開けるワークショップはありません" in plain(visit("host", h=voter, s=section))


@pytest.mark.parametrize("section", ["", "minutes", "result"])
def test_every_view_speaks_english(visit: Visit, store: Store, token: str, section: str) -> None:
    open_ballot(store, token, QUESTION)
    app = visit("host", h=token, lang="en", **({"s": section} if section else {}))
    assert not app.exception
    assert "Something went wrong" not in plain(app)
