"""LibreOffice without a window, where it is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def convert(path: Path, ending: str, folder: Path) -> Path:
    """The file opened by LibreOffice and saved in another form."""
    assert SOFFICE is not None
    command = [SOFFICE, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--convert-to", ending, "--outdir", str(folder / "converted"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / "converted" / f"{path.stem}.{ending.split(':')[0]}"
