"""The texts about brands, from the `brand` catalogue, in the visitor's language."""

from html import escape

from i18n.text import translate
from ui.session import get_language


def say(key: str, /, **params: object) -> str:
    """A text of the `brand` catalogue, such as `say("page.title")`."""
    return translate(f"brand.{key}", get_language(), **params)


def say_html(key: str, /, **params: object) -> str:
    """The same as HTML, whatever its parameters hold."""
    return escape(say(key, **params))
