import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from sqlalchemy import Engine, event
from streamlit.testing.v1 import AppTest

import services
from assessments.answers import Answer, Profile
from assessments.models import Edition, Questionnaire
from services.self_service import resume_assessment, save_answer, start_assessment
from storage.store import Store

APP = Path(__file__).parents[2] / "app.py"
COMPANY = Profile(
    name="ナギ精機 <b>",
    employees=320,
    business_units=3,
    products=12,
    segment_difference=3,
    one_brand_need=4,
    closeness_need=2,
    growth="expansion",
    marketing_headcount=6,
    current_model="centralized",
)


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that the app under test opens as well."""
    monkeypatch.setenv("HENKAKU_DATA", str(tmp_path))
    monkeypatch.delenv("HENKAKU_DATABASE_URL", raising=False)
    st.cache_resource.clear()
    store = services.connect()
    yield store
    store.close()
    st.cache_resource.clear()


@pytest.fixture
def begin(store: Store) -> Callable[..., str]:
    """Begin an assessment; returns its token."""

    def begin(edition: Edition = "full", profile: Profile = COMPANY) -> str:
        return start_assessment(store, profile, edition, "ja")

    return begin


@pytest.fixture
def answer(store: Store, questionnaire: Questionnaire) -> Callable[..., None]:
    """Answer every question with a level, but for the ones named."""

    def answer(token: str, rest: Any, **levels: Any) -> None:
        edition = resume_assessment(store, token).edition
        for question in questionnaire.asked_in(edition):
            level = levels.get(question.id, rest)
            if level is not None:
                save_answer(store, token, Answer(question=question.id, level=level))

    return answer


@pytest.fixture
def read(store: Store) -> Callable[[str], dict[str, Answer]]:
    """What the store holds behind a token."""
    return lambda token: dict(resume_assessment(store, token).answers)


@pytest.fixture
def visit() -> Callable[..., AppTest]:
    """Open a page as a new visitor with this address."""

    def visit(page: str = "start", **address: str) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=20)
        for name, value in address.items():
            app.query_params[name] = value
        if page == "start":
            return app.run()
        app.run()
        for name, value in address.items():
            app.query_params[name] = value
        return app.switch_page(f"ui/pages/{page}.py").run()

    return visit


@contextmanager
def listen() -> Iterator[list[str]]:
    """What is said to the database meanwhile, without the beginning of transactions."""
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            said.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield said
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def texts(app: AppTest) -> str:
    """All our HTML on the page."""
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def plain(app: AppTest) -> str:
    """The page's words without the marks for line breaks."""
    return texts(app).replace("<wbr>", "").replace("<br>", "")


def address(app: AppTest, name: str) -> str:
    """A query parameter of the page's address."""
    value = app.query_params[name]
    return value if isinstance(value, str) else value[0]


def list_files(app: AppTest) -> list[tuple[str, str]]:
    """Form and language of every report the page offers."""
    return re.findall(r'href="takeaway/(\w+)\?[^"]*?\br=(\w+)', texts(app))
