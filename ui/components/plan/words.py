"""The texts of the pages after the verdict."""

from html import escape

from i18n.text import translate
from ui.session import get_language


def say(key: str, /, **params: object) -> str:
    """A text of the `plan` catalogue."""
    return translate(f"plan.{key}", get_language(), **params)


def say_html(key: str, /, **params: object) -> str:
    """The same as HTML, whatever its parameters hold."""
    return escape(say(key, **params))


def say_number(key: str, n: int) -> str:
    """A text that counts something, in its singular or plural."""
    return say(f"{key}.{'one' if n == 1 else 'other'}", n=n)
