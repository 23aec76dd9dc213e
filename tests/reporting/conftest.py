import os
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reporting.press import write_font_configuration
from scoring.findings import Diagnosis
from tests.reporting.cases import build_companies

MADE_ON = date(2026, 6, 12)


@pytest.fixture(scope="session")
def companies() -> dict[str, Diagnosis]:
    return build_companies()


@pytest.fixture(scope="session", autouse=True)
def report_fonts() -> Iterator[None]:
    """Only the report's own fonts, as in the render process; set before anything is rendered here."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FONTCONFIG_FILE"] = str(write_font_configuration(Path(folder)))
        yield
