"""What an unquoted word in a YAML file means. Fewer surprises than YAML 1.1 has."""

import math
import re

# Older YAML reads these as true or false: the key `no:` (Norway, "number") silently becomes False.
BOOLEAN_WORDS = frozenset(
    form
    for word in ("y", "n", "yes", "no", "on", "off", "true", "false")
    for form in (word, word.capitalize(), word.upper())
) - {"true", "false"}

# At most 18 digits: no number here needs more, and Python refuses to read very long ones.
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(
    r"[-+]?([0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18}|[0-9]{1,18}(?=e))(e[-+]?[0-9]{1,3})?", re.I
)
# Control characters, lone surrogates and invisible line separators. Tab and line feed are fine.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def resolve_plain(text: str) -> str | int | float | bool | None:
    """The value of an unquoted scalar: a number, true, false, null, or else the text itself.

    Dates, `0x1F`, `1_000`, `1:30`, `.inf` and numbers with leading zeros stay texts.
    """
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        number = float(text)
        return number if math.isfinite(number) else text
    return text


def find_control_character(text: str) -> re.Match[str] | None:
    """The first character that no text of ours may hold."""
    return _CONTROL.search(text)
