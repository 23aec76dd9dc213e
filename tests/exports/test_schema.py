"""The published schema describes exactly what is written."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from assessments.targets import Targets
from reporting.enclosures import Earlier, Enclosures
from reporting.exports.forms import write_form
from scoring.findings import Diagnosis
from tests.exports.conftest import MADE_ON, build_cases

FOLDER = Path(__file__).parents[2] / "docs" / "json-schema"
NEWEST = max(FOLDER.glob("diagnosis-*.json"))


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads(NEWEST.read_text(encoding="utf-8"))


def test_it_is_a_schema_that_carries_its_version(schema: Any) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:henkaku:{NEWEST.stem.replace('-', ':')}"


@pytest.mark.parametrize("name", build_cases())
def test_every_diagnosis_follows_it(schema: Any, cases: dict[str, Diagnosis], name: str) -> None:
    data = json.loads(write_form("json", cases[name], "ja", MADE_ON))
    errors = [
        f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(data)
    ]
    assert errors == []


@pytest.mark.parametrize("name", ["company_b", "half_unknown", "workshop"])
def test_targets_and_a_comparison_follow_it_too(schema: Any, cases: dict[str, Diagnosis], name: str) -> None:
    targets = Targets(revenue=100_000_000, order_value=5_000_000, win_rate=25, lead_to_opportunity=15)
    enclosures = Enclosures(targets=targets, earlier=Earlier(cases["healthy"], MADE_ON))
    data = json.loads(write_form("json", cases[name], "ja", MADE_ON, enclosures=enclosures))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []
    assert data["targets"]["needed"] == {"orders": 20, "opportunities": 80, "leads": 533}
    assert data["comparison"]["earlier_on"] == MADE_ON.isoformat()


def test_a_key_that_is_not_described_is_noticed(schema: Any, cases: dict[str, Diagnosis]) -> None:
    data = json.loads(write_form("json", cases["company_b"], "ja", MADE_ON))
    data["overall"]["rank"] = 1
    assert not Draft202012Validator(schema).is_valid(data)
