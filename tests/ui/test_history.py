"""The history: each round with its stage and interval, and whether a change is more than they leave open."""

import re
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from services.follow_up import start_recheck
from storage.store import Store
from tests.ui.conftest import plain, texts
from tests.ui.follow_ups import check_again, put_on_board
from tests.ui.workshops import hold

Visit = Callable[..., AppTest]
Begin = Callable[..., str]
Fill = Callable[..., None]


def rows(app: AppTest) -> list[str]:
    """The rounds, the newest first."""
    return plain(app).split("回ごとの段階")[1].split("</ol>")[0].split("<li")[1:]


def test_one_round_is_no_history_yet(visit: Visit, begin: Begin, answer: Fill) -> None:
    token = begin()
    answer(token, 2)
    app = visit("history", t=token)
    assert "1回目の結果だけです" in plain(app)
    assert len(rows(app)) == 1
    assert "段階2" in rows(app)[0]


def test_a_rise_beyond_the_answers_spread_is_called_certain(
    visit: Visit, begin: Begin, answer: Fill, store: Store
) -> None:
    token = begin()
    answer(token, 1)
    put_on_board(store, token, done=2)
    newest = check_again(store, token, 4)
    app = visit("history", t=newest)
    assert "幅を超える" in rows(app)[0]
    assert "分からない答えがどう出ても上がっています" in plain(app)
    assert len(rows(app)) == 2
    assert "上がった" in plain(app)
    assert re.search(rf'href="takeaway/pdf\?t={newest}', texts(app))


def test_a_rise_within_it_is_not(visit: Visit, begin: Begin, answer: Fill, store: Store) -> None:
    token = begin("quick")
    answer(token, 2, shared_kpis="unknown", training="unknown", handover_rule="unknown")
    put_on_board(store, token, done=1)
    app = visit("history", t=check_again(store, token, 3))
    assert "幅に収まる" in rows(app)[0]
    assert "分からない答えの幅に収まります" in plain(app)


def test_an_unfinished_recheck_is_not_judged(visit: Visit, begin: Begin, answer: Fill, store: Store) -> None:
    token = begin("quick")
    answer(token, 2)
    app = visit("history", t=start_recheck(store, token))
    assert "再点検の途中です" in plain(app)
    assert "未回答3問" in rows(app)[0]
    assert "前の回から" not in rows(app)[0]


def test_an_earlier_rounds_report_is_the_newest_ones(
    visit: Visit, begin: Begin, answer: Fill, store: Store
) -> None:
    token = begin("quick")
    answer(token, 2)
    newest = check_again(store, token, 3)
    app = visit("history", t=token)
    assert len(rows(app)) == 2
    assert re.search(rf'href="takeaway/pdf\?t={newest}', texts(app))


def test_a_workshop_counts_once_it_is_closed(visit: Visit, store: Store) -> None:
    app = visit("history", h=hold(store).facilitator_token)
    assert "比べられる回は、まだありません" in plain(app)
    assert "ワークショップが終了していない" in plain(app)
