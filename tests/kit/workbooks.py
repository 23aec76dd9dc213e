"""What the tests of the kit's workbooks share: opening them, typing into them, and recalculating."""

import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from assessments.models import KitDocumentId, Language
from reporting.kit import KIT_DOCUMENTS
from reporting.kit.words import Words
from tests.exports.office import SOFFICE

SHEET_IDS = tuple(document.id for document in KIT_DOCUMENTS if document.form == "xlsx")


def name_sheet(document: KitDocumentId, key: str, language: Language = "ja") -> str:
    """The name of a sheet."""
    return Words(document, language).say(f"sheets.{key}")


def open_values(data: bytes) -> Any:
    """A workbook with the values it was written with."""
    return load_workbook(BytesIO(data), data_only=True)


def open_formulas(data: bytes) -> Any:
    """A workbook with its formulas."""
    return load_workbook(BytesIO(data))


def list_formulas(data: bytes) -> list[tuple[str, str]]:
    """Sheet and cell of every formula."""
    return [
        (sheet.title, cell.coordinate)
        for sheet in open_formulas(data)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def recalculate(folder: Path, books: Mapping[str, Any]) -> dict[str, Any]:
    """Workbooks by name, saved without values and calculated anew by LibreOffice in one go."""
    assert SOFFICE is not None
    paths = []
    for name, book in books.items():
        paths.append(folder / f"{name}.xlsx")
        book.save(paths[-1])
    command = [SOFFICE, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out")]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=300)
    return {path.stem: load_workbook(folder / "out" / path.name, data_only=True) for path in paths}


def type_in(sheet: Any, entries: Mapping[str, Any]) -> None:
    """Type values into cells."""
    for cell, value in entries.items():
        sheet[cell].value = value
