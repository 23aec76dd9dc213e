"""A participant's phone while the room talks: the own answer beside the others', one tap to vote; the end."""

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from assessments.answers import Answer
from services.workshop import (
    Entry,
    OpenedWorkshop,
    cast_vote,
    choose_question,
    close_ballot,
    close_workshop,
    end_answering,
    hide_note,
    join_workshop,
    look_at_question,
    open_ballot,
    open_workshop,
    prepare_discussion,
    record_entry,
    save_blind_answer,
    view_as_participant,
)
from storage.problems import StorageProblem
from storage.store import Store
from tests.ui.conftest import texts
from tests.ui.workshops import QUESTION, hold, make_plan

Visit = Callable[..., AppTest]
OWN = "<b>自分のメモ</b> ![x](https://example.com/x.png)"
MARK = "<script>alert(1)</script>"


def plain(app: AppTest) -> str:
    return texts(app).replace("<wbr>", "")


@pytest.fixture
def opened(store: Store) -> OpenedWorkshop:
    """Three people in each group; answering has not ended."""
    return hold(store, end=False)


@pytest.fixture
def seat(store: Store, opened: OpenedWorkshop) -> str:
    """A seat among sales that sees 2, with a note; the question is before the room."""
    token = join_workshop(store, opened.join_code, "sales")
    save_blind_answer(store, token, Answer(question=QUESTION, level=2, note=OWN))
    end_answering(store, opened.facilitator_token)
    choose_question(store, opened.facilitator_token, QUESTION)
    return token


@pytest.fixture
def ballot(store: Store, opened: OpenedWorkshop, seat: str) -> str:
    """The key of the vote that is open."""
    number = open_ballot(store, opened.facilitator_token, QUESTION)
    return f"lv-vote-{number}-{QUESTION}"


def test_between_questions_the_phone_waits(
    visit: Visit, store: Store, opened: OpenedWorkshop, seat: str
) -> None:
    choose_question(store, opened.facilitator_token, None)
    app = visit("room", p=seat)
    assert "次の問いを待っています" in plain(app)
    assert not app.radio


def test_the_own_answer_stands_beside_everybodys(visit: Visit, seat: str) -> None:
    app = visit("room", p=seat)
    shown = plain(app)
    assert "あなたの最初の答えは「設計済」です" in shown
    assert "関西支社 &lt;b&gt;は「属人」、マーケティングは「連動」と見ています" in shown
    assert 'class="me"' in shown
    assert not app.radio


def test_the_own_note_is_shown_as_text(visit: Visit, seat: str) -> None:
    shown = texts(visit("room", p=seat))
    assert "あなたのメモ：&lt;b&gt;自分のメモ&lt;/b&gt; ![x](https://example.com/x.png)" in shown
    assert "onerror" not in shown


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(question=QUESTION, level="unknown"), "最初の答えは「分からない」です"),
        (Answer(question=QUESTION, level="not_applicable", reason="ない"), "最初の答えは「該当しない」です"),
        (None, "この問いには、まだ答えていません"),
    ],
)
def test_who_gave_no_level_is_told_so(
    visit: Visit, store: Store, opened: OpenedWorkshop, answer: Answer | None, said: str
) -> None:
    token = join_workshop(store, opened.join_code, "sales")
    if answer is not None:
        save_blind_answer(store, token, answer)
    end_answering(store, opened.facilitator_token)
    choose_question(store, opened.facilitator_token, QUESTION)
    shown = texts(visit("room", p=token))
    assert said in shown
    assert 'class="me"' not in shown


def test_small_groups_do_not_stand_apart(visit: Visit, store: Store) -> None:
    opened = hold(store, {"marketing": 4, "sales": 2, "management": 2}, end=False)
    token = join_workshop(store, opened.join_code, "marketing")
    end_answering(store, opened.facilitator_token)
    choose_question(store, opened.facilitator_token, QUESTION)
    shown = plain(visit("room", p=token))
    assert "経営" not in shown
    assert "3人に満たない部門は、分けずに示しています" in shown


def test_the_phone_shows_no_more_than_the_service_gives(
    visit: Visit, store: Store, opened: OpenedWorkshop, seat: str
) -> None:
    talk = look_at_question(store, seat)
    assert talk is not None
    hide_note(store, opened.facilitator_token, QUESTION, talk.notes[0].key)
    shown = texts(visit("room", p=seat))
    assert "合意メモ" not in shown


def test_one_tap_votes(visit: Visit, store: Store, seat: str, ballot: str) -> None:
    app = visit("room", p=seat)
    assert app.radio(key=ballot).value is None
    assert len(app.radio(key=ballot).options) == 7
    assert "まだ投票していません" in texts(app)
    app.radio(key=ballot).set_value(3).run()
    assert view_as_participant(store, seat).own_vote == 3
    assert "受け付けました" in texts(app)


@pytest.mark.parametrize("level", [5, "unknown"])
def test_a_vote_can_be_changed_and_is_found_again(
    visit: Visit, store: Store, seat: str, ballot: str, level: int | str
) -> None:
    app = visit("room", p=seat)
    app.radio(key=ballot).set_value(3).run()
    app.radio(key=ballot).set_value(level).run()
    assert view_as_participant(store, seat).own_vote == level
    assert visit("room", p=seat).radio(key=ballot).value == level


