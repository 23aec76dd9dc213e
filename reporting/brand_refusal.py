"""Why something of a brand cannot be used."""

from typing import Literal

from assessments.models import Language
from i18n.text import translate

Refusal = Literal[
    "empty",
    "too_large",
    "unknown_type",
    "broken",
    "too_many_pixels",
    "too_narrow",
    "svg_too_large",
    "svg_broken",
    "svg_doctype",
    "svg_no_size",
    "svg_element",
    "svg_text",
    "svg_picture",
    "svg_script",
    "svg_outside",
    "svg_style",
    "svg_too_complex",
    "svg_nothing",
]


class LogoRefused(Exception):
    """A logo cannot be used; says why, and what to do about it."""

    def __init__(self, reason: Refusal, **params: object) -> None:
        super().__init__(f"{reason} {params}")
        self.reason = reason
        self.params = params

    def explain(self, language: Language) -> tuple[str, str]:
        """What is wrong with it, and how to mend it."""
        key = f"brand.refused.{self.reason}"
        return translate(f"{key}.what", language, **self.params), translate(f"{key}.mend", language)
