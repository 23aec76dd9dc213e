"""The texts of the facilitator's screen, from the `host` catalogue, in the visitor's language."""

from html import escape

from i18n.text import translate
from ui.session import get_language


def say(key: str, /, **params: object) -> str:
    """A text of the `host` catalogue, such as `say("lobby.title")`."""
    return translate(f"host.{key}", get_language(), **params)


def say_html(key: str, /, **params: object) -> str:
    """The same as HTML, whatever its parameters hold."""
    return escape(say(key, **params))


def count(key: str, number: int, /, **params: object) -> str:
    """A text that says how many: `<key>.one` for one, else `<key>.many`; both take `n`."""
    return say(f"{key}.{'one' if number == 1 else 'many'}", n=number, **params)


def count_levels(difference: float, key: str = "levels") -> str:
    """A difference in levels, such as "3段" or "1.5 levels"."""
    return say(f"{key}.{'one' if difference == 1 else 'many'}", n=f"{difference:g}")
