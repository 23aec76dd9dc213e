"""The page of brands: what is typed shows at once, is kept, and goes on the rounds it should."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessments.models import LANGUAGES
from reporting.brand import PLAIN, Brand, Logo
from services.brands import brand_of, keep_brand, put_brand, read_brand
from storage.store import Store
from tests.ui.conftest import address, texts

DRAWING = b'<svg viewBox="0 0 40 10"><path d="M0 0h40v10z"/></svg>'
BRAND = Brand("みなもと経営研究所", Logo(DRAWING, "image/svg+xml", 40, 10), "#0a7d5a", "関係者限り。")


def type_in(app: AppTest, **fields: str) -> AppTest:
    for name, text in fields.items():
        app.text_input(key=f"brand-{name}-0").set_value(text)
    return app.run()


def used(app: AppTest) -> str:
    """The token this session has told the browser to keep."""
    return texts(app).split('data-brand="')[1].split('"')[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_page_can_be_shown(visit: Callable[..., AppTest], language: str) -> None:
    app = visit("brand", lang=language)
    assert not app.exception
    assert "data-brand" not in texts(app)


def test_what_is_typed_shows_and_is_kept(visit: Callable[..., AppTest], store: Store) -> None:
    app = visit("brand")
    type_in(app, firm="みなもと <b>", accent="#0a7d5a", confidentiality="関係者限り。")
    assert "みなもと &lt;b&gt;" in texts(app)
    assert "#0a7d5a" in texts(app)
    app.button(key="next").click().run()
    assert not app.exception
    assert "保存しました" in texts(app)
    assert read_brand(store, used(app)) == Brand("みなもと <b>", None, "#0a7d5a", "関係者限り。")


def test_keeping_twice_changes_the_same_brand(visit: Callable[..., AppTest], store: Store) -> None:
    app = visit("brand")
    type_in(app, firm="一つ目").button(key="next").click().run()
    first = used(app)
    type_in(app, firm="二つ目").button(key="next").click().run()
    assert used(app) == first
    kept = read_brand(store, first)
    assert kept is not None
    assert kept.firm == "二つ目"


def test_a_pale_colour_is_explained_and_darkened(visit: Callable[..., AppTest], store: Store) -> None:
    app = type_in(visit("brand"), firm="A", accent="#ffd400")
    assert "#8d7400" in texts(app)
    assert "読みにくいため" in texts(app)
    assert "黄土色に近い" in texts(app)
    app.button(key="next").click().run()
    kept = read_brand(store, used(app))
    assert kept is not None
    assert kept.accent == "#8d7400"


@pytest.mark.parametrize(
    ("fields", "message"),
    [({"firm": "  "}, "会社名を40字まで"), ({"firm": "A", "accent": "green"}, "六桁の英数字で")],
)
def test_what_cannot_be_kept_says_so(
    visit: Callable[..., AppTest], fields: dict[str, str], message: str
) -> None:
    app = type_in(visit("brand"), **fields)
    app.button(key="next").click().run()
    assert not app.exception
    assert message in texts(app)
    assert "data-brand" not in texts(app)
    assert app.text_input(key="brand-firm-0").value == fields["firm"]


def test_a_link_brings_the_brand_to_another_device(visit: Callable[..., AppTest], store: Store) -> None:
    token = keep_brand(store, None, BRAND)
    app = visit("brand", b=token)
    assert app.text_input(key="brand-firm-0").value == BRAND.firm
    assert "data:image/svg+xml;base64," in texts(app)
    assert "data-brand" not in texts(app)
    app.button(key="next").click().run()
    assert used(app) == token
    assert read_brand(store, token) == BRAND


@pytest.mark.parametrize("token", ["nonsense", "A" * 43])
def test_a_link_nobody_has_begins_afresh(visit: Callable[..., AppTest], token: str) -> None:
    app = visit("brand", b=token)
    assert not app.exception
    assert app.text_input(key="brand-firm-0").value == ""


def test_rounds_begun_with_a_brand_carry_it(visit: Callable[..., AppTest], store: Store) -> None:
    app = type_in(visit("brand"), firm="みなもと")
    app.button(key="next").click().run()
    app.switch_page("ui/pages/start.py").run()
    app.button(key="go-quick").click().run()
    assert not app.exception
    assert brand_of(store, address(app, "t")).firm == "みなもと"


def test_rounds_begun_without_a_brand_carry_none(visit: Callable[..., AppTest], store: Store) -> None:
    app = visit()
    app.button(key="go-quick").click().run()
    assert brand_of(store, address(app, "t")) == PLAIN


def test_a_result_gets_a_brand_and_loses_it(
    visit: Callable[..., AppTest], begin: Callable[..., str], store: Store
) -> None:
    link = begin("quick")
    app = visit("result", t=link)
    app.button(key="to-brand").click().run()
    assert address(app, "t") == link
    app.switch_page("ui/pages/brand.py")
    type_in(app, firm="みなもと").button(key="next").click().run()
    assert "この報告書に付けました" in texts(app)
    assert brand_of(store, link).firm == "みなもと"
    app.button(key="brand-off-round").click().run()
    assert brand_of(store, link) == PLAIN
    assert read_brand(store, used(app)) is not None
    app.button(key="back").click().run()
    assert address(app, "t") == link


def test_somebody_elses_brand_is_named_and_not_opened(
    visit: Callable[..., AppTest], begin: Callable[..., str], store: Store
) -> None:
    link = begin("quick")
    put_brand(store, link, keep_brand(store, None, BRAND))
    app = visit("brand", t=link)
    assert BRAND.firm in texts(app)
    assert app.text_input(key="brand-firm-0").value == ""
    type_in(app, firm="別の会社").button(key="next").click().run()
    assert brand_of(store, link).firm == "別の会社"
    assert read_brand(store, used(app)) != BRAND


def test_a_browser_can_stop_using_a_brand(visit: Callable[..., AppTest], store: Store) -> None:
    app = type_in(visit("brand"), firm="みなもと")
    app.button(key="next").click().run()
    token = used(app)
    app.button(key="brand-off-browser").click().run()
    assert used(app) == "none"
    assert app.text_input(key="brand-firm-1").value == ""
    assert read_brand(store, token) is not None
    app.switch_page("ui/pages/start.py").run()
    app.button(key="go-quick").click().run()
    assert brand_of(store, address(app, "t")) == PLAIN
