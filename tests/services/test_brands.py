"""A consultant's brand: kept behind its own token, put on rounds, shown in everybody's report of them."""

from io import BytesIO

import pytest
from PIL import Image

from assessments.answers import Profile
from assessments.models import LANGUAGES
from reporting.brand import CONFIDENTIALITY_LENGTH, FIRM_LENGTH, PLAIN, Brand, Logo
from reporting.limits import Limits
from services.brands import (
    InvalidBrand,
    LogoUnusable,
    accept_upload,
    brand_of,
    check_brand,
    keep_brand,
    put_brand,
    read_brand,
)
from services.errors import LinkNotFound
from services.self_service import start_assessment
from services.takeaway import Link, open_report
from services.tokens import make_token
from storage.store import Store
from tests.services.workshop.rooms import open_room

DRAWING = b'<svg viewBox="0 0 40 10"><path d="M0 0h40v10z" fill="#123"/></svg>'
BRAND = Brand("みなもと経営研究所", None, "#0a7d5a", "関係者限り。")


def make_png() -> bytes:
    target = BytesIO()
    Image.new("RGBA", (40, 10), (1, 2, 3, 200)).save(target, "PNG")
    return target.getvalue()


def begin(store: Store) -> str:
    return start_assessment(store, Profile(name="ナギ精機"), "quick", "ja")


@pytest.mark.parametrize("data", [None, make_png(), DRAWING], ids=["none", "png", "svg"])
def test_what_is_kept_comes_back(store: Store, data: bytes | None) -> None:
    brand = Brand("Firm & Söhne", accept_upload(data) if data else None, None, "")
    token = keep_brand(store, None, brand)
    assert len(token) == 43
    assert read_brand(store, token) == brand


def test_keeping_again_changes_the_brand_and_not_its_token(store: Store) -> None:
    token = keep_brand(store, None, BRAND)
    changed = Brand("別の名前", Logo(make_png(), "image/png", 40, 10), "#8a2a6b", "")
    assert keep_brand(store, token, changed) == token
    assert read_brand(store, token) == changed


@pytest.mark.parametrize("token", ["", "x", "A" * 43, "é" * 43])
def test_a_token_nobody_has_finds_nothing_and_makes_a_new_brand(store: Store, token: str) -> None:
    assert read_brand(store, token) is None
    assert keep_brand(store, token, BRAND) != token
    assert read_brand(store, token) is None


def test_a_token_of_another_kind_is_no_brands(store: Store) -> None:
    token = begin(store)
    brand = keep_brand(store, None, BRAND)
    assert read_brand(store, token) is None
    with pytest.raises(LinkNotFound):
        brand_of(store, brand)
    with pytest.raises(LinkNotFound):
        put_brand(store, brand, brand)


def test_everybodys_report_of_a_marked_round_carries_the_brand(store: Store) -> None:
    alone, other = begin(store), begin(store)
    room = open_room(store)
    host, participant = room.token, room.join("marketing")
    token = keep_brand(store, None, BRAND)
    for link in (alone, host):
        assert brand_of(store, link) == PLAIN
        assert put_brand(store, link, token)
        assert brand_of(store, link) == BRAND
    assert brand_of(store, other) == PLAIN
    with pytest.raises(LinkNotFound):
        brand_of(store, participant)
    with pytest.raises(LinkNotFound):
        put_brand(store, participant, None)
    assert open_report(store, Link("draft", alone))[1].brand == BRAND
    assert open_report(store, Link("draft", other))[1].brand == PLAIN


def test_a_change_of_the_brand_reaches_rounds_that_carry_it(store: Store) -> None:
    link, token = begin(store), keep_brand(store, None, BRAND)
    put_brand(store, link, token)
    keep_brand(store, token, Brand("改称後", None, None, ""))
    assert brand_of(store, link).firm == "改称後"


def test_the_brand_is_taken_off_a_round(store: Store) -> None:
    link, token = begin(store), keep_brand(store, None, BRAND)
    put_brand(store, link, token)
    assert put_brand(store, link, None)
    assert brand_of(store, link) == PLAIN
    assert read_brand(store, token) == BRAND


def test_an_unknown_brand_leaves_a_round_as_it_is(store: Store) -> None:
    link, token = begin(store), keep_brand(store, None, BRAND)
    put_brand(store, link, token)
    for unknown in (make_token(), "nonsense", ""):
        assert not put_brand(store, link, unknown)
    assert brand_of(store, link) == BRAND


def test_what_people_enter_is_cleaned_and_a_pale_colour_darkened() -> None:
    brand = check_brand("  みなもと\u202e \n経営 ", None, "#FFD400", " 社外\tへは ")
    assert (brand.firm, brand.accent, brand.confidentiality) == ("みなもと 経営", "#8d7400", "社外 へは")
    assert check_brand("A", None, "  ", "").accent is None


@pytest.mark.parametrize(
    ("entered", "field"),
    [
        (("", "", ""), "firm"),
        (("　 \n", "", ""), "firm"),
        (("あ" * (FIRM_LENGTH + 1), "", ""), "firm"),
        (("あ", "green", ""), "accent"),
        (("あ", "", "い" * (CONFIDENTIALITY_LENGTH + 1)), "confidentiality"),
    ],
)
def test_what_cannot_be_kept_is_named(entered: tuple[str, str, str], field: str) -> None:
    firm, accent, confidentiality = entered
    with pytest.raises(InvalidBrand) as caught:
        check_brand(firm, None, accent, confidentiality)
    assert caught.value.field == field
    assert all("{" not in caught.value.explain(language) for language in LANGUAGES)


def test_an_unusable_logo_says_why_and_what_to_do() -> None:
    with pytest.raises(LogoUnusable) as caught:
        accept_upload(b"GIF89a")
    assert (
        caught.value.explain("ja")
        == "PNG、JPEG、SVGのどれでもありません。この三つのどれかで書き出してください。"
    )
    assert caught.value.explain("en").startswith("This is neither PNG, JPEG nor SVG. Export")


def test_a_drawing_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert accept_upload(DRAWING).media_type == "image/svg+xml"
    monkeypatch.setattr("services.brands._DRAWING", Limits(seconds=0.0))
    with pytest.raises(LogoUnusable) as caught:
        accept_upload(DRAWING)
    assert "参照が多すぎます" in caught.value.explain("ja")
