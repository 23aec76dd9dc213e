"""Documents as LibreOffice lays them out."""

import subprocess
from pathlib import Path

import pypdfium2

from reporting.enclosures import Enclosures
from reporting.kit import render_document
from tests.exports.office import SOFFICE, needs_office
from tests.kit.documents import build_cases, case_of
from tests.worked_targets import LONG_CHAIN

FULL = Enclosures(targets=LONG_CHAIN)


@needs_office
def test_the_board_s_page_is_one_page(tmp_path: Path) -> None:
    for place, diagnosis in enumerate(build_cases().values()):
        for language in ("ja", "en"):
            case = case_of(diagnosis, language, FULL)
            (tmp_path / f"{place}_{language}.docx").write_bytes(render_document("board_one_pager", case))
    files = sorted(tmp_path.glob("*.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)
    pages = {path.stem: len(pypdfium2.PdfDocument(path)) for path in tmp_path.glob("*.pdf")}
    assert len(pages) == len(files)
    assert set(pages.values()) == {1}, pages
