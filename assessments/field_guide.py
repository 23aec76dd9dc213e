"""What belongs at each place of a file, in words: taken from the JSON Schema of its model."""

import re
from typing import Any

from pydantic import BaseModel

from assessments.document import Path, Value

Schema = dict[str, Any]


class FieldGuide:
    """Knows which keys and values a model allows at a path."""

    def __init__(self, model: type[BaseModel]) -> None:
        self._schema: Schema = model.model_json_schema()

    def at(self, path: Path, value: Value) -> Schema:
        """The schema of a place in a file whose whole value is given; empty where nothing is known."""
        schema = self._settle(self._schema, value)
        for part in path:
            value = _step_into(value, part)
            schema = self._settle(_subschema(schema, part), value)
        return schema

    def keys(self, path: Path, value: Value) -> list[str]:
        """The keys allowed at a path."""
        schema = self.at(path, value)
        return list(schema.get("properties", schema.get("propertyNames", {}).get("enum", ())))

    def words(self, path: Path, value: Value) -> list[str]:
        """The words to choose from at a path; empty when it is not, or not only, a choice of words."""
        return [str(word) for word in self.at(path, value).get("enum", ())]

    def takes_text(self, path: Path, value: Value, text: str) -> bool:
        """Whether a text would be right at a path, such as the version `1.0`."""
        schema = self.at(path, value)
        return schema.get("type") == "string" and re.search(schema.get("pattern", ""), text) is not None

    def describe(self, path: Path, value: Value) -> str:
        """What to write at a path, such as `a whole number from 1 to 3`."""
        return self._describe(self.at(path, value))

    def _settle(self, schema: Schema, value: Value) -> Schema:
        """Follows references and, among alternatives, takes the one that shares most keys with the value."""
        while "$ref" in schema:
            schema = self._schema["$defs"][schema["$ref"].rsplit("/", 1)[1]]
        options = [option for option in _options(schema) if option.get("type") != "null"]
        if len(options) == 1:
            return self._settle(options[0], value)
        settled = [self._settle(option, value) for option in options]
        if any("properties" in option for option in settled):
            keys = set(value) if isinstance(value, dict) else set()
            return max(settled, key=lambda option: len(keys & set(option.get("properties", ()))))
        return schema

    def _describe(self, schema: Schema) -> str:
        schema = self._settle(schema, None)
        options = [option for option in _options(schema) if option.get("type") != "null"]
        if options:
            return " or ".join(self._describe(option) for option in options)
        if words := schema.get("enum", [schema["const"]] if "const" in schema else []):
            return " or ".join(f"`{word}`" for word in words)
        match schema.get("type"):
            case "integer":
                return "a whole number" + _range(schema)
            case "number":
                return "a number" + _range(schema)
            case "boolean":
                return "true or false"
            case "array":
                return "a list (lines that begin with `- `, or […])"
            case "object":
                required = ", ".join(f"`{key}:`" for key in schema.get("required", ()))
                return f"a mapping with {required}" if required else "a mapping"
        return _describe_text(schema)


def _options(schema: Schema) -> list[Schema]:
    options: list[Schema] = schema.get("anyOf") or schema.get("oneOf") or []
    return options


def _subschema(schema: Schema, part: str | int) -> Schema:
    if isinstance(part, int):
        fixed: list[Schema] = schema.get("prefixItems", [])
        every: Schema = schema.get("items", {})
        return fixed[part] if part < len(fixed) else every
    extra = schema.get("additionalProperties")
    return dict(schema.get("properties", {}).get(part) or (extra if isinstance(extra, dict) else {}))


def _step_into(value: Value, part: str | int) -> Value:
    if isinstance(value, dict) and isinstance(part, str):
        return value.get(part)
    if isinstance(value, tuple) and isinstance(part, int) and part < len(value):
        return value[part]
    return None


def _describe_text(schema: Schema) -> str:
    if "pattern" not in schema:
        longest = f" of at most {schema['maxLength']} characters" if "maxLength" in schema else ""
        return "a text" + longest
    if schema["pattern"].startswith("^[a-z]"):
        longest = f", at most {schema['maxLength']} characters" if "maxLength" in schema else ""
        return f"an id (lower case letters, digits and _, a letter first{longest})"
    if schema["pattern"].startswith(r"^\d"):
        return 'a version in quotes, such as "1.0"'
    return "the id of a source, such as `A15`, `B.f1` or `E.step3`"


def _range(schema: Schema) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        return f" from {low:g} to {high:g}" if high < 1000 else f" from {low:g} to {high:,}"
    if low is not None:
        return f" of at least {low:g}"
    return f" above {schema['exclusiveMinimum']:g}" if "exclusiveMinimum" in schema else ""
