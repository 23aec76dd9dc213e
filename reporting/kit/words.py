"""The words of the kit's documents: `report_templates/kit/<name>.yaml`, Japanese and English side by side."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assessments.models import LANGUAGES, Language

FOLDER = Path(__file__).parents[2] / "report_templates" / "kit"


@cache
def read_template(name: str) -> Any:
    """A template as it was written; FileNotFoundError when there is none of this name."""
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


def is_text(node: Any) -> bool:
    """Whether a part of a template is one text in both languages."""
    return isinstance(node, dict) and set(node) == set(LANGUAGES)


@dataclass(frozen=True)
class Words:
    """Looks up the texts of one template in one language."""

    name: str
    language: Language

    def node(self, key: str) -> Any:
        """The part of the template at a dotted key; KeyError when there is none."""
        node = read_template(self.name)
        for part in key.split("."):
            node = node[int(part)] if isinstance(node, list) else node[part]
        return node

    def read(self, text: Any, **params: object) -> str:
        """A text in both languages in this one, its placeholders filled; KeyError when one is missing."""
        words = str(text[self.language])
        return words.format(**params) if params else words

    def say(self, key: str, **params: object) -> str:
        """The text at a dotted key."""
        return self.read(self.node(key), **params)

    def say_each(self, key: str, **params: object) -> tuple[str, ...]:
        """The texts of the list at a dotted key."""
        return tuple(self.read(text, **params) for text in self.node(key))
