"""The start page: what it asks for, and what it leaves to the visitor."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from assessments.models import Questionnaire
from services.self_service import resume_assessment
from storage.store import Store
from tests.ui.conftest import COMPANY, address, texts


def test_nothing_is_preselected(visit: Callable[..., AppTest]) -> None:
    app = visit()
    assert not app.exception
    assert [field.value for field in app.number_input] == [None] * 4
    assert [choice.value for choice in app.get("button_group")] == [None] * 3
    assert [choice.value for choice in app.selectbox] == [None, None]


def test_each_trait_says_why_it_is_asked(visit: Callable[..., AppTest], questionnaire: Questionnaire) -> None:
    app = visit()
    helped = {field.proto.help for field in (*app.number_input, *app.selectbox, *app.get("button_group"))}
    for criterion in questionnaire.organisation.criteria:
        assert criterion.asked_because.ja_polite in helped


def test_the_profile_is_kept_when_one_begins(visit: Callable[..., AppTest], store: Store) -> None:
    app = visit()
    app.text_input(key="profile-name").set_value(" ナギ精機 ")
    app.number_input(key="profile-employees").set_value(320)
    app.selectbox(key="profile-growth").set_value("series_b")
    app.get("button_group")[0].set_value(3)
    app.button(key="go-quick").click().run()
    assert not app.exception
    draft = resume_assessment(store, address(app, "t"))
    assert draft.edition == "quick"
    assert draft.language == "ja"
    assert draft.profile.name == "ナギ精機"
    assert draft.profile.employees == 320
    assert draft.profile.growth == "series_b"
    assert draft.profile.segment_difference == 3
    assert draft.profile.products is None


def test_one_can_begin_without_saying_anything(visit: Callable[..., AppTest], store: Store) -> None:
    app = visit()
    app.button(key="go-full").click().run()
    assert not app.exception
    assert resume_assessment(store, address(app, "t")).edition == "full"
    assert app.radio


def test_a_pasted_link_opens_the_draft(visit: Callable[..., AppTest], begin: Callable[..., str]) -> None:
    token = begin()
    app = visit()
    app.text_input(key="resume-link").set_value(f"https://henkaku.example/answer?t={token}&lang=en")
    app.button(key="resume-go").click().run()
    assert address(app, "t") == token
    assert app.radio


def test_what_is_no_link_is_said_to_be_none(visit: Callable[..., AppTest]) -> None:
    app = visit()
    app.text_input(key="resume-link").set_value("会議室A").run()
    assert "続きのリンクとして読み取れません" in texts(app)


def test_the_profile_of_a_draft_can_be_changed(
    visit: Callable[..., AppTest], begin: Callable[..., str], store: Store
) -> None:
    token = begin()
    app = visit(t=token)
    assert app.text_input(key="profile-name").value == COMPANY.name
    app.number_input(key="profile-employees").set_value(400).run()
    assert resume_assessment(store, token).profile == COMPANY.model_copy(update={"employees": 400})


def test_switching_language_keeps_what_was_typed(visit: Callable[..., AppTest]) -> None:
    app = visit()
    app.text_input(key="profile-name").set_value("ナギ精機")
    app.number_input(key="profile-products").set_value(12).run()
    app.button(key="language").click().run()
    assert address(app, "lang") == "en"
    assert "The org chart changed." in texts(app)
    assert app.text_input(key="profile-name").value == "ナギ精機"
    assert app.number_input(key="profile-products").value == 12