def test_a_vote_that_cannot_be_kept_says_so_and_is_kept_by_the_next_run(
    visit: Visit, store: Store, seat: str, ballot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StorageProblem("busy", "henkaku.db")

    app = visit("room", p=seat)
    with monkeypatch.context() as broken:
        broken.setattr(Store, "cast_vote", refuse)
        app.radio(key=ballot).set_value(3).run()
    assert "少し待ってから" in texts(app)
    assert "まだ投票していません" in texts(app)
    app.run()
    assert view_as_participant(store, seat).own_vote == 3


def test_a_vote_after_the_end_is_not_shown_as_cast(
    visit: Visit, store: Store, opened: OpenedWorkshop, seat: str, ballot: str
) -> None:
    app = visit("room", p=seat)
    close_ballot(store, opened.facilitator_token)
    app.radio(key=ballot).set_value(3).run()
    assert not app.radio
    assert "受け付けました" not in texts(app)
    again = open_ballot(store, opened.facilitator_token, QUESTION)
    app.run()
    assert app.radio(key=f"lv-vote-{again}-{QUESTION}").value is None
    assert view_as_participant(store, seat).own_vote is None


def test_after_the_vote_both_distributions_are_there(
    visit: Visit, store: Store, opened: OpenedWorkshop, seat: str, ballot: str
) -> None:
    others = [join_workshop(store, opened.join_code, "sales") for _ in range(2)]
    for token, level in zip((seat, *others), (3, 3, 4), strict=True):
        cast_vote(store, token, QUESTION, level)
    close_ballot(store, opened.facilitator_token)
    shown = plain(visit("room", p=seat))
    assert "2回目の投票" in shown
    assert "最初の回答を見る" in shown
    assert "あなたの2回目の投票は「運用中」です" in shown


def test_a_latecomer_votes_as_well(visit: Visit, store: Store, opened: OpenedWorkshop, ballot: str) -> None:
    token = join_workshop(store, opened.join_code, "management")
    app = visit("room", p=token)
    app.radio(key=ballot).set_value(1).run()
    assert view_as_participant(store, token).own_vote == 1


def put_on_record(store: Store, opened: OpenedWorkshop) -> None:
    entry = Entry(
        status="agreed",
        level=3,
        fact=MARK,
        judgement="**判断**",
        next_action="条件を読み合わせる",
        owner="佐藤 <i>",
        due=date(2027, 1, 31),
    )
    record_entry(store, opened.facilitator_token, QUESTION, entry)


def test_the_end_is_said_with_thanks(visit: Visit, store: Store, opened: OpenedWorkshop, seat: str) -> None:
    close_workshop(store, opened.facilitator_token, share_result=False)
    app = visit("room", p=seat, s="result")
    assert "お疲れさまでした" in plain(app)
    assert "診断の結論" not in texts(app)
    assert not [button.key for button in app.button if button.key == "see-result"]


def test_a_shared_result_comes_with_the_minutes_as_text(
    visit: Visit, store: Store, opened: OpenedWorkshop, seat: str
) -> None:
    put_on_record(store, opened)
    close_workshop(store, opened.facilitator_token, share_result=True)
    app = visit("room", p=seat)
    app.button(key="see-result").click().run()
    assert not app.exception
    shown = plain(app)
    assert "診断の結論" in shown
    assert "1問で合意しました" in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert MARK not in shown
    assert "**判断**" in shown
    assert "佐藤 &lt;i&gt;" in shown
    assert "2027年1月31日" in shown
    app.button(key="back").click().run()
    assert "お疲れさまでした" in plain(app)


def test_no_phone_loads_the_charts_script(
    visit: Visit, store: Store, opened: OpenedWorkshop, seat: str, ballot: str
) -> None:
    assert not visit("room", p=seat).get("plotly_chart")
    close_workshop(store, opened.facilitator_token, share_result=True)
    app = visit("room", p=seat, s="result")
    assert "診断の結論" in texts(app)
    assert not app.get("plotly_chart")


def test_a_result_withdrawn_is_gone(visit: Visit, store: Store, opened: OpenedWorkshop, seat: str) -> None:
    close_workshop(store, opened.facilitator_token, share_result=True)
    app = visit("room", p=seat, s="result")
    close_workshop(store, opened.facilitator_token, share_result=False)
    app.run()
    assert "診断の結論" not in texts(app)


def test_nobody_answered_is_no_failure(visit: Visit, store: Store) -> None:
    opened = open_workshop(store, make_plan())
    token = join_workshop(store, opened.join_code, "sales")
    end_answering(store, opened.facilitator_token)
    assert prepare_discussion(store, opened.facilitator_token).queue == ()
    choose_question(store, opened.facilitator_token, QUESTION)
    app = visit("room", p=token)
    assert not app.exception
    assert "段階を答えた人はいません" in texts(app)
    close_workshop(store, opened.facilitator_token, share_result=True)
    app = visit("room", p=token, s="result")
    assert not app.exception
    assert "記録に残した問いはありません" in texts(app)
