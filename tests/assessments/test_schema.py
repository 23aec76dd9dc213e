import json

import pytest
from jsonschema import Draft202012Validator

from assessments import schema
from assessments.content_files import KINDS
from assessments.loading import CONTENT_FOLDER
from assessments.yaml_source import read_yaml


def _thaw(value):
    """Lists in place of tuples, as JSON Schema knows them."""
    if isinstance(value, dict):
        return {key: _thaw(item) for key, item in value.items()}
    return [_thaw(item) for item in value] if isinstance(value, tuple) else value


def test_the_schemas_in_the_repository_are_up_to_date() -> None:
    assert schema.find_outdated(schema.SCHEMA_FOLDER) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_content_fits_its_schema_and_names_it(kind) -> None:
    definition = json.loads(schema.build_schema(kind))
    Draft202012Validator.check_schema(definition)
    for name in kind.files:
        document, _ = read_yaml(CONTENT_FOLDER / name)
        assert document is not None
        problems = [
            e.json_path + e.message
            for e in Draft202012Validator(definition).iter_errors(_thaw(document.value))
        ]
        assert problems == []
        first = (CONTENT_FOLDER / name).read_text(encoding="utf-8").splitlines()[0]
        target = first.removeprefix("# yaml-language-server: $schema=")
        named = (CONTENT_FOLDER / name).parent / target
        assert named.resolve() == (schema.SCHEMA_FOLDER / f"{kind.name}.json").resolve()


def test_the_schema_refuses_an_unknown_key() -> None:
    kind = next(kind for kind in KINDS if kind.name == "sources")
    entry = {"id": "A01", "title": {"ja": "項目", "en": "entry"}}
    validator = Draft202012Validator(json.loads(schema.build_schema(kind)))
    assert validator.is_valid({"sources": [entry]})
    assert not validator.is_valid({"sources": [{**entry, "tittle": 1}]})


def test_the_schema_carries_what_fields_mean() -> None:
    kind = next(kind for kind in KINDS if kind.name == "dimension")
    assert "A key question holds the stage back" in schema.build_schema(kind)


def test_the_command_writes_and_then_finds_nothing_outdated(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(schema, "SCHEMA_FOLDER", tmp_path / "schema")
    assert schema.main(["--check"]) == 1
    assert "dimension.json is outdated" in capsys.readouterr().err
    assert schema.main([]) == 0
    assert schema.main(["--check"]) == 0
    (tmp_path / "schema" / "extra.json").write_text("{}")
    assert schema.main(["--check"]) == 1
    assert schema.main(["--other"]) == 2
