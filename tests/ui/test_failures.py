"""What goes wrong is explained in the visitor's language; a bug shows a reference and never a traceback."""

import logging
import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from storage.problems import StorageProblem
from storage.store import Store
from tests.ui.conftest import texts

Visit = Callable[..., AppTest]


@pytest.mark.parametrize("token", ["nonsense", "A" * 43])
@pytest.mark.parametrize("page", ["start", "answer", "result"])
def test_an_unknown_link_says_what_to_do(visit: Visit, page: str, token: str) -> None:
    app = visit(page, t=token)
    assert not app.exception
    assert "このリンクの診断は見つかりませんでした" in texts(app)
    app.button(key="failure-start").click().run()
    assert "t" not in app.query_params
    assert app.button(key="go-full")


def test_it_says_so_in_english_too(visit: Visit) -> None:
    assert "Back to the start" in [button.label for button in visit("result", t="A" * 43, lang="en").button]


def test_a_database_out_of_reach_is_explained(
    visit: Visit, begin: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StorageProblem("unreachable", "postgresql://db", "timeout")

    token = begin()
    with monkeypatch.context() as broken:
        broken.setattr(Store, "find_assessment", refuse)
        app = visit("answer", t=token)
    assert "データベースのサーバーにつながりません" in texts(app)
    assert "保存済みの回答はそのまま残っています" in texts(app)
    app.button(key="failure-retry").click().run()
    assert app.radio


def test_a_bug_is_logged_under_the_reference_that_is_shown(
    visit: Visit,
    begin: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(Store, "find_assessment", break_down)
    with caplog.at_level(logging.ERROR, logger="henkaku"):
        app = visit("answer", t=begin())
    assert not app.exception
    shown = re.search(r"参照番号 ([0-9a-f]{8})", texts(app))
    assert shown is not None
    assert shown[1] in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "secret detail" not in texts(app)
