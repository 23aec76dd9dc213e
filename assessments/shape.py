"""Checks the shape of a file against its model and words every mistake with its place and mend."""

from collections.abc import Iterator
from functools import cache
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from assessments.document import Document, Path, Value
from assessments.field_guide import FieldGuide
from assessments.problems import Problem, show_value, suggest

AnyModel = TypeVar("AnyModel", bound=BaseModel)
_CONDITIONS = ("all", "any", "count")
_LANGUAGE_NAMES = {
    "ja": "the Japanese text",
    "en": "the English text",
    "ja_polite": "the Japanese in です・ます",
}


@cache
def _guide(model: type[BaseModel]) -> FieldGuide:
    return FieldGuide(model)


def check_shape(document: Document, model: type[AnyModel]) -> tuple[AnyModel | None, list[Problem]]:
    """The file as a model, or None and everything that is wrong with its shape."""
    guide = _guide(model)
    found = list(_find_odd_lists(document, guide)) + list(_find_blank_texts(document, (), document.value))
    result: AnyModel | None = None
    try:
        result = model.model_validate(_prepare(document.value, (), document, guide), strict=True)
    except ValidationError as error:
        found += _explain_all(error, document, guide)
    problems = [problem for path, problem in found if not document.is_doubtful(path)]
    return (None if found else result), problems


def _prepare(value: Value, path: Path, document: Document, guide: FieldGuide) -> Value:
    """The value such that validation sees every mistake in it.

    The choice between kinds of condition looks at keys, so what stands in place of a condition becomes an
    empty mapping. Lists are cut to their longest, since of longer ones the entries would not be looked at.
    """
    if _is_condition(path) and not isinstance(value, dict):
        return {}
    if isinstance(value, tuple):
        longest = guide.at(path, document.value).get("maxItems", len(value))
        return tuple(_prepare(item, (*path, i), document, guide) for i, item in enumerate(value[:longest]))
    if isinstance(value, dict):
        return {key: _prepare(item, (*path, key), document, guide) for key, item in value.items()}
    return value


def _is_condition(path: Path) -> bool:
    """Whether a rule or a condition within one belongs at a path."""
    if path[-1:] == ("rule",):
        return True
    return len(path) > 1 and isinstance(path[-1], int) and path[-2] in _CONDITIONS and "rule" in path


def _walk(path: Path, value: Value) -> Iterator[tuple[Path, Value]]:
    yield path, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    for part, item in pairs:
        yield from _walk((*path, part), item)


def _find_odd_lists(document: Document, guide: FieldGuide) -> Iterator[tuple[Path, Problem]]:
    """Lists that are too short or too long, by what is written rather than by what is valid."""
    for path, value in _walk((), document.value):
        if not isinstance(value, tuple):
            continue
        schema = guide.at(path, document.value)
        low, high = schema.get("minItems", 0), schema.get("maxItems", len(value))
        if low <= len(value) <= high:
            continue
        if low == high:
            wanted = f"exactly {low}"
        else:
            wanted = f"at least {low}" if len(value) < low else f"at most {high}"
        message = f"{wanted} entries belong here, found {len(value)}"
        mend = "add the missing ones" if len(value) < low else "remove some"
        yield path, document.problem(path, message, mend)


def _find_blank_texts(document: Document, path: Path, value: Value) -> Iterator[tuple[Path, Problem]]:
    for place, text in _walk(path, value):
        if isinstance(text, str) and not text.strip() and place and place[-1] in _LANGUAGE_NAMES:
            yield place, document.problem(place, "the text is empty", "write it")


def _explain_all(
    error: ValidationError, document: Document, guide: FieldGuide
) -> Iterator[tuple[Path, Problem]]:
    seen: set[tuple[Path, str]] = set()
    for details in error.errors(include_url=False):
        path = _find_path(details, document.value)
        explained = _explain(details, path, document, guide)
        if explained and (path, explained[0]) not in seen:
            seen.add((path, explained[0]))
            yield path, document.problem(path, *explained)


def _find_path(details: ErrorDetails, value: Value) -> Path:
    """The place an error is about: its location without the names of alternatives."""
    path: Path = ()
    follows_choice = False
    for part in details["loc"]:
        if follows_choice:
            follows_choice = False
            continue
        if isinstance(value, dict) and part in value:
            value = value[str(part)]
        elif isinstance(value, tuple) and isinstance(part, int) and part < len(value):
            value = value[part]
        elif details["type"] == "missing" and part == details["loc"][-1]:
            return (*path, part)
        else:
            return path
        path = (*path, part)
        follows_choice = _is_condition(path)
    return path


def _explain(
    details: ErrorDetails, path: Path, document: Document, guide: FieldGuide
) -> tuple[str, str] | None:
    """Message and mend of one error; None when another check has reported it."""
    kind = details["type"]
    if kind in ("too_short", "too_long"):
        return None
    if kind == "missing":
        return _explain_missing(path, document, guide)
    if kind == "extra_forbidden" or "[key]" in details["loc"]:
        return _explain_unknown_key(details, path, document, guide)
    if kind == "union_tag_not_found":
        mend = "write `question:` with `at_most:` or `at_least:`, or one of `all:`, `any:`, `count:`, `mean:`"
        return "this is not a condition", mend
    if kind == "value_error":
        return str(details["ctx"]["error"]), "add what is missing"
    if kind == "string_too_short" and path and path[-1] in _LANGUAGE_NAMES:
        return None
    return _explain_value(details, path, document, guide)


def _explain_unknown_key(
    details: ErrorDetails, path: Path, document: Document, guide: FieldGuide
) -> tuple[str, str]:
    key, allowed = str(path[-1]), guide.keys(path[:-1], document.value)
    message = f"unknown key `{key[:60]}`"
    if details["input"] is None and ("ja" in allowed or not (key.isascii() and key.isidentifier())):
        # `{en: A budget, an owner}`: without quotes the text ends at its comma and a key begins.
        return message, "put the text in front of it in quotes: within { } a comma ends it"
    return message, suggest(key, allowed)


def _explain_missing(path: Path, document: Document, guide: FieldGuide) -> tuple[str, str]:
    wanted = guide.describe(path, document.value)
    if isinstance(path[-1], int):
        return f"entry {path[-1] + 1} is missing", f"write {wanted}"
    name = _LANGUAGE_NAMES.get(path[-1])
    if name:
        return f"{name} is missing", f"add `{path[-1]}:`"
    return "this key is missing", f"add it with {wanted}"


def _explain_value(
    details: ErrorDetails, path: Path, document: Document, guide: FieldGuide
) -> tuple[str, str]:
    value = details["input"]
    wanted = guide.describe(path, document.value)
    if isinstance(value, int | float) and guide.takes_text(path, document.value, show_value(value)):
        mend = f"put it in quotes: {show_value(show_value(value))}"
        kind = "true or false" if isinstance(value, bool) else "a number"
        return f"{show_value(value)} is read as {kind}, not as a text", mend
    if isinstance(value, str) and "number" in wanted and value.replace(".", "", 1).isdecimal():
        mend = f"write {wanted}, without quotes or leading zeros"
        return f"{show_value(value)} is a text, not a number", mend
    words = guide.words(path, document.value)
    if isinstance(value, str) and words:
        return f"{show_value(value)} is not known here", suggest(value, words)
    return f"{show_value(value)} does not belong here", f"write {wanted}"
