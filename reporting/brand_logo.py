"""A logo from outside made safe: told by its content, checked, and written anew without anything hidden."""

from io import BytesIO

from PIL import Image, ImageOps

from reporting.brand import Logo
from reporting.brand_refusal import LogoRefused
from reporting.brand_svg import rebuild_svg

BYTES = 1_000_000
SVG_BYTES = 250_000
"""Largest files that are taken."""
SIDE = 4_000
"""Longest side of a picture that is taken, in pixels."""
KEPT_SIDE = 1_200
"""Longest side that is kept: more than 600 dots an inch where a logo is largest."""
PROPORTION = 20.0
"""How many times longer than high, or higher than long, a logo may be."""
_PNG, _JPEG, _JPEG_END = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xd9"
_QUALITY = 95
_SVG_SIGN = 4_000
"""Bytes at the beginning of a file among which an SVG says what it is."""


def accept_logo(data: bytes) -> Logo:
    """The logo as it may be embedded; raises LogoRefused.

    PNG and JPEG are decoded and encoded anew, so that nothing but pixels is left; an SVG is rebuilt from the
    elements and attributes that draw. What a file is called plays no part.
    """
    if not data:
        raise LogoRefused("empty")
    if len(data) > BYTES:
        raise LogoRefused("too_large", limit=f"{BYTES / 1e6:g}")
    if data.startswith((_PNG, _JPEG)):
        return _check_proportion(_encode_anew(data))
    if not _looks_like_svg(data):
        raise LogoRefused("unknown_type")
    if len(data) > SVG_BYTES:
        raise LogoRefused("svg_too_large", limit=SVG_BYTES // 1000)
    return _check_proportion(rebuild_svg(data))


def _looks_like_svg(data: bytes) -> bool:
    """Whether it is worth parsing; UTF-16 has a NUL beside every letter."""
    start = data[:_SVG_SIGN].replace(b"\0", b"").lower()
    return b"<svg" in start or b":svg" in start or b"<!doctype svg" in start


def _encode_anew(data: bytes) -> Logo:
    try:
        picture = _decode(data)
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except (OSError, ValueError, SyntaxError, IndexError, ArithmeticError, MemoryError) as error:
        raise LogoRefused("broken") from error  # whatever a decoder meets in a file that only looks like one
    target = BytesIO()
    if picture.mode == "RGBA":
        picture.save(target, "PNG", optimize=True)
        return Logo(target.getvalue(), "image/png", *picture.size)
    picture.save(target, "JPEG", quality=_QUALITY, subsampling=0)
    return Logo(target.getvalue(), "image/jpeg", *picture.size)


def _decode(data: bytes) -> Image.Image:
    """The pixels alone, upright, in RGB, or in RGBA from a PNG."""
    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
        if max(opened.size) > SIDE:
            raise _too_many_pixels()
        opened.verify()
    if data.startswith(_JPEG) and _JPEG_END not in data:
        raise LogoRefused("broken")
    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
        upright = ImageOps.exif_transpose(opened)
        if upright.mode.startswith("I"):  # 16 bits, of which a plain conversion would keep the wrong ones
            upright = upright.convert("I").point(lambda value: value * (1 / 256)).convert("L")
        picture = upright.convert("RGBA" if opened.format == "PNG" else "RGB")
    picture.thumbnail((KEPT_SIDE, KEPT_SIDE), Image.Resampling.LANCZOS)
    picture.info.clear()
    return picture


def _too_many_pixels() -> LogoRefused:
    return LogoRefused("too_many_pixels", limit=f"{SIDE:,}")


def _check_proportion(logo: Logo) -> Logo:
    if max(logo.width / logo.height, logo.height / logo.width) > PROPORTION:
        raise LogoRefused("too_narrow", limit=f"{PROPORTION:g}")
    return logo
