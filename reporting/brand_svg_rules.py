"""What an SVG logo may hold: elements and attributes that draw, and references within itself."""

import re

from reporting.brand_refusal import LogoRefused
from reporting.brand_svg_tree import Node


def _list(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ELEMENTS = _list(
    "g defs symbol use path rect circle ellipse line polyline polygon linearGradient radialGradient stop "
    "clipPath mask"
)
_SILENT = _list("title desc metadata style")
"""Left out: they draw nothing. The rules of `style` are written into the elements they are for."""
_TEXTS = _list("text tspan textPath font font-face glyph")
_PICTURES = _list("image feImage video foreignObject iframe audio canvas")
_SCRIPTS = _list("script handler listener set")
_LOOKS = _list(
    "fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit "
    "stroke-dasharray stroke-dashoffset stroke-opacity opacity color stop-color stop-opacity clip-path "
    "clip-rule mask display visibility"
)
"""Attributes that may also be written as CSS."""
_ATTRIBUTES = _LOOKS | _list(
    "id x y width height rx ry cx cy r fx fy fr x1 x2 y1 y2 d points transform viewBox preserveAspectRatio "
    "gradientUnits gradientTransform spreadMethod offset clipPathUnits maskUnits maskContentUnits href"
)
_LOST = _list("filter marker marker-start marker-mid marker-end")
"""Without these the logo would look different, so it is refused rather than changed."""
_NUMBERS = _ATTRIBUTES - _LOOKS - {"id", "href"} | {"stroke-width", "stroke-dasharray", "stroke-dashoffset"}
LARGEST = 1e6
"""Largest number among coordinates: PDF readers give up on larger ones."""
_NUMBER = re.compile(r"[+-]?\d*\.?\d+(?:[eE][+-]?\d+)?")
_VALUE = re.compile(r"[\w\s#%.,()+\-]*")
_URL = re.compile(r"url\(\s*['\"]?\s*(.*?)\s*['\"]?\s*\)", re.IGNORECASE | re.DOTALL)
_NAME = re.compile(r"[\w.\-:]{1,100}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"\.([A-Za-z_][\w-]*)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_HARMLESS = ("none", "normal", "")


def check_element(node: Node) -> bool:
    """Whether the element is kept; LogoRefused when it must not be there."""
    tag = node.tag
    if tag in _SCRIPTS or tag.lower().startswith("animate"):
        raise LogoRefused("svg_script")
    if tag in _TEXTS:
        raise LogoRefused("svg_text")
    if tag in _PICTURES:
        raise LogoRefused("svg_picture", element=tag)
    if tag not in _ELEMENTS and tag not in _SILENT:
        raise LogoRefused("svg_element", element=tag[:40])
    return tag in _ELEMENTS


def choose_attributes(node: Node, classes: dict[str, dict[str, str]]) -> dict[str, str]:
    """The attributes that draw, checked; those of classes and of `style` written out as attributes."""
    chosen: dict[str, str] = {}
    for name, value in node.attributes.items():
        if name.lower().startswith("on"):
            raise LogoRefused("svg_script")
        _take(chosen, name, value, _ATTRIBUTES)
    for name in node.attributes.get("class", "").split():
        for look, value in classes.get(name, {}).items():
            _take(chosen, look, value, _LOOKS)
    for look, value in _read_declarations(node.attributes.get("style", "")).items():
        _take(chosen, look, value, _LOOKS)
    return chosen


def read_style_sheet(root: Node) -> dict[str, dict[str, str]]:
    """What each class of the file's style sheets says; raises LogoRefused for any other kind of rule."""
    classes: dict[str, dict[str, str]] = {}
    for sheet in (node.text for node in root.walk() if node.tag == "style"):
        text = _COMMENT.sub("", sheet).strip()
        if "\\" in text or _RULE.sub("", text).strip():
            raise LogoRefused("svg_style")
        for selectors, body in _RULE.findall(text):
            declared = _read_declarations(body)
            for selector in selectors.split(","):
                found = _SELECTOR.fullmatch(selector.strip())
                if found is None:
                    raise LogoRefused("svg_style")
                classes.setdefault(found.group(1), {}).update(declared)
    return classes


def _read_declarations(text: str) -> dict[str, str]:
    """The declarations of a piece of CSS."""
    if "\\" in text or "@" in text:
        raise LogoRefused("svg_style")
    pairs = (part.partition(":") for part in _COMMENT.sub("", text).split(";"))
    return {
        name.strip().lower(): re.sub(r"\s*!\s*important$", "", value.strip(), flags=re.IGNORECASE)
        for name, colon, value in pairs
        if colon
    }


def _take(chosen: dict[str, str], name: str, value: str, allowed: frozenset[str]) -> None:
    """Put an attribute among the chosen ones if it draws; LogoRefused when it reaches outside."""
    value = value.strip()
    if name in _LOST and value.lower() not in _HARMLESS:
        raise LogoRefused("svg_element", element=name)
    addresses = [value] if name == "href" else _URL.findall(value)
    for address in addresses:
        _check_reference(address)
    if name not in allowed or (name == "id" and not _NAME.fullmatch(value)):
        return
    plain = "" if name == "href" else _URL.sub("", value).strip()
    if not _VALUE.fullmatch(plain):
        raise LogoRefused("svg_outside")
    if name in _NUMBERS and any(abs(float(number)) > LARGEST for number in _NUMBER.findall(plain)):
        raise LogoRefused("svg_too_complex")
    written = addresses if name == "href" else [f"url({address})" for address in addresses]
    chosen[name] = " ".join(part for part in (*written, plain) if part)


def _check_reference(address: str) -> None:
    """LogoRefused unless it names an element of the same file."""
    if not address.startswith("#") or not _NAME.fullmatch(address[1:]):
        raise LogoRefused("svg_outside")
