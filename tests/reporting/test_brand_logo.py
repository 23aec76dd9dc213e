"""Raster logos: told by content, limited, and nothing left in them but pixels."""

import re
import struct
import zlib
from io import BytesIO
from typing import Any, get_args

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from assessments.models import LANGUAGES
from i18n.text import read_catalogue
from reporting.brand_logo import BYTES, KEPT_SIDE, SVG_BYTES, accept_logo
from reporting.brand_refusal import LogoRefused, Refusal


def write(form: str, mode: str = "RGB", size: tuple[int, int] = (60, 20), **options: Any) -> bytes:
    target = BytesIO()
    Image.new(mode, size, options.pop("colour", None) or 0).save(target, form, **options)
    return target.getvalue()


def refuse(data: bytes) -> str:
    with pytest.raises(LogoRefused) as caught:
        accept_logo(data)
    for language in LANGUAGES:
        what, mend = caught.value.explain(language)
        assert what
        assert mend
        assert "{" not in what + mend
    return caught.value.reason


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_taken(mode: str) -> None:
    logo = accept_logo(write("PNG", mode))
    assert (logo.media_type, logo.width, logo.height) == ("image/png", 60, 20)
    with Image.open(BytesIO(logo.data)) as kept:
        assert kept.mode == "RGBA"


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_every_kind_of_jpeg_is_taken(mode: str) -> None:
    logo = accept_logo(write("JPEG", mode))
    assert (logo.media_type, logo.width, logo.height) == ("image/jpeg", 60, 20)


def test_a_light_grey_of_sixteen_bits_stays_light() -> None:
    logo = accept_logo(write("PNG", "I;16", colour=0xE000))
    with Image.open(BytesIO(logo.data)) as kept:
        assert kept.getpixel((5, 5)) == (0xE0, 0xE0, 0xE0, 255)


def test_transparency_is_kept() -> None:
    logo = accept_logo(write("PNG", "RGBA", colour=(10, 20, 30, 0)))
    with Image.open(BytesIO(logo.data)) as kept:
        assert kept.getpixel((0, 0)) == (10, 20, 30, 0)


def test_nothing_but_pixels_is_kept() -> None:
    info = PngInfo()
    info.add_text("Author", "secret-author")
    info.add_itxt("XML:com.adobe.xmp", "secret-xmp")
    exif = Image.Exif()
    exif[0x010E] = "secret-exif"
    png = write("PNG", "RGBA", pnginfo=info, exif=exif, icc_profile=b"secret-profile")
    jpeg = write("JPEG", exif=exif, comment=b"secret-comment", icc_profile=b"secret-profile")
    for data in (png + b"secret-tail", jpeg + b"secret-tail"):
        assert b"secret" in data
        assert b"secret" not in accept_logo(data).data


def test_a_photograph_lying_on_its_side_is_put_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    logo = accept_logo(write("JPEG", exif=exif))
    assert (logo.width, logo.height) == (20, 60)


def test_a_large_picture_is_kept_as_large_as_print_needs() -> None:
    logo = accept_logo(write("PNG", size=(4000, 1000)))
    assert (logo.width, logo.height) == (KEPT_SIDE, KEPT_SIDE / 4)


def test_the_same_file_is_kept_as_the_same_bytes() -> None:
    data = write("PNG", "RGBA", colour=(1, 2, 3, 128))
    assert accept_logo(data) == accept_logo(data)


def make_png_header(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be this large."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * BYTES, "too_large"),
        (write("GIF"), "unknown_type"),
        (write("WEBP"), "unknown_type"),
        (b"%PDF-1.7", "unknown_type"),
        (b"<html><body>logo</body></html>", "unknown_type"),
        (b"MZ" + b"\0" * 100, "unknown_type"),
        (b"\x89PNG\r\n\x1a\n", "broken"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 500, "broken"),
        (write("PNG", size=(200, 200))[:80], "broken"),
        (write("JPEG")[:200], "broken"),
        (b"\xff\xd8\xff" + b"\xff" * 400, "broken"),
        (write("PNG", size=(4001, 300)), "too_many_pixels"),
        (make_png_header(2**31 - 1, 2**31 - 1), "too_many_pixels"),
        (make_png_header(60_000, 60_000), "too_many_pixels"),
        (write("PNG", size=(2100, 100)), "too_narrow"),
        (write("PNG", size=(1, 4000)), "too_narrow"),
        (b"<svg>" + b" " * SVG_BYTES, "svg_too_large"),
    ],
    ids=range(18),
)
def test_what_is_no_logo_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    assert refuse(data) == reason


def test_the_files_name_plays_no_part() -> None:
    """A page that calls itself a PNG is still a page; a PNG in front of a page is only its pixels."""
    assert refuse(b"<script>alert(1)</script>") == "unknown_type"
    assert b"script" not in accept_logo(write("PNG") + b"<script>alert(1)</script>").data


def test_both_languages_say_the_same_about_brands() -> None:
    texts = {language: read_catalogue(language) for language in LANGUAGES}
    keys = {language: {key for key in own if key.startswith("brand.")} for language, own in texts.items()}
    assert keys["ja"] == keys["en"]
    for key in keys["ja"]:
        ja, en = (set(re.findall(r"{(\w+)}", texts[language][key])) for language in LANGUAGES)
        assert ja == en, key


@pytest.mark.parametrize("reason", get_args(Refusal))
def test_every_refusal_has_its_words(reason: Refusal) -> None:
    for language in LANGUAGES:
        assert all(LogoRefused(reason, limit=1, element="x").explain(language))
