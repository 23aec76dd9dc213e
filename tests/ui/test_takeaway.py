"""The address a report is taken along from: who gets what, and what is said when it cannot be made."""

import json
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from reporting.exports.kinds import FORMS, Form
from reporting.pdf import RenderFailed
from services.errors import ReportTimedOut
from services.takeaway import Link
from services.workshop import close_workshop, end_answering, join_workshop
from storage.store import Store
from tests.ui.requesting import ask
from tests.ui.workshops import hold
from ui import takeaway_files
from ui.document import DocumentMiddleware
from ui.takeaway import PATH, make_address, send_file
from ui.takeaway_files import name_file

BEGINNINGS: dict[Form, bytes] = {
    "pdf": b"%PDF", "xlsx": b"PK", "pptx": b"PK", "html": b"<!doctype html>", "json": b"{",
}  # fmt: skip
APP = DocumentMiddleware(Starlette(routes=[Route(PATH, send_file)]))


def fetch(form: str, query: str) -> tuple[int, dict[str, str], bytes]:
    return ask(APP, f"/takeaway/{form}", query)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_comes_as_a_file_of_its_own_name(begin: Any, answer: Any, form: Form) -> None:
    token = begin("quick")
    answer(token, 3)
    path, query = make_address(Link("draft", token), form, "en", "ja").split("?")
    status, headers, body = ask(APP, f"/{path}", query)
    assert status == 200
    assert body.lstrip().startswith(BEGINNINGS[form])
    assert headers["cache-control"] == "no-store"
    assert headers["content-disposition"].startswith("attachment")
    assert "%E3%83%8A%E3%82%AE%E7%B2%BE%E6%A9%9F" in headers["content-disposition"]  # ナギ精機
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("file", "beginning"),
    [
        ("kit.zip", b"PK"),
        ("kit/sla", b"PK"),
        ("board.csv", b"\xef\xbb\xbf"),
        ("board.xlsx", b"PK"),
        ("calendar.ics", b"BEGIN:VCALENDAR"),
    ],
)
def test_kit_board_and_calendar_come_the_same_way(
    begin: Any, answer: Any, file: str, beginning: bytes
) -> None:
    token = begin("quick")
    answer(token, 1)
    status, headers, body = fetch(file, f"t={token}&r=ja&weekly=2026-11-23T10:00&monthly=nonsense")
    assert status == 200
    assert body.startswith(beginning)
    assert headers["content-disposition"].startswith("attachment")
    if file == "calendar.ics":
        assert b"DTSTART:20261123T100000" in body
        assert body.count(b"RRULE") == 1  # what is no time is no meeting


def test_html_to_be_saved_keeps_its_own_policy(begin: Any, answer: Any) -> None:
    token = begin("quick")
    answer(token, 3)
    _, headers, body = fetch("html", f"t={token}")
    assert "content-security-policy" not in headers
    assert b"henkaku.js" not in body


def test_a_facilitator_gets_the_workshops_report_and_nobody_else_does(store: Store) -> None:
    opened = hold(store, end=False)
    seat = join_workshop(store, opened.join_code, "sales")
    end_answering(store, opened.facilitator_token)
    close_workshop(store, opened.facilitator_token, share_result=True)
    status, _, body = fetch("json", f"h={opened.facilitator_token}")
    assert status == 200
    assert "perception_gaps" in json.loads(body)
    for query in (f"h={seat}", f"t={seat}", f"p={seat}", f"t={opened.facilitator_token}", "h=", "t=x", ""):
        status, headers, body = fetch("json", query)
        assert status == 404
        assert headers["content-type"].startswith("text/plain")
        assert b"{" not in body


def test_while_people_answer_there_is_no_report(store: Store) -> None:
    opened = hold(store, end=False)
    status, _, body = fetch("pdf", f"h={opened.facilitator_token}&lang=en")
    assert status == 503
    assert b"%PDF" not in body


def test_an_unknown_form_is_not_found(begin: Any) -> None:
    assert fetch("docm", f"t={begin()}")[0] == 404


@pytest.mark.parametrize(("lang", "said"), [("ja", "時間"), ("en", "long")])
def test_what_takes_too_long_is_said_in_the_visitors_language(
    begin: Any, monkeypatch: pytest.MonkeyPatch, lang: str, said: str
) -> None:
    def fail(*_given: object) -> bytes:
        raise ReportTimedOut

    monkeypatch.setattr(takeaway_files, "render_report", fail)
    status, _, body = fetch("pdf", f"t={begin()}&lang={lang}")
    assert status == 503
    assert said in body.decode()


def test_a_bug_has_a_reference_and_tells_nothing_else(
    begin: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_given: object) -> bytes:
        raise RenderFailed("secret detail")

    monkeypatch.setattr(takeaway_files, "render_report", fail)
    status, _, body = fetch("pdf", f"t={begin()}")
    assert status == 500
    assert "secret" not in body.decode()
    reference = next(record.args[0] for record in caplog.records if record.args)  # type: ignore[index]
    assert str(reference) in body.decode()


def test_a_file_name_holds_nothing_a_file_system_refuses() -> None:
    name = name_file("../ナギ/精機\\ <b>:*?", "", "pdf", "ja")
    assert name.startswith("henkaku_ナギ-精機-b")
    assert not set(name) & set('/\\<>:*?"| ')
    assert len(name_file("長" * 300, "", "xlsx", "ja")) < 100
