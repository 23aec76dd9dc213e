"""Texts by key and language, from `catalogues/<area>.<language>.yaml`."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

Language = Literal["ja", "en"]
CATALOGUES = Path(__file__).parent / "catalogues"


@cache
def read_catalogue(language: Language) -> dict[str, str]:
    """All texts of a language by dotted key, `<area>.<path>`."""
    texts: dict[str, str] = {}
    for path in sorted(CATALOGUES.glob(f"*.{language}.yaml")):
        area = path.name.split(".")[0]
        _flatten(area, yaml.safe_load(path.read_text(encoding="utf-8")), texts)
    return texts


def _flatten(prefix: str, value: Any, texts: dict[str, str]) -> None:
    if isinstance(value, dict):
        for key, child in value.items():
            _flatten(f"{prefix}.{key}", child, texts)
    elif isinstance(value, str):
        texts[prefix] = value
    else:
        raise TypeError(f"{prefix}: a text must be a string, not {value!r}")


def translate(key: str, language: Language, /, **params: object) -> str:
    """The text at a key with its placeholders filled; KeyError when either is missing."""
    text = read_catalogue(language)[key]
    return text.format(**params) if params else text
